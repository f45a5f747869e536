import { z } from 'zod';
import { AppError } from '../../domain/error.ts';

const isLoopback = (host: string): boolean => /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(host);

/** With or without a trailing slash; `https://slack.com` becomes `https://slack.com/api/`, as the SDK wants it. */
const apiUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), {
    error: 'tokens travel over https only; http is allowed on loopback',
  })
  .transform((text) => {
    const url = text.replace(/\/+$/, '');
    return new URL(url).pathname === '/' ? `${url}/api/` : `${url}/`;
  });

const access = {
  /** SLACK_BOT_TOKEN: what the app acts with. */
  botToken: z.string().startsWith('xoxb-', { error: 'expected a bot token (xoxb-…)' }),
  /** SLACK_API_URL: any server that speaks the Web API can stand in. */
  apiUrl: apiUrl.default('https://slack.com/api/'),
  /** Channel ids in which every message is for the agent; elsewhere it answers mentions and threads that it has joined. */
  supportChannels: z.array(z.string().regex(/^[CG][A-Z0-9]{2,}$/, { error: 'expected a channel id such as C0123ABCD' })).default([]),
  /** The app has the agent view (its manifest says so): every message in its DM begins a thread. Without it a DM is one conversation. */
  agentView: z.boolean().default(true),
  /** Colleagues as `TEAM/USER`: once one of them answers in a thread, the agent is silent there. */
  staff: z.array(z.string().regex(/^[TE][A-Z0-9]+\/[UW][A-Z0-9]+$/, { error: 'expected TEAM/USER such as T0123/U0456' })).default([]),
  /** Emoji put on a message that is being worked on, where Slack shows no status. */
  workingReaction: z
    .string()
    .regex(/^[\w+-]+$/)
    .default('eyes'),
};

/** Everything the Slack channel can be told. */
export const slackSettings = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('socket'),
    ...access,
    /** SLACK_APP_TOKEN: opens the socket. */
    appToken: z.string().startsWith('xapp-', { error: 'expected an app-level token (xapp-…)' }),
  }),
  z.strictObject({
    mode: z.literal('http'),
    ...access,
    /** SLACK_SIGNING_SECRET: tells Slack's requests from others. */
    signingSecret: z.string().min(16),
    /** SLACK_PORT; 0 takes a free one. */
    port: z.int().min(0).max(65_535).default(3000),
    /** 0.0.0.0 where no proxy stands in front. */
    host: z.string().min(1).default('127.0.0.1'),
  }),
]);
export type SlackSettings = z.infer<typeof slackSettings>;
export type SlackSettingsInput = z.input<typeof slackSettings>;

/** Throws `AppError('config_invalid')` that names every setting that is wrong. */
export function readSlackSettings(input: SlackSettingsInput): SlackSettings {
  const result = slackSettings.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'slack'}: ${message}`);
  throw new AppError('config_invalid', `the Slack settings are wrong: ${problems.join('; ')}`, {
    retryable: false,
    hint: 'check SLACK_MODE, SLACK_BOT_TOKEN, SLACK_APP_TOKEN and SLACK_SIGNING_SECRET',
  });
}
