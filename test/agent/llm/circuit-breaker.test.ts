import { describe, expect, it } from '@jest/globals';
import { createCircuitBreaker, type CircuitBreaker } from '../../../src/agent/llm/circuit-breaker.ts';

const SECOND = 1_000;
const SETTINGS = { failures: 3, restMs: 30 * SECOND, longestRestMs: 100 * SECOND };

function breaker(): { readonly breaker: CircuitBreaker; readonly pass: (ms: number) => void; readonly fail: (times: number) => void } {
  let at = Date.parse('2026-11-16T15:00:00Z');
  const made = createCircuitBreaker(() => new Date(at), SETTINGS);
  return {
    breaker: made,
    pass: (ms) => void (at += ms),
    fail: (times) => {
      for (let failed = 0; failed < times; failed += 1) if (made.mayTry()) made.failed();
    },
  };
}

describe('the circuit breaker', () => {
  it.each([
    [2, 'closed'],
    [3, 'open'],
  ])('is after %i failures in a row %s', (failures, state) => {
    const { breaker: one, fail } = breaker();
    fail(failures);
    expect(one.state()).toBe(state);
  });

  it('forgets failures after a success', () => {
    const { breaker: one, fail } = breaker();
    fail(2);
    one.succeeded();
    fail(2);
    expect(one.mayTry()).toBe(true);
  });

  it.each([
    [29_999, false],
    [30_000, true],
  ])('lets a probe through after a rest of %i ms: %s', (ms, may) => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(ms);
    expect(one.mayTry()).toBe(may);
  });

  it('lets only one probe through at a time', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    expect([one.mayTry(), one.mayTry(), one.state()]).toEqual([true, false, 'probing']);
  });

  it('closes when the probe succeeds', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    one.mayTry();
    one.succeeded();
    expect([one.mayTry(), one.mayTry()]).toEqual([true, true]);
  });

  it('rests twice as long after each probe that fails, up to the longest rest', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    const rests = [30, 60, 100, 100].map((seconds) => {
      pass(seconds * SECOND - 1);
      const early = one.mayTry();
      pass(1);
      const due = one.mayTry();
      one.failed();
      return [early, due];
    });
    expect(rests).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  it('opens at once for the longest rest where asking again cannot help', () => {
    const { breaker: one, pass } = breaker();
    one.mayTry();
    one.failed(true);
    pass(99 * SECOND);
    expect(one.mayTry()).toBe(false);
    pass(SECOND);
    expect(one.mayTry()).toBe(true);
  });

  it('lets the next one probe when a probe ended without a result', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    one.mayTry();
    one.undecided();
    expect(one.mayTry()).toBe(true);
  });
});
