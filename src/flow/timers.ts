import { AppError } from '../domain/error.ts';
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
/** Time services correct less than this in passing. */
const STEP_MS = 1_000;
const CLOCK_HINT = 'Nothing is lost, and what waited goes on. If it repeats, look at the time service (NTP) of this machine.';

/** Sleeps until the next timer is due. The timers themselves are rows, so a restart forgets none. */
export function createTimers({ store, now, schedule, wake, report }: TimersSettings): Timers {
  let started = false;
  let running: Promise<void> | undefined;
  let again = false;
  let cancel = (): void => {};
  let latest = now();

  /** What is to be tried again would wait for the old time to come once more. */
  async function followClock(): Promise<void> {
    const byMs = latest.getTime() - now().getTime();
    if (byMs >= STEP_MS) {
      await store.clockSetBack(byMs);
      report(
        new AppError('clock_set_back', `the clock was set back by ${Math.round(byMs / 1_000)} s`, { retryable: true, hint: CLOCK_HINT }),
      );
    }
    latest = now();
  }

  async function fireDue(): Promise<number> {
    await followClock();
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
