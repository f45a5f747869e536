import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';
import { toolPackContract } from '../../contracts/tool-pack.ts';
import { ANCHOR, DAY_MS, openShop, policies } from './open-shop.ts';

toolPackContract('the demo shop', async () => ({
  pack: await openDemoShop({ folder: ':memory:', anchor: ANCHOR, now: () => ANCHOR, policies }),
  now: () => ANCHOR,
  knownEmail: 'mia.keller@example.com',
  neighbourEmail: 'jonas.brandt@example.com',
  asksItself: true,
  harmless: ['reset_password', 'withdraw_email_change'],
  write: 'process_refund',
  inputs: {
    lookup_order: { orderId: 'LF-10002' },
    track_shipment: { orderId: 'LF-10002' },
    check_refund_eligibility: { orderId: 'LF-10002' },
    process_refund: { orderId: 'LF-10002', amountCents: 4_000 },
    cancel_order: { orderId: 'LF-10002' },
    update_delivery_address: { orderId: 'LF-10002', address: '5 New Road, Bend, OR 97701' },
    lookup_account: {},
    reset_password: {},
    apply_email_change: { email: 'mia@new.example' },
    withdraw_email_change: { email: 'mia@new.example' },
    update_account: { field: 'newsletter', value: 'no' },
    search_products: { query: 'tent' },
  },
}));

/** The fixed facts: who, which order, what, cents, status, what the refund policy says. */
const SAMPLES: readonly [string, string, string, number, string, string][] = [
  ['C-1001', 'LF-10001', 'Trail Daypack 22L', 8_900, 'shipped', 'not_delivered_yet'],
  ['C-1001', 'LF-10002', 'Enamel Camp Mug Set', 4_000, 'delivered', '4000'],
  ['C-1002', 'LF-10003', 'Ridgeline 2-Person Tent', 24_000, 'delivered', '24000'],
  ['C-1003', 'LF-10004', 'Merino Base Layer', 6_500, 'delivered', 'outside_window'],
  ['C-1003', 'LF-10005', 'Clearance Rain Hat', 2_800, 'delivered', 'final_sale'],
  ['C-1003', 'LF-10006', 'Trekking Poles', 5_400, 'delivered', 'already_refunded'],
  ['C-1004', 'LF-10007', 'Camp Stove Duo', 10_000, 'delivered', '10000'],
  ['C-1004', 'LF-10008', 'Down Quilt', 10_001, 'delivered', '10001'],
  ['C-1005', 'LF-10009', 'Headlamp 400 + Batteries', 7_250, 'processing', 'still_processing'],
  ['C-1005', 'LF-10010', 'Canvas Tote', 3_200, 'cancelled', 'order_cancelled'],
  ['C-1005', 'LF-10011', 'Gift Card', 5_000, 'delivered', 'gift_card'],
  ['C-1006', 'LF-10012', 'Basecamp 6-Person Tent', 62_000, 'delivered', '62000'],
  ['C-1006', 'LF-10013', 'Hiking Boots', 14_900, 'shipped', 'lost_in_transit'],
  ['C-1007', 'LF-10014', 'Sleeping Bag + Liner', 12_000, 'delivered', '7500'],
  ['C-1007', 'LF-10015', 'Water Filter', 4_500, 'delivered', '4500'],
  ['C-1008', 'LF-10016', 'Compass', 2_200, 'delivered', 'outside_window'],
  ['C-1009', 'LF-10017', 'Trail Socks 3-Pack', 3_500, 'delivered', '3500'],
  ['C-1009', 'LF-10018', 'Sun Shirt', 3_500, 'delivered', 'outside_window'],
  ['C-1010', 'LF-10019', 'Cooler Box', 9_500, 'shipped', 'not_delivered_yet'],
  ['C-1010', 'LF-10020', 'Camp Chair', 4_800, 'returned', '4800'],
];

describe('the sample customers', () => {
  it.each(SAMPLES)('%s has %s: %s, %i cents, %s, refund: %s', async (as, orderId, things, totalCents, status, refund) => {
    const shop = await openShop();
    const found = await shop.call('lookup_order', { orderId }, as);
    const names = things.split(' + ').map((name) => expect.objectContaining({ name }));
    expect(found).toMatchObject({ kind: 'ok', output: { orders: [{ totalCents, status, lines: names }] } });
    const check = await shop.call('check_refund_eligibility', { orderId }, as);
    expect(check).toMatchObject(check.kind === 'ok' ? { output: { amountCents: Number(refund) } } : { rule: refund });
    await shop.pack.close();
  });

  it.each([
    [0, 'LF-10017', 'ok'],
    [0.9, 'LF-10017', 'ok'],
    [1, 'LF-10017', 'refused'],
  ])('answers %d days later for %s, delivered 30 days before the anchor, with: %s', async (daysLater, orderId, kind) => {
    const shop = await openShop({ daysLater });
    expect(await shop.call('check_refund_eligibility', { orderId }, 'C-1009')).toMatchObject({ kind });
    await shop.pack.close();
  });

  it('are described by a line about each order', async () => {
    const shop = await openShop();
    const samples = await shop.pack.sampleCustomers();
    expect(samples).toHaveLength(10);
    expect(samples[0]?.orders.map(({ line }) => line)).toEqual([
      'LF-10001 Trail Daypack 22L, $89.00, on its way, expected tomorrow',
      'LF-10002 Enamel Camp Mug Set, $40.00, delivered 5 days ago',
    ]);
    await shop.pack.close();
  });
});

