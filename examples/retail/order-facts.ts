import type { PolicyCall, Story } from 'deskhand/pack';
import type { Order, PaymentMethod, User } from './records.ts';
import type { Shop } from './shop.ts';

/** What the rules of an order tool look at. */
export interface OrderFacts<Input> {
  readonly input: Input;
  readonly order: Order;
  readonly user: User;
  readonly story: Story;
  readonly shop: Shop;
}

/** Reads the facts of a call on an order. The gate has made sure that it is the customer's, so that both records exist. */
export const orderFacts =
  (shop: Shop) =>
  <Input extends { readonly order_id: string }>({ input, story }: PolicyCall<Input>): OrderFacts<Input> => {
    const order = shop.orders.get(input.order_id);
    const user = order && shop.users.get(order.user_id);
    if (!order || !user) throw new TypeError(`no customer for order ${input.order_id}`);
    return { input, order, user, story, shop };
  };

export const methodIn = ({ payment_methods }: User, methodId: string): PaymentMethod | undefined => payment_methods[methodId];
