import type { Schedule } from '../domain/ports.ts';

/** Tells listeners that something was committed, and lets a caller wait for what it is looking for. */
export interface Changes {
  announce(): void;
  listen(listener: () => void): () => void;
  /** Looks now and after each change; undefined when nothing was found in time. */
  until<Found>(look: () => Promise<Found | undefined>, timeoutMs: number): Promise<Found | undefined>;
}

export function createChanges(schedule: Schedule): Changes {
  const listeners = new Set<() => void>();

  function listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  async function nextChange(timeoutMs: number): Promise<'changed' | 'too_late'> {
    return new Promise((resolve) => {
      const cancel = schedule(timeoutMs, () => finish('too_late'));
      const stop = listen(() => finish('changed'));
      function finish(outcome: 'changed' | 'too_late'): void {
        cancel();
        stop();
        resolve(outcome);
      }
    });
  }

  return {
    announce: () => listeners.forEach((listener) => listener()),
    listen,
    async until(look, timeoutMs) {
      let waiting = nextChange(timeoutMs);
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
        if ((await waiting) === 'too_late') return look();
        waiting = nextChange(timeoutMs);
      }
    },
  };
}
