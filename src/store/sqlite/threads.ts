import {
  channelName,
  conversationId,
  participantKey,
  type ChannelName,
  type ConversationId,
  type ParticipantKey,
} from '../../domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import { conversationIdFor } from '../../domain/new-conversation.ts';
import type { Store } from '../store.ts';
import type { Session } from './session.ts';

export interface Threads extends Pick<Store, 'findThreads' | 'participants'> {
  /** Inside a write: from now on the message's id leads to its thread, and its author is known there. */
  remember(message: InboundMessage): void;
  /** Inside a write: a sent message's id leads to its thread. */
  refer(thread: ThreadRef, externalId: string): void;
}

/** Finds the thread that an answer belongs to by the outside names of its messages. */
export function createThreads({ db, read }: Session): Threads {
  const insertReference = db.prepare<[string, string, string, string, string]>(
    'INSERT OR IGNORE INTO thread_reference (channel, external_id, account, space, thread_key) VALUES (?, ?, ?, ?, ?)',
  );
  const insertParticipant = db.prepare<[string, string]>('INSERT OR IGNORE INTO participant (thread, key) VALUES (?, ?)');
  const selectThreads = db.prepare<[string, string], { account: string; space: string; thread_key: string }>(
    `SELECT DISTINCT account, space, thread_key FROM thread_reference
     WHERE channel = ? AND external_id IN (SELECT value FROM json_each(?)) ORDER BY account, space, thread_key`,
  );
  const selectParticipants = db.prepare<[string], { key: string }>('SELECT key FROM participant WHERE thread = ? ORDER BY key');

  function refer(thread: ThreadRef, externalId: string): void {
    for (const name of namesOf(externalId)) insertReference.run(thread.channel, name, thread.account, thread.space, thread.key);
  }

  function peopleIn(thread: ConversationId): readonly ParticipantKey[] {
    return selectParticipants.all(thread).map((row) => participantKey(row.key));
  }

  return {
    refer,
    remember(message) {
      const { thread, author } = message;
      refer(thread, externalIdOf(message));
      if (author.role === 'customer' || author.role === 'staff') insertParticipant.run(conversationIdFor(thread), author.key);
    },
    findThreads: (channel: ChannelName, externalIds) =>
      read(() =>
        selectThreads.all(channel, JSON.stringify(externalIds.flatMap(namesOf))).map((row) => {
          const thread = { channel: channelName(channel), account: row.account, space: row.space, key: row.thread_key };
          return { thread, participants: peopleIn(conversationIdFor(thread)) };
        }),
      ),
    participants: (thread) => read(() => peopleIn(conversationId(conversationIdFor(thread)))),
  };
}

/** The last part of `channel/account/space/externalId`; the parts before it are known. */
function externalIdOf({ id, thread }: InboundMessage): string {
  const prefix = `${thread.channel}/${thread.account}/${thread.space}/`;
  if (id.startsWith(prefix)) return id.slice(prefix.length);
  return id.split('/').slice(3).join('/') || id;
}

/** A mail's Message-ID is written with and without angle brackets, and may carry the hash of its body behind a `#`. */
function namesOf(externalId: string): readonly string[] {
  const plain = externalId.replace(/^<|>$/g, '');
  const withoutHash = plain.replace(/[>]?#[0-9a-f]+$/, '');
  return plain === withoutHash ? [plain] : [plain, withoutHash];
}
