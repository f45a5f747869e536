import type { REST, RouteLike } from 'discord.js';
import { z } from 'zod';
import type { ZodType } from 'zod';
import type { Now } from '../../domain/ports.ts';
import type { OutboundId } from '../../domain/ids.ts';
import { DISCORD_CODE, toFailure } from './discord-errors.ts';
import type { DiscordFailure } from './discord-errors.ts';
import { channelPayload, messagePayload, snowflake } from './discord-payloads.ts';
import type { DiscordChannelPayload, DiscordMessage } from './discord-payloads.ts';
import type { InteractionReply } from './interaction-replies.ts';
import type { RequestGuard } from './request-guard.ts';
import { PAGE } from './channel-feed.ts';
import { nonceFor } from './nonce.ts';
import type { CardPost } from './to-discord-card.ts';
import type { DiscordPost } from './to-discord.ts';

const posted = z.object({ id: snowflake });
const activeThreads = z.object({ threads: z.array(channelPayload) });

export type Asked<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'failed'; readonly failure: DiscordFailure };

/** What a private answer in a channel carries. */
export type AsidePost = Pick<DiscordPost, 'content' | 'components' | 'allowed_mentions' | 'flags'>;

/** What only the desk's cards need. */
export interface CardRest {
  /** A forum post with the card as its first message; both have one id. */
  openPost(forum: string, name: string, card: CardPost): Promise<Asked<{ readonly id: string }>>;
  postCard(channel: string, card: CardPost, outbound: OutboundId): Promise<Asked<{ readonly id: string }>>;
  changeCard(channel: string, message: string, card: CardPost): Promise<Asked<unknown>>;
  /** A thread that was put away for want of words. */
  reopenThread(thread: string): Promise<Asked<unknown>>;
}

/** The requests that we make. None is repeated here, except that discord.js waits out a short limit by itself. */
export interface DiscordRest extends CardRest {
  post(channel: string, body: DiscordPost): Promise<Asked<{ readonly id: string }>>;
  history(channel: string, after: string): Promise<Asked<readonly DiscordMessage[]>>;
  channel(id: string): Promise<Asked<DiscordChannelPayload>>;
  openDirect(user: string): Promise<Asked<{ readonly id: string }>>;
  openThread(channel: string, message: string, name: string): Promise<Asked<unknown>>;
  /** The tags of a forum post, all of them. */
  applyTags(thread: string, tags: readonly string[]): Promise<Asked<unknown>>;
  addToThread(thread: string, user: string): Promise<Asked<unknown>>;
  activeThreads(guild: string): Promise<Asked<{ readonly threads: readonly DiscordChannelPayload[] }>>;
  typing(channel: string): Promise<Asked<unknown>>;
  reply(interaction: { readonly id: string; readonly token: string }, body: InteractionReply): Promise<Asked<unknown>>;
  postAside(application: string, token: string, body: AsidePost): Promise<Asked<{ readonly id: string }>>;
  registerCommand(application: string, guild: string | undefined, command: object): Promise<Asked<unknown>>;
}

/** A thread is put away after a day without a word. */
const AUTO_ARCHIVE_MINUTES = 1_440;
/** A ticket is reopened for a week. */
const DESK_ARCHIVE_MINUTES = 10_080;
/** A token of an interaction, not ours, is refused with this, or with 401. */
const TOKEN_GONE: readonly number[] = [DISCORD_CODE.invalidWebhookToken, DISCORD_CODE.unknownWebhook, DISCORD_CODE.unknownInteraction];

