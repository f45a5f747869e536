import { z } from 'zod';
import { changeDone, type ChangeDone } from '../../domain/commerce.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { formatMoney, usd } from '../../domain/money.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { once } from './call-ledger.ts';
import { changeableOrder } from './changeable-order.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder, orderTotalCents } from './order-records.ts';
import { paymentOf, paymentText } from './payment.ts';
import type { Shop } from './shop.ts';

export const cancelOrder = (shop: Shop) =>
  defineTool({
    name: 'cancel_order',
    description: 'Cancel an order of the verified customer that has not shipped; the payment is released.',
    input: z.object({ orderId: orderIdInput }),
    output: changeDone,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ orderId }) => [orderRef(orderId)],
    run: async (input, context) =>
      once(shop, context, {
        tool: 'cancel_order',
        input,
        output: changeDone,
        effect: (customer) => cancel(shop, customer, input.orderId, context.now()),
      }),
    confirm: async ({ orderId }, _output, { customerId }) =>
      customerId !== undefined && findOrder(shop.db, customerId, orderId)?.status === 'cancelled' ? 'confirmed' : 'absent',
  });

function cancel(shop: Shop, customer: CustomerId, orderId: string, now: Date): ToolOutcome<ChangeDone> {
  const found = changeableOrder(shop, customer, orderId);
  if (found.kind === 'refused') return found;
  shop.db
    .prepare(`UPDATE orders SET status = 'cancelled', cancelled_at = ? WHERE order_id = ? AND customer_id = ? AND status = 'processing'`)
    .run(now.toISOString(), orderId, customer);
  const total = formatMoney(usd(orderTotalCents(found.order)));
  const paidWith = paymentText(paymentOf(found.order), found.order.card);
  return {
    kind: 'ok',
    output: { what: `${orderId} is cancelled`, detail: `the payment of ${total} (${paidWith}) is released` },
    summary: `cancelled ${orderId}`,
  };
}
