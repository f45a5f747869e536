import { describe, expect, it } from '@jest/globals';
import { describedOrders } from '../../../src/agent/handlers/described-orders.ts';
import type { OrderView } from '../../../src/domain/commerce.ts';
import { entity, requestFor } from '../../support/agent/requests.ts';

const order = (orderId: string, placedAt: string, name: string, deliveredAt?: string): OrderView => ({
  orderId,
  placedAt,
  status: deliveredAt === undefined ? 'processing' : 'delivered',
  lines: [{ sku: name, name, quantity: 1, priceCents: 1_000, finalSale: false }],
  totalCents: 1_000,
  refundedCents: 0,
  currency: 'USD',
  paidWith: 'Visa ending in 4242',
  shippingAddress: '12 Elm Road, Dover, NH 03820',
  ...(deliveredAt === undefined ? {} : { deliveredAt }),
  canChange: false,
});
const ORDERS = [
  order('LF-1', '2026-03-16T15:00:00.000Z', 'Ridgeline 2-Person Tent'),
  order('LF-2', '2026-03-03T01:30:00.000Z', 'Hiking Boots', '2026-03-09T15:00:00.000Z'),
  order('LF-3', '2026-02-20T15:00:00.000Z', 'Basecamp 4-Person Tent', '2026-02-25T15:00:00.000Z'),
];
const described = (words: string, ...entities: readonly (readonly [string, string])[]) =>
  describedOrders(ORDERS, requestFor(words, { entities: entities.map(([type, value]) => entity(type, value)) }), 'America/New_York')?.map(
    ({ orderId }) => orderId,
  );

describe('the orders that a customer describes', () => {
  it.each<[string, readonly (readonly [string, string])[], readonly string[] | undefined]>([
    ['where are the boots', [], ['LF-2']],
    ['the tent', [], ['LF-1', 'LF-3']],
    ['my ridgline 2 person tent', [['product', 'Ridgeline 2-Person Tent']], ['LF-1']],
    ['the tent from last Monday', [['date', '2026-03-16']], ['LF-1']],
    // In New York it was still the evening before.
    ['what I ordered on the 2nd', [['date', '2026-03-02']], ['LF-2']],
    ['it came on March 9', [['date', '2026-03-09']], ['LF-2']],
    ['from last month', [['date', '2026-02']], ['LF-3']],
    ['from last week', [['date', '2026-W12']], ['LF-1']],
    ['the tent from yesterday', [['date', '2026-03-17']], ['LF-1', 'LF-3']],
    ['I need it by Friday', [['date', '2026-03-20']], undefined],
    ['where is it', [], undefined],
  ])('%j %j: %j', (words, entities, orders) => {
    expect(described(words, ...entities)).toEqual(orders);
  });
});
