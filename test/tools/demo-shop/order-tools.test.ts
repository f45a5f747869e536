import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ANCHOR, DAY_MS, openShop, policies, type OpenShop } from './open-shop.ts';

const PRIVATE_ORDER_CALLS: readonly [string, Readonly<Record<string, unknown>>][] = [
  ['lookup_order', {}],
  ['track_shipment', {}],
  ['check_refund_eligibility', {}],
  ['process_refund', { amountCents: 100 }],
  ['cancel_order', {}],
  ['update_delivery_address', { address: '5 New Road, Bend, OR 97701' }],
];

describe('the order tools', () => {
  let shop: OpenShop;
  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.pack.close());

  it.each(PRIVATE_ORDER_CALLS)('%s says the same of a foreign order as of an unknown one, to the letter', async (tool, rest) => {
    const foreign = await shop.call(tool, { orderId: 'LF-10009', ...rest }, 'C-1001');
    const unknown = await shop.call(tool, { orderId: 'LF-99999', ...rest }, 'C-1001');
    expect(foreign).toEqual({ kind: 'refused', rule: 'not_found', because: policies.rules['not_found']?.customer });
    expect(foreign).toEqual(unknown);
    expect(await shop.pack.changedRecords()).toEqual([]);
  });

  it.each(['LF-10002', '#10002', '10002', 'lf10002', 'LF 10002', ' lf-10002 ', 'order #10002'])(
    'understands the order number %j',
    async (orderId) => {
      expect(await shop.call('lookup_order', { orderId }, 'C-1001')).toMatchObject({ output: { orders: [{ orderId: 'LF-10002' }] } });
    },
  );

  it('lists only the orders of the customer, newest first', async () => {
    const found = await shop.call('lookup_order', {}, 'C-1003');
    expect(found).toMatchObject({ output: { orders: [{ orderId: 'LF-10005' }, { orderId: 'LF-10006' }, { orderId: 'LF-10004' }] } });
  });

  it('shows the refunds of an order with their days', async () => {
    const paid = new Date(ANCHOR.getTime() - 4 * DAY_MS).toISOString();
    expect(await shop.call('lookup_order', { orderId: 'LF-10006' }, 'C-1003')).toMatchObject({
      output: { orders: [{ refundedCents: 5_400, refunds: [{ amountCents: 5_400, at: paid }] }] },
    });
  });

  it('shows a parcel with its scans, the newest first', async () => {
    const tracked = await shop.call('track_shipment', { orderId: 'LF-10019' }, 'C-1010');
    expect(tracked).toMatchObject({
      kind: 'ok',
      output: {
        state: 'delayed',
        carrier: 'Parcelway',
        events: [{ what: 'Delayed: severe weather on the route' }, {}, { what: 'Handed to the carrier' }],
      },
    });
  });

  it.each([
    ['LF-10009', 'C-1005', 'not_shipped'],
    ['LF-10010', 'C-1005', 'order_cancelled'],
  ])('has no tracking for %s of %s: %s', async (orderId, as, rule) => {
    expect(await shop.call('track_shipment', { orderId }, as)).toMatchObject({ kind: 'refused', rule });
  });

  it('cancels an order that has not shipped and releases its payment', async () => {
    expect(await shop.call('cancel_order', { orderId: 'LF-10009' }, 'C-1005')).toMatchObject({
      kind: 'ok',
      output: { what: 'LF-10009 is cancelled', detail: 'the payment of $72.50 (Visa ending in 4242) is released' },
    });
    expect(await shop.call('lookup_order', { orderId: 'LF-10009' }, 'C-1005')).toMatchObject({
      output: { orders: [{ status: 'cancelled', canChange: false }] },
    });
  });

  it.each([
    ['LF-10001', 'C-1001', 'cannot_change'],
    ['LF-10002', 'C-1001', 'cannot_change'],
    ['LF-10020', 'C-1010', 'cannot_change'],
    ['LF-10010', 'C-1005', 'order_cancelled'],
  ])('neither cancels nor re-addresses %s of %s: %s', async (orderId, as, rule) => {
    expect(await shop.call('cancel_order', { orderId }, as)).toMatchObject({ kind: 'refused', rule });
    expect(await shop.call('update_delivery_address', { orderId, address: '5 New Road, Bend, OR 97701' }, as)).toMatchObject({
      kind: 'refused',
      rule,
    });
    expect(await shop.pack.changedRecords()).toEqual([]);
  });

  it('sends an order that has not shipped to another address', async () => {
    await shop.call('update_delivery_address', { orderId: 'LF-10009', address: ' 5 New Road,\nBend, OR  97701 ' }, 'C-1005');
    expect(await shop.pack.changedRecords()).toMatchObject([
      { table: 'orders', key: 'LF-10009', after: { status: 'processing', shippingAddress: '5 New Road, Bend, OR 97701' } },
    ]);
  });

  it.each(['home', '12345', 'the same as last time'])('does not send a parcel to %j', async (address) => {
    expect(await shop.call('update_delivery_address', { orderId: 'LF-10009', address }, 'C-1005')).toMatchObject({ rule: 'invalid_value' });
  });

  it('repeats the answer of a cancelled order for the same key instead of refusing it', async () => {
    const first = await shop.call('cancel_order', { orderId: 'LF-10009' }, 'C-1005', 'k');
    expect(await shop.call('cancel_order', { orderId: 'LF-10009' }, 'C-1005', 'k')).toEqual(first);
  });
});
