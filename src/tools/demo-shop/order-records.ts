import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { CustomerId } from '../../domain/ids.ts';
import { prepared } from './prepared.ts';

const flag = z.number().transform((value) => value === 1);

const orderRow = z.object({
  orderId: z.string(),
  placedAt: z.string(),
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'returned']),
  giftCardCents: z.int(),
  card: z.string().nullable(),
  shippingAddress: z.string(),
  deliveredAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  returnedAt: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  shipmentState: z.enum(['label_created', 'in_transit', 'out_for_delivery', 'delivered', 'delayed', 'exception']).nullable(),
  expectedAt: z.string().nullable(),
  lastScanAt: z.string().nullable(),
  cardRefundedCents: z.int(),
});

const lineRow = z.object({
  line: z.int(),
  sku: z.string(),
  name: z.string(),
  quantity: z.int(),
  priceCents: z.int(),
  finalSale: flag,
  giftCard: flag,
  refundedCents: z.int(),
});

const refundRow = z.object({ amountCents: z.int(), at: z.string() });

/** `priceCents` is the price of one piece; `refundedCents` is what the ledger has paid back for the line. */
export type OrderLine = z.infer<typeof lineRow>;
/** An order with its shipment and what the refund ledger says about it. `lastScanAt` is the newest shipment event. */
export type OrderRecord = z.infer<typeof orderRow> & {
  readonly lines: readonly OrderLine[];
  /** Newest first. */
  readonly refunds: readonly z.infer<typeof refundRow>[];
};

const SELECT_ORDER = `
  SELECT o.order_id AS orderId, o.placed_at AS placedAt, o.status, o.gift_card_cents AS giftCardCents, o.card,
    o.shipping_address AS shippingAddress, o.delivered_at AS deliveredAt, o.cancelled_at AS cancelledAt, o.returned_at AS returnedAt,
    s.carrier, s.tracking_number AS trackingNumber, s.state AS shipmentState, s.expected_at AS expectedAt,
    (SELECT MAX(e.at) FROM shipment_events e WHERE e.order_id = o.order_id) AS lastScanAt,
    (SELECT COALESCE(SUM(r.card_cents), 0) FROM refunds r WHERE r.order_id = o.order_id) AS cardRefundedCents
  FROM orders o LEFT JOIN shipments s ON s.order_id = o.order_id`;

const SELECT_LINES = `
  SELECT l.line, l.sku, l.name, l.quantity, l.price_cents AS priceCents, l.final_sale AS finalSale, l.gift_card AS giftCard,
    (SELECT COALESCE(SUM(r.amount_cents), 0) FROM refund_lines r WHERE r.order_id = l.order_id AND r.line = l.line) AS refundedCents
  FROM order_lines l JOIN orders o ON o.order_id = l.order_id
  WHERE l.order_id = ? AND o.customer_id = ? ORDER BY l.line`;

const SELECT_REFUNDS = `
  SELECT r.amount_cents AS amountCents, r.paid_at AS at FROM refunds r JOIN orders o ON o.order_id = r.order_id
  WHERE r.order_id = ? AND o.customer_id = ? ORDER BY r.paid_at DESC, r.refund_id DESC`;

/** The order when it is this customer's; an order of somebody else is as absent as one that never existed. */
export function findOrder(db: Database.Database, customer: CustomerId, orderId: string): OrderRecord | undefined {
  const row = prepared(db, `${SELECT_ORDER} WHERE o.order_id = ? AND o.customer_id = ?`).get(orderId, customer);
  return row === undefined ? undefined : withLines(db, customer, row);
}

/** The customer's newest orders, newest first. */
export function latestOrders(db: Database.Database, customer: CustomerId, limit: number): readonly OrderRecord[] {
  const newest = prepared(db, `${SELECT_ORDER} WHERE o.customer_id = ? ORDER BY o.placed_at DESC, o.order_id DESC LIMIT ?`);
  const rows = newest.all(customer, limit);
  return rows.map((row) => withLines(db, customer, row));
}

function withLines(db: Database.Database, customer: CustomerId, row: unknown): OrderRecord {
  const order = orderRow.parse(row);
  return {
    ...order,
    lines: z.array(lineRow).parse(prepared(db, SELECT_LINES).all(order.orderId, customer)),
    refunds: z.array(refundRow).parse(prepared(db, SELECT_REFUNDS).all(order.orderId, customer)),
  };
}

export const lineTotalCents = (line: OrderLine): number => line.quantity * line.priceCents;

export function orderTotalCents(order: OrderRecord): number {
  return order.lines.reduce((sum, line) => sum + lineTotalCents(line), 0);
}

export function orderRefundedCents(order: OrderRecord): number {
  return order.lines.reduce((sum, line) => sum + line.refundedCents, 0);
}

/** Until the parcel leaves, an order can be cancelled and sent elsewhere. */
export const canChange = (order: OrderRecord): boolean => order.status === 'processing';
