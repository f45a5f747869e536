import { assertNever } from '../../domain/assert-never.ts';
import { channelName, participantKey } from '../../domain/ids.ts';
import type { ParticipantKey } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';

export const DISCORD = channelName('discord');

/** The account of direct messages, which belong to no server. */
const DIRECT = '@me';
const DIRECT_KEY = 'dm';
const ASIDE = 'aside-';

/**
 * Where a conversation lives:
 * - `direct`: a direct-message channel; its conversations follow one another.
 * - `thread`: a thread or forum post. A thread that is opened from a message has that message's id, so the message that
 *   opens a ticket and all replies to it have one key before the thread exists.
 * - `aside`: what `/support` and its private answers show to one person in a channel that others read.
 */
export type DiscordPlace =
  | { readonly kind: 'direct'; readonly channel: string }
  | { readonly kind: 'thread'; readonly guild: string; readonly parent: string; readonly thread: string }
  | { readonly kind: 'aside'; readonly guild: string; readonly channel: string; readonly user: string };

export function toThreadRef(place: DiscordPlace): ThreadRef {
  switch (place.kind) {
    case 'direct':
      return { channel: DISCORD, account: DIRECT, space: place.channel, key: DIRECT_KEY, lasting: true };
    case 'thread':
      return { channel: DISCORD, account: place.guild, space: place.parent, key: place.thread };
    case 'aside':
      return { channel: DISCORD, account: place.guild, space: place.channel, key: `${ASIDE}${place.user}`, lasting: true };
    default:
      return assertNever(place);
  }
}

export function toPlace({ account, space, key }: Pick<ThreadRef, 'account' | 'space' | 'key'>): DiscordPlace {
  if (account === DIRECT) return { kind: 'direct', channel: space };
  if (key.startsWith(ASIDE)) return { kind: 'aside', guild: account, channel: space, user: key.slice(ASIDE.length) };
  return { kind: 'thread', guild: account, parent: space, thread: key };
}

export const authorKey = (user: string): ParticipantKey => participantKey(`${DISCORD}/${user}`);

/** The user id behind a participant of this channel; undefined for anybody else. */
export function userOf(participant: ParticipantKey): string | undefined {
  return /^discord\/(\d+)$/.exec(participant)?.[1];
}
