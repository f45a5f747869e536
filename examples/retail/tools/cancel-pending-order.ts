import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { cancelInput } from '../inputs.ts';
import { toCents } from '../money.ts';
import { charge } from '../payments.ts';
import type { Order, PaymentEntry } from '../records.ts';
import { cancelPolicy } from '../rules/cancel.ts';
import { orders, type Shop } from '../shop.ts';

export const cancelPendingOrder = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'cancel_pending_order',
    description: 'Cancel a whole pending order; what was paid goes back to the methods it was paid with.',
    input: cancelInput,
    policy: cancelPolicy(shop),
    change(before, { reason }) {
      if (before.status !== 'pending') return fails('order_not_pending', 'only a pending order can be cancelled');
      for (const { amount, payment_method_id } of before.payment_history) charge(shop, before.user_id, payment_method_id, -toCents(amount));
      return {
        ...before,
        status: 'cancelled',
        cancel_reason: reason,
        payment_history: [...before.payment_history, ...refundsOf(before)],
      };
    },
  });

/** One for every entry, whatever its kind: the system mirrors them all. */
const refundsOf = ({ payment_history }: Order): PaymentEntry[] =>
  payment_history.map((entry) => ({ ...entry, transaction_type: 'refund' as const }));
