import type { Config } from '../config.ts';
import { ok, problem, type Finding } from './finding.ts';

/** The chat platforms that are configured: token, scopes or intents, and each channel that is to be read. */
export async function* checkChats({ slack, discord, settings, staff }: Config): AsyncGenerator<Finding> {
  const { on, channel } = settings.desk;
  const deskOn = (name: typeof on) => (on === name ? { channel, staff } : undefined);
  if (slack) {
    const [{ checkSlack }, { readSlackSettings }] = await Promise.all([
      import('../channels/slack/check-slack.ts'),
      import('../channels/slack/slack-settings.ts'),
    ]);
    yield* chatFindings(
      'Slack',
      await checkSlack(readSlackSettings(slack), deskOn('slack')),
      'docs/channels/slack.md goes through the app step by step.',
    );
  }
  if (discord) {
    const [{ checkDiscord }, { readDiscordSettings }] = await Promise.all([
      import('../channels/discord/check-discord.ts'),
      import('../channels/discord/discord-settings.ts'),
    ]);
    yield* chatFindings(
      'Discord',
      await checkDiscord(readDiscordSettings(discord), deskOn('discord')),
      'docs/channels/discord.md goes through the bot step by step.',
    );
  }
}

const chatFindings = (subject: string, problems: readonly string[], advice: string): readonly Finding[] =>
  problems.length === 0
    ? [ok(subject, 'lets us in, with everything the agent needs')]
    : problems.map((text) => problem(subject, text, advice));
