import { z } from 'zod';

/*
 * The parts of Slack's payloads that we read (docs.slack.dev/reference/events). Everything else passes unseen, so that
 * a field that Slack adds or leaves out breaks nothing.
 */

const text = z.string();

export const slackFile = z.looseObject({
  id: text,
  name: text.nullish(),
  mimetype: text.nullish(),
  size: z.number().nullish(),
  url_private_download: text.nullish(),
  url_private: text.nullish(),
});
export type SlackFile = z.infer<typeof slackFile>;

const profile = z.looseObject({
  real_name: text.nullish(),
  display_name: text.nullish(),
  team: text.nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
});

export const slackMessage = z.looseObject({
  type: text.optional(),
  subtype: text.nullish(),
  user: text.nullish(),
  bot_id: text.nullish(),
  app_id: text.nullish(),
  text: text.nullish(),
  ts: text,
  thread_ts: text.nullish(),
  /** Whose message a thread stands below. */
  parent_user_id: text.nullish(),
  team: text.nullish(),
  user_team: text.nullish(),
  source_team: text.nullish(),
  user_profile: profile.nullish(),
  files: z.array(slackFile).nullish(),
  edited: z.looseObject({ ts: text, user: text.nullish() }).nullish(),
  /** Present on messages that were written in the app's agent view. */
  assistant_thread: z.unknown().optional(),
});
export type SlackMessage = z.infer<typeof slackMessage>;

const inChannel = { channel: text, channel_type: text.nullish() };

/** The events that may carry a customer's words. */
export const slackEvent = z.union([
  z.looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    ...inChannel,
    message: slackMessage,
    previous_message: slackMessage.nullish(),
  }),
  z.looseObject({
    type: z.literal('message'),
    subtype: z.literal('message_deleted'),
    ...inChannel,
    deleted_ts: text,
    previous_message: slackMessage.nullish(),
  }),
  slackMessage.extend({ type: z.enum(['message', 'app_mention']), ...inChannel }),
]);
export type SlackEvent = z.infer<typeof slackEvent>;

/** What Slack delivers, over HTTP or as the payload of a socket's envelope. */
export const slackEnvelope = z.looseObject({
  type: z.literal('event_callback'),
  team_id: text.nullish(),
  api_app_id: text.nullish(),
  event_id: text.nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  event: z.looseObject({ type: text }),
});
export type SlackEnvelope = z.infer<typeof slackEnvelope>;

/** `1736812345.000200`: seconds since 1970 with a counter, unique in its channel. */
export const sentAtOf = (ts: string): Date => new Date(Math.floor(Number.parseFloat(ts) * 1_000));
