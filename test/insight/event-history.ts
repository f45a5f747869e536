import { domainEvent } from '../../src/domain/event.ts';
import type { DomainEvent, EventFields, EventName } from '../../src/domain/event.ts';
import { conversationId } from '../../src/domain/ids.ts';

const START = Date.parse('2026-11-02T09:00:00Z');
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** The moment that is so many seconds after the history began. */
export const at = (seconds: number): Date => new Date(START + seconds * 1000);

const TURN: EventFields['turn.decided'] = {
  turn: 't',
  channel: 'email',
  intents: ['order_status'],
  confidence: 0.9,
  signals: [],
  decision: 'reply',
  reason: '',
  rules: [],
  actions: [],
  citations: [],
  costMicroUsd: 0,
  waitedMs: 10,
  ms: 5,
};

/** Writes the events of one conversation, seconds after the start of the history. */
export function history(name: string, customer = `mail:${name}`) {
  const id = conversationId(`email/demo/${name}/1`);
  const event = <Name extends EventName>(seconds: number, kind: Name, fields: EventFields[Name]): DomainEvent =>
    domainEvent(kind, at(seconds), id, fields);
  return {
    id,
    event,
    opened: (seconds: number) => event(seconds, 'conversation.opened', { channel: 'email', configVersion: 'v1', customer }),
    asks: (seconds: number, sentAt = at(seconds).toISOString()) =>
      event(seconds, 'message.received', { message: `m${seconds}`, channel: 'email', customer, sentAt }),
    decides: (seconds: number, fields: Partial<EventFields['turn.decided']> = {}) => event(seconds, 'turn.decided', { ...TURN, ...fields }),
    answers: (seconds: number, speaker: 'agent' | 'staff' | 'system' = 'agent') =>
      event(seconds, 'message.delivered', { outbound: `o${seconds}`, channel: 'email', speaker, tries: 1, ms: 20 }),
    resolved: (
      seconds: number,
      how: 'confirmed' | 'verified' | 'assumed',
      by: 'agent' | 'human' = 'agent',
      intents: readonly string[] = ['order_status'],
    ) => event(seconds, 'conversation.resolved', { by, how, intents, customer }),
    reopened: (seconds: number, because: 'customer_returned' | 'not_helped') =>
      event(seconds, 'conversation.reopened', { because, customer }),
    ticket: (seconds: number, ticket: string, kind = 'handoff', reason = 'low_confidence') =>
      event(seconds, 'ticket.opened', { ticket, kind, reason, priority: 'medium', queue: 'general' }),
    claimed: (seconds: number, ticket: string) => event(seconds, 'ticket.claimed', { ticket, by: 'ana' }),
    returned: (seconds: number, ticket: string) => event(seconds, 'ticket.returned', { ticket, by: 'ana' }),
    ticketResolved: (seconds: number, ticket: string, outcome = 'solved') =>
      event(seconds, 'ticket.resolved', { ticket, by: 'ana', outcome }),
    rated: (seconds: number, rating: number) => event(seconds, 'survey.answered', { rating }),
  };
}
