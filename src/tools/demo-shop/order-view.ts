import type { OrderView } from '../../domain/commerce.ts';
import { canChange, orderRefundedCents, orderTotalCents, type OrderRecord } from './order-records.ts';
import { paymentOf, paymentText } from './payment.ts';

/** An order as the plans read it. */
export function orderViewOf(order: OrderRecord): OrderView {
  return {
    orderId: order.orderId,
    placedAt: order.placedAt,
    status: order.status,
    lines: order.lines.map(({ sku, name, quantity, priceCents, finalSale }) => ({ sku, name, quantity, priceCents, finalSale })),
    totalCents: orderTotalCents(order),
    refundedCents: orderRefundedCents(order),
    refunds: [...order.refunds],
    currency: 'USD',
    paidWith: paymentText(paymentOf(order), order.card),
    shippingAddress: order.shippingAddress,
    ...(order.carrier !== null && { carrier: order.carrier }),
    ...(order.trackingNumber !== null && { trackingNumber: order.trackingNumber }),
    ...(order.expectedAt !== null && { expectedAt: order.expectedAt }),
    ...(order.deliveredAt !== null && { deliveredAt: order.deliveredAt }),
    ...(order.cancelledAt !== null && { cancelledAt: order.cancelledAt }),
    canChange: canChange(order),
  };
}
