import type { Now } from '../domain/ports.ts';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** The first rest; each probe that fails doubles it. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

/** Whether a call may go out now. The `probe` is the one call after a rest: it is tried once, and nobody else goes while it runs. */
export type Admission = 'admitted' | 'probe' | 'resting';

/**
 * Leaves a service alone that fails, so that customers are not kept waiting for it and it can recover. After a rest one
 * call goes through as a probe: its success closes the breaker, its failure begins the next rest. A probe that never comes
 * back is followed by another one after as long a rest.
 */
export interface CircuitBreaker {
  admits(): Admission;
  /** It answered; a business "no" is an answer. */
  succeeded(): void;
  /** `forGood`: asking again soon cannot help, so it opens at once for the longest rest. */
  failed(forGood?: boolean): void;
  /** The call ended without telling anything about the service, such as one that we cut off ourselves. */
  undecided(): void;
}

export function createCircuitBreaker(now: Now, { failures, restMs, longestRestMs }: BreakerSettings): CircuitBreaker {
  let inARow = 0;
  let rests = 0;
  let rest = restMs;
  /** Milliseconds since 1970; undefined while it is closed. */
  let restsUntil: number | undefined;
  let isProbing = false;

  function open(forMs: number): void {
    rest = forMs;
    restsUntil = now().getTime() + rest;
    isProbing = false;
  }

  return {
    admits() {
      if (restsUntil === undefined) return 'admitted';
      if (now().getTime() < restsUntil) return 'resting';
      restsUntil = now().getTime() + rest;
      isProbing = true;
      return 'probe';
    },
    succeeded() {
      inARow = 0;
      rests = 0;
      isProbing = false;
      restsUntil = undefined;
    },
    failed(forGood = false) {
      inARow += 1;
      // A straggler that was sent before it opened says nothing new.
      if (restsUntil !== undefined && !isProbing) return;
      if (forGood) return open(longestRestMs);
      if (!isProbing && inARow < failures) return;
      open(Math.min(restMs * 2 ** rests, longestRestMs));
      rests += 1;
    },
    undecided() {
      if (isProbing) restsUntil = now().getTime();
      isProbing = false;
    },
  };
}
