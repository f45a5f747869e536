import { createEffects, type Effects } from '../world/effects.ts';
import type { RecordKind } from '../world/record-tools.ts';
import { openTable, type Table } from '../world/table.ts';
import { order, user, type Order, type Product, type User, type Variant } from './records.ts';

/** What each tool and rule of the shop works on. */
export interface Shop extends Effects {
  readonly products: Table<Product>;
  readonly users: Table<User>;
  readonly orders: Table<Order>;
  /** Item ids are unique over all products. */
  variantOf(itemId: string): { readonly product: Product; readonly variant: Variant } | undefined;
}

export interface ShopData {
  readonly products: ReadonlyMap<string, Product>;
  readonly users: ReadonlyMap<string, User>;
  readonly orders: ReadonlyMap<string, Order>;
}

/** A shop over the data as given: what one conversation changes, no other sees. */
export function openShop(data: ShopData): Shop {
  return {
    ...createEffects(),
    products: openTable(data.products),
    users: openTable(data.users),
    orders: openTable(data.orders),
    variantOf(itemId) {
      for (const product of data.products.values()) {
        const variant = product.variants[itemId];
        if (variant) return { product, variant };
      }
      return undefined;
    },
  };
}

export const orders = (shop: Shop): RecordKind<Order> => ({
  noun: 'order',
  argument: 'order_id',
  schema: order,
  table: shop.orders,
  refOf: (key) => ({ table: 'orders', key }),
});

export const users = (shop: Shop): RecordKind<User> => ({
  noun: 'user',
  argument: 'user_id',
  schema: user,
  table: shop.users,
  refOf: (key) => ({ table: 'users', key }),
});
