import { channelName, outboundId, participantKey } from '../../../src/domain/ids.ts';
import type { ThreadRef } from '../../../src/domain/message.ts';
import type { OutboundBody, OutboundMessage } from '../../../src/domain/outbound.ts';
import { messagePayload } from '../../../src/channels/discord/discord-payloads.ts';
import type { DiscordMessage } from '../../../src/channels/discord/discord-payloads.ts';
import { snowflakeAt } from '../../../src/channels/discord/snowflake.ts';
import type { ChannelInfo } from '../../../src/channels/discord/place-message.ts';
import type { ReadingContext } from '../../../src/channels/discord/from-discord.ts';

export const NOW = new Date('2026-03-10T15:00:00Z');
export const SELF = '900000000000000001';
export const GUILD = '100000000000000001';
export const SUPPORT = '200000000000000001';
export const FORUM = '200000000000000002';
export const LOUNGE = '200000000000000003';
export const DM = '300000000000000001';
export const MIA = '400000000000000001';
export const JONAS = '400000000000000002';
export const STAFF_ROLE = '500000000000000001';

/** An id that says when it was made, a few seconds after each other. */
export const idAt = (seconds: number): string => snowflakeAt(new Date(NOW.getTime() + seconds * 1_000));

export function messageOf(parts: Partial<Record<keyof DiscordMessage, unknown>> = {}): DiscordMessage {
  return messagePayload.parse({
    id: idAt(0),
    channel_id: SUPPORT,
    guild_id: GUILD,
    author: { id: MIA, username: 'mia', global_name: 'Mia Keller' },
    content: 'Where are my mugs?',
    timestamp: NOW.toISOString(),
    edited_timestamp: null,
    type: 0,
    ...parts,
  });
}

export const channelOf = (parts: Partial<ChannelInfo> = {}): ChannelInfo => ({
  id: SUPPORT,
  type: 0,
  guild: GUILD,
  parent: undefined,
  name: 'support',
  owner: undefined,
  ...parts,
});

export const contextOf = (parts: Partial<ReadingContext> = {}): ReadingContext => ({
  self: SELF,
  channel: channelOf(),
  joined: false,
  openedWith: undefined,
  now: NOW,
  settings: {
    supportChannels: [SUPPORT],
    forumChannels: [FORUM],
    guildIds: [],
    staffUsers: [],
    staffRoles: [STAFF_ROLE],
    oldestAnsweredHours: 48,
  },
  ...parts,
});

export const threadOf = (key: string): ThreadRef => ({ channel: channelName('discord'), account: GUILD, space: SUPPORT, key });
export const directThread: ThreadRef = { channel: channelName('discord'), account: '@me', space: DM, key: 'dm' };

export const textBody = (markdown: string): OutboundBody => ({ kind: 'text', markdown });

export function outboundOf(parts: Partial<OutboundMessage> & { readonly id?: OutboundMessage['id'] } = {}): OutboundMessage {
  return {
    id: outboundId('turn-1/0'),
    to: threadOf(idAt(0)),
    audience: { kind: 'thread' },
    body: textBody('They **left** yesterday.'),
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: NOW,
    ...parts,
  };
}

export const onlyFor = (user: string): OutboundMessage['audience'] => ({ kind: 'only', participant: participantKey(`discord/${user}`) });
