import { z } from 'zod';
import { ordersFound, type OrdersFound } from '../../domain/commerce.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { asCustomer } from './as-customer.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder, latestOrders } from './order-records.ts';
import { orderViewOf } from './order-view.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

/** Ten are more than anybody asks about and still fit one answer. */
const LATEST_ORDERS = 10;

export const lookupOrder = (shop: Shop) =>
  defineTool({
    name: 'lookup_order',
    description: "One order of the verified customer by its number, or, without a number, the customer's latest orders, newest first.",
    input: z.object({ orderId: orderIdInput.optional() }),
    output: ordersFound,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ orderId }) => (orderId === undefined ? [] : [orderRef(orderId)]),
    shows: ({ orders }) => orders.map(({ orderId }) => orderRef(orderId)),
    run: async ({ orderId }, context) =>
      asCustomer(shop, context, (customer): ToolOutcome<OrdersFound> => {
        if (orderId === undefined) {
          const orders = latestOrders(shop.db, customer, LATEST_ORDERS).map(orderViewOf);
          return { kind: 'ok', output: { orders }, summary: `found ${orders.length} orders` };
        }
        const order = findOrder(shop.db, customer, orderId);
        if (!order) return refuse(shop.policies, 'not_found');
        return { kind: 'ok', output: { orders: [orderViewOf(order)] }, summary: `order ${orderId} is ${order.status}` };
      }),
  });
