import { AppError } from '../../domain/error.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import { BoundedMap } from './bounded-map.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { Asked, DiscordRest } from './discord-rest.ts';
import { snowflakeAt } from './snowflake.ts';
import type { DiscordPost } from './to-discord.ts';

const MOST = 2_000;
/** Their clock and ours. */
const SKEW_MS = 60_000;

export interface Written {
  readonly id: string;
}

/** Writes posts one by one and knows which of them are out there, so that none is written twice or left out. */
export interface PartWriter {
  /** Those that are known to stand there are left out; gives the id of the first. */
  write(channel: string, posts: readonly DiscordPost[]): Promise<Asked<Written>>;
  isWritten(posts: readonly DiscordPost[]): boolean;
  /** Looks the posts up in the channel's history. Rejects with `channel_unavailable` when it cannot be read. */
  lookUp(channel: string, message: Pick<OutboundMessage, 'createdAt'>, posts: readonly DiscordPost[]): Promise<void>;
  /** A message of our own came over the gateway. */
  heard(message: Pick<DiscordMessage, 'id' | 'nonce'>): void;
}

export interface PartWriterParts {
  readonly rest: Pick<DiscordRest, 'post' | 'history'>;
  readonly self: () => { readonly user: string } | undefined;
}

export function createPartWriter({ rest, self }: PartWriterParts): PartWriter {
  /** Message ids by nonce: what we have heard ourselves say. */
  const written = new BoundedMap<string, string>(MOST);
  return {
    async write(channel, posts) {
      for (const post of posts) {
        if (written.has(post.nonce)) continue;
        const asked = await rest.post(channel, post);
        if (asked.kind === 'failed') return asked;
        written.set(post.nonce, asked.value.id);
      }
      return { kind: 'ok', value: { id: written.get(posts[0]?.nonce ?? '') ?? '' } };
    },
    isWritten: (posts) => posts.every(({ nonce }) => written.has(nonce)),
    async lookUp(channel, message, posts) {
      const asked = await rest.history(channel, snowflakeAt(new Date(message.createdAt.getTime() - SKEW_MS)));
      if (asked.kind === 'failed') {
        if (asked.failure.kind === 'missing') return;
        throw new AppError('channel_unavailable', 'the history of the thread cannot be read', { retryable: true });
      }
      const ours = asked.value.filter(({ author }) => author.id === self()?.user);
      const taken = new Set(written.values());
      for (const post of posts) {
        const match = ours.find((one) => !taken.has(one.id) && isThatPost(one, post));
        if (match === undefined || written.has(post.nonce)) continue;
        written.set(post.nonce, match.id);
        taken.add(match.id);
      }
    },
    heard({ id, nonce }) {
      if (nonce !== undefined) written.set(String(nonce), id);
    },
  };
}

/** By nonce where Discord says it, else by what it says. */
const isThatPost = ({ nonce, content }: DiscordMessage, post: DiscordPost): boolean =>
  nonce === undefined ? content.trim() === post.content.trim() : nonce === post.nonce;
