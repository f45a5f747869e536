import { describe, expect, it } from '@jest/globals';
import type { OrderLine, OrderRecord } from '../../../src/tools/demo-shop/order-records.ts';
import { assessRefund, refundRules, type RefundQuestion } from '../../../src/tools/demo-shop/refund-policy.ts';
import { ANCHOR, DAY_MS, policies } from './open-shop.ts';

const daysAgo = (days: number): string => new Date(ANCHOR.getTime() - days * DAY_MS).toISOString();

function line(changes: Partial<OrderLine> = {}): OrderLine {
  return {
    line: 1,
    sku: 'X-1',
    name: 'Camp Mug',
    quantity: 1,
    priceCents: 4_000,
    finalSale: false,
    giftCard: false,
    refundedCents: 0,
    ...changes,
  };
}

function order(changes: Partial<OrderRecord> = {}): OrderRecord {
  return {
    orderId: 'LF-10002',
    placedAt: daysAgo(100),
    status: 'delivered',
    giftCardCents: 0,
    card: 'Visa ending in 4242',
    shippingAddress: '1 Main Street, Bend, OR 97701',
    deliveredAt: daysAgo(5),
    cancelledAt: null,
    returnedAt: null,
    carrier: 'Parcelway',
    trackingNumber: 'PW1',
    shipmentState: 'delivered',
    expectedAt: null,
    lastScanAt: daysAgo(5),
    cardRefundedCents: 0,
    lines: [line()],
    refunds: [],
    ...changes,
  };
}

function decide(given: OrderRecord, question: Partial<RefundQuestion> = {}) {
  return assessRefund(given, { reason: 'unwanted', now: ANCHOR, ...question }, policies.refund);
}
const ruleFor = (given: OrderRecord, question: Partial<RefundQuestion> = {}) => decide(given, question).rule;

describe('the refund policy', () => {
  it.each([
    [0, 'within_window'],
    [29, 'within_window'],
    [30, 'within_window'],
    [30.99, 'within_window'],
    [31, 'outside_window'],
    [45, 'outside_window'],
  ])('decides an unwanted item %d days after delivery by %s', (days, rule) => {
    expect(ruleFor(order({ deliveredAt: daysAgo(days) }))).toBe(rule);
  });

  it.each(['damaged', 'defective', 'wrong_item'] as const)('gives %s items 60 days, the 60th included', (reason) => {
    const rules = [31, 59, 60, 61].map((days) => ruleFor(order({ deliveredAt: daysAgo(days) }), { reason }));
    expect(rules).toEqual(['damaged_within_window', 'damaged_within_window', 'damaged_within_window', 'damaged_outside_window']);
  });

  it.each([
    ['unwanted', 3, 'final_sale'],
    ['not_received', 3, 'final_sale'],
    ['damaged', 3, 'damaged_within_window'],
    ['wrong_item', 60, 'damaged_within_window'],
    ['damaged', 61, 'damaged_outside_window'],
  ] as const)('decides a final-sale item, %s, %d days after delivery by %s', (reason, days, rule) => {
    expect(ruleFor(order({ deliveredAt: daysAgo(days), lines: [line({ finalSale: true })] }), { reason })).toBe(rule);
  });

  it.each([
    ['processing', {}, 'still_processing'],
    ['cancelled', {}, 'order_cancelled'],
    ['shipped', { lastScanAt: daysAgo(1) }, 'not_delivered_yet'],
    ['shipped', { lastScanAt: daysAgo(10) }, 'not_delivered_yet'],
    ['shipped', { lastScanAt: daysAgo(10.01) }, 'lost_in_transit'],
    ['shipped', { lastScanAt: daysAgo(12) }, 'lost_in_transit'],
    ['returned', { deliveredAt: daysAgo(90), returnedAt: daysAgo(2) }, 'returned'],
  ] as const)('decides an order that is %s (%o) by %s', (status, changes, rule) => {
    expect(ruleFor(order({ status, ...changes }))).toBe(rule);
  });

  it('sends a parcel that was delivered but never seen to a specialist', () => {
    expect(ruleFor(order(), { reason: 'not_received' })).toBe('reported_missing');
  });

  it.each(['unwanted', 'damaged'] as const)('never pays a gift card back when it is %s', (reason) => {
    expect(ruleFor(order({ lines: [line({ giftCard: true })] }), { reason })).toBe('gift_card');
  });

  it('pays nothing twice', () => {
    expect(ruleFor(order({ lines: [line({ refundedCents: 4_000 })] }))).toBe('already_refunded');
  });

  it('pays only what is left of a line that was partly refunded', () => {
    expect(decide(order({ lines: [line({ quantity: 3, refundedCents: 4_500 })] }))).toMatchObject({ amountCents: 7_500 });
  });

  it('leaves gift cards and final-sale lines of a mixed order out', () => {
    const lines = [line(), line({ line: 2, name: 'Rain Hat', finalSale: true }), line({ line: 3, name: 'Gift Card', giftCard: true })];
    expect(decide(order({ lines }))).toMatchObject({ amountCents: 4_000, covers: [{ name: 'Camp Mug' }] });
    expect(decide(order({ lines }), { reason: 'damaged' })).toMatchObject({ amountCents: 8_000 });
  });

  it.each([
    ['the sleeping bag', 7_500],
    ['LINER', 4_500],
    ['sleepin bag', 7_500],
    ['my linner', 4_500],
  ])('narrows a refund to the line that "%s" means', (item, amountCents) => {
    const lines = [line({ name: 'Sleeping Bag', priceCents: 7_500 }), line({ line: 2, name: 'Liner', priceCents: 4_500 })];
    expect(decide(order({ lines }), { item })).toMatchObject({ kind: 'eligible', amountCents });
  });

  it('does not pay one item for another that is not in the order', () => {
    expect(ruleFor(order(), { item: 'kayak' })).toBe('item_not_in_order');
  });

  it('does not pay a refunded item again from the rest of the order', () => {
    const lines = [line({ name: 'Sleeping Bag' }), line({ line: 2, name: 'Liner', refundedCents: 4_000 })];
    expect(ruleFor(order({ lines }), { item: 'liner' })).toBe('already_refunded');
  });

  it('has a sentence for the customer and one for the human for each of its rules', () => {
    for (const { name } of refundRules) {
      expect(policies.rules[name]?.customer).toMatch(/\S/);
      expect(policies.rules[name]?.human).toMatch(/\S/);
    }
  });
});
