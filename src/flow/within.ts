import type { Schedule } from '../domain/ports.ts';

/** Waits for an answer that long and no longer. What comes later is not used, and its failure is not unhandled. */
export function within<T>(timeoutMs: number, schedule: Schedule, answer: Promise<T>): Promise<T | 'too_late'> {
  return new Promise((resolve, reject) => {
    const cancel = schedule(timeoutMs, () => resolve('too_late'));
    answer.then(resolve, reject).finally(cancel);
  });
}
