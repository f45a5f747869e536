import { AppError } from '../../domain/error.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import { DISCORD_CODE, toSendResult, type DiscordFailure } from './discord-errors.ts';
import { FLAG_EPHEMERAL, isForumType } from './discord-payloads.ts';
import type { DiscordPoster } from './discord-poster.ts';
import type { Asked, DiscordRest } from './discord-rest.ts';
import { userOf } from './discord-thread.ts';
import type { PrivateReplies } from './private-replies.ts';
import { snowflakeAt } from './snowflake.ts';
import { cardMark, threadNameOf, toDiscordCard, toDiscordNote, type CardPost } from './to-discord-card.ts';

export interface DeskPosterParts {
  readonly rest: DiscordRest;
  readonly directory: ChannelDirectory;
  readonly poster: DiscordPoster;
  readonly places: CardPlaces;
  readonly replies: PrivateReplies;
  readonly self: () => { readonly user: string; readonly application: string } | undefined;
  readonly now: Now;
}

/** Their clock and ours. */
const SKEW_MS = 60_000;
const NO_CARD: SendResult = { kind: 'undeliverable', because: 'the ticket has no card at the desk' };
type Desk = { readonly kind: 'forum' | 'text'; readonly guild: string | undefined };

/**
 * The desk's threads: in a forum a card opens its post, in a text channel it gets a thread. Either way the thread has the
 * card's own id. A card that stands is changed and never posted again.
 */
export function createDiscordDeskPoster(parts: DeskPosterParts): Pick<DiscordPoster, 'send' | 'find'> {
  const { rest, directory, poster, places, replies, self, now } = parts;

  async function deskOf(space: string): Promise<Desk | undefined> {
    const info = await directory.find(space);
    if (info === undefined) return undefined;
    return { kind: isForumType(info.type) ? 'forum' : 'text', guild: info.guild };
  }

  async function sendCard(message: OutboundMessage): Promise<SendResult> {
    const { to, body } = message;
    const desk = await deskOf(to.space);
    if (body.kind !== 'desk_card' || desk === undefined) return { kind: 'undeliverable', because: 'the desk’s channel is not there' };
    const card = toDiscordCard(body.card);
    const standing = await places.of(to);
    if (standing !== undefined) return changeCard(message, desk, standing, card);
    const posted =
      desk.kind === 'forum'
        ? await rest.openPost(to.space, threadNameOf(body.card), card)
        : await rest.postCard(to.space, card, message.id);
    if (posted.kind === 'failed') return toSendResult(posted.failure);
    await places.note(to, posted.value.id);
    return { kind: 'sent', externalId: posted.value.id };
  }

  async function changeCard(message: OutboundMessage, desk: Desk, id: string, card: CardPost): Promise<SendResult> {
    const room = desk.kind === 'forum' ? id : message.to.space;
    const change = (): Promise<Asked<unknown>> => rest.changeCard(room, id, card);
    let asked = await change();
    if (asked.kind === 'failed' && codeOf(asked.failure) === DISCORD_CODE.archivedThread) {
      await rest.reopenThread(id);
      asked = await change();
    }
    if (asked.kind === 'ok') return { kind: 'sent', externalId: id };
    if (asked.failure.kind !== 'missing') return toSendResult(asked.failure);
    await places.forget(message.to);
    return { kind: 'retry_later', afterMs: 0, because: 'the card was deleted' };
  }

  async function sendNote(message: OutboundMessage): Promise<SendResult> {
    const { body, to, audience } = message;
    const thread = await places.of(to);
    if (body.kind !== 'desk_note' || thread === undefined) return NO_CARD;
    const posts = toDiscordNote(body.note, message);
    const user = audience.kind === 'only' ? userOf(audience.participant) : undefined;
    const token = user === undefined ? undefined : replies.tokenFor(to, user, now());
    const application = self()?.application;
    if (token !== undefined && application !== undefined) {
      const [{ content } = { content: '' }] = posts;
      const aside = { content, allowed_mentions: { parse: [] }, flags: FLAG_EPHEMERAL };
      const asked = await rest.postAside(application, token, aside);
      if (asked.kind === 'ok') return { kind: 'sent', externalId: '' };
    }
    // Somebody who wrote below the card has no interaction to answer; the thread is the staff's own.
    const written = await poster.writeTo(thread, posts);
    if (written.kind === 'ok') return { kind: 'sent', externalId: written.value.id };
    if (codeOf(written.failure) !== DISCORD_CODE.unknownChannel || (await deskOf(to.space))?.kind !== 'text')
      return toSendResult(written.failure);
    // The card stands in a text channel and its thread was never opened, or is gone.
    const opened = await rest.openThread(to.space, thread, to.key);
    return opened.kind === 'ok' ? { kind: 'retry_later', afterMs: 0, because: 'the thread was opened' } : toSendResult(opened.failure);
  }

  /** The card of this ticket among what stands there: by its thread's name in a forum, else by its first words. */
  async function standingCard({ to, createdAt }: OutboundMessage): Promise<string | undefined> {
    const desk = await deskOf(to.space);
    if (desk?.kind === 'forum' && desk.guild !== undefined) {
      const asked = await rest.activeThreads(desk.guild);
      if (asked.kind === 'failed') throw unreadable();
      return asked.value.threads.find(({ parent_id: parent, name }) => parent === to.space && name?.startsWith(`${to.key} · `))?.id;
    }
    const asked = await rest.history(to.space, snowflakeAt(new Date(createdAt.getTime() - SKEW_MS)));
    if (asked.kind === 'failed') throw unreadable();
    return asked.value.find(({ author, content }) => author.id === self()?.user && content.startsWith(cardMark(to.key)))?.id;
  }

  return {
    send: (message) => (message.body.kind === 'desk_card' ? sendCard(message) : sendNote(message)),
    async find(message) {
      if (message.body.kind === 'desk_note') {
        const thread = await places.of(message.to);
        if (thread === undefined || message.audience.kind === 'only') return 'cannot_tell';
        return poster.standsIn(thread, message, toDiscordNote(message.body.note, message));
      }
      if ((await places.of(message.to)) === undefined) {
        const id = await standingCard(message);
        if (id === undefined) return 'absent';
        await places.note(message.to, id);
      }
      // Changing it once more to the same is harmless.
      return 'cannot_tell';
    },
  };
}

const unreadable = (): AppError =>
  new AppError('channel_unavailable', 'Discord cannot be asked whether the card stands', { retryable: true });
const codeOf = (failure: DiscordFailure): number | undefined => ('code' in failure ? failure.code : undefined);
