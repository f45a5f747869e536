import { changeDone, refundReceipt } from '../../domain/commerce.ts';
import { usd } from '../../domain/money.ts';
import type { Speech } from '../speech.ts';

/** What is said once a tool has done its work; success is worded from its result, or from what was agreed and is done now. */
const done: Readonly<Record<string, (output: unknown, rendered: string, speech: Speech) => string>> = {
  process_refund(output, _rendered, speech) {
    const { orderId, amountCents, destination } = refundReceipt.parse(output);
    return speech.say('refund.paid', {
      order: orderId,
      amount: speech.money(usd(amountCents)),
      destination: speech.payment(destination),
      paidWithin: speech.paidWithin(),
    });
  },
  cancel_order: (output, rendered, speech) => speech.done('cancel.done', changeDone.parse(output), rendered),
  update_delivery_address: (output, rendered, speech) => speech.done('delivery.done', changeDone.parse(output), rendered),
  update_account: (output, rendered, speech) => speech.done('account.done', changeDone.parse(output), rendered),
};

/** The words for a change that was carried out and read back. `rendered` is what the customer said yes to. */
export const doneWords = (tool: string, output: unknown, rendered: string, speech: Speech): string =>
  done[tool]?.(output, rendered, speech) ?? speech.say('action.done');
