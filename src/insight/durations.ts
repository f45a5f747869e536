import type { DomainEvent } from '../domain/event.ts';
import type { ConversationLog, EventOf } from './conversation-log.ts';
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
  return answered.at.getTime() - sentMs(asked);
}

/** The sender's clock, which also counts what waited for us unread; our own where that one runs ahead or says nothing. */
function sentMs({ at, fields }: EventOf<'message.received'>): number {
  const sentAt = Date.parse(fields.sentAt);
  return Number.isFinite(sentAt) ? Math.min(sentAt, at.getTime()) : at.getTime();
}

/**
 * Time in our hands: from each customer message to the answer to it, by agent or human. An answer that announces a
 * human does not end it: then the human's answer, or the end of the ticket, does.
 */
export function handleMs(log: ConversationLog): number {
  return log.events.reduce(handledAfter, { totalMs: 0, sinceMs: undefined, endedMs: 0, tickets: [] }).totalMs;
}

interface Handling {
  readonly totalMs: number;
  /** When the message was sent that still waits for us. */
  readonly sinceMs: number | undefined;
  /** When the last wait ended: a message that crossed our answer is not counted twice. */
  readonly endedMs: number;
  /** Open tickets: while there is one, only a human's answer is an answer. */
  readonly tickets: readonly string[];
}

function handledAfter(before: Handling, event: DomainEvent): Handling {
  if (event.name === 'message.received') return { ...before, sinceMs: before.sinceMs ?? Math.max(sentMs(event), before.endedMs) };
  if (event.name === 'ticket.opened') return { ...before, tickets: [...before.tickets, event.fields.ticket] };
  if (event.name === 'message.delivered') return isAnswer(event.fields.speaker, before) ? endsWait(before, event.at) : before;
  if (event.name === 'conversation.resolved') return endsWait(before, event.at);
  if (event.name !== 'ticket.returned' && event.name !== 'approval.decided' && event.name !== 'ticket.resolved') return before;
  const after = { ...before, tickets: before.tickets.filter((ticket) => ticket !== event.fields.ticket) };
  return event.name === 'ticket.resolved' && after.tickets.length === 0 ? endsWait(after, event.at) : after;
}

const isAnswer = (speaker: string, { tickets }: Handling): boolean => speaker === 'staff' || (speaker === 'agent' && tickets.length === 0);

function endsWait(before: Handling, at: Date): Handling {
  const waitedMs = before.sinceMs === undefined ? 0 : at.getTime() - before.sinceMs;
  return { ...before, totalMs: before.totalMs + waitedMs, sinceMs: undefined, endedMs: at.getTime() };
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
