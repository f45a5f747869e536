import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { QUESTION_OPTION, SUPPORT_COMMAND } from './from-interaction.ts';

const CHAT_INPUT = 1;
const STRING = 3;
const LONGEST_QUESTION = 2_000;
const LONGEST_DESCRIPTION = 100;

/** `/support`, as it is registered with Discord. */
const supportCommand = ({ name, agentName }: { readonly name: string; readonly agentName: string }): object => ({
  name: SUPPORT_COMMAND,
  type: CHAT_INPUT,
  description: `Ask ${agentName} of ${name}; only you see the answer`.slice(0, LONGEST_DESCRIPTION),
  options: [
    { type: STRING, name: QUESTION_OPTION, description: 'What can we help you with?', required: true, max_length: LONGEST_QUESTION },
  ],
});

/** In the configured servers, or everywhere the bot is when none is named. */
export async function registerCommand(
  rest: Pick<DiscordRest, 'registerCommand'>,
  { guildIds, company }: Pick<DiscordSettings, 'guildIds' | 'company'>,
  application: string,
  onRefused: (because: string) => void,
): Promise<void> {
  for (const guild of guildIds.length > 0 ? guildIds : [undefined]) {
    const asked = await rest.registerCommand(application, guild, supportCommand(company));
    if (asked.kind === 'failed') onRefused(asked.failure.kind);
  }
}
