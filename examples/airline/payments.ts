import type { Airline } from './airline.ts';
import type { PaymentMethod, User } from './records.ts';

/** Whether a method can pay so many dollars: a credit card always can. */
export const covers = (method: PaymentMethod, dollars: number): boolean => method.source === 'credit_card' || method.amount >= dollars;

/** Takes dollars from a gift card, or adds them when negative. */
export function chargeGiftCard(airline: Airline, userId: string, method: PaymentMethod, dollars: number): void {
  const user = airline.users.get(userId);
  if (!user || method.source !== 'gift_card') return;
  airline.users.put(userId, withMethod(user, { ...method, amount: method.amount - dollars }));
}

export const withMethod = (user: User, method: PaymentMethod): User => ({
  ...user,
  payment_methods: { ...user.payment_methods, [method.id]: method },
});

/** A certificate is gone once used, whatever was left on it. */
export function spendCertificate(airline: Airline, userId: string, methodId: string): void {
  const user = airline.users.get(userId);
  if (!user) return;
  const left = Object.entries(user.payment_methods).filter(([id]) => id !== methodId);
  airline.users.put(userId, { ...user, payment_methods: Object.fromEntries(left) });
}
