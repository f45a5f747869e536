import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import type { ReturnInput } from '../inputs.ts';
import { methodIn, orderFacts, type OrderFacts } from '../order-facts.ts';
import { originalMethod } from '../payments.ts';
import type { Shop } from '../shop.ts';
import { itemsOfOrder } from './items.ts';
import { deliveredToReturn } from './order-status.ts';
import { methodOfCustomer } from './payment.ts';

export const refundWhereAllowed = defineRule<OrderFacts<ReturnInput>>({
  name: 'refund_to_original_or_gift_card',
  policy: 'Return delivered order: the refund goes to the original payment method or to an existing gift card.',
  customer: 'a refund can only go to the payment method it was paid with, or to a gift card of yours',
  human: 'The refund would go to a method that did not pay and is no gift card.',
  breach({ input, order, user }) {
    const isGiftCard = methodIn(user, input.payment_method_id)?.source === 'gift_card';
    return isGiftCard || originalMethod(order) === input.payment_method_id ? undefined : input.payment_method_id;
  },
});

export const returnPolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<ReturnInput>) => orderFacts(shop)(call),
    rules: [deliveredToReturn, itemsOfOrder, methodOfCustomer, refundWhereAllowed],
  });
