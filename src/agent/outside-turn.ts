import type { Conversation } from '../domain/conversation.ts';
import { channelName, outboundId, participantKey } from '../domain/ids.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import { hashOf } from './actions/hash-of.ts';

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
