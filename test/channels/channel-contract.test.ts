import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { createConsoleChannel } from '../../src/channels/console/console-channel.ts';
import type { InboundMessage } from '../../src/domain/message.ts';
import { createEmailChannel } from '../../src/channels/email/email-channel.ts';
import { channelContract } from '../contracts/channel.ts';
import { DOVECOT_HINT, dovecotInstalled, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { connectSlack } from '../support/slack/connected-slack.ts';
import { messageEvent } from '../support/slack/slack-payloads.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { MIA, openChannel, startDiscord } from './discord/discord-world.ts';
import { COMPANY, fakePorts, mailOf } from './email/email-builders.ts';

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
    let last = messageEvent({ text: '' });
    const deliver = async (): Promise<void> => {
      const isTaken = mode === 'socket' ? await slack.emit(last, { withinMs: 1_000 }) : (await post(last)).ok;
      if (!isTaken) throw new Error('not acknowledged');
    };
    return {
      channel,
      received: stored,
      shown: () => slack.posts().map(({ text }) => text),
      async say(text) {
        last = messageEvent({ text });
        await deliver();
      },
      repeat: deliver,
      stop,
    };
  });
}

channelContract('Discord', async () => {
  const discord = await startDiscord();
  const { channel, accepted } = await openChannel(discord);
  return {
    channel,
    received: accepted,
    shown: () => discord.answersIn(discord.directWith(MIA)),
    async say(text) {
      const before = accepted.length;
      discord.sayDirectly(MIA, text);
      await within(() => accepted.length > before);
    },
    repeat: async () => {
      discord.gateway.repeatLast(2);
      await wait(50);
    },
    async stop() {
      await channel.stop();
      await discord.stop();
    },
  };
});

const SUPPORT = 'support@larkfield.example';

describe('with a mail server', () => {
  if (!dovecotInstalled()) {
    process.stderr.write(`skipped: the channel contract over mail. ${DOVECOT_HINT}\n`);
    it.skip(`is left out: ${DOVECOT_HINT}`, () => undefined);
    return;
  }
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  channelContract('email', async () => {
    const smtp = await startSmtpSink();
    const box = dovecot.newMailbox();
    const ports = fakePorts();
    const { user, password } = box;
    const imap = { host: dovecot.host, port: dovecot.imapPort, tls: 'none', auth: { kind: 'password', user, password } } as const;
    const channel = createEmailChannel(
      {
        supportAddress: SUPPORT,
        imap,
        smtp: { host: smtp.host, port: smtp.port, tls: 'none', auth: { kind: 'none' } },
        sweepSeconds: 1,
        company: COMPANY,
      },
      ports,
    );
    await channel.start(async (messages) => {
      for (const message of messages) ports.accept(message);
    });
    let mails = 0;
    let last = '';
    return {
      channel,
      received: ports.accepted,
      shown: () => smtp.mails.map(({ raw }) => textOfMail(raw)),
      async say(text) {
        const before = ports.accepted.length;
        last = mailOf({ text, id: `contract-${(mails += 1)}` });
        await box.deliver(last);
        await within(() => ports.accepted.length > before);
      },
      async repeat() {
        await box.deliver(last);
        await wait(1_500);
      },
      async stop() {
        await channel.stop();
        await smtp.stop();
      },
    };
  });
});

/** The plain part, with soft line breaks taken out. */
const textOfMail = (raw: string): string => (raw.split(/\r?\n--/)[1] ?? raw).replace(/=\r?\n/g, '');

async function within(isTrue: () => boolean, ms = 4_000): Promise<void> {
  const end = Date.now() + ms;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('nothing was handed over');
    await wait(10);
  }
}
