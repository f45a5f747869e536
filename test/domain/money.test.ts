import { describe, expect, it } from '@jest/globals';
import { formatMoney } from '../../src/domain/money.ts';

describe('money in words', () => {
  it.each([
    [4_000, 'USD', '$40.00'],
    [1_250, 'EUR', '€12.50'],
    [700, 'CHF', 'CHF 7.00'],
    [123_456_789, 'USD', '$1,234,567.89'],
    [-5, 'GBP', '-£0.05'],
    [0, 'USD', '$0.00'],
    [1_200, 'JPY', 'JPY 1,200'],
    [5_124_000, 'KWD', 'KWD 5,124.000'],
    [999, 'USD', '$9.99'],
  ])('%i minor units of %s are %s', (minor, currency, text) => {
    expect(formatMoney({ minor, currency })).toBe(text);
  });
});
