import type { Schedule } from '../../domain/ports.ts';

/** Discord shows "is typing" for ten seconds or until we write. */
const SHOWN_MS = 8_000;
/** Whatever happens, nobody is shown typing for longer. */
const LONGEST_MS = 60_000;

/** "Robin is typing…": it ends by itself unless it is renewed, so it is never left on. */
export interface Typing {
  /** A message came in: shown once. */
  seen(channel: string): void;
  /** Renewed until `done`, until we write, or for a minute. */
  working(channel: string): void;
  done(channel: string): void;
  stop(): void;
}

export function createTyping(show: (channel: string) => Promise<unknown>, schedule: Schedule): Typing {
  const shown = new Map<string, () => void>();
  const done = (channel: string): void => {
    shown.get(channel)?.();
    shown.delete(channel);
  };
  const run = (channel: string, leftMs: number): void => {
    void show(channel).catch(() => undefined);
    shown.set(
      channel,
      schedule(SHOWN_MS, () => {
        shown.delete(channel);
        if (leftMs > SHOWN_MS) run(channel, leftMs - SHOWN_MS);
      }),
    );
  };
  return {
    seen(channel) {
      if (!shown.has(channel)) run(channel, 0);
    },
    working(channel) {
      done(channel);
      run(channel, LONGEST_MS);
    },
    done,
    stop() {
      for (const channel of shown.keys()) done(channel);
    },
  };
}
