import { FakeDiscord, TOKEN } from '../support/discord/fake-discord.ts';
import { openChatPlatformLine } from './chat-platform-line.ts';
import { describeSevenScenarios } from './seven-scenarios.ts';
import type { SupportLine } from './support-line.ts';

async function openDiscordLine(): Promise<SupportLine> {
  const discord = new FakeDiscord();
  await discord.start();
  return openChatPlatformLine({
    env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl },
    // The channel's start resolves once the gateway is ready.
    connected: async () => {},
    person(n) {
      const user = { id: `40000000000000100${n}`, username: `person${n}` };
      let room = '';
      return {
        knownAs: user.username,
        async write(text) {
          room = discord.sayDirectly(user, text).channel_id;
        },
        heard: () => (room === '' ? [] : discord.answersIn(room)),
      };
    },
    violations: () => discord.violations,
    close: () => discord.stop(),
  });
}

describeSevenScenarios('on Discord', openDiscordLine);
