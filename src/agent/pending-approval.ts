import type { Conversation } from '../domain/conversation.ts';
import type { TicketNumber } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** The ticket of this conversation on which somebody still has to say yes or no: until then nothing is settled. */
export async function pendingApproval(
  { memory }: Pick<Conversation, 'memory'>,
  store: Pick<Store, 'ticket'>,
): Promise<TicketNumber | undefined> {
  for (const number of memory.tickets.toReversed()) {
    const ticket = await store.ticket(number);
    if (ticket?.approval?.state.kind === 'pending') return number;
  }
  return undefined;
}
