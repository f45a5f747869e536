import { z } from 'zod';
import type { WebMethod } from '../../../src/channels/slack/slack-routes.ts';

/** What Slack takes, as strict as its documentation: an argument that is not here, or too long, fails the test. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const ts = z.string().regex(/^\d{10}\.\d{6}$/);
const channel = z.string().regex(/^[CDG][A-Z0-9]+$/);
const user = z.string().regex(/^[UW][A-Z0-9]+$/);
const plain = (longest: number) => z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(longest) });
const mrkdwn = (longest: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(longest), verbatim: z.boolean().optional() });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().max(255),
  text: plain(75),
  value: z.string().max(2_000),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: z.strictObject({ title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) }).optional(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('section'), text: mrkdwn(3_000) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(mrkdwn(3_000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: z.string().max(255),
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map((one) => one.action_id)).size === buttons.length, 'action ids differ within a block'),
  }),
]);
const said = { text: z.string().min(1).max(40_000), blocks: json(z.array(block).min(1).max(50)) };
const metadata = json(
  z.strictObject({
    event_type: z.string().regex(/^[a-z][a-z0-9_]*$/),
    event_payload: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
);
/** A form: one field of text or one choice, as the desk asks for. */
const input = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().max(255),
  label: plain(2_000),
  hint: plain(2_000).optional(),
  element: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: z.string().max(255),
      multiline: z.boolean().optional(),
      initial_value: z.string().max(3_000).optional(),
      min_length: z.number().max(3_000).optional(),
      max_length: z.number().max(3_000).optional(),
      focus_on_load: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('static_select'),
      action_id: z.string().max(255),
      options: z
        .array(z.strictObject({ text: plain(75), value: z.string().max(150) }))
        .min(1)
        .max(100),
    }),
  ]),
});
const flag = z.enum(['true', 'false']);
const paging = {
  oldest: z.string().optional(),
  limit: z.coerce.number().max(999),
  cursor: z.string().optional(),
  include_all_metadata: flag.optional(),
};

export const REQUESTS = {
  'apps.connections.open': z.strictObject({}),
  'auth.test': z.strictObject({}),
  'assistant.threads.setStatus': z.strictObject({ channel_id: channel, thread_ts: ts, status: z.string().max(100) }),
  'chat.postMessage': z.strictObject({
    channel,
    thread_ts: ts.optional(),
    ...said,
    unfurl_links: z.literal('false'),
    unfurl_media: z.literal('false'),
    metadata,
  }),
  'chat.update': z.strictObject({ channel, ts, ...said, metadata: metadata.optional() }),
  'chat.postEphemeral': z.strictObject({ channel, user, thread_ts: ts.optional(), ...said }),
  'conversations.history': z.strictObject({ channel, ...paging }),
  'conversations.replies': z.strictObject({ channel, ts, ...paging }),
  'conversations.info': z.strictObject({ channel }),
  'conversations.open': z.strictObject({ users: user }),
  'reactions.add': z.strictObject({ channel, timestamp: ts, name: z.string() }),
  'reactions.remove': z.strictObject({ channel, timestamp: ts, name: z.string() }),
  'users.info': z.strictObject({ user }),
  'views.open': z.strictObject({
    trigger_id: z.string(),
    view: json(
      z.looseObject({
        type: z.literal('modal'),
        callback_id: z.string().max(255),
        title: plain(24),
        submit: plain(24),
        close: plain(24),
        private_metadata: z.string().max(3_000),
        blocks: z.array(input).min(1).max(100),
      }),
    ),
  }),
} as const satisfies Readonly<Record<WebMethod, z.ZodType>>;
