import type { Random } from '../domain/ports.ts';

/** How often something is tried and how long it rests in between. */
export interface RetryPolicy {
  /** Milliseconds to wait after the first failed try, the second, …; one try more than there are delays. */
  readonly delaysMs: readonly number[];
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A customer hears from us within 30 seconds, so five tries and the hand-over fit in that. */
export const TURN_RETRIES: RetryPolicy = { delaysMs: [0.5 * SECOND_MS, 2 * SECOND_MS, 5 * SECOND_MS, 12 * SECOND_MS] };

/** Telling the customer that a human takes over is tried this often before the arrival is buried without words. */
export const GIVE_UP_TRIES = 3;

/** About eight hours: a mail server that greylists or restarts is sat out, and a human hears of the rest the same day. */
export const DELIVERY_RETRIES: RetryPolicy = {
  delaysMs: [SECOND_MS, 5 * SECOND_MS, 20 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS],
};

/** Up to a fifth longer, so that what failed together does not come back together. */
const JITTER = 0.2;

export function triesOf(policy: RetryPolicy): number {
  return policy.delaysMs.length + 1;
}

/** Milliseconds until the next try after `failed` tries; undefined when that was the last. */
export function retryDelayMs(policy: RetryPolicy, failed: number, random: Random): number | undefined {
  const delayMs = policy.delaysMs[Math.max(failed, 1) - 1];
  return delayMs === undefined ? undefined : delayMs + random.below(Math.floor(delayMs * JITTER) + 1);
}
