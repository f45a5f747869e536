import type { Conversation } from '../domain/conversation.ts';
import type { TicketNumber } from '../domain/ids.ts';
import type { ApprovalState, Ticket } from '../domain/ticket.ts';
import type { Store } from '../store/store.ts';

/** The ticket of this conversation on which somebody still has to say yes or no: until then nothing is settled. */
export async function pendingApproval(
  conversation: Pick<Conversation, 'memory'>,
  store: Pick<Store, 'ticket'>,
  orderId?: string,
): Promise<TicketNumber | undefined> {
  return (await latestApproval(conversation, store, 'pending', orderId))?.number;
}

/** The latest ticket of this conversation whose approval stands like this, of one order where one is given. */
export async function latestApproval(
  { memory }: Pick<Conversation, 'memory'>,
  store: Pick<Store, 'ticket'>,
  state: ApprovalState['kind'],
  orderId?: string,
): Promise<Ticket | undefined> {
  for (const number of memory.tickets.toReversed()) {
    const ticket = await store.ticket(number);
    if (ticket?.approval?.state.kind !== state) continue;
    if (orderId === undefined || isAbout(ticket.approval.request.proposal.input, orderId)) return ticket;
  }
  return undefined;
}

const isAbout = (input: unknown, orderId: string): boolean =>
  typeof input === 'object' && input !== null && 'orderId' in input && input.orderId === orderId;
