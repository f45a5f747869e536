import type { Conversation } from '../domain/conversation.ts';
import type { TicketNumber } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** The ticket of this conversation on which somebody still has to say yes or no: until then nothing is settled. */
export async function pendingApproval(
  { memory }: Pick<Conversation, 'memory'>,
  store: Pick<Store, 'ticket'>,
  /** Only one about this order. */
  orderId?: string,
): Promise<TicketNumber | undefined> {
  for (const number of memory.tickets.toReversed()) {
    const ticket = await store.ticket(number);
    if (ticket?.approval?.state.kind !== 'pending') continue;
    if (orderId === undefined || isAbout(ticket.approval.request.proposal.input, orderId)) return number;
  }
  return undefined;
}

const isAbout = (input: unknown, orderId: string): boolean =>
  typeof input === 'object' && input !== null && 'orderId' in input && input.orderId === orderId;
