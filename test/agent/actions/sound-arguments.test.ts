import { describe, expect, it } from '@jest/globals';
import { unsoundArguments } from '../../../src/agent/actions/sound-arguments.ts';
import { usd } from '../../../src/domain/money.ts';

const nested = (depth: number): unknown => (depth === 0 ? {} : { inner: nested(depth - 1) });

describe('arguments of a call', () => {
  it.each<[string, unknown, string]>([
    ['NaN', { amount: Number.NaN }, 'amount: NaN is no exact number'],
    ['1e309', { amount: Number('1e309') }, 'amount: Infinity is no exact number'],
    ['-1e309', { amount: Number('-1e309') }, 'amount: -Infinity is no exact number'],
    ['a number with lost digits', { count: 2 ** 53 }, 'count: 9007199254740992 is no exact number'],
    ['one deep inside a list', { lines: [{ price: Number.NaN }] }, 'price: NaN is no exact number'],
    ['an id in Arabic digits', { orderId: 'LF-١٠٠٠٢' }, 'orderId: digits other than 0 to 9'],
    ['an id in fullwidth digits', { order_id: 'LF-１０００２' }, 'order_id: digits other than 0 to 9'],
    ['ids in a list', { itemId: ['1', '２'] }, 'itemId: digits other than 0 to 9'],
    ['endless nesting', nested(30), 'inner: nested too deep'],
  ])('are refused for %s', (_what, input, problem) => {
    expect(unsoundArguments(input, undefined, 'USD')).toBe(problem);
  });

  it.each([
    ['nothing', usd(0), 'the amount 0 is not a positive whole number of cents'],
    ['less than nothing', usd(-4_000), 'the amount -4000 is not a positive whole number of cents'],
    ['half a cent', usd(0.5), 'the amount 0.5 is not a positive whole number of cents'],
    ['no number', usd(Number.NaN), 'the amount NaN is not a positive whole number of cents'],
    ['another currency', { minor: 4_000, currency: 'EUR' }, 'the amount is in EUR, not in USD'],
  ])('are refused for an amount of %s', (_what, amount, problem) => {
    expect(unsoundArguments({}, amount, 'USD')).toBe(problem);
  });

  it.each<[string, unknown]>([
    ['plain ones', { orderId: 'LF-10002', amountCents: 4_000, item: undefined }],
    ['an address in the digits of its country', { address: 'شارع ١٢' }],
    ['none', undefined],
  ])('pass: %s', (_what, input) => {
    expect(unsoundArguments(input, usd(4_000), 'USD')).toBeUndefined();
  });
});
