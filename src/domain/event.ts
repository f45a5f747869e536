import type { ConversationId } from './ids.ts';

/**
 * Everything that happened, by name. Figures and explanations are computed from these alone, so an event carries what
 * they need and never message text, names, addresses or codes. `…Ms` are milliseconds, `…Cents` whole cents.
 */
export interface EventFields {
  'conversation.opened': { channel: string; configVersion: string; customer: string };
  'conversation.resolved': {
    by: 'agent' | 'human';
    how: 'confirmed' | 'verified' | 'assumed';
    intents: readonly string[];
    customer: string;
  };
  'conversation.reopened': { because: 'customer_returned' | 'not_helped'; customer: string };
  'message.received': { message: string; channel: string; customer: string; sentAt: string };
  'message.delivered': { outbound: string; channel: string; speaker: 'agent' | 'staff' | 'system'; tries: number; ms: number };
  'message.dead': { outbound: string; channel: string; because: string };
  'turn.decided': {
    turn: string;
    channel: string;
    intents: readonly string[];
    confidence: number;
    signals: readonly string[];
    decision: string;
    reason: string;
    rules: readonly string[];
    actions: readonly { readonly tool: string; readonly status: string; readonly rule?: string }[];
    citations: readonly string[];
    costMicroUsd: number;
    /** From the customer's message to the committed decision. */
    waitedMs: number;
    ms: number;
  };
  /** One exchange with a language model; `input` and the others are tokens. */
  'model.called': {
    turn: string;
    purpose: string;
    model: string;
    outcome: string;
    input: number;
    cacheWrite: number;
    cacheRead: number;
    output: number;
    costMicroUsd: number;
    ms: number;
  };
  'turn.failed': { because: string; attempt: number };
  'action.taken': { turn: string; tool: string; status: string; rule: string; ms: number };
  'refund.paid': { refund: string; order: string; amountCents: number; by: string };
  'action.reversed': { tool: string; because: string };
  'identity.code_sent': { participant: string; channel: string };
  'identity.proved': { participant: string; channel: string };
  'identity.failed': { participant: string; because: 'wrong' | 'expired' | 'too_many' | 'rate_limited' };
  'ticket.opened': { ticket: string; kind: string; reason: string; priority: string; queue: string };
  'ticket.claimed': { ticket: string; by: string };
  'ticket.replied': { ticket: string; by: string };
  'ticket.noted': { ticket: string; by: string };
  'ticket.resolved': { ticket: string; by: string; outcome: string };
  'ticket.returned': { ticket: string; by: string };
  'ticket.reopened': { ticket: string };
  'approval.decided': { ticket: string; by: string; decision: 'approved_first' | 'approved' | 'denied' | 'expired' };
  'promise.made': { promise: string; dueAt: string };
  'promise.kept': { promise: string };
  'promise.overdue': { promise: string };
  'survey.asked': { channel: string };
  'survey.answered': { rating: number };
  'channel.unhealthy': { channel: string; because: string };
  'channel.recovered': { channel: string };
  'agent.paused': { by: string };
  'agent.resumed': { by: string };
}
export type EventName = keyof EventFields;

/** Append-only, written in the transaction of what it tells about. `conversation` is absent for the system's own events. */
export type DomainEvent = {
  [Name in EventName]: {
    readonly name: Name;
    readonly at: Date;
    readonly conversation: ConversationId | undefined;
    readonly fields: Readonly<EventFields[Name]>;
  };
}[EventName];

/** Builds one event with the fields that belong to its name. */
export function domainEvent<Name extends EventName>(
  name: Name,
  at: Date,
  conversation: ConversationId | undefined,
  fields: Readonly<EventFields[Name]>,
): DomainEvent {
  return { name, at, conversation, fields } as DomainEvent;
}
