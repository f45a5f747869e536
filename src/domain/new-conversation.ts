import type { Conversation } from './conversation.ts';
import { conversationId, type ConfigVersion, type ConversationId } from './ids.ts';
import type { ThreadRef } from './message.ts';

/** `channel/account/space/key`, with `/` and `%` inside a part escaped, so that two threads never share an id. */
export function conversationIdFor(thread: ThreadRef): ConversationId {
  return conversationId([thread.channel, thread.account, thread.space, thread.key].map(escapePart).join('/'));
}

/** The `number`-th conversation of a lasting thread, counted from 1. */
export function conversationIdInRow(thread: ThreadRef, number: number): ConversationId {
  const first = conversationIdFor(thread);
  return number <= 1 ? first : conversationId(`${first}/${number}`);
}

function escapePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** A conversation in which nothing was said yet: nobody is proved, nothing is remembered. */
export function newConversation(opening: {
  readonly thread: ThreadRef;
  readonly subject: string | undefined;
  readonly openedAt: Date;
  readonly configVersion: ConfigVersion;
  /** Which conversation of a lasting thread this is, counted from 1. */
  readonly number?: number;
  /** ISO 639-1, of the customer's last conversation in this thread. */
  readonly language?: string;
}): Conversation {
  return {
    id: conversationIdInRow(opening.thread, opening.number ?? 1),
    thread: opening.thread,
    subject: opening.subject,
    openedAt: opening.openedAt,
    identities: new Map(),
    state: { kind: 'open' },
    turns: [],
    pending: undefined,
    customer: { language: opening.language ?? 'en' },
    memory: {
      orderId: undefined,
      waiting: [],
      proposal: undefined,
      apologies: 0,
      disclosed: false,
      clarificationsInARow: 0,
      angryInARow: 0,
      asked: {},
      settled: undefined,
      barrier: undefined,
      tickets: [],
      seen: [],
    },
    configVersion: opening.configVersion,
  };
}
