import { describe, expect, it } from '@jest/globals';
import { createCircuitBreaker, type CircuitBreaker } from '../../src/agent/circuit-breaker.ts';

const SECOND = 1_000;
const SETTINGS = { failures: 3, restMs: 30 * SECOND, longestRestMs: 100 * SECOND };

function breaker(): { readonly breaker: CircuitBreaker; readonly pass: (ms: number) => void; readonly fail: (times: number) => void } {
  let at = Date.parse('2026-11-16T15:00:00Z');
  const made = createCircuitBreaker(() => new Date(at), SETTINGS);
  return {
    breaker: made,
    pass: (ms) => void (at += ms),
    fail: (times) => {
      for (let failed = 0; failed < times; failed += 1) if (made.admits() !== 'resting') made.failed();
    },
  };
}

describe('the circuit breaker', () => {
  it.each([
    [2, 'admitted'],
    [3, 'resting'],
  ])('after %i failures in a row, a call is %s', (failures, admission) => {
    const { breaker: one, fail } = breaker();
    fail(failures);
    expect(one.admits()).toBe(admission);
  });

  it('forgets failures after a success', () => {
    const { breaker: one, fail } = breaker();
    fail(2);
    one.succeeded();
    fail(2);
    expect(one.admits()).toBe('admitted');
  });

  it.each([
    [29_999, 'resting'],
    [30_000, 'probe'],
  ])('after a rest of %i ms, a call is %s', (ms, admission) => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(ms);
    expect(one.admits()).toBe(admission);
  });

  it('lets only one probe through at a time', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    expect([one.admits(), one.admits(), one.admits()]).toEqual(['probe', 'resting', 'resting']);
  });

  it('closes when the probe succeeds', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    one.admits();
    one.succeeded();
    expect([one.admits(), one.admits()]).toEqual(['admitted', 'admitted']);
  });

  it('rests twice as long after each probe that fails, up to the longest rest', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    const rests = [30, 60, 100, 100].map((seconds) => {
      pass(seconds * SECOND - 1);
      const early = one.admits();
      pass(1);
      const due = one.admits();
      one.failed();
      return [early, due];
    });
    expect(rests).toEqual([
      ['resting', 'probe'],
      ['resting', 'probe'],
      ['resting', 'probe'],
      ['resting', 'probe'],
    ]);
  });

  it('opens at once for the longest rest where asking again cannot help', () => {
    const { breaker: one, pass } = breaker();
    one.admits();
    one.failed(true);
    pass(99 * SECOND);
    expect(one.admits()).toBe('resting');
    pass(SECOND);
    expect(one.admits()).toBe('probe');
  });

  it('lets the next one probe when a probe ended without a result', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    one.admits();
    one.undecided();
    expect(one.admits()).toBe('probe');
  });

  it('sends the next probe when the last one never came back', () => {
    const { breaker: one, fail, pass } = breaker();
    fail(3);
    pass(30 * SECOND);
    one.admits();
    pass(30 * SECOND - 1);
    expect(one.admits()).toBe('resting');
    pass(1);
    expect(one.admits()).toBe('probe');
  });
});
