import { z } from 'zod';
import type { RefundReceipt } from '../../domain/commerce.ts';
import type { OrderRecord } from './order-records.ts';
import { paymentText, refundSplit } from './payment.ts';
import { prepared } from './prepared.ts';
import type { Grant } from './refusal.ts';
import type { RefundableLine, RefundReason } from './refund-policy.ts';
import type { Shop } from './shop.ts';

export interface RefundEntry {
  readonly order: OrderRecord;
  readonly amountCents: number;
  /** What the refund may be booked on; together at least `amountCents`. */
  readonly covers: readonly RefundableLine[];
  readonly rule: Grant;
  readonly reason: RefundReason;
  readonly idempotencyKey: string;
  readonly paidAt: Date;
}

const counted = z.object({ refunds: z.int() });

/** Writes one refund with the lines that it pays for. Call it inside a transaction. */
export function bookRefund({ db }: Shop, entry: RefundEntry): RefundReceipt {
  const { order, amountCents } = entry;
  const split = refundSplit(order, amountCents);
  const { refunds } = counted.parse(prepared(db, 'SELECT COUNT(*) AS refunds FROM refunds WHERE order_id = ?').get(order.orderId));
  const receipt: RefundReceipt = {
    refundId: `R-${order.orderId.slice('LF-'.length)}-${refunds + 1}`,
    orderId: order.orderId,
    amountCents,
    currency: 'USD',
    destination: paymentText(split, order.card),
    paidAt: entry.paidAt.toISOString(),
  };
  prepared(
    db,
    `INSERT INTO refunds (refund_id, order_id, amount_cents, card_cents, gift_card_cents, destination, rule, reason, paid_at, idempotency_key)
     VALUES (@refundId, @orderId, @amountCents, @cardCents, @giftCardCents, @destination, @rule, @reason, @paidAt, @idempotencyKey)`,
  ).run({ ...receipt, ...split, rule: entry.rule, reason: entry.reason, idempotencyKey: entry.idempotencyKey });
  const insertLine = prepared(db, 'INSERT INTO refund_lines (refund_id, order_id, line, amount_cents) VALUES (?, ?, ?, ?)');
  for (const { line, amountCents: part } of spread(amountCents, entry.covers)) insertLine.run(receipt.refundId, order.orderId, line, part);
  return receipt;
}

/** Books an amount on the one line that it pays for exactly, otherwise on the lines in their order. */
export function spread(amountCents: number, covers: readonly RefundableLine[]): readonly RefundableLine[] {
  const exact = covers.find((line) => line.amountCents === amountCents);
  if (exact) return [exact];
  const parts: RefundableLine[] = [];
  let left = amountCents;
  for (const line of covers) {
    const part = Math.min(left, line.amountCents);
    if (part > 0) parts.push({ ...line, amountCents: part });
    left -= part;
  }
  return parts;
}
