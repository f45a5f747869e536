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

  function nextChange(timeoutMs: number): { readonly outcome: Promise<'changed' | 'too_late'>; abandon(): void } {
    let settle: (outcome: 'changed' | 'too_late') => void = () => undefined;
    const outcome = new Promise<'changed' | 'too_late'>((resolve) => (settle = resolve));
    const cancel = schedule(timeoutMs, () => finish('too_late'));
    const stop = listen(() => finish('changed'));
    function finish(how: 'changed' | 'too_late'): void {
      cancel();
      stop();
      settle(how);
    }
    return { outcome, abandon: () => finish('too_late') };
  }

  return {
    announce: () => listeners.forEach((listener) => listener()),
    listen,
    async until(look, timeoutMs) {
      let waiting = nextChange(timeoutMs);
      for (;;) {
        const found = await look();
        if (found !== undefined) {
          waiting.abandon();
          return found;
        }
        if ((await waiting.outcome) === 'too_late') return look();
        waiting = nextChange(timeoutMs);
      }
    },
  };
}
