import type { DomainEvent } from '../domain/event.ts';
import type { ConversationLog } from './conversation-log.ts';
import { named } from './conversation-log.ts';

/**
 * From the customer's first message, by the sender's clock, to the first answer of the agent. A clock that runs ahead
 * is replaced by our own time of receipt. Undefined when a human answered first or nobody did.
 */
export function firstResponseMs(log: ConversationLog): number | undefined {
  const asked = named(log, 'message.received')[0];
  if (asked === undefined) return undefined;
  const answered = named(log, 'message.delivered').find(({ at, fields }) => at >= asked.at && fields.speaker !== 'system');
  if (answered === undefined || answered.fields.speaker !== 'agent') return undefined;
  const sentAt = Date.parse(asked.fields.sentAt);
  const since = Number.isFinite(sentAt) && sentAt <= asked.at.getTime() ? sentAt : asked.at.getTime();
  return answered.at.getTime() - since;
}

/**
 * Time in our hands: from each customer message to the answer to it, by agent or human. An answer that announces a
 * human does not end it: then the human's answer, or the end of the ticket, does.
 */
export function handleMs(log: ConversationLog): number {
  return log.events.reduce(handledAfter, { totalMs: 0, since: undefined, tickets: [] }).totalMs;
}

interface Handling {
  readonly totalMs: number;
  /** When the message came in that still waits for us. */
  readonly since: Date | undefined;
  /** Open tickets: while there is one, only a human's answer is an answer. */
  readonly tickets: readonly string[];
}

function handledAfter(before: Handling, event: DomainEvent): Handling {
  if (event.name === 'message.received') return { ...before, since: before.since ?? event.at };
  if (event.name === 'ticket.opened') return { ...before, tickets: [...before.tickets, event.fields.ticket] };
  if (event.name === 'message.delivered') return isAnswer(event.fields.speaker, before) ? endsWait(before, event.at) : before;
  if (event.name === 'conversation.resolved') return endsWait(before, event.at);
  if (event.name !== 'ticket.returned' && event.name !== 'approval.decided' && event.name !== 'ticket.resolved') return before;
  const after = { ...before, tickets: before.tickets.filter((ticket) => ticket !== event.fields.ticket) };
  return event.name === 'ticket.resolved' && after.tickets.length === 0 ? endsWait(after, event.at) : after;
}

const isAnswer = (speaker: string, { tickets }: Handling): boolean => speaker === 'staff' || (speaker === 'agent' && tickets.length === 0);

function endsWait(before: Handling, at: Date): Handling {
  return { ...before, totalMs: before.totalMs + (before.since ? at.getTime() - before.since.getTime() : 0), since: undefined };
}

/** From claim to end of each ticket: what a human spent, as far as events can tell. */
export function humanMs(log: ConversationLog): number {
  const claimedAt = new Map<string, number>();
  let total = 0;
  for (const event of log.events) {
    if (event.name === 'ticket.claimed') claimedAt.set(event.fields.ticket, event.at.getTime());
    if (event.name !== 'ticket.resolved' && event.name !== 'ticket.returned' && event.name !== 'approval.decided') continue;
    const since = claimedAt.get(event.fields.ticket);
    if (since !== undefined) total += event.at.getTime() - since;
    claimedAt.delete(event.fields.ticket);
  }
  return total;
}
