import type { Schedule } from '../../domain/ports.ts';

/** Waits for the work, but goes on after that many milliseconds even when it is not done. */
export async function atMost(ms: number, schedule: Schedule, work: Promise<unknown>): Promise<void> {
  let cancel: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    cancel = schedule(ms, resolve);
  });
  await Promise.race([work, late]).finally(cancel);
}
