import type { createConsoleChannel } from './console/console-channel.ts';
import type { createDemoMailbox } from './email/demo-mailbox.ts';
import type { createDiscordChannel } from './discord/discord-channel.ts';
import type { createSlackChannel } from './slack/slack-channel.ts';
import type { createEmailChannel } from './email/email-channel.ts';

/** One line a channel; loaded only when used. */
export const channels = {
  console: async (): Promise<typeof createConsoleChannel> => (await import('./console/console-channel.ts')).createConsoleChannel,
  email: async (): Promise<typeof createEmailChannel> => (await import('./email/email-channel.ts')).createEmailChannel,
  slack: async (): Promise<typeof createSlackChannel> => (await import('./slack/slack-channel.ts')).createSlackChannel,
  discord: async (): Promise<typeof createDiscordChannel> => (await import('./discord/discord-channel.ts')).createDiscordChannel,
  demoMailbox: async (): Promise<typeof createDemoMailbox> => (await import('./email/demo-mailbox.ts')).createDemoMailbox,
} as const;
