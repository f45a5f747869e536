import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { order } from '../records.ts';
import { orderRef, type Shop } from '../shop.ts';

export const getOrderDetails = (shop: Shop) =>
  defineTool({
    name: 'get_order_details',
    description: 'An order: its items, status, address, shipments and payments.',
    input: z.strictObject({ order_id: z.string() }),
    output: order,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ order_id }) => [orderRef(order_id)],
    run: async ({ order_id }) => {
      const found = shop.orders.get(order_id);
      return found
        ? { kind: 'ok', output: found, summary: `order ${order_id} is ${found.status}` }
        : fails('order_unknown', 'there is no such order');
    },
  });
