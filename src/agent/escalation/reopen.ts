import { domainEvent, type DomainEvent } from '../../domain/event.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** How long a closed ticket is the same matter still: afterwards a message opens a new one. */
export const REOPEN_DAYS = 7;

/**
 * A customer who comes back within seven days gets the same ticket and the same person; undefined when it is not
 * closed, too old, or was not closed by talking (an approval that was decided, a conversation given back to the agent).
 */
export function reopenTicket(ticket: Ticket, now: Date): { readonly ticket: Ticket; readonly events: readonly DomainEvent[] } | undefined {
  if (ticket.state.kind !== 'resolved') return undefined;
  const { by, at, outcome } = ticket.state;
  if (['approved', 'denied', 'returned'].includes(outcome)) return undefined;
  if (now.getTime() - at.getTime() > REOPEN_DAYS * 86_400_000) return undefined;
  return {
    ticket: { ...ticket, state: { kind: 'claimed', by, at: now }, version: ticket.version + 1 },
    events: [domainEvent('ticket.reopened', now, ticket.conversation, { ticket: ticket.number })],
  };
}
