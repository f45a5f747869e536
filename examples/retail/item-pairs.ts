import { fails } from '../world/effects.ts';
import { toCents } from './money.ts';
import type { Order, OrderItem, Variant } from './records.ts';
import type { Shop } from './shop.ts';

/** One line of an order and the variant that it becomes. */
export interface ItemPair {
  readonly line: OrderItem;
  readonly becomes: Variant;
}

type Failure = ReturnType<typeof fails>;
export type Paired = { readonly kind: 'paired'; readonly pairs: readonly ItemPair[] } | Failure;

/** An item that is listed more often than it stands in the order; undefined when all are there. */
export function missingItem({ items }: Order, itemIds: readonly string[]): string | undefined {
  const count = (ids: readonly string[], wanted: string): number => ids.filter((id) => id === wanted).length;
  const ordered = items.map(({ item_id }) => item_id);
  return itemIds.find((id) => count(itemIds, id) > count(ordered, id));
}

/** Puts old and new items together, in their order. Every new one is an available variant of the same product. */
export function pairItems(
  shop: Shop,
  order: Order,
  itemIds: readonly string[],
  newItemIds: readonly string[],
  { mayStay }: { readonly mayStay: boolean },
): Paired {
  const missing = missingItem(order, itemIds);
  if (missing !== undefined) return fails('item_not_in_order', `${missing} is not that often in the order`);
  if (itemIds.length !== newItemIds.length) return fails('items_do_not_pair', 'as many new items are needed as old ones');
  const pairs: ItemPair[] = [];
  for (const [index, itemId] of itemIds.entries()) {
    const line = order.items.find(({ item_id }) => item_id === itemId);
    const newItemId = newItemIds[index] ?? '';
    const becomes = line && shop.products.get(line.product_id)?.variants[newItemId];
    if (!mayStay && newItemId === itemId) return fails('item_unchanged', `${itemId} would stay what it is`);
    if (!becomes) return fails('item_of_other_product', `${newItemId} is no variant of the product of ${itemId}`);
    if (!becomes.available) return fails('item_unavailable', `${newItemId} is not available`);
    pairs.push({ line, becomes });
  }
  return { kind: 'paired', pairs };
}

/** What the customer pays for the change, or gets back when negative. */
export const differenceCents = (pairs: readonly ItemPair[]): number =>
  pairs.reduce((sum, { line, becomes }) => sum + toCents(becomes.price) - toCents(line.price), 0);
