import { createConsoleChannel } from '../../src/channels/console/console-channel.ts';
import type { InboundMessage } from '../../src/domain/message.ts';
import { channelContract } from '../contracts/channel.ts';
import { connectSlack } from '../support/slack/connected-slack.ts';
import { messageEvent } from '../support/slack/slack-payloads.ts';

channelContract('the console', async () => {
  let count = 0;
  const channel = createConsoleChannel({ now: () => new Date(), newId: () => `m-${(count += 1)}` });
  const received: InboundMessage[] = [];
  await channel.start(async (messages) => {
    received.push(...messages);
  });
  return {
    channel,
    received,
    say: async (text) => {
      await channel.write({ from: 'mia@example.com', chat: '1', text });
    },
    stop: () => channel.stop(),
  };
});

for (const mode of ['socket', 'http'] as const) {
  channelContract(`Slack over ${mode}`, async () => {
    const { channel, stored, slack, post, stop } = await connectSlack({ mode });
    return {
      channel,
      received: stored,
      shown: () => slack.posts().map(({ text }) => text),
      async say(text) {
        const event = messageEvent({ text });
        const isTaken = mode === 'socket' ? await slack.emit(event) : (await post(event)).ok;
        if (!isTaken) throw new Error('not acknowledged');
      },
      stop,
    };
  });
}
