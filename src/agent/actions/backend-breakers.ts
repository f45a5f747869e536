import type { Now } from '../../domain/ports.ts';
import { createCircuitBreaker, type CircuitBreaker } from '../circuit-breaker.ts';

/** Customers wait for a shop system, so it is probed again soon and no less often the longer it is down. */
const SETTINGS = { failures: 5, restMs: 5_000, longestRestMs: 5_000 };

/** One breaker for each backend, so that one that is down takes none of its neighbours along. */
export type BackendBreakers = (backend: string) => CircuitBreaker;

export function createBackendBreakers(now: Now): BackendBreakers {
  const breakers = new Map<string, CircuitBreaker>();
  return (backend) => {
    const known = breakers.get(backend) ?? createCircuitBreaker(now, SETTINGS);
    breakers.set(backend, known);
    return known;
  };
}
