import { discordSettings, type DiscordSettingsInput } from '../channels/discord/discord-settings.ts';
import { slackSettings, type SlackSettingsInput } from '../channels/slack/slack-settings.ts';
import type { Problem } from './problem.ts';
import type { Environment } from './read-environment.ts';
import type { Settings } from './schemas.ts';

export interface ReadChat<Access> {
  /** Undefined without a token, and when something about it is wrong. */
  readonly access: Access | undefined;
  readonly problems: readonly Problem[];
}

/** Where Slack listens in http mode; the page has the port before it. */
const SLACK_PORT = 3001;

/** Reads `SLACK_…` and `channels.slack`; a bot token turns the channel on. */
export function readSlackAccess(env: Environment, settings: Settings['channels']['slack']): ReadChat<SlackSettingsInput> {
  const botToken = env.text('SLACK_BOT_TOKEN');
  if (botToken === undefined) return { access: undefined, problems: [] };
  const apiUrl = env.text('SLACK_API_URL');
  const base = { ...settings, botToken, ...(apiUrl === undefined ? {} : { apiUrl }) };
  const mode = env.text('SLACK_MODE') ?? 'socket';
  switch (mode) {
    case 'socket':
      return checked<SlackSettingsInput>(
        env,
        'SLACK_APP_TOKEN',
        (appToken) => ({ ...base, mode: 'socket', appToken }),
        'SLACK_',
        slackSettings,
      );
    case 'http': {
      const port = env.number('SLACK_PORT') ?? SLACK_PORT;
      return checked<SlackSettingsInput>(
        env,
        'SLACK_SIGNING_SECRET',
        (signingSecret) => ({ ...base, mode: 'http', signingSecret, port }),
        'SLACK_',
        slackSettings,
      );
    }
    default:
      return { access: undefined, problems: [env.problem('SLACK_MODE', `found "${mode}", expected socket or http`)] };
  }
}

/** Reads `DISCORD_…` and `channels.discord`; a token turns the channel on. */
export function readDiscordAccess(
  env: Environment,
  settings: Settings['channels']['discord'],
  company: DiscordSettingsInput['company'],
): ReadChat<DiscordSettingsInput> {
  if (env.text('DISCORD_TOKEN') === undefined) return { access: undefined, problems: [] };
  const apiUrl = env.text('DISCORD_API_URL');
  const { name, agentName } = company;
  const rest = { ...settings, ...(apiUrl === undefined ? {} : { apiUrl }), company: { name, agentName } };
  return checked<DiscordSettingsInput>(env, 'DISCORD_TOKEN', (token) => ({ ...rest, token }), 'DISCORD_', discordSettings);
}

interface Checks {
  safeParse(access: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
  };
}

/** The channel's own schema has the last word; its problems are told under the variable's name, without the value. */
function checked<Access>(
  env: Environment,
  secret: string,
  build: (value: string) => Access,
  prefix: string,
  schema: Checks,
): ReadChat<Access> {
  const value = env.text(secret);
  if (value === undefined) return { access: undefined, problems: [env.problem(secret, 'missing')] };
  const access = build(value);
  const { success, error } = schema.safeParse(access);
  if (success) return { access, problems: [] };
  const problems = (error?.issues ?? []).map(({ path, message }) => env.problem(variableOf(prefix, String(path[0] ?? '')), message));
  return { access: undefined, problems };
}

/** `botToken` → `SLACK_BOT_TOKEN`. */
const variableOf = (prefix: string, field: string): string => prefix + field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