describe('the generated shop', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shop-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (at = folder, anchor = ANCHOR) => openDemoShop({ folder: at, anchor, now: () => anchor, policies });
  const query = (sql: string): unknown => {
    const db = new Database(join(folder, 'shop.db'), { readonly: true });
    const rows = db.prepare(sql).all();
    db.close();
    return rows;
  };
  const count = (from: string): number => z.array(z.object({ n: z.int() })).parse(query(`SELECT COUNT(*) AS n FROM ${from}`))[0]?.n ?? 0;

  it('has customers, orders and products enough to be searched', async () => {
    await (await open()).close();
    expect(count('customers')).toBeGreaterThanOrEqual(300);
    expect(count('orders')).toBeGreaterThanOrEqual(1_000);
    expect(count('products')).toBeGreaterThanOrEqual(60);
    expect(count('refunds')).toBeGreaterThan(30);
  });

  it.each(['processing', 'shipped', 'delivered', 'cancelled', 'returned'])('has orders that are %s', async (status) => {
    await (await open()).close();
    expect(count(`orders WHERE status = '${status}'`)).toBeGreaterThan(10);
  });

  it.each([29, 30, 31, 59, 60, 61])('has an order delivered exactly %i days before the anchor, final sale and not', async (days) => {
    await (await open()).close();
    const at = new Date(ANCHOR.getTime() - days * DAY_MS).toISOString();
    for (const flag of [0, 1]) {
      expect(count(`orders JOIN order_lines USING (order_id) WHERE delivered_at = '${at}' AND final_sale = ${flag}`)).toBeGreaterThan(0);
    }
  });

  it('never refunds more than was paid, to the card or to the gift card', async () => {
    await (await open()).close();
    const overpaid = query(`
      SELECT o.order_id FROM orders o
      JOIN (SELECT order_id, SUM(quantity * price_cents) AS total FROM order_lines GROUP BY order_id) t USING (order_id)
      JOIN (SELECT order_id, SUM(card_cents) AS card, SUM(gift_card_cents) AS gift FROM refunds GROUP BY order_id) r USING (order_id)
      WHERE r.card > t.total - o.gift_card_cents OR r.gift > o.gift_card_cents`);
    expect(overpaid).toEqual([]);
  });

  it('lets nothing happen before its cause or after the anchor', async () => {
    await (await open()).close();
    expect(count('orders WHERE delivered_at <= placed_at OR cancelled_at < placed_at OR returned_at < delivered_at')).toBe(0);
    expect(count(`shipment_events WHERE at > '${ANCHOR.toISOString()}'`)).toBe(0);
    expect(count('shipment_events JOIN orders USING (order_id) WHERE at < placed_at')).toBe(0);
    expect(count('refunds JOIN orders USING (order_id) WHERE paid_at < delivered_at')).toBe(0);
  });

  it('is the same for the same anchor and moves with it', async () => {
    const dump = () =>
      query('SELECT * FROM orders JOIN order_lines USING (order_id) JOIN customers USING (customer_id) ORDER BY order_id, line');
    await (await open()).close();
    const first = dump();
    await rm(folder, { recursive: true });
    await (await open()).close();
    expect(dump()).toEqual(first);
    await rm(folder, { recursive: true });
    await (await open(folder, new Date(ANCHOR.getTime() + DAY_MS))).close();
    expect(dump()).not.toEqual(first);
  });

  it('keeps its data when it is opened again, whatever the anchor', async () => {
    const shop = await openShop({ folder });
    await shop.call('process_refund', { orderId: 'LF-10002', amountCents: 4_000 }, 'C-1001', 'kept');
    await shop.pack.close();
    const again = await openShop({ folder, daysLater: 3 });
    expect(await again.call('lookup_order', { orderId: 'LF-10002' }, 'C-1001')).toMatchObject({
      output: { orders: [{ refundedCents: 4_000 }] },
    });
    expect(await again.pack.changedRecords()).toEqual([]);
    expect(await again.call('process_refund', { orderId: 'LF-10002', amountCents: 4_000 }, 'C-1001', 'kept')).toMatchObject({ kind: 'ok' });
    expect(count("refunds WHERE order_id = 'LF-10002'")).toBe(1);
    await again.pack.close();
  });

  it('pays once when two processes call one key', async () => {
    const [one, two] = [await openShop({ folder }), await openShop({ folder })];
    const refund = { orderId: 'LF-10002', amountCents: 4_000 };
    const outcomes = await Promise.all([one, two].map((shop) => shop.call('process_refund', refund, 'C-1001', 'shared')));
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(count("refunds WHERE order_id = 'LF-10002'")).toBe(1);
    await Promise.all([one.pack.close(), two.pack.close()]);
  });

  it('says what to do with a file that it cannot read', async () => {
    await writeFile(join(folder, 'shop.db'), 'this is no database, and it is long enough to be taken for one. '.repeat(20));
    await expect(open()).rejects.toMatchObject({ code: 'store_corrupt', hint: expect.stringContaining('shop.db') });
  });

  it('does not open without a sentence for each of its rules', async () => {
    const { final_sale: _left, ...rules } = policies.rules;
    const opened = openDemoShop({ folder: ':memory:', anchor: ANCHOR, now: () => ANCHOR, policies: { ...policies, rules } });
    await expect(opened).rejects.toMatchObject({ code: 'config_invalid', message: expect.stringContaining('final_sale') });
  });
});
