import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import type { OrderPaymentInput } from '../inputs.ts';
import { dollarText, toCents } from '../money.ts';
import { methodIn, orderFacts, type OrderFacts } from '../order-facts.ts';
import { covers, originalMethod } from '../payments.ts';
import type { Shop } from '../shop.ts';
import { itemsNotModified, pendingToModify } from './order-status.ts';

export const methodOfCustomer = defineRule<OrderFacts<{ readonly payment_method_id: string }>>({
  name: 'method_of_customer',
  policy: 'Modify, return and exchange: the customer provides the payment method; it is one of their profile.',
  customer: 'that payment method is not in your profile',
  human: 'The payment method is not in the profile.',
  breach: ({ input, user }) => (methodIn(user, input.payment_method_id) ? undefined : input.payment_method_id),
});

type Facts = OrderFacts<OrderPaymentInput>;

export const onePayment = defineRule<Facts>({
  name: 'payment_changed_once',
  policy: 'Modify payment: one single method replaces the original one.',
  customer: 'its payment was changed before',
  human: 'The order has more than its first payment.',
  breach: ({ order }) => (order.payment_history.length === 1 ? undefined : `${order.payment_history.length} payment entries`),
});

export const otherMethod = defineRule<Facts>({
  name: 'other_payment_method',
  policy: 'Modify payment: the new method differs from the original one.',
  customer: 'it is paid with that method already',
  human: 'The new method is the original one.',
  breach: ({ input, order }) => (originalMethod(order) === input.payment_method_id ? input.payment_method_id : undefined),
});

export const giftCardCoversOrder = defineRule<Facts>({
  name: 'gift_card_covers_order',
  policy: 'Modify payment: a gift card has to cover the total amount.',
  customer: 'the gift card does not cover the whole amount',
  human: 'The gift card does not cover the order.',
  breach({ input, order, user }) {
    const method = methodIn(user, input.payment_method_id);
    const cents = toCents(order.payment_history[0]?.amount ?? 0);
    return method && !covers(method, cents) ? `${dollarText(cents)} to pay` : undefined;
  },
});

export const orderPaymentPolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<OrderPaymentInput>) => orderFacts(shop)(call),
    rules: [itemsNotModified, pendingToModify, methodOfCustomer, onePayment, otherMethod, giftCardCoversOrder],
  });
