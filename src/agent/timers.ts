import type { Timer } from '../domain/arrival.ts';
import type { ConversationId, TicketNumber } from '../domain/ids.ts';
import { FIRST_ANSWER_HOURS } from '../domain/ticket.ts';
import { hoursAfter } from './when.ts';

export const silenceKey = (conversation: ConversationId): string => `silence/${conversation}`;
const ticketKey = (kind: Timer['kind'], ticket: TicketNumber): string => `${kind}/${ticket}`;

/** Wakes the conversation when the customer says no more. */
export const silenceTimer = (conversation: ConversationId, at: Date, hours: number): Timer => ({
  key: silenceKey(conversation),
  conversation,
  at: hoursAfter(at, hours),
  kind: 'silence',
  payload: {},
});

/** What an approval owes: an answer to the customer in time, and an end. */
export const approvalTimers = (
  conversation: ConversationId,
  ticket: TicketNumber,
  at: Date,
  promiseHours: number,
  expiresAt: Date,
): readonly Timer[] => [
  { key: ticketKey('promise', ticket), conversation, at: hoursAfter(at, promiseHours), kind: 'promise', payload: { ticket } },
  { key: ticketKey('approval_expiry', ticket), conversation, at: expiresAt, kind: 'approval_expiry', payload: { ticket } },
];

export const unclaimedTimer = (conversation: ConversationId, ticket: TicketNumber, at: Date): Timer => ({
  key: ticketKey('sla', ticket),
  conversation,
  at: hoursAfter(at, FIRST_ANSWER_HOURS),
  kind: 'sla',
  payload: { ticket },
});

/** Looks up a change whose end nobody saw. */
export const lookAgainTimer = (conversation: ConversationId, key: string, at: Date): Timer => ({
  key: `look_again/${key}`,
  conversation,
  at,
  kind: 'look_again',
  payload: { key },
});

/** Keys to cancel once a ticket is decided or taken. */
export const ticketTimers = (ticket: TicketNumber): readonly string[] => [
  ticketKey('promise', ticket),
  ticketKey('approval_expiry', ticket),
  ticketKey('sla', ticket),
];
