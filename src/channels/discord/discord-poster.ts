import { AppError } from '../../domain/error.ts';
import type { OutboundId } from '../../domain/ids.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import { BoundedMap } from './bounded-map.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DirectQuestions } from './direct-questions.ts';
import { DISCORD_CODE, toSendResult } from './discord-errors.ts';
import type { DiscordFailure } from './discord-errors.ts';
import { FLAG_EPHEMERAL } from './discord-payloads.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import { isTokenGone } from './discord-rest.ts';
import type { Asked, CardRest, DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { toPlace, userOf } from './discord-thread.ts';
import type { DiscordPlace } from './discord-thread.ts';
import { nonceFor } from './nonce.ts';
import type { PrivateReplies } from './private-replies.ts';
import { snowflakeAt } from './snowflake.ts';
import { createThreadOpener } from './thread-opener.ts';
import type { Roots } from './thread-opener.ts';
import { plainPost, revealButton, toDiscord } from './to-discord.ts';
import type { DiscordPost } from './to-discord.ts';

const MOST = 2_000;
/** Their clock and ours. */
const SKEW_MS = 60_000;
/** A person who takes no direct messages is not asked again before. */
const REVEAL_RETRY_MS = 60_000;

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

export interface Written {
  readonly id: string;
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

/** Writes messages part by part and knows which parts are out there, so that none is written twice or left out. */
export function createDiscordPoster(world: PosterWorld): DiscordPoster {
  const { rest, replies, now } = world;
  const threads = createThreadOpener(world);
  /** Message ids by nonce: what we have heard ourselves say. */
  const written = new BoundedMap<string, string>(MOST);
  /** Messages shown to one person in a channel, which no history keeps, with the parts that got through. */
  const shown = new BoundedMap<OutboundId, number>(MOST);
  const directs = new BoundedMap<string, string>(MOST);
  const running = new Map<OutboundId, Promise<SendResult>>();
  /** The part that may have gone out without an answer. */
  const uncertain = new BoundedMap<OutboundId, 'aside'>(MOST);

  const failed = (failure: DiscordFailure): SendResult => {
    if (failure.kind === 'unauthorized') world.onUnauthorized();
    return toSendResult(failure);
  };
  const settled = (asked: Asked<Written>): SendResult =>
    asked.kind === 'failed' ? failed(asked.failure) : { kind: 'sent', externalId: asked.value.id };

  async function write(channel: string, posts: readonly DiscordPost[]): Promise<Asked<Written>> {
    for (const post of posts) {
      if (written.has(post.nonce)) continue;
      const asked = await rest.post(channel, post);
      if (asked.kind === 'failed') return asked;
      written.set(post.nonce, asked.value.id);
    }
    return { kind: 'ok', value: { id: written.get(posts[0]?.nonce ?? '') ?? '' } };
  }

  async function writeInThread(message: OutboundMessage, place: Extract<DiscordPlace, { kind: 'thread' }>): Promise<SendResult> {
    const room = await threads.open(place);
    if (room.kind === 'failed') return failed(room.failure);
    return settled(
      await write(
        room.channel,
        postsFor(message, false).map((post) => ({ ...post, ...room.inline })),
      ),
    );
  }

  /** To one person: in the channel for their eyes only, else as a direct message, else they are told how to get it. */
  async function writeToPerson(message: OutboundMessage, user: string): Promise<SendResult> {
    const aside = await writeAside(message, user);
    if (aside !== undefined) return aside;
    const direct = await directWith(user);
    const asked = direct.kind === 'failed' ? direct : await write(direct.value.id, postsFor(message, false));
    if (asked.kind === 'failed' && isClosed(asked.failure)) return tellInPublic(message, user);
    if (asked.kind === 'ok' && message.body.kind === 'question') world.questions.asked(user, message.to, now());
    return settled(asked);
  }

  async function writeAside(message: OutboundMessage, user: string): Promise<SendResult | undefined> {
    const application = world.self()?.application;
    const posts = postsFor(message, true);
    for (let part = shown.get(message.id) ?? 0; part < posts.length; part += 1) {
      const token = replies.tokenFor(message.to, user, now());
      const post = posts[part];
      if (token === undefined || application === undefined || post === undefined) return undefined;
      const { content, components, allowed_mentions, flags } = post;
      uncertain.set(message.id, 'aside');
      const asked = await rest.postAside(application, token, {
        content,
        ...(components === undefined ? {} : { components }),
        allowed_mentions,
        flags: flags | FLAG_EPHEMERAL,
      });
      if (asked.kind === 'failed') {
        if (asked.failure.kind !== 'uncertain') uncertain.delete(message.id);
        if (!isTokenGone(asked.failure)) return failed(asked.failure);
        replies.dropToken(message.to, user);
        return undefined;
      }
      shown.set(message.id, part + 1);
      uncertain.delete(message.id);
    }
    return { kind: 'sent', externalId: '' };
  }

  /** Never the content, and only once: the person, a button, and how to open direct messages. */
  async function tellInPublic(message: OutboundMessage, user: string): Promise<SendResult> {
    replies.withhold(message.to, user, message);
    const place = toPlace(message.to);
    const room = place.kind === 'thread' ? await threads.open(place) : { kind: 'open' as const, channel: roomOf(place), inline: {} };
    if (room.kind === 'failed') return failed(room.failure);
    const notice = plainPost(closedNotice(user), nonceFor(message.id, 'closed'), revealButton(message.to));
    const told = await write(room.channel, [{ ...notice, ...room.inline }]);
    if (told.kind === 'failed') return failed(told.failure);
    return {
      kind: 'retry_later',
      afterMs: REVEAL_RETRY_MS,
      because: 'this person takes no direct messages from us; a button in the thread shows it',
    };
  }

  async function directWith(user: string): Promise<Asked<Written>> {
    const known = directs.get(user);
    if (known !== undefined) return { kind: 'ok', value: { id: known } };
    const asked = await rest.openDirect(user);
    if (asked.kind === 'ok') directs.set(user, asked.value.id);
    return asked;
  }

  const postsFor = (message: OutboundMessage, isAside: boolean): readonly DiscordPost[] =>
    toDiscord(message, { company: world.settings.company.name, aside: isAside && toPlace(message.to).kind === 'aside' });

  /** The person that a message is for, when others must not see it. */
  function onlyFor(message: OutboundMessage, place: DiscordPlace): string | undefined {
    if (place.kind === 'direct') return undefined;
    if (place.kind === 'aside') return place.user;
    return message.audience.kind === 'only' ? (userOf(message.audience.participant) ?? '') : undefined;
  }

  /** Marks the parts that stand in the channel; by nonce where Discord says it, else by what they say. */
  async function lookUp(channel: string, message: Pick<OutboundMessage, 'createdAt'>, posts: readonly DiscordPost[]): Promise<void> {
    const self = world.self()?.user;
    const since = snowflakeAt(new Date(message.createdAt.getTime() - SKEW_MS));
    const asked = await rest.history(channel, since);
    if (asked.kind === 'failed') {
      if (asked.failure.kind === 'missing') return;
      throw new AppError('channel_unavailable', 'the history of the thread cannot be read', { retryable: true });
    }
    const taken = new Set(written.values());
    for (const post of posts) {
      const match = asked.value.find(
        ({ id, author, nonce, content }) =>
          author.id === self && !taken.has(id) && (nonce === undefined ? content.trim() === post.content.trim() : nonce === post.nonce),
      );
      if (match === undefined || written.has(post.nonce)) continue;
      written.set(post.nonce, match.id);
      taken.add(match.id);
    }
  }

  async function deliver(message: OutboundMessage): Promise<SendResult> {
    const place = toPlace(message.to);
    const user = onlyFor(message, place);
    if (user === '') return { kind: 'undeliverable', because: 'no person on Discord to send it to' };
    if (postsFor(message, false).length === 0) return { kind: 'sent', externalId: '' };
    if (user !== undefined) return writeToPerson(message, user);
    return place.kind === 'thread' ? writeInThread(message, place) : settled(await write(place.channel, postsFor(message, false)));
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
      const user = onlyFor(message, place);
      const posts = postsFor(message, false);
      const isWritten = (): boolean => posts.every(({ nonce }) => written.has(nonce));
      if (isWritten() || (shown.get(message.id) ?? 0) >= posts.length) return 'sent';
      if (user !== undefined) {
        if (uncertain.has(message.id)) return 'cannot_tell';
        const direct = await directWith(user);
        if (direct.kind === 'ok') await lookUp(direct.value.id, message, posts);
      } else await lookUp(await threads.roomFor(place), message, posts);
      return isWritten() ? 'sent' : 'absent';
    },
    writeTo: write,
    async standsIn(room, message, posts) {
      await lookUp(room, message, posts);
      return posts.every(({ nonce }) => written.has(nonce)) ? 'sent' : 'absent';
    },
    heard({ id, nonce }) {
      if (nonce !== undefined) written.set(String(nonce), id);
    },
    roomOf: (message) => threads.visibleRoom(toPlace(message.to)),
  };
}

const roomOf = (place: Exclude<DiscordPlace, { kind: 'thread' }>): string => place.channel;

const isClosed = (failure: DiscordFailure): boolean => failure.kind === 'forbidden' && failure.code === DISCORD_CODE.cannotMessageUser;

/** The person's name as Discord shows it; with no allowed mentions nobody is called. */
const closedNotice = (user: string): string =>
  `<@${user}>, I have something that is for you alone, and you take no direct messages from this server.\n` +
  'Press the button to see it here; nobody else will. Or allow direct messages (server menu → Privacy Settings → Direct Messages) and write here again.';
