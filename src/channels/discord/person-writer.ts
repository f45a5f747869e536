import type { OutboundId } from '../../domain/ids.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import { BoundedMap } from './bounded-map.ts';
import type { DirectQuestions } from './direct-questions.ts';
import { DISCORD_CODE, type DiscordFailure } from './discord-errors.ts';
import { FLAG_EPHEMERAL } from './discord-payloads.ts';
import { isTokenGone, type Asked, type DiscordRest } from './discord-rest.ts';
import { toPlace } from './discord-thread.ts';
import { nonceFor } from './nonce.ts';
import type { PartWriter, Written } from './part-writer.ts';
import type { PrivateReplies } from './private-replies.ts';
import type { ThreadOpener } from './thread-opener.ts';
import { plainPost, revealButton, type DiscordPost } from './to-discord.ts';

const MOST = 2_000;
/** A person who takes no direct messages is not asked again before. */
const REVEAL_RETRY_MS = 60_000;

/** Writes what one person alone may see, and knows how much of it they were shown. */
export interface PersonWriter {
  /** In the channel for their eyes only, else as a direct message, else they are told in public how to get it. */
  write(message: OutboundMessage, user: string): Promise<SendResult>;
  find(message: OutboundMessage, user: string): Promise<'sent' | 'absent' | 'cannot_tell'>;
  /** Every part was shown in the channel to this person, which no history keeps. */
  isShown(message: OutboundMessage, parts: number): boolean;
}

export interface PersonWriterParts {
  readonly rest: Pick<DiscordRest, 'postAside' | 'openDirect'>;
  readonly replies: PrivateReplies;
  readonly questions: DirectQuestions;
  readonly threads: ThreadOpener;
  readonly parts: PartWriter;
  readonly now: Now;
  readonly self: () => { readonly application: string } | undefined;
  readonly postsFor: (message: OutboundMessage, isAside: boolean) => readonly DiscordPost[];
  readonly failed: (failure: DiscordFailure) => SendResult;
}

export function createPersonWriter({
  rest,
  replies,
  questions,
  threads,
  parts,
  now,
  self,
  postsFor,
  failed,
}: PersonWriterParts): PersonWriter {
  /** Messages shown to one person in a channel, with the parts that got through. */
  const shown = new BoundedMap<OutboundId, number>(MOST);
  const directs = new BoundedMap<string, string>(MOST);
  /** The part that may have gone out without an answer. */
  const uncertain = new BoundedMap<OutboundId, 'aside'>(MOST);

  async function directWith(user: string): Promise<Asked<Written>> {
    const known = directs.get(user);
    if (known !== undefined) return { kind: 'ok', value: { id: known } };
    const asked = await rest.openDirect(user);
    if (asked.kind === 'ok') directs.set(user, asked.value.id);
    return asked;
  }

  /** Undefined where the channel shows nothing to one person alone any more. */
  async function writeAside(message: OutboundMessage, user: string): Promise<SendResult | undefined> {
    const application = self()?.application;
    const posts = postsFor(message, true);
    for (let part = shown.get(message.id) ?? 0; part < posts.length; part += 1) {
      const token = replies.tokenFor(message.to, user, now());
      const post = posts[part];
      if (token === undefined || application === undefined || post === undefined) return undefined;
      uncertain.set(message.id, 'aside');
      const asked = await rest.postAside(application, token, asidePost(post));
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
    const room = place.kind === 'thread' ? await threads.open(place) : { kind: 'open' as const, channel: place.channel, inline: {} };
    if (room.kind === 'failed') return failed(room.failure);
    const notice = plainPost(closedNotice(user), nonceFor(message.id, 'closed'), revealButton(message.to));
    const told = await parts.write(room.channel, [{ ...notice, ...room.inline }]);
    if (told.kind === 'failed') return failed(told.failure);
    return {
      kind: 'retry_later',
      afterMs: REVEAL_RETRY_MS,
      because: 'this person takes no direct messages from us; a button in the thread shows it',
    };
  }

  return {
    async write(message, user) {
      const aside = await writeAside(message, user);
      if (aside !== undefined) return aside;
      const direct = await directWith(user);
      const asked = direct.kind === 'failed' ? direct : await parts.write(direct.value.id, postsFor(message, false));
      if (asked.kind === 'failed') return isClosed(asked.failure) ? tellInPublic(message, user) : failed(asked.failure);
      if (message.body.kind === 'question') questions.asked(user, message.to, now());
      return { kind: 'sent', externalId: asked.value.id };
    },
    async find(message, user) {
      if (uncertain.has(message.id)) return 'cannot_tell';
      const posts = postsFor(message, false);
      const direct = await directWith(user);
      if (direct.kind === 'ok') await parts.lookUp(direct.value.id, message, posts);
      return parts.isWritten(posts) ? 'sent' : 'absent';
    },
    isShown: (message, count) => (shown.get(message.id) ?? 0) >= count,
  };
}

const asidePost = ({ content, components, allowed_mentions, flags }: DiscordPost) => ({
  content,
  ...(components === undefined ? {} : { components }),
  allowed_mentions,
  flags: flags | FLAG_EPHEMERAL,
});

const isClosed = (failure: DiscordFailure): boolean => failure.kind === 'forbidden' && failure.code === DISCORD_CODE.cannotMessageUser;

/** The person's name as Discord shows it; with no allowed mentions nobody is called. */
const closedNotice = (user: string): string =>
  `<@${user}>, I have something that is for you alone, and you take no direct messages from this server.\n` +
  'Press the button to see it here; nobody else will. Or allow direct messages (server menu → Privacy Settings → Direct Messages) and write here again.';
