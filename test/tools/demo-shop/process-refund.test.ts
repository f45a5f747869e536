import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openShop, type OpenShop } from './open-shop.ts';

describe('process_refund', () => {
  let shop: OpenShop;
  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.pack.close());

  const refund = (orderId: string, amountCents: number, as: string, key?: string) =>
    shop.call('process_refund', { orderId, amountCents }, as, key);
  const refundsPaid = async () => (await shop.pack.changedRecords()).filter(({ table }) => table === 'refunds');

  it.each([
    [9_999, 'automatic'],
    [10_000, 'automatic'],
    [10_001, 'human'],
  ])('leaves a refund of %i cents to: %s', (amountCents, kind) => {
    const prepared = shop.pack.tools.find(({ name }) => name === 'process_refund')?.prepare({ orderId: 'LF-10008', amountCents });
    expect(prepared).toMatchObject({ kind: 'ready', call: { approval: { kind }, amount: { minor: amountCents, currency: 'USD' } } });
  });

  it('names the role and the limit of the approval', () => {
    const prepared = shop.pack.tools.find(({ name }) => name === 'process_refund')?.prepare({ orderId: 'LF-10003', amountCents: 24_000 });
    expect(prepared).toMatchObject({ call: { approval: { role: 'refund_approver', limit: { minor: 10_000, currency: 'USD' } } } });
  });

  it('pays the eligible amount to where the money came from', async () => {
    expect(await refund('LF-10002', 4_000, 'C-1001')).toMatchObject({
      kind: 'ok',
      output: { refundId: 'R-10002-1', orderId: 'LF-10002', amountCents: 4_000, currency: 'USD', destination: 'Visa ending in 4242' },
    });
    expect(await shop.call('lookup_order', { orderId: 'LF-10002' }, 'C-1001')).toMatchObject({
      output: { orders: [{ refundedCents: 4_000 }] },
    });
  });

  it('gives the gift-card part back to the gift card', async () => {
    expect(await refund('LF-10015', 4_500, 'C-1007')).toMatchObject({ output: { destination: 'gift card and Visa ending in 4242' } });
  });

  it('fills the card before the gift card when a refund is partial', async () => {
    expect(await refund('LF-10015', 2_500, 'C-1007')).toMatchObject({ output: { destination: 'Visa ending in 4242' } });
    expect(await refund('LF-10015', 2_000, 'C-1007')).toMatchObject({ output: { refundId: 'R-10015-2', destination: 'gift card' } });
    expect(await refund('LF-10015', 1, 'C-1007')).toMatchObject({ kind: 'refused', rule: 'already_refunded' });
  });

  it.each([
    ['LF-10002', 4_001, 'C-1001', 'amount_differs'],
    ['LF-10014', 12_000, 'C-1007', 'amount_differs'],
    ['LF-10014', 7_501, 'C-1007', 'amount_differs'],
    ['LF-10004', 6_500, 'C-1003', 'outside_window'],
    ['LF-10006', 5_400, 'C-1003', 'already_refunded'],
    ['LF-10002', 4_000, 'C-1002', 'not_found'],
  ])('refuses to pay for %s %i cents to %s: %s', async (orderId, amountCents, as, rule) => {
    expect(await refund(orderId, amountCents, as)).toMatchObject({ kind: 'refused', rule });
    expect(await shop.pack.changedRecords()).toEqual([]);
  });

  it('pays the remainder of an order that was partly refunded', async () => {
    expect(await refund('LF-10014', 7_500, 'C-1007')).toMatchObject({ kind: 'ok', output: { refundId: 'R-10014-2', amountCents: 7_500 } });
  });

  it('pays once when one key is called in parallel', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refund('LF-10002', 4_000, 'C-1001', 'same')));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await refundsPaid()).toHaveLength(1);
  });

  it('pays once when different keys race for one order', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => refund('LF-10002', 4_000, 'C-1001', `key ${index}`)));
    expect(outcomes.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect(await refundsPaid()).toHaveLength(1);
  });

  it.each([
    ['another amount', { orderId: 'LF-10002', amountCents: 3_999 }, 'C-1001'],
    ['another order', { orderId: 'LF-10001', amountCents: 4_000 }, 'C-1001'],
    ['another customer', { orderId: 'LF-10002', amountCents: 4_000 }, 'C-1002'],
  ])('fails a used key that comes with %s', async (_what, input, as) => {
    await refund('LF-10002', 4_000, 'C-1001', 'used');
    expect(await shop.call('process_refund', input, as, 'used')).toEqual({ kind: 'failed', code: 'key_reused', retryable: false });
    expect(await refundsPaid()).toHaveLength(1);
  });

  it('does not accept a key that another tool has used', async () => {
    await shop.call('reset_password', {}, 'C-1001', 'shared');
    expect(await refund('LF-10002', 4_000, 'C-1001', 'shared')).toMatchObject({ kind: 'failed', code: 'key_reused' });
  });

  it.each([0, -1, 10.5, Number.NaN])('does not take %d cents for an amount', (amountCents) => {
    const prepared = shop.pack.tools.find(({ name }) => name === 'process_refund')?.prepare({ orderId: 'LF-10002', amountCents });
    expect(prepared).toMatchObject({ kind: 'invalid_input' });
  });
});
