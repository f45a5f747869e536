import { z } from 'zod';

/*
 * What we read of Discord's payloads (API v10). Everything else in them is ignored, and a payload that does not fit is
 * refused as a whole, so that a strange message never half counts.
 */

export const snowflake = z.string().regex(/^\d{1,20}$/);

const user = z.object({
  id: snowflake,
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
});

const attachment = z.object({
  id: snowflake,
  filename: z.string(),
  size: z.number(),
  content_type: z.string().nullish(),
  url: z.string().optional(),
});

const reference = z.object({ message_id: snowflake.optional(), channel_id: snowflake.optional() });

const component: z.ZodType<DiscordComponent> = z.lazy(() =>
  z.object({
    custom_id: z.string().optional(),
    label: z.string().nullish(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
    components: z.array(component).optional(),
    component: component.optional(),
  }),
);
/** A button, a field, or a row of them. */
export interface DiscordComponent {
  readonly custom_id?: string | undefined;
  readonly label?: string | null | undefined;
  readonly value?: string | undefined;
  /** Of a choice. */
  readonly values?: readonly string[] | undefined;
  readonly components?: readonly DiscordComponent[] | undefined;
  readonly component?: DiscordComponent | undefined;
}

export const messagePayload = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.optional(),
  author: user,
  member: z.object({ roles: z.array(z.string()).default([]), nick: z.string().nullish() }).optional(),
  content: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  edited_timestamp: z.iso.datetime({ offset: true }).nullish(),
  type: z.number(),
  flags: z.number().optional(),
  webhook_id: snowflake.optional(),
  nonce: z.union([z.string(), z.number()]).optional(),
  mentions: z.array(user).default([]),
  attachments: z.array(attachment).default([]),
  message_reference: reference.optional(),
  referenced_message: z.object({ id: snowflake, author: user, message_reference: reference.optional() }).nullish(),
  components: z.array(component).optional(),
});
export type DiscordMessage = z.infer<typeof messagePayload>;

export const deletionPayload = z.object({ id: snowflake, channel_id: snowflake, guild_id: snowflake.optional() });
export type DiscordDeletion = z.infer<typeof deletionPayload>;

export const channelPayload = z.object({
  id: snowflake,
  type: z.number(),
  guild_id: snowflake.optional(),
  parent_id: snowflake.nullish(),
  name: z.string().nullish(),
  owner_id: snowflake.nullish(),
  last_message_id: snowflake.nullish(),
  /** Of a forum: what posts can be marked with; of a post: what it is marked with. */
  available_tags: z.array(z.object({ id: snowflake, name: z.string() })).optional(),
  applied_tags: z.array(snowflake).optional(),
});
export type DiscordChannelPayload = z.infer<typeof channelPayload>;

export const guildPayload = z.object({
  id: snowflake,
  unavailable: z.boolean().optional(),
  channels: z.array(channelPayload).default([]),
  threads: z.array(channelPayload).default([]),
});

export const readyPayload = z.object({
  user: z.object({ id: snowflake }),
  application: z.object({ id: snowflake }),
  guilds: z.array(z.object({ id: snowflake })).default([]),
});

const option = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).optional() });

export const interactionPayload = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string(),
  /** 2: slash command · 3: button · 5: form */
  type: z.number(),
  guild_id: snowflake.optional(),
  channel_id: snowflake.optional(),
  user: user.optional(),
  member: z.object({ user, nick: z.string().nullish(), roles: z.array(z.string()).default([]) }).optional(),
  message: z.object({ id: snowflake, flags: z.number().optional(), components: z.array(component).default([]) }).optional(),
  data: z
    .object({
      name: z.string().optional(),
      custom_id: z.string().optional(),
      options: z.array(option).optional(),
      components: z.array(component).optional(),
    })
    .optional(),
});
export type DiscordInteraction = z.infer<typeof interactionPayload>;

/** Discord's numbers (developers/resources/channel, message, interactions). */
export const CHANNEL_TYPE = {
  text: 0,
  dm: 1,
  groupDm: 3,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
} as const;
export const MESSAGE_TYPE = { default: 0, reply: 19 } as const;
export const INTERACTION_TYPE = { command: 2, component: 3, form: 5 } as const;
export const FLAG_EPHEMERAL = 64;

export const isThreadType = (type: number): boolean =>
  type === CHANNEL_TYPE.announcementThread || type === CHANNEL_TYPE.publicThread || type === CHANNEL_TYPE.privateThread;

export const isForumType = (type: number): boolean => type === CHANNEL_TYPE.forum || type === CHANNEL_TYPE.media;