export function createDiscordRest(rest: REST, guard: RequestGuard, now: Now): DiscordRest {
  rest.on('response', (_request, response) => guard.note(response.status, now()));

  async function ask<T>(schema: ZodType<T>, channel: string | undefined, request: () => Promise<unknown>): Promise<Asked<T>> {
    const pauseMs = guard.pauseMs(now());
    if (pauseMs > 0) return { kind: 'failed', failure: { kind: 'limited', afterMs: pauseMs } };
    if (channel !== undefined && guard.isClosed(channel, now()))
      return { kind: 'failed', failure: { kind: 'forbidden', code: DISCORD_CODE.missingAccess } };
    try {
      const value = schema.parse(await request());
      if (channel !== undefined) guard.reopen(channel);
      return { kind: 'ok', value };
    } catch (error) {
      const failure = toFailure(error);
      const isAboutChannel = failure.kind === 'forbidden' && failure.code !== DISCORD_CODE.cannotMessageUser;
      if (isAboutChannel && channel !== undefined) guard.forbidden(channel, now());
      return { kind: 'failed', failure };
    }
  }

  const nothing = z.unknown();
  return {
    post: (channel, body) => ask(posted, channel, () => rest.post(`/channels/${channel}/messages`, { body })),
    openPost: (forum, name, card) =>
      ask(posted, forum, () =>
        rest.post(`/channels/${forum}/threads`, { body: { name, auto_archive_duration: DESK_ARCHIVE_MINUTES, message: card } }),
      ),
    postCard: (channel, card, outbound) =>
      ask(posted, channel, () =>
        rest.post(`/channels/${channel}/messages`, { body: { ...card, nonce: nonceFor(outbound, 0), enforce_nonce: true } }),
      ),
    changeCard: (channel, message, card) =>
      ask(nothing, channel, () => rest.patch(`/channels/${channel}/messages/${message}`, { body: card })),
    reopenThread: (thread) => ask(nothing, undefined, () => rest.patch(`/channels/${thread}`, { body: { archived: false } })),
    history: (channel, after) =>
      ask(z.array(messagePayload), channel, () =>
        rest.get(`/channels/${channel}/messages`, { query: new URLSearchParams({ after, limit: String(PAGE) }) }),
      ),
    channel: (id) => ask(channelPayload, id, () => rest.get(`/channels/${id}`)),
    openDirect: (user) => ask(posted, undefined, () => rest.post('/users/@me/channels', { body: { recipient_id: user } })),
    openThread: (channel, message, name) =>
      ask(nothing, channel, () =>
        rest.post(`/channels/${channel}/messages/${message}/threads`, { body: { name, auto_archive_duration: AUTO_ARCHIVE_MINUTES } }),
      ),
    applyTags: (thread, tags) => ask(nothing, undefined, () => rest.patch(`/channels/${thread}`, { body: { applied_tags: tags } })),
    addToThread: (thread, user) => ask(nothing, undefined, () => rest.put(`/channels/${thread}/thread-members/${user}`)),
    activeThreads: (guild) => ask(activeThreads, undefined, () => rest.get(`/guilds/${guild}/threads/active`)),
    typing: (channel) => ask(nothing, channel, () => rest.post(`/channels/${channel}/typing`)),
    reply: ({ id, token }, body) =>
      ask(nothing, undefined, () => rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false })),
    async postAside(application, token, body) {
      const route: RouteLike = `/webhooks/${application}/${token}`;
      const asked = await ask(posted, undefined, () =>
        rest.post(route, { body, auth: false, query: new URLSearchParams({ wait: 'true' }) }),
      );
      // 401 is about this interaction and says nothing about the bot's own token.
      if (asked.kind === 'failed' && asked.failure.kind === 'unauthorized')
        return { kind: 'failed', failure: { kind: 'missing', code: DISCORD_CODE.invalidWebhookToken } };
      return asked;
    },
    registerCommand: (application, guild, command) =>
      ask(nothing, undefined, () =>
        rest.post(`/applications/${application}${guild === undefined ? '' : `/guilds/${guild}`}/commands`, { body: command }),
      ),
  };
}

/** An interaction cannot be answered any more: its fifteen minutes are over. */
export const isTokenGone = (failure: DiscordFailure): boolean =>
  failure.kind === 'missing' || (failure.kind === 'refused' && TOKEN_GONE.includes(failure.code));
