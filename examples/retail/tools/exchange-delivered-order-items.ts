import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { itemPairsInput } from '../inputs.ts';
import { differenceCents, pairItems } from '../item-pairs.ts';
import { toDollars } from '../money.ts';
import { covers, methodOf } from '../payments.ts';
import { exchangePolicy } from '../rules/items.ts';
import { orders, type Shop } from '../shop.ts';

export const exchangeDeliveredOrderItems = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'exchange_delivered_order_items',
    description: 'Ask for the exchange of items of a delivered order for other variants of the same products. Once per order.',
    input: itemPairsInput,
    policy: exchangePolicy(shop),
    change(before, { item_ids, new_item_ids, payment_method_id }) {
      if (before.status !== 'delivered') return fails('order_not_delivered', 'only items of a delivered order can be exchanged');
      const paired = pairItems(shop, before, item_ids, new_item_ids, { mayStay: true });
      if (paired.kind === 'refused') return paired;
      const method = methodOf(shop, before, payment_method_id);
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      const cents = differenceCents(paired.pairs);
      if (!covers(method, cents)) return fails('balance_too_low', 'the gift card does not cover the difference');
      return {
        ...before,
        status: 'exchange requested',
        exchange_items: item_ids.toSorted(),
        exchange_new_items: new_item_ids.toSorted(),
        exchange_payment_method_id: payment_method_id,
        exchange_price_difference: toDollars(cents),
      };
    },
  });
