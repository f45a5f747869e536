import type { Channel } from '../../../src/channels/channel.ts';
import { createDiscordChannel } from '../../../src/channels/discord/discord-channel.ts';
import { DISCORD } from '../../../src/channels/discord/discord-thread.ts';
import { createSlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import { SLACK } from '../../../src/channels/slack/slack-names.ts';
import type { ChannelName } from '../../../src/domain/ids.ts';
import type { Now } from '../../../src/domain/ports.ts';
import type { Store } from '../../../src/store/store.ts';
import { schedule } from './told-by-parent.ts';
import { CHAOS_SECRET, SUPPORT_ROOM } from './chat-names.ts';
import type { ChildSettings } from './protocol.ts';

export interface ChatChannel {
  readonly name: ChannelName;
  readonly channel: Channel;
  /** Where requests arrive, once started; 0 when it opens its connection itself. */
  port(): number;
}

/** The product's own channel, as it is composed for a real workspace or server. */
export function openChat({ platform, apiUrl }: NonNullable<ChildSettings['chat']>, store: Store, now: Now): ChatChannel {
  const memory = { load: (name: string) => store.setting(name), save: (name: string, value: string) => store.saveSetting(name, value) };
  if (platform === 'slack') {
    const channel = createSlackChannel(
      { mode: 'http', botToken: 'xoxb-fake-token', signingSecret: CHAOS_SECRET, port: 0, apiUrl, agentView: false },
      { threads: store, memory, now, timers: { after: schedule }, report: () => undefined },
    );
    return { name: SLACK, channel, port: () => channel.port ?? 0 };
  }
  const channel = createDiscordChannel(
    {
      token: 'MTA0NzE.fake.token',
      apiUrl,
      supportChannels: [SUPPORT_ROOM],
      supportCommand: false,
      company: { name: 'Larkfield Outfitters', agentName: 'Robin' },
    },
    {
      memory,
      now,
      schedule,
      report: () => undefined,
      originalThread: async (message) => (await store.findThreads(DISCORD, [message]))[0]?.thread,
    },
  );
  return { name: DISCORD, channel, port: () => 0 };
}
