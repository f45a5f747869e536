import type { CustomerId } from '../../domain/ids.ts';
import { canChange, findOrder, type OrderRecord } from './order-records.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

/** The order, if it is this customer's and has not left the warehouse. */
export function changeableOrder(
  shop: Shop,
  customer: CustomerId,
  orderId: string,
): { readonly kind: 'found'; readonly order: OrderRecord } | ReturnType<typeof refuse> {
  const order = findOrder(shop.db, customer, orderId);
  if (!order) return refuse(shop.policies, 'not_found');
  if (order.status === 'cancelled') return refuse(shop.policies, 'order_cancelled');
  return canChange(order) ? { kind: 'found', order } : refuse(shop.policies, 'cannot_change');
}
