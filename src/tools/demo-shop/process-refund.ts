import { z } from 'zod';
import { refundReceipt, type RefundReceipt } from '../../domain/commerce.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { formatMoney, usd } from '../../domain/money.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool, type ToolContext } from '../tool.ts';
import { once } from './call-ledger.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder } from './order-records.ts';
import { bookRefund } from './refund-ledger.ts';
import { refuse } from './refusal.ts';
import { assessRefund, refundReason } from './refund-policy.ts';
import type { Shop } from './shop.ts';

const refundInput = z.object({
  orderId: orderIdInput,
  amountCents: z.int().positive(),
  reason: refundReason.optional(),
  item: z.string().trim().min(1).max(200).optional(),
});

/** Decides and books in one transaction, so that an eligibility that has changed since the customer's yes pays nothing. */
export const processRefund = (shop: Shop) =>
  defineTool({
    name: 'process_refund',
    description: 'Pay money back for one order of the verified customer, up to the amount that check_refund_eligibility gave.',
    input: refundInput,
    output: refundReceipt,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: ({ amountCents }) => {
      const { refundAboveCents, role } = shop.policies.approval;
      const limit = usd(refundAboveCents);
      return amountCents > refundAboveCents
        ? { kind: 'human', because: `refunds above ${formatMoney(limit)} need a person's approval`, role, limit }
        : { kind: 'automatic' };
    },
    amount: ({ amountCents }) => usd(amountCents),
    records: ({ orderId }) => [orderRef(orderId)],
    run: async (input, context) =>
      once(shop, context, {
        tool: 'process_refund',
        input,
        output: refundReceipt,
        effect: (customer) => payRefund(shop, customer, input, context),
      }),
    confirm: async (_input, receipt, context) => (isInLedger(shop, context, receipt) ? 'confirmed' : 'absent'),
  });

function payRefund(shop: Shop, customer: CustomerId, input: z.infer<typeof refundInput>, context: ToolContext): ToolOutcome<RefundReceipt> {
  const { orderId, amountCents, reason = 'unwanted', item } = input;
  const order = findOrder(shop.db, customer, orderId);
  if (!order) return refuse(shop.policies, 'not_found');
  const now = context.now();
  const verdict = assessRefund(order, { reason, item, now }, shop.policies.refund);
  if (verdict.kind === 'refused') return refuse(shop.policies, verdict.rule);
  if (amountCents > verdict.amountCents) return refuse(shop.policies, 'amount_differs');
  const { rule, covers } = verdict;
  const receipt = bookRefund(shop, { order, amountCents, covers, rule, reason, idempotencyKey: context.idempotencyKey, paidAt: now });
  return { kind: 'ok', output: receipt, summary: `refunded ${formatMoney(usd(amountCents))} for ${orderId}` };
}

function isInLedger({ db }: Shop, { customerId }: ToolContext, receipt: RefundReceipt): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM refunds r JOIN orders o ON o.order_id = r.order_id
       WHERE r.refund_id = ? AND r.order_id = ? AND r.amount_cents = ? AND o.customer_id = ?`,
    )
    .get(receipt.refundId, receipt.orderId, receipt.amountCents, customerId);
  return row !== undefined;
}
