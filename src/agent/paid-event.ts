import { refundReceipt } from '../domain/commerce.ts';
import { domainEvent, type DomainEvent } from '../domain/event.ts';
import type { ConversationId } from '../domain/ids.ts';

/** The ledger's event for a refund that was paid; nothing for any other change. `by` is `agent` or who approved it. */
export function paidEvents(output: unknown, conversation: ConversationId, by: string, at: Date): readonly DomainEvent[] {
  const receipt = refundReceipt.safeParse(output);
  if (!receipt.success) return [];
  const { refundId, orderId, amountCents } = receipt.data;
  return [domainEvent('refund.paid', at, conversation, { refund: refundId, order: orderId, amountCents, by })];
}
