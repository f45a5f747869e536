import type { Schedule } from '../domain/ports.ts';

/** Somebody who works while there is work. */
export interface Crew {
  start(): void;
  /** Resolves once what was begun is finished; nothing new is begun. */
  stop(): Promise<void>;
  /** There may be work. */
  wake(): void;
  /** Works until nothing can be taken now, one job after the other, started or not. */
  drain(): Promise<void>;
}

export type Job = () => Promise<void>;

/** While the store cannot be used, each look is this much further from the last, up to a limit: one report is enough. */
const BACK_OFF = 2;
const LONGEST_POLL_MS = 10_000;

/**
 * One takes jobs, up to `size` are done at the same time. It looks again when it is woken, when a job ends, and every
 * `pollMs` for what has become due by itself. What fails is reported; whatever it was about is still in the store.
 */
export function createCrew({
  take,
  schedule,
  report,
  size,
  pollMs,
}: {
  readonly take: () => Promise<Job | undefined>;
  readonly schedule: Schedule;
  readonly report: (error: unknown) => void;
  readonly size: number;
  readonly pollMs: number;
}): Crew {
  const hands = new Set<Promise<void>>();
  let started = false;
  let wanted = false;
  let isTaking = false;
  let taking: Promise<void> | undefined;
  let restMs = pollMs;
  let cancelPoll = (): void => {};
  const mayTake = () => started && wanted && hands.size < size;

  async function takeWhileWanted(): Promise<void> {
    isTaking = true;
    try {
      while (mayTake()) {
        wanted = false;
        const job = await take();
        restMs = pollMs;
        if (job) begin(job);
      }
    } catch (error) {
      restMs = Math.min(restMs * BACK_OFF, LONGEST_POLL_MS);
      report(error);
    } finally {
      isTaking = false;
    }
  }

  function begin(job: Job): void {
    const hand = job()
      .catch(report)
      .finally(() => {
        hands.delete(hand);
        wake();
      });
    hands.add(hand);
    // Where one job was there may be another.
    wanted = true;
  }

  function wake(): void {
    wanted = true;
    if (!isTaking && mayTake()) taking = takeWhileWanted();
  }

  function poll(): void {
    cancelPoll = schedule(restMs, () => {
      if (!started) return;
      wake();
      poll();
    });
  }

  return {
    wake,
    start() {
      if (started) return;
      started = true;
      poll();
      wake();
    },
    async stop() {
      started = false;
      cancelPoll();
      await taking;
      await Promise.all(hands);
    },
    async drain() {
      for (;;) {
        const job = await take();
        if (job) await job();
        else if (hands.size === 0) return;
        else await Promise.race(hands);
      }
    },
  };
}
