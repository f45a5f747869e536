import { CHANNEL_TYPE, isThreadType } from './discord-payloads.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { DiscordPlace } from './discord-thread.ts';
import type { DiscordSettings } from './discord-settings.ts';

export interface ChannelInfo {
  readonly id: string;
  readonly type: number;
  readonly guild: string | undefined;
  readonly parent: string | undefined;
  readonly name: string | undefined;
  /** Of a thread: who opened it. */
  readonly owner: string | undefined;
}

export interface PlacingContext {
  /** The bot's own user id. */
  readonly self: string;
  readonly settings: Pick<DiscordSettings, 'supportChannels' | 'forumChannels' | 'guildIds'>;
  readonly channel: ChannelInfo | undefined;
  /** We were addressed in this thread before. */
  readonly joined: boolean;
  /** The message that this author opened a ticket with in this channel a moment ago. */
  readonly openedWith: string | undefined;
}

export type IgnoredBecause =
  | 'own'
  | 'bot'
  | 'webhook'
  | 'system'
  | 'not_addressed'
  | 'other_server'
  | 'unknown_channel'
  | 'staff'
  | 'not_ours';
export type Placing =
  | { readonly kind: 'placed'; readonly place: DiscordPlace }
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause };

const ignored = (because: IgnoredBecause): Placing => ({ kind: 'ignored', because });
const placed = (place: DiscordPlace): Placing => ({ kind: 'placed', place });

/**
 * Which conversation a message belongs to. We speak in direct messages, where we are mentioned, in configured support
 * channels and forums, and in threads that we have joined.
 */
export function placeMessage(message: DiscordMessage, context: PlacingContext): Placing {
  const { channel, settings } = context;
  if (message.guild_id === undefined && channel?.guild === undefined) {
    return channel?.type === CHANNEL_TYPE.groupDm ? ignored('not_addressed') : placed({ kind: 'direct', channel: message.channel_id });
  }
  const guild = message.guild_id ?? channel?.guild;
  if (channel === undefined || guild === undefined) return ignored('unknown_channel');
  if (settings.guildIds.length > 0 && !settings.guildIds.includes(guild)) return ignored('other_server');
  const isMention = message.mentions.some(({ id }) => id === context.self);
  if (isThreadType(channel.type)) {
    const isOurs = isSupport(channel.parent, settings) || channel.owner === context.self || context.joined;
    if (!isOurs && !isMention) return ignored('not_addressed');
    return placed({ kind: 'thread', guild, parent: channel.parent ?? channel.id, thread: channel.id });
  }
  if (!settings.supportChannels.includes(channel.id) && !isMention) return ignored('not_addressed');
  return placed({ kind: 'thread', guild, parent: channel.id, thread: rootOf(message, context) });
}

const isSupport = (parent: string | undefined, settings: PlacingContext['settings']): boolean =>
  parent !== undefined && (settings.supportChannels.includes(parent) || settings.forumChannels.includes(parent));

/** The message that opened the ticket: the one replied to, the one that our answer replied to, or this one. */
function rootOf(message: DiscordMessage, { self, openedWith }: PlacingContext): string {
  const answered = message.referenced_message;
  if (answered?.author.id === self) return answered.message_reference?.message_id ?? answered.id;
  if (answered?.author.id === message.author.id) return answered.id;
  return openedWith ?? message.id;
}
