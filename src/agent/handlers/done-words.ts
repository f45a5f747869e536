import { changeDone, refundReceipt } from '../../domain/commerce.ts';
import { formatMoney, usd } from '../../domain/money.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { Say } from '../replies.ts';

/** What is said once a tool has done its work; success is worded from its result only. */
const done: Readonly<Record<string, (output: unknown, say: Say, policies: PolicySettings) => string>> = {
  process_refund: (output, say, { refund: { paidWithin } }) => {
    const { orderId, amountCents, destination } = refundReceipt.parse(output);
    return say('refund.paid', { order: orderId, amount: formatMoney(usd(amountCents)), destination, paidWithin });
  },
  cancel_order: (output, say) => say('cancel.done', changeDone.parse(output)),
  update_delivery_address: (output, say) => say('delivery.done', changeDone.parse(output)),
  update_account: (output, say) => say('account.done', changeDone.parse(output)),
};

/** The words for a change that was carried out and read back. */
export const doneWords = (tool: string, output: unknown, say: Say, policies: PolicySettings): string =>
  done[tool]?.(output, say, policies) ?? say('action.done');
