import type { Now } from '../../domain/ports.ts';

/** Failures in a row after which a backend is left alone. */
const FAILURES = 5;
/** A backend that does not answer is probed once in this time. */
const REST_MS = 5_000;

/**
 * Leaves a backend alone that does not answer, so that customers are not kept waiting for it and it can recover. After a
 * rest one single call goes through as a probe: its success closes the breaker, its failure begins the next rest.
 */
export interface Breaker {
  /** May this backend be called now? The first call after a rest is the `probe`: it is tried once, and nobody else is admitted while it runs. */
  admits(backend: string): Admission;
  /** How an admitted call ended, after all of its tries. A business "no" is an answer. */
  report(backend: string, answered: boolean): void;
}

export type Admission = 'admitted' | 'probe' | 'resting';

interface State {
  readonly failures: number;
  /** Milliseconds since 1970; set while it rests, and moved on by each probe. */
  readonly restsUntil: number | undefined;
}
const CLOSED: State = { failures: 0, restsUntil: undefined };

export function createBreaker(now: Now): Breaker {
  const states = new Map<string, State>();
  return {
    admits(backend) {
      const state = states.get(backend) ?? CLOSED;
      if (state.restsUntil === undefined) return 'admitted';
      if (now().getTime() < state.restsUntil) return 'resting';
      states.set(backend, { ...state, restsUntil: now().getTime() + REST_MS });
      return 'probe';
    },
    report(backend, answered) {
      if (answered) {
        states.delete(backend);
        return;
      }
      const failures = (states.get(backend)?.failures ?? 0) + 1;
      states.set(backend, { failures, restsUntil: failures >= FAILURES ? now().getTime() + REST_MS : undefined });
    },
  };
}
