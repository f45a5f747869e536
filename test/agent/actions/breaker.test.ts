import { describe, expect, it } from '@jest/globals';
import { createBreaker, type Breaker } from '../../../src/agent/actions/breaker.ts';

function bench(): { readonly breaker: Breaker; readonly fail: (times: number) => void; readonly wait: (ms: number) => void } {
  let at = 0;
  const breaker = createBreaker(() => new Date(at));
  return {
    breaker,
    fail: (times) => {
      for (let n = 0; n < times; n += 1) breaker.report('shop', false);
    },
    wait: (ms) => void (at += ms),
  };
}

describe('a circuit breaker', () => {
  it.each([
    [4, 'admitted'],
    [5, 'resting'],
  ])('after %i failures in a row, a call is %s', (failures, admitted) => {
    const { breaker, fail } = bench();
    fail(failures);
    expect(breaker.admits('shop')).toBe(admitted);
  });

  it('counts failures in a row only', () => {
    const { breaker, fail } = bench();
    fail(4);
    breaker.report('shop', true);
    fail(4);
    expect(breaker.admits('shop')).toBe('admitted');
  });

  it.each([
    [4_999, 'resting'],
    [5_000, 'probe'],
  ])('after %i ms of rest, a call is %s', (ms, probed) => {
    const { breaker, fail, wait } = bench();
    fail(5);
    wait(ms);
    expect(breaker.admits('shop')).toBe(probed);
  });

  it('sends one probe a rest, however many ask', () => {
    const { breaker, fail, wait } = bench();
    fail(5);
    wait(5_000);
    expect(Array.from({ length: 5 }, () => breaker.admits('shop'))).toEqual(['probe', 'resting', 'resting', 'resting', 'resting']);
    breaker.report('shop', false);
    wait(4_999);
    expect(breaker.admits('shop')).toBe('resting');
  });

  it('sends the next probe when the last one never came back', () => {
    const { breaker, fail, wait } = bench();
    fail(5);
    wait(5_000);
    breaker.admits('shop');
    wait(5_000);
    expect(breaker.admits('shop')).toBe('probe');
  });

  it('closes with the first probe that is answered', () => {
    const { breaker, fail, wait } = bench();
    fail(5);
    wait(5_000);
    breaker.admits('shop');
    breaker.report('shop', true);
    expect([breaker.admits('shop'), breaker.admits('shop')]).toEqual(['admitted', 'admitted']);
  });

  it('leaves other backends alone', () => {
    const { breaker, fail } = bench();
    fail(5);
    expect(breaker.admits('stripe')).toBe('admitted');
  });
});
