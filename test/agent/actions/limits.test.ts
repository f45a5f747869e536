import { describe, expect, it } from '@jest/globals';
import { approversFor } from '../../../src/agent/actions/limits.ts';
import { usd } from '../../../src/domain/money.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';

describe('how many people a refund needs', () => {
  it.each([
    ['none up to $100.00', 10_000, 0, 0, 0],
    ['one from $100.01', 10_001, 0, 0, 1],
    ['none while the customer’s 24 hours come to $100.00', 4_000, 6_000, 0, 0],
    ['one once the customer’s 24 hours come to $100.01', 4_001, 6_000, 0, 1],
    ['one for the third of three at $60.00, as for one of $180.00', 6_000, 12_000, 0, 1],
    ['one up to $750.00', 75_000, 0, 0, 1],
    ['two from $750.01', 75_001, 0, 0, 2],
    ['two once the customer’s 24 hours come to $750.01', 1, 75_000, 0, 2],
    ['none up to $5,000.00 of the whole shop', 4_000, 0, 496_000, 0],
    ['one from $5,000.01 of the whole shop', 4_001, 0, 496_000, 1],
  ])('%s', (_title, cents, customerCents, shopCents, approvers) => {
    expect(approversFor(usd(cents), { customerCents, shopCents }, policies)).toBe(approvers);
  });
});
