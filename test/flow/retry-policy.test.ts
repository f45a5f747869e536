import { describe, expect, it } from '@jest/globals';
import { DELIVERY_RETRIES, retryDelayMs, triesOf, TURN_RETRIES } from '../../src/flow/retry-policy.ts';
import { noChance } from './flow-builders.ts';

const most = { bytes: () => new Uint8Array(), below: (limit: number) => limit - 1 };

describe('retry policy', () => {
  it.each([
    { failed: 1, delayMs: 500 },
    { failed: 2, delayMs: 2_000 },
    { failed: 3, delayMs: 5_000 },
    { failed: 4, delayMs: 12_000 },
    { failed: 5, delayMs: undefined },
  ])('rests $delayMs ms after $failed failed tries of a turn', ({ failed, delayMs }) => {
    expect(retryDelayMs(TURN_RETRIES, failed, noChance)).toBe(delayMs);
  });

  it('adds a fifth at most, so that what failed together does not return together', () => {
    expect(retryDelayMs(TURN_RETRIES, 3, most)).toBe(6_000);
  });

  it('gives a turn five tries within half a minute', () => {
    expect(triesOf(TURN_RETRIES)).toBe(5);
    const slowest = TURN_RETRIES.delaysMs.map((_, index) => retryDelayMs(TURN_RETRIES, index + 1, most) ?? 0);
    expect(slowest.reduce((sum, delay) => sum + delay, 0)).toBeLessThan(30_000);
  });

  it('goes on delivering for most of a working day', () => {
    const total = DELIVERY_RETRIES.delaysMs.reduce((sum, delay) => sum + delay, 0);
    expect(total / 3_600_000).toBeGreaterThan(7);
    expect(total / 3_600_000).toBeLessThan(9);
  });
});
