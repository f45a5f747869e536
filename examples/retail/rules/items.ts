import { canonicalJson, definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import { wasSeen } from '../../world/words.ts';
import type { ItemPairsInput } from '../inputs.ts';
import { missingItem } from '../item-pairs.ts';
import { toCents } from '../money.ts';
import { methodIn, orderFacts, type OrderFacts } from '../order-facts.ts';
import { covers } from '../payments.ts';
import type { OrderItem, Variant } from '../records.ts';
import type { Shop } from '../shop.ts';
import { deliveredToExchange, itemsNotModified, pendingToModify } from './order-status.ts';
import { methodOfCustomer } from './payment.ts';

type Facts = OrderFacts<ItemPairsInput>;

/** Old lines beside what they would become, as far as both are known. */
function pairsOf({
  input,
  order,
  shop,
}: Facts): { readonly line: OrderItem; readonly itemId: string; readonly found: Found | undefined }[] {
  return input.item_ids.flatMap((id, index) => {
    const line = order.items.find(({ item_id }) => item_id === id);
    const itemId = input.new_item_ids[index] ?? '';
    return line ? [{ line, itemId, found: shop.variantOf(itemId) }] : [];
  });
}
type Found = NonNullable<ReturnType<Shop['variantOf']>>;

export const itemsOfOrder = defineRule<OrderFacts<{ readonly item_ids: readonly string[] }>>({
  name: 'items_of_order',
  policy: 'Return, exchange and modify: the customer confirms the list of items, and these are items of the order.',
  customer: 'not all of these items are in the order',
  human: 'An item is not in the order, or not that often.',
  breach({ input, order }) {
    if (input.item_ids.length === 0) return 'no item is named';
    const missing = missingItem(order, input.item_ids);
    return missing === undefined ? undefined : `${missing} is not that often in the order`;
  },
});

export const oneNewItemEach = defineRule<Facts>({
  name: 'one_new_item_each',
  policy: 'Modify items and exchange: each item is changed to one new item; items cannot be added or taken away.',
  customer: 'each item can only be changed to one other, and none can be added or removed',
  human: 'Old and new items do not pair up.',
  breach: ({ input }) =>
    input.item_ids.length === input.new_item_ids.length
      ? undefined
      : `${input.item_ids.length} items, ${input.new_item_ids.length} new items`,
});

export const sameProduct = defineRule<Facts>({
  name: 'same_product',
  policy: 'Modify items and exchange: the new item is of the same product; a shirt cannot become a shoe.',
  customer: 'an item can only be changed to another one of the same product',
  human: 'The new item is of another product.',
  breach(facts) {
    const other = pairsOf(facts).find(({ line, found }) => found?.product.product_id !== line.product_id);
    return other && `${other.line.name} would become ${other.found?.product.name ?? `the unknown item ${other.itemId}`}`;
  },
});

export const availableItem = defineRule<Facts>({
  name: 'available_item',
  policy: 'Modify items and exchange: the new item is available.',
  customer: 'that item is not available at the moment',
  human: 'The new item is not available.',
  breach: (facts) => pairsOf(facts).find(({ found }) => found?.variant.available === false)?.itemId,
});

export const otherOption = defineRule<Facts>({
  name: 'other_option',
  policy: 'Modify items and exchange: the new item has another product option than the old one.',
  customer: 'an item can only be changed to one with another option',
  human: 'The new item is the same as the old one.',
  breach(facts) {
    const same = pairsOf(facts).find(({ line, found }) => found && isSame(line, found.variant));
    return same && `${same.line.name} ${same.line.item_id}`;
  },
});

const isSame = (line: OrderItem, variant: Variant): boolean =>
  line.item_id === variant.item_id || canonicalJson(line.options) === canonicalJson(variant.options);

export const itemsSeen = defineRule<Facts>({
  name: 'items_not_made_up',
  policy: 'General: nothing is made up that neither the customer nor a tool has given.',
  customer: 'I have to look that item up first',
  human: 'A new item was never shown in this conversation.',
  breach: ({ input, story }) => input.new_item_ids.find((id) => !wasSeen(story, id)),
});

export const giftCardCoversDifference = defineRule<Facts>({
  name: 'gift_card_covers_difference',
  policy: 'Modify items and exchange: a gift card has to cover the price difference.',
  customer: 'the gift card does not cover the price difference',
  human: 'The gift card does not cover the price difference.',
  breach(facts) {
    const method = methodIn(facts.user, facts.input.payment_method_id);
    const cents = pairsOf(facts).reduce(
      (sum, { line, found }) => sum + toCents(found?.variant.price ?? line.price) - toCents(line.price),
      0,
    );
    return method && !covers(method, cents) ? `${cents} cents to pay` : undefined;
  },
});

const CHANGED_ITEMS = [
  itemsOfOrder,
  oneNewItemEach,
  sameProduct,
  availableItem,
  otherOption,
  itemsSeen,
  methodOfCustomer,
  giftCardCoversDifference,
];

export const modifyItemsPolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<ItemPairsInput>) => orderFacts(shop)(call),
    rules: [itemsNotModified, pendingToModify, ...CHANGED_ITEMS],
  });

export const exchangePolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<ItemPairsInput>) => orderFacts(shop)(call),
    rules: [deliveredToExchange, ...CHANGED_ITEMS],
  });
