import { describe, expect, it } from '@jest/globals';
import { createBackendBreakers, type BackendBreakers } from '../../../src/agent/actions/backend-breakers.ts';

function bench(): { readonly breakers: BackendBreakers; readonly fail: (times: number) => void; readonly wait: (ms: number) => void } {
  let at = 0;
  const breakers = createBackendBreakers(() => new Date(at));
  return {
    breakers,
    fail: (times) => {
      for (let failed = 0; failed < times; failed += 1) breakers('shop').failed();
    },
    wait: (ms) => void (at += ms),
  };
}

describe('a backend that is down', () => {
  it.each([
    [4, 'admitted'],
    [5, 'resting'],
  ])('after %i failed calls in a row: the next one is %s', (failures, admission) => {
    const { breakers, fail } = bench();
    fail(failures);
    expect(breakers('shop').admits()).toBe(admission);
  });

  it('is probed every 5 seconds however long it is down', () => {
    const { breakers, fail, wait } = bench();
    fail(5);
    const probes = [1, 2, 3].map(() => {
      wait(4_999);
      const early = breakers('shop').admits();
      wait(1);
      const due = breakers('shop').admits();
      breakers('shop').failed();
      return [early, due];
    });
    for (const probe of probes) expect(probe).toEqual(['resting', 'probe']);
  });

  it('takes no other backend along', () => {
    const { breakers, fail } = bench();
    fail(5);
    expect(breakers('stripe').admits()).toBe('admitted');
  });
});
