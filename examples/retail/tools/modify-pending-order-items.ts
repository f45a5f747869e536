import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { itemPairsInput } from '../inputs.ts';
import { differenceCents, pairItems, type ItemPair } from '../item-pairs.ts';
import { toDollars } from '../money.ts';
import { charge, covers, methodOf } from '../payments.ts';
import type { OrderItem } from '../records.ts';
import { modifyItemsPolicy } from '../rules/items.ts';
import { orders, type Shop } from '../shop.ts';

export const modifyPendingOrderItems = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'modify_pending_order_items',
    description: 'Change items of a pending order to other variants of the same products. Once per order, so with all items at once.',
    input: itemPairsInput,
    policy: modifyItemsPolicy(shop),
    change(before, { item_ids, new_item_ids, payment_method_id }) {
      if (before.status !== 'pending') return fails('order_not_pending', 'only a pending order can be changed');
      const paired = pairItems(shop, before, item_ids, new_item_ids, { mayStay: false });
      if (paired.kind === 'refused') return paired;
      const method = methodOf(shop, before, payment_method_id);
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      const cents = differenceCents(paired.pairs);
      if (!covers(method, cents)) return fails('balance_too_low', 'the gift card does not cover the difference');
      charge(shop, before.user_id, payment_method_id, cents);
      const transaction_type = cents > 0 ? ('payment' as const) : ('refund' as const);
      return {
        ...before,
        items: replaceLines(before.items, paired.pairs),
        status: 'pending (item modified)',
        payment_history: [...before.payment_history, { transaction_type, amount: toDollars(Math.abs(cents)), payment_method_id }],
      };
    },
  });

/** Each pair changes the first line that carries the old item at that moment. */
function replaceLines(items: readonly OrderItem[], pairs: readonly ItemPair[]): OrderItem[] {
  const lines = [...items];
  for (const { line, becomes } of pairs) {
    const at = lines.findIndex(({ item_id }) => item_id === line.item_id);
    const { item_id, price, options } = becomes;
    const old = lines[at];
    if (old) lines[at] = { ...old, item_id, price, options };
  }
  return lines;
}
