import { describe, expect, it } from '@jest/globals';
import { isNear } from '../../../src/domain/text/near.ts';

describe('words that are near', () => {
  it.each([
    ['refund', 'refund', true],
    ['refund', 'refnd', true],
    ['refund', 'refudn', true],
    ['refund', 'rfnd', false],
    ['delivery', 'dilivary', true],
    ['tent', 'rent', false],
    ['tent', 'tents', true],
    ['cat', 'car', false],
    ['10002', '10003', false],
  ])('takes %s and %s for one word: %s', (a, b, near) => {
    expect(isNear(a, b)).toBe(near);
    expect(isNear(b, a)).toBe(near);
  });
});
