import type { Now, Schedule } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';

export interface TimersSettings {
  readonly store: Store;
  readonly now: Now;
  readonly schedule: Schedule;
  /** After timers have moved into the inbox. */
  readonly wake: () => void;
  readonly report: (error: unknown) => void;
}

export interface Timers {
  start(): void;
  stop(): Promise<void>;
  /** A timer may have been set or moved: plan anew. */
  replan(): void;
  /** Moves everything that is due into the inbox; returns how many. */
  fireDue(): Promise<number>;
}

/** Long waits are cut into pieces: a clock that was set, or a machine that slept, is noticed within this. */
const LONGEST_SLEEP_MS = 30_000;
const BATCH = 100;

/** Sleeps until the next timer is due. The timers themselves are rows, so a restart forgets none. */
export function createTimers({ store, now, schedule, wake, report }: TimersSettings): Timers {
  let started = false;
  let running: Promise<void> | undefined;
  let again = false;
  let cancel = (): void => {};

  async function fireDue(): Promise<number> {
    let fired = 0;
    for (;;) {
      const count = await store.fireTimers(now(), BATCH);
      fired += count;
      if (count > 0) wake();
      if (count < BATCH) return fired;
    }
  }

  async function fireAndPlan(): Promise<void> {
    let sleepMs = LONGEST_SLEEP_MS;
    try {
      await fireDue();
      const next = await store.nextTimerAt();
      if (next) sleepMs = Math.min(sleepMs, Math.max(0, next.getTime() - now().getTime()));
    } catch (error) {
      report(error);
    }
    cancel();
    if (started) cancel = schedule(sleepMs, replan);
  }

  function replan(): void {
    if (!started) return;
    again = running !== undefined;
    if (again) return;
    running = fireAndPlan().finally(() => {
      running = undefined;
      if (again) replan();
    });
  }

  return {
    fireDue,
    replan,
    start() {
      started = true;
      replan();
    },
    async stop() {
      started = false;
      cancel();
      await running;
      cancel();
    },
  };
}
