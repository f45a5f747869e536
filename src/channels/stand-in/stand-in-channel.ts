import type { ChannelName } from '../../domain/ids.ts';
import type { Capabilities, Channel } from '../channel.ts';

/** How a platform behaves towards the agent, without the platform: for conversations that are driven by hand. */
export function createStandInChannel(name: ChannelName, capabilities: Capabilities): Channel {
  return {
    capabilities,
    start: async () => {},
    send: async (message) => ({ kind: 'sent', externalId: `${name}/${message.id}` }),
    find: async () => 'sent',
    health: () => ({ ok: true, lastHeardAt: undefined }),
    stop: async () => {},
  };
}

/** What the core needs to know of a chat platform: private replies aside, and a day of silence ends a conversation. */
export const CHAT_CAPABILITIES: Capabilities = {
  maxLength: 4_000,
  formatting: 'markdown',
  privateReply: 'ephemeral',
  edits: true,
  buttons: true,
  silenceHours: 24,
};
