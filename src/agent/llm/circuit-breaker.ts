import type { Now } from '../../domain/ports.ts';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** The first rest; each probe that fails doubles it. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

/** Keeps a failing service from being asked by every turn. */
export interface CircuitBreaker {
  /** Whether a call may go out now. After a rest one caller gets `true` as the probe, the others wait for its result. */
  mayTry(): boolean;
  succeeded(): void;
  /** `forGood`: asking again soon cannot help, so it opens at once for the longest rest. */
  failed(forGood?: boolean): void;
  /** The call ended without telling anything about the service, such as one that we cut off ourselves. */
  undecided(): void;
  state(): 'closed' | 'open' | 'probing';
}

export function createCircuitBreaker(now: Now, { failures, restMs, longestRestMs }: BreakerSettings): CircuitBreaker {
  let inARow = 0;
  let rests = 0;
  let closedUntilProbe: Date | undefined;
  let isProbing = false;

  function open(restFor: number): void {
    closedUntilProbe = new Date(now().getTime() + restFor);
    isProbing = false;
  }

  return {
    mayTry() {
      if (closedUntilProbe === undefined) return true;
      if (isProbing || now() < closedUntilProbe) return false;
      isProbing = true;
      return true;
    },
    succeeded() {
      inARow = 0;
      rests = 0;
      isProbing = false;
      closedUntilProbe = undefined;
    },
    failed(forGood = false) {
      inARow += 1;
      // A straggler that was sent before it opened says nothing new.
      if (closedUntilProbe !== undefined && !isProbing) return;
      if (forGood) return open(longestRestMs);
      if (!isProbing && inARow < failures) return;
      open(Math.min(restMs * 2 ** rests, longestRestMs));
      rests += 1;
    },
    undecided() {
      isProbing = false;
    },
    state() {
      if (closedUntilProbe === undefined) return 'closed';
      return isProbing ? 'probing' : 'open';
    },
  };
}
