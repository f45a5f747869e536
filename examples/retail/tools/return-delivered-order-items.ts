import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { returnInput } from '../inputs.ts';
import { missingItem } from '../item-pairs.ts';
import { methodOf, originalMethod } from '../payments.ts';
import { returnPolicy } from '../rules/returns.ts';
import { orders, type Shop } from '../shop.ts';

export const returnDeliveredOrderItems = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'return_delivered_order_items',
    description: 'Ask for the return of items of a delivered order; the customer gets a mail with instructions.',
    input: returnInput,
    policy: returnPolicy(shop),
    change(before, { item_ids, payment_method_id }) {
      if (before.status !== 'delivered') return fails('order_not_delivered', 'only items of a delivered order can be returned');
      const method = methodOf(shop, before, payment_method_id);
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      if (method.source !== 'gift_card' && originalMethod(before) !== payment_method_id)
        return fails('method_not_allowed', 'the refund goes to the original method or to a gift card');
      const missing = missingItem(before, item_ids);
      if (missing !== undefined) return fails('item_not_in_order', `${missing} is not that often in the order`);
      return {
        ...before,
        status: 'return requested',
        return_items: item_ids.toSorted(),
        return_payment_method_id: payment_method_id,
      };
    },
  });
