import type { Capabilities, Channel } from '../channel.ts';
import type { DiscordPorts } from './discord-ports.ts';
import { DiscordSession } from './discord-session.ts';
import { readDiscordSettings } from './discord-settings.ts';
import type { DiscordSettingsInput } from './discord-settings.ts';
import { MAX_CONTENT } from './to-discord.ts';

export const DISCORD_CAPABILITIES: Capabilities = {
  // Longer ones come as several messages.
  maxLength: MAX_CONTENT,
  formatting: 'markdown',
  privateReply: 'ephemeral',
  edits: true,
  buttons: true,
  marksResolved: true,
  silenceHours: 24,
};

/**
 * A bot on Discord as a channel. Throws `AppError('config_invalid')` at once; `start` rejects with
 * `channel_unauthorized` when Discord refuses the token or the message content intent, and says where to mend it.
 * A Discord that cannot be reached only shows in `health`.
 */
export function createDiscordChannel(input: DiscordSettingsInput, ports: DiscordPorts): Channel {
  const session = new DiscordSession(readDiscordSettings(input), ports);
  return {
    capabilities: DISCORD_CAPABILITIES,
    start: (receive) => session.start(receive),
    send: (message) => session.send(message),
    find: (message) => session.find(message),
    health() {
      const problem = session.problem();
      return { ok: problem === undefined, lastHeardAt: session.lastHeardAt, ...(problem === undefined ? {} : { problem }) };
    },
    stop: () => session.stop(),
  };
}
