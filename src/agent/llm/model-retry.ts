import type { ModelFailure } from './language-model.ts';

/** Waiting longer than this is worse for the customer than plainer words. */
const LONGEST_WAIT_MS = 4_000;
const PAUSE_MS = 400;

/** Failures that may be gone a moment later. A 429 without a time to wait is none of them: it may be a limit on spending. */
const PASSING: ReadonlySet<ModelFailure> = new Set<ModelFailure>(['overloaded', 'connection', 'malformed']);

/** How long to wait before the one further try of a call, in milliseconds; undefined: no further try. */
export function waitBeforeRetry(because: ModelFailure, retryAfterMs: number | undefined, tried: number): number | undefined {
  if (tried > 1) return undefined;
  if (retryAfterMs !== undefined && (because === 'rate_limited' || because === 'overloaded'))
    return retryAfterMs <= LONGEST_WAIT_MS ? retryAfterMs : undefined;
  return PASSING.has(because) ? PAUSE_MS : undefined;
}
