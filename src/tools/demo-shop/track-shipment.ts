import { z } from 'zod';
import { shipmentView, type ShipmentView } from '../../domain/commerce.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { asCustomer } from './as-customer.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder } from './order-records.ts';
import { refuse } from './refusal.ts';
import { shipmentState } from './shipment-state.ts';
import type { Shop } from './shop.ts';

const scan = z.object({ at: z.string(), place: z.string(), what: z.string() });

export const trackShipment = (shop: Shop) =>
  defineTool({
    name: 'track_shipment',
    description: "Where the parcel of one order of the verified customer is: carrier, tracking number, state and the carrier's scans.",
    input: z.object({ orderId: orderIdInput }),
    output: shipmentView,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ orderId }) => [orderRef(orderId)],
    run: async ({ orderId }, context) =>
      asCustomer(shop, context, (customer): ToolOutcome<ShipmentView> => {
        const order = findOrder(shop.db, customer, orderId);
        if (!order) return refuse(shop.policies, 'not_found');
        const state = shipmentState(order, shop.policies.refund.lostAfterDays, context.now());
        if (state === undefined || order.carrier === null || order.trackingNumber === null) {
          return refuse(shop.policies, order.status === 'cancelled' ? 'order_cancelled' : 'not_shipped');
        }
        const { carrier, trackingNumber, expectedAt } = order;
        const output: ShipmentView = {
          orderId,
          carrier,
          trackingNumber,
          state,
          ...(expectedAt !== null && { expectedAt }),
          events: scansOf(shop, customer, orderId),
        };
        return { kind: 'ok', output, summary: `the parcel of ${orderId} is ${state}` };
      }),
  });

function scansOf({ db }: Shop, customer: CustomerId, orderId: string): ShipmentView['events'] {
  const rows = db
    .prepare(
      `SELECT e.at, e.place, e.what FROM shipment_events e JOIN orders o ON o.order_id = e.order_id
       WHERE e.order_id = ? AND o.customer_id = ? ORDER BY e.at DESC`,
    )
    .all(orderId, customer);
  return z.array(scan).parse(rows);
}
