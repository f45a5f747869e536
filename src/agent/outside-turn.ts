import { othersReadAlong, type Conversation } from '../domain/conversation.ts';
import { channelName, outboundId, participantKey, type ParticipantKey } from '../domain/ids.ts';
import { onlyFor, type OutboundMessage } from '../domain/outbound.ts';
import { hashOf } from './actions/hash-of.ts';
import type { Say } from './replies.ts';

/** A message to the customer outside a turn; `cause` makes its id, so that a retry cannot post twice. */
export function noteToThread(conversation: Conversation, cause: string, markdown: string, at: Date, rating = false): OutboundMessage {
  return {
    id: outboundId(`${conversation.id}@${cause}`),
    to: conversation.thread,
    audience: { kind: 'thread' },
    body: rating ? { kind: 'question', markdown, choices: ['1', '2', '3', '4', '5'], input: 'rating' } : { kind: 'text', markdown },
    subject: conversation.subject,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: at,
  };
}

/**
 * Words about one person's records, outside a turn: where others read along they go to that person alone, and the thread
 * learns no more than that.
 */
export function noteToPerson(
  conversation: Conversation,
  person: ParticipantKey,
  cause: string,
  markdown: string,
  say: Say,
  at: Date,
): readonly OutboundMessage[] {
  const note = noteToThread(conversation, cause, markdown, at);
  return othersReadAlong(conversation) ? onlyFor(person, note, say('private.elsewhere')) : [note];
}

/** A mail of its own, to a customer's or colleague's address. */
export function mailTo(
  address: string,
  from: string,
  cause: string,
  subject: string,
  markdown: string,
  at: Date,
  speaker: OutboundMessage['speaker'],
): OutboundMessage {
  const space = address.toLowerCase();
  return {
    id: outboundId(`${cause}/mail`),
    to: { channel: channelName('email'), account: from, space, key: hashOf(cause, 'mail').slice(0, 24) },
    audience: { kind: 'only', participant: participantKey(space) },
    body: { kind: 'text', markdown },
    subject,
    secret: false,
    speaker,
    createdAt: at,
  };
}
