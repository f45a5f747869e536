import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import type { SlackApi } from './slack-api.ts';
import { LOOK_UP_MS, oldestFor, type SlackPoster } from './slack-poster.ts';
import { CARD_METADATA_TYPE, toSlackCard, toSlackNote } from './to-slack-card.ts';
import type { SlackPost } from './to-slack.ts';

export interface DeskPosterParts {
  readonly api: SlackApi;
  readonly poster: SlackPoster;
  readonly places: CardPlaces;
  /** A card stands: from now on its thread is listened to, also when a gap is read from history. */
  readonly onCard: (channel: string, ts: string) => void;
}

/** Slack says that the message is not there (any more). */
const GONE = 'message_not_found';

/** The desk's threads: a card that stands is changed and never posted again, and what belongs below it follows it. */
export function createSlackDeskPoster({ api, poster, places, onCard }: DeskPosterParts): Pick<SlackPoster, 'send' | 'find'> {
  async function sendCard(message: OutboundMessage): Promise<SendResult> {
    if (message.body.kind !== 'desk_card') return NOT_OURS;
    const standing = await places.of(message.to);
    const result = await poster.send(message, [toSlackCard(message.body.card, message, standing)]);
    if (result.kind === 'sent' && standing === undefined) await stands(message.to, result.externalId);
    if (result.kind !== 'undeliverable' || result.because !== GONE || standing === undefined) return result;
    await places.forget(message.to);
    return { kind: 'retry_later', afterMs: 0, because: 'the card was deleted' };
  }

  async function stands(to: ThreadRef, ts: string): Promise<void> {
    await places.note(to, ts);
    onCard(to.space, ts);
  }

  /** The note as posts in its thread; undefined without a card. */
  async function inThread(
    message: OutboundMessage,
  ): Promise<{ readonly placed: OutboundMessage; readonly posts: readonly SlackPost[] } | undefined> {
    const root = await places.of(message.to);
    if (message.body.kind !== 'desk_note' || root === undefined) return undefined;
    return { placed: { ...message, to: { ...message.to, key: root } }, posts: toSlackNote(message.body.note, message, root) };
  }

  return {
    async send(message) {
      if (message.body.kind === 'desk_card') return sendCard(message);
      const note = await inThread(message);
      return note ? poster.send(note.placed, note.posts) : NOT_OURS;
    },
    async find(message) {
      if (message.body.kind === 'desk_card') {
        if ((await places.of(message.to)) === undefined) {
          const ts = await standingCard(message, api);
          if (ts === undefined) return 'absent';
          await stands(message.to, ts);
        }
        // Changing it once more to the same is harmless.
        return 'cannot_tell';
      }
      const note = await inThread(message);
      return note ? poster.find(note.placed, note.posts) : 'absent';
    },
  };
}

const NOT_OURS: SendResult = { kind: 'undeliverable', because: 'the ticket has no card at the desk' };

const page = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ ticket: z.string().optional() }) })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** A card of this ticket in the channel's history, from shortly before its first post was tried. */
async function standingCard({ to, createdAt }: OutboundMessage, api: SlackApi): Promise<string | undefined> {
  const args = { channel: to.space, oldest: oldestFor(createdAt), limit: 200, include_all_metadata: true };
  const reply = await api.call('conversations.history', args, LOOK_UP_MS);
  if (reply.kind !== 'ok') throw new AppError('channel_unavailable', 'Slack cannot be asked whether the card stands', { retryable: true });
  return page
    .parse(reply.body)
    .messages.find(({ metadata }) => metadata?.event_type === CARD_METADATA_TYPE && metadata.event_payload.ticket === to.key)?.ts;
}
