import { types } from 'node:util';
import { z } from 'zod';
import type { DeskCommand, DeskResult, Timer } from '../../domain/arrival.ts';
import type { Conversation, Turn } from '../../domain/conversation.ts';
import { AppError } from '../../domain/error.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { InboundMessage } from '../../domain/message.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { decode, encode } from './codec.ts';

/** What is kept as one JSON column: written whole, and checked for its outline when it is read back. */
export interface Stored<T> {
  write(value: T): string;
  /** `where` names the row for the operator. Throws `store_corrupt`. */
  read(text: string, where: string): T;
}

const CHECKS = {
  text: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  flag: (value: unknown) => typeof value === 'boolean',
  date: types.isDate,
  map: types.isMap,
  set: types.isSet,
  list: Array.isArray,
  object: (value: unknown) => typeof value === 'object' && value !== null,
} as const;
type Kind = keyof typeof CHECKS;

function stored<T>(name: string, outline: { readonly [Key in keyof T]?: Kind }): Stored<T> {
  const kinds = z
    .record(
      z.string(),
      z.custom<Kind>((kind) => typeof kind === 'string' && kind in CHECKS),
    )
    .parse(outline);
  const schema = z.custom<T>((value) => {
    if (typeof value !== 'object' || value === null) return false;
    const fields = new Map<string, unknown>(Object.entries(value));
    return Object.entries(kinds).every(([key, kind]) => CHECKS[kind](fields.get(key)));
  });
  return {
    write: encode,
    read: (text, where) => {
      const parsed = schema.safeParse(decodeOr(text));
      if (parsed.success) return parsed.data;
      throw new AppError('store_corrupt', `the ${name} ${where} in the store cannot be read`, {
        retryable: false,
        hint: 'Stop Deskhand and restore the data folder from a backup.',
      });
    },
  };
}

function decodeOr(text: string): unknown {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}

/** A conversation's own row; its turns have theirs. */
export type ConversationBody = Omit<Conversation, 'turns'>;

export const conversationBody = stored<ConversationBody>('conversation', {
  id: 'text',
  thread: 'object',
  openedAt: 'date',
  identities: 'map',
  state: 'object',
  customer: 'object',
  memory: 'object',
  configVersion: 'text',
});
export const turnRecord = stored<Turn>('turn', {
  id: 'text',
  at: 'date',
  inbound: 'list',
  classifications: 'list',
  signals: 'set',
  passages: 'list',
  actions: 'list',
  decision: 'object',
  said: 'list',
  rules: 'list',
  cost: 'number',
});
export const messageRecord = stored<InboundMessage>('message', {
  id: 'text',
  kind: 'text',
  thread: 'object',
  author: 'object',
  text: 'text',
  fullText: 'text',
  automatic: 'text',
  attachments: 'list',
  sentAt: 'date',
});
export const commandRecord = stored<DeskCommand>('desk command', {
  id: 'text',
  ticket: 'text',
  conversation: 'text',
  by: 'text',
  do: 'object',
  at: 'date',
});
export const timerRecord = stored<Timer>('timer', { key: 'text', conversation: 'text', at: 'date', kind: 'text', payload: 'object' });
export const outboundRecord = stored<OutboundMessage>('outbound message', {
  id: 'text',
  to: 'object',
  audience: 'object',
  body: 'object',
  secret: 'flag',
  speaker: 'object',
  createdAt: 'date',
});
export const ticketRecord = stored<Ticket>('ticket', {
  number: 'text',
  conversation: 'text',
  kind: 'text',
  state: 'object',
  openedAt: 'date',
  summary: 'object',
  notes: 'list',
  version: 'number',
});
export const eventRecord = stored<DomainEvent>('event', { name: 'text', at: 'date', fields: 'object' });
export const outcomeRecord = stored<ToolOutcome<unknown>>('outcome of a call', { kind: 'text' });
export const resultRecord = stored<DeskResult>('result of a command', { kind: 'text', text: 'text' });
