import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { orderPaymentInput } from '../inputs.ts';
import { toCents } from '../money.ts';
import { charge, covers, methodOf } from '../payments.ts';
import { orderPaymentPolicy } from '../rules/payment.ts';
import { orders, type Shop } from '../shop.ts';

export const modifyPendingOrderPayment = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'modify_pending_order_payment',
    description: 'Pay a pending order with another method of the customer; the first one gets its money back.',
    input: orderPaymentInput,
    policy: orderPaymentPolicy(shop),
    change(before, { payment_method_id }) {
      if (!before.status.includes('pending')) return fails('order_not_pending', 'only a pending order can be changed');
      const method = methodOf(shop, before, payment_method_id);
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      const [paid, ...more] = before.payment_history;
      if (paid?.transaction_type !== 'payment' || more.length > 0) return fails('not_one_payment', 'the order was not paid in one payment');
      if (paid.payment_method_id === payment_method_id) return fails('method_unchanged', 'the order is paid with that method already');
      const cents = toCents(paid.amount);
      if (!covers(method, cents)) return fails('balance_too_low', 'the gift card does not cover the order');
      charge(shop, before.user_id, payment_method_id, cents);
      charge(shop, before.user_id, paid.payment_method_id, -cents);
      return {
        ...before,
        payment_history: [paid, { ...paid, payment_method_id }, { ...paid, transaction_type: 'refund' as const }],
      };
    },
  });
