const HOUR_MS = 3_600_000;
/** Discord resets the token of a bot that identifies 1,000 times a day; long before that something is broken. */
const PER_HOUR = 50;
/** Discord takes one IDENTIFY in five seconds (`max_concurrency` 1). */
const APART_MS = 5_000;

/** Unix milliseconds of the times at which we identified; only the last hour counts. */
export type Identifies = readonly number[];

/** Milliseconds until the next IDENTIFY is allowed; 0 is now. */
export function identifyDelayMs(past: Identifies, nowMs: number): number {
  const recent = recentIdentifies(past, nowMs);
  const last = recent.at(-1);
  const spacing = last === undefined ? 0 : Math.max(0, last + APART_MS - nowMs);
  const oldest = recent.at(-PER_HOUR);
  return oldest === undefined ? spacing : Math.max(spacing, oldest + HOUR_MS - nowMs);
}

export const isIdentifyBudgetSpent = (past: Identifies, nowMs: number): boolean => recentIdentifies(past, nowMs).length >= PER_HOUR;

export const recentIdentifies = (past: Identifies, nowMs: number): Identifies => past.filter((at) => at > nowMs - HOUR_MS && at <= nowMs);
