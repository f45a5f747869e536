import { z } from 'zod';
import { refundEligibility, type RefundEligibility } from '../../domain/commerce.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { asCustomer } from './as-customer.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder } from './order-records.ts';
import { paymentText, refundSplit } from './payment.ts';
import { refuse, sentenceFor } from './refusal.ts';
import { assessRefund, refundReason } from './refund-policy.ts';
import type { Shop } from './shop.ts';

export const checkRefundEligibility = (shop: Shop) =>
  defineTool({
    name: 'check_refund_eligibility',
    description: 'Whether an order of the verified customer, or one item of it, can be refunded, how much, where to and by which rule.',
    input: z.object({ orderId: orderIdInput, reason: refundReason.optional(), item: z.string().trim().min(1).max(200).optional() }),
    output: refundEligibility,
    effect: 'read',
    private: true,
    critical: true,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ orderId }) => [orderRef(orderId)],
    run: async ({ orderId, reason = 'unwanted', item }, context) =>
      asCustomer(shop, context, (customer): ToolOutcome<RefundEligibility> => {
        const order = findOrder(shop.db, customer, orderId);
        if (!order) return refuse(shop.policies, 'not_found');
        const verdict = assessRefund(order, { reason, item, now: context.now() }, shop.policies.refund);
        if (verdict.kind === 'refused') return refuse(shop.policies, verdict.rule);
        const output: RefundEligibility = {
          orderId,
          amountCents: verdict.amountCents,
          currency: 'USD',
          covers: verdict.covers.map(({ name }) => name),
          destination: paymentText(refundSplit(order, verdict.amountCents), order.card),
          rule: verdict.rule,
          because: sentenceFor(shop.policies, verdict.rule),
        };
        return { kind: 'ok', output, summary: `${orderId} can be refunded by ${verdict.rule}` };
      }),
  });
