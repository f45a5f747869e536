import { z } from 'zod';
import { AppError } from '../../domain/error.ts';

const snowflake = z.string().regex(/^\d{15,20}$/, 'expected a Discord id: 15 to 20 digits (Copy ID in Discord, with Developer Mode on)');

/** `/api` without version or trailing slash, as discord.js wants it: it adds both by itself. */
const apiUrl = z.url({ protocol: /^https?$/ }).transform((text) => {
  const bare = text.replace(/\/+$/, '').replace(/\/v\d+$/, '');
  return bare.endsWith('/api') ? bare : `${bare}/api`;
});

/** Everything the Discord channel can be told. */
export const discordSettings = z.strictObject({
  /** DISCORD_TOKEN: the bot's token, without `Bot `. */
  token: z
    .string()
    .trim()
    .transform((text) => text.replace(/^Bot\s+/i, ''))
    .pipe(z.string().min(1)),
  /** DISCORD_API_URL: another server that speaks Discord's API. */
  apiUrl: apiUrl.default('https://discord.com/api'),
  /** Channels in which every message opens a ticket with a thread of its own. */
  supportChannels: z.array(snowflake).default([]),
  /** Forums whose posts are tickets. */
  forumChannels: z.array(snowflake).default([]),
  /** The tag that a forum post gets once its conversation is resolved, when the forum has one of that name. */
  solvedTag: z.string().trim().min(1).max(20).default('Solved'),
  /** Servers that are answered; all that the bot was invited to when empty. */
  guildIds: z.array(snowflake).default([]),
  /** Teammates: the agent falls silent in a thread as soon as one of them has written there. */
  staffUsers: z.array(snowflake).default([]),
  /** The same for everybody with one of these roles. */
  staffRoles: z.array(snowflake).default([]),
  /** Register the slash command `/support` at the start. */
  supportCommand: z.boolean().default(true),
  /** Hand on a customer's edits and deletions as messages of those kinds. */
  edits: z.boolean().default(false),
  /** Older messages, found after a gap, are held for a human. */
  oldestAnsweredHours: z.number().positive().default(48),
  company: z.strictObject({ name: z.string(), agentName: z.string() }),
});
export type DiscordSettings = z.infer<typeof discordSettings>;
export type DiscordSettingsInput = z.input<typeof discordSettings>;

/** Throws `AppError('config_invalid')` that names every setting that is wrong. */
export function readDiscordSettings(input: DiscordSettingsInput): DiscordSettings {
  const result = discordSettings.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'discord'}: ${message}`);
  throw new AppError('config_invalid', `the Discord settings are wrong: ${problems.join('; ')}`, {
    retryable: false,
    hint: 'check DISCORD_TOKEN and channels.discord',
  });
}
