import type { OutboundId } from '../../domain/ids.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DirectQuestions } from './direct-questions.ts';
import { toSendResult } from './discord-errors.ts';
import type { DiscordFailure } from './discord-errors.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { Asked, CardRest, DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { toPlace, userOf } from './discord-thread.ts';
import type { DiscordPlace } from './discord-thread.ts';
import { createPartWriter, type Written } from './part-writer.ts';
import { createPersonWriter } from './person-writer.ts';
import type { PrivateReplies } from './private-replies.ts';
import { createThreadOpener } from './thread-opener.ts';
import type { Roots } from './thread-opener.ts';
import { toDiscord } from './to-discord.ts';
import type { DiscordPost } from './to-discord.ts';

export interface PosterWorld {
  readonly rest: Omit<DiscordRest, keyof CardRest>;
  readonly directory: ChannelDirectory;
  readonly replies: PrivateReplies;
  readonly questions: DirectQuestions;
  readonly roots: Roots;
  readonly settings: Pick<DiscordSettings, 'forumChannels' | 'company'>;
  readonly now: Now;
  readonly self: () => { readonly user: string; readonly application: string } | undefined;
  /** Somebody must look at the token. */
  readonly onUnauthorized: () => void;
}

export interface DiscordPoster {
  send(message: OutboundMessage): Promise<SendResult>;
  find(message: OutboundMessage): Promise<'sent' | 'absent' | 'cannot_tell'>;
  /** Posts of somebody else's making, in order; those that are known to stand there are left out. */
  writeTo(room: string, posts: readonly DiscordPost[]): Promise<Asked<Written>>;
  standsIn(room: string, message: Pick<OutboundMessage, 'createdAt'>, posts: readonly DiscordPost[]): Promise<'sent' | 'absent'>;
  /** A message of our own came over the gateway. */
  heard(message: Pick<DiscordMessage, 'id' | 'nonce'>): void;
  /** Where a typing sign for this conversation belongs. */
  roomOf(message: OutboundMessage): string;
}

/** Brings each message to where it belongs: a thread, a channel, a direct message, or one person's eyes. */
export function createDiscordPoster(world: PosterWorld): DiscordPoster {
  const threads = createThreadOpener(world);
  const parts = createPartWriter(world);
  const people = createPersonWriter({ ...world, threads, parts, postsFor, failed });
  const running = new Map<OutboundId, Promise<SendResult>>();

  function failed(failure: DiscordFailure): SendResult {
    if (failure.kind === 'unauthorized') world.onUnauthorized();
    return toSendResult(failure);
  }

  function postsFor(message: OutboundMessage, isAside: boolean): readonly DiscordPost[] {
    return toDiscord(message, { company: world.settings.company.name, aside: isAside && toPlace(message.to).kind === 'aside' });
  }

  async function write(channel: string, posts: readonly DiscordPost[]): Promise<SendResult> {
    const asked = await parts.write(channel, posts);
    return asked.kind === 'failed' ? failed(asked.failure) : { kind: 'sent', externalId: asked.value.id };
  }

  async function deliver(message: OutboundMessage): Promise<SendResult> {
    const place = toPlace(message.to);
    const user = onlyFor(message, place);
    if (user === '') return { kind: 'undeliverable', because: 'no person on Discord to send it to' };
    const posts = postsFor(message, false);
    if (posts.length === 0) return { kind: 'sent', externalId: '' };
    if (user !== undefined) return people.write(message, user);
    if (place.kind !== 'thread') return write(place.channel, posts);
    const room = await threads.open(place);
    if (room.kind === 'failed') return failed(room.failure);
    return write(
      room.channel,
      posts.map((post) => ({ ...post, ...room.inline })),
    );
  }

  return {
    // A long answer may take longer than the outbox waits: its next try joins the one that is still writing.
    send(message) {
      const known = running.get(message.id);
      if (known !== undefined) return known;
      const sending = deliver(message).finally(() => void running.delete(message.id));
      running.set(message.id, sending);
      return sending;
    },
    async find(message) {
      const place = toPlace(message.to);
      const posts = postsFor(message, false);
      if (parts.isWritten(posts) || people.isShown(message, posts.length)) return 'sent';
      const user = onlyFor(message, place);
      if (user !== undefined) return people.find(message, user);
      await parts.lookUp(await threads.roomFor(place), message, posts);
      return parts.isWritten(posts) ? 'sent' : 'absent';
    },
    writeTo: (room, posts) => parts.write(room, posts),
    async standsIn(room, message, posts) {
      await parts.lookUp(room, message, posts);
      return parts.isWritten(posts) ? 'sent' : 'absent';
    },
    heard: (message) => parts.heard(message),
    roomOf: (message) => threads.visibleRoom(toPlace(message.to)),
  };
}

/** The person that a message is for, when others must not see it; empty where none of them is on Discord. */
function onlyFor(message: OutboundMessage, place: DiscordPlace): string | undefined {
  if (place.kind === 'direct') return undefined;
  if (place.kind === 'aside') return place.user;
  return message.audience.kind === 'only' ? (userOf(message.audience.participant) ?? '') : undefined;
}
