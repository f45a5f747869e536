import { defineRule } from 'deskhand/pack';
import type { OrderFacts } from '../order-facts.ts';

const MODIFIED = 'pending (item modified)';

export const itemsNotModified = defineRule<OrderFacts<unknown>>({
  name: 'order_modified_before',
  policy: 'Modify pending order, items: once its items were modified, an order can be neither modified nor cancelled any more.',
  customer: 'its items were changed before, and after that it can no longer be changed or cancelled',
  human: 'The items of the order were modified before.',
  breach: ({ order }) => (order.status === MODIFIED ? `status: ${order.status}` : undefined),
});

export const pendingToCancel = defineRule<OrderFacts<unknown>>({
  name: 'cancel_pending_only',
  policy: "Cancel pending order: only an order whose status is 'pending' can be cancelled, and the status is checked before.",
  customer: 'it can only be cancelled while it is pending',
  human: 'The order is not pending.',
  breach: ({ order }) => (order.status === 'pending' ? undefined : `status: ${order.status}`),
});

export const pendingToModify = defineRule<OrderFacts<unknown>>({
  name: 'modify_pending_only',
  policy: "Modify pending order: only an order whose status is 'pending' can be modified, and the status is checked before.",
  customer: 'it can only be changed while it is pending',
  human: 'The order is not pending.',
  breach: ({ order }) => (order.status === 'pending' ? undefined : `status: ${order.status}`),
});

export const deliveredToReturn = defineRule<OrderFacts<unknown>>({
  name: 'return_delivered_only',
  policy: "Return delivered order: only an order whose status is 'delivered' can be returned.",
  customer: 'it can only be returned once it is delivered, and once per order',
  human: 'The order is not delivered, or a return or exchange was asked for before.',
  breach: ({ order }) => (order.status === 'delivered' ? undefined : `status: ${order.status}`),
});

export const deliveredToExchange = defineRule<OrderFacts<unknown>>({
  name: 'exchange_delivered_only',
  policy:
    "Exchange delivered order: only an order whose status is 'delivered' can be exchanged, and once per order (generic action rules).",
  customer: 'it can only be exchanged once it is delivered, and once per order',
  human: 'The order is not delivered, or a return or exchange was asked for before.',
  breach: ({ order }) => (order.status === 'delivered' ? undefined : `status: ${order.status}`),
});
