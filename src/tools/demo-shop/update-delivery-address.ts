import { z } from 'zod';
import { changeDone, type ChangeDone } from '../../domain/commerce.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { normalAddress } from './account-field.ts';
import { once } from './call-ledger.ts';
import { changeableOrder } from './changeable-order.ts';
import { orderIdInput } from './order-id.ts';
import { orderRef } from './order-ref.ts';
import { findOrder } from './order-records.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

export const updateDeliveryAddress = (shop: Shop) =>
  defineTool({
    name: 'update_delivery_address',
    description: 'Send an order of the verified customer that has not shipped to another address.',
    input: z.object({ orderId: orderIdInput, address: z.string().trim().min(1).max(300) }),
    output: changeDone,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ orderId }) => [orderRef(orderId)],
    run: async (input, context) =>
      once(shop, context, {
        tool: 'update_delivery_address',
        input,
        output: changeDone,
        effect: (customer) => readdress(shop, customer, input.orderId, input.address),
      }),
    confirm: async ({ orderId, address }, _output, { customerId }) => {
      const order = customerId === undefined ? undefined : findOrder(shop.db, customerId, orderId);
      return order && order.shippingAddress === normalAddress(address) ? 'confirmed' : 'absent';
    },
  });

function readdress(shop: Shop, customer: CustomerId, orderId: string, written: string): ToolOutcome<ChangeDone> {
  const found = changeableOrder(shop, customer, orderId);
  if (found.kind === 'refused') return found;
  const address = normalAddress(written);
  if (address === undefined) return refuse(shop.policies, 'invalid_value');
  shop.db
    .prepare(`UPDATE orders SET shipping_address = ? WHERE order_id = ? AND customer_id = ? AND status = 'processing'`)
    .run(address, orderId, customer);
  return {
    kind: 'ok',
    output: { what: `delivery address of ${orderId}`, detail: `it now goes to ${address}` },
    summary: `changed the delivery address of ${orderId}`,
  };
}
