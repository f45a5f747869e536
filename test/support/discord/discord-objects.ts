import { snowflakeAt } from '../../../src/channels/discord/snowflake.ts';

/** Objects as Discord gives them, complete enough for its own schema. */

export const TOKEN = 'MTA0NzE.fake.token';

export interface FakeUser {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

let counter = 0n;

/** Ids of now, each higher than the one before. */
export function nextId(at: Date = new Date()): string {
  counter = (counter + 1n) % (1n << 22n);
  return String(BigInt(snowflakeAt(at)) + counter);
}

export const userObject = ({ id, username, bot = false }: FakeUser) => ({
  id,
  username,
  avatar: null,
  discriminator: '0',
  public_flags: 0,
  flags: 0,
  bot,
  system: false,
  banner: null,
  accent_color: null,
  global_name: null,
  avatar_decoration_data: null,
  collectibles: null,
  display_name_styles: null,
  clan: null,
  primary_guild: null,
});

export interface FakeMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: FakeUser;
  readonly content: string;
  readonly type: number;
  readonly flags: number;
  readonly components: readonly unknown[];
  readonly embeds: readonly unknown[];
  readonly nonce: string | undefined;
  readonly mentions: readonly FakeUser[];
  readonly reference: string | undefined;
  readonly referenced: FakeMessage | undefined;
  readonly editedAt: Date | undefined;
  readonly attachments: readonly FakeFile[];
}

export interface FakeFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly url: string;
}

const attachmentObject = ({ name, type, size, url }: FakeFile) => ({
  id: nextId(),
  filename: name,
  size,
  url,
  proxy_url: url,
  content_type: type,
});

/** Neither server nor nonce: those come with the gateway's event and with the answer to a post only. */
export const messageObject = (message: FakeMessage): Readonly<Record<string, unknown>> => ({
  id: message.id,
  channel_id: message.channel_id,
  author: userObject(message.author),
  content: message.content,
  timestamp: new Date(Number((BigInt(message.id) >> 22n) + 1_420_070_400_000n)).toISOString(),
  edited_timestamp: message.editedAt?.toISOString() ?? null,
  type: message.type,
  flags: message.flags,
  components: message.components,
  mentions: message.mentions.map(userObject),
  mention_roles: [],
  mention_everyone: false,
  attachments: message.attachments.map(attachmentObject),
  embeds: [],
  pinned: false,
  tts: false,
  ...(message.reference === undefined
    ? {}
    : { message_reference: { type: 0, channel_id: message.channel_id, message_id: message.reference } }),
  ...(message.referenced === undefined ? {} : { referenced_message: messageObject(message.referenced) }),
});

export interface FakeChannel {
  readonly id: string;
  /** 0 text · 1 direct · 11 thread · 15 forum */
  readonly type: 0 | 1 | 11 | 15;
  readonly guild: string | undefined;
  readonly parent: string | undefined;
  readonly name: string;
  readonly owner: string | undefined;
  /** Direct: with whom. */
  readonly recipient: FakeUser | undefined;
  readonly lastMessage: string | undefined;
  /** Of a forum. */
  readonly availableTags: readonly { readonly id: string; readonly name: string }[];
  /** Of a post in a forum. */
  readonly appliedTags: readonly string[];
  /** What roles and members may do there besides what they may in the server. */
  readonly overwrites: readonly { readonly id: string; readonly allow: bigint; readonly deny: bigint }[];
}

const tagObject = (tag: FakeChannel['availableTags'][number]) => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null });

export function channelObject(channel: FakeChannel): Readonly<Record<string, unknown>> {
  const { id, type, guild, parent, name, owner, recipient, lastMessage = null } = channel;
  const shared = { id, type, flags: 0, last_message_id: lastMessage };
  if (type === 1) return { ...shared, recipients: recipient === undefined ? [] : [userObject(recipient)] };
  const inGuild = { ...shared, guild_id: guild, name, parent_id: parent ?? null, rate_limit_per_user: 0 };
  if (type === 11) {
    const metadata = {
      archived: false,
      archive_timestamp: new Date().toISOString(),
      auto_archive_duration: 1_440,
      locked: false,
      create_timestamp: new Date().toISOString(),
    };
    return {
      ...inGuild,
      owner_id: owner,
      thread_metadata: metadata,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      applied_tags: channel.appliedTags,
    };
  }
  return {
    ...inGuild,
    position: 0,
    permission_overwrites: channel.overwrites.map(({ id: whose, allow, deny }) => ({
      id: whose,
      type: 0,
      allow: String(allow),
      deny: String(deny),
    })),
    topic: null,
    nsfw: false,
    ...(type === 15
      ? {
          available_tags: channel.availableTags.map(tagObject),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

export const roleObject = (id: string, name: string, permissions: bigint): Readonly<Record<string, unknown>> => ({
  id,
  name,
  description: null,
  icon: null,
  unicode_emoji: null,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: String(permissions),
  managed: false,
  mentionable: false,
  flags: 0,
});

export const guildObject = (
  id: string,
  channels: readonly FakeChannel[],
  members: readonly FakeUser[],
): Readonly<Record<string, unknown>> => ({
  id,
  name: 'Larkfield',
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: members[0]?.id ?? id,
  region: 'us',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: [roleObject(id, '@everyone', 0n)],
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: 'en-US',
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  joined_at: new Date().toISOString(),
  large: false,
  unavailable: false,
  member_count: members.length,
  voice_states: [],
  members: [],
  channels: channels.filter(({ type }) => type !== 11).map(channelObject),
  threads: channels.filter(({ type }) => type === 11).map(channelObject),
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  stickers: [],
});

export const memberObject = (user: FakeUser, roles: readonly string[] = []): Readonly<Record<string, unknown>> => ({
  user: userObject(user),
  avatar: null,
  banner: null,
  nick: null,
  roles,
  flags: 0,
  pending: false,
  deaf: false,
  mute: false,
  joined_at: new Date().toISOString(),
  premium_since: null,
  communication_disabled_until: null,
});
