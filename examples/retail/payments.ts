import { toCents, toDollars } from './money.ts';
import type { Order, PaymentMethod, User } from './records.ts';
import type { Shop } from './shop.ts';

/** A method of the customer whose order it is. */
export const methodOf = (shop: Shop, order: Order, methodId: string): PaymentMethod | undefined =>
  shop.users.get(order.user_id)?.payment_methods[methodId];

/** The method that the order was paid with. */
export const originalMethod = ({ payment_history: [first] }: Order): string | undefined => first?.payment_method_id;

/** Whether a method can pay so many cents: only a gift card runs out. */
export const covers = (method: PaymentMethod, cents: number): boolean => method.source !== 'gift_card' || toCents(method.balance) >= cents;

/** Takes cents from a gift card, or adds them when negative; other methods hold no balance of ours. */
export function charge(shop: Shop, userId: string, methodId: string, cents: number): void {
  const user = shop.users.get(userId);
  const method = user?.payment_methods[methodId];
  if (!user || method?.source !== 'gift_card') return;
  const after = { ...method, balance: toDollars(toCents(method.balance) - cents) };
  shop.users.put(userId, withMethod(user, after));
}

const withMethod = (user: User, method: PaymentMethod): User => ({
  ...user,
  payment_methods: { ...user.payment_methods, [method.id]: method },
});
