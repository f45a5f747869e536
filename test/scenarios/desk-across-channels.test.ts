import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { openApp } from '../../src/app.ts';
import { realWorld } from '../../src/app/real-world.ts';
import { loadConfig } from '../../src/config.ts';
import { createLogger } from '../../src/insight/logger.ts';
import type { DeskSide } from '../support/desk/desk-side.ts';
import { openDiscordSide } from '../support/desk/discord-side.ts';
import { openSlackSide } from '../support/desk/slack-side.ts';
import { soon } from '../support/desk/soon.ts';
import { DOVECOT_HINT, dovecotInstalled, startDovecot } from '../support/dovecot.ts';
import { openMailPost, type ReadMail } from '../support/mail-customer.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { mailEnvironment } from './email-line.ts';
import { refundsFor } from './support-line.ts';
import { FakeDiscord, TOKEN } from '../support/discord/fake-discord.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../support/slack/fake-workspace.ts';
import { messageEvent } from '../support/slack/slack-payloads.ts';

const LIMIT_MS = 60_000;
const MIA = { id: '400000000000001001', username: 'mia' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
}, LIMIT_MS);

/** Resolves with the data folder. */
async function openProduct(side: DeskSide, env: Readonly<Record<string, string>>): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-across-'));
  const config = side.configure(await loadConfig({ ...side.env, ...env }, { folder: dataFolder, dataFolder }));
  const app = await openApp(config, {
    world: realWorld(createLogger({ level: 'error', sink: process.stderr })),
    learnedFolder: sharedCacheFolder(),
  });
  closers.push(async () => {
    await app.stop();
    await side.close();
    rmSync(dataFolder, { recursive: true, force: true });
    expect(side.violations()).toEqual([]);
  });
  await app.start();
  await app.ready();
  await side.connected();
  return dataFolder;
}

const ticketIn = (side: DeskSide): Promise<string> => soon('a card', () => side.cards().at(-1)?.ticket);

describe('a desk on one platform', () => {
  it(
    'serves a Discord customer from Slack, under the name of the human',
    async () => {
      const [side, discord] = [await openSlackSide(), new FakeDiscord()];
      await discord.start();
      closers.push(() => discord.stop());
      await openProduct(side, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
      const room = discord.sayDirectly(MIA, 'I want to talk to a real person please').channel_id;
      const ticket = await ticketIn(side);
      await side.press(ticket, 'Claim', 'ben');
      await side.say(ticket, 'ben', 'reply: Hi Mia, *what* can I do?\n- one\n- two', { times: 5 });
      const heard = await soon('the answer', () =>
        discord.answersIn(room).find((text) => text.includes('what can I do') || text.includes('can I do?')),
      );
      expect(heard).toMatch(/^\*\*Ben Adeyemi[^]*can I do\?/);
      const before = discord.answersIn(room).length;
      discord.sayDirectly(MIA, 'My parcel is late');
      expect(await soon('her words', () => side.thread(ticket).find((text) => text.includes('parcel is late')))).toMatch(
        side.mentionOf('ben'),
      );
      await side.fill(ticket, 'Resolve', 'ben', 'solved');
      await soon('the closing message', () => discord.answersIn(room).find((text) => text.includes('is closed on our side')));
      expect(discord.answersIn(room)).toHaveLength(before + 1);
      expect(discord.violations).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'serves a Slack customer of the same workspace, whose channel shows nothing of the desk',
    async () => {
      const slack = await startFakeSlack(() => Math.floor(Date.now() / 1_000));
      const side = await openSlackSide(slack);
      await openProduct(side, {});
      const room = 'D0PERSON1';
      await slack.emit(messageEvent({ text: 'I want to talk to a real person please', channel: room, user: 'U0PERSON1' }));
      const ticket = await ticketIn(side);
      await side.fill(ticket, 'Reply', 'ben', 'I am here.', { times: 5 });
      await soon('the answer', () => slack.posts(room).find(({ text }) => text.includes('I am here.')));
      expect(slack.posts(room).filter(({ text }) => text.includes('I am here.'))).toHaveLength(1);
      expect(slack.posts(room).at(-1)?.text).toBe('Ben Adeyemi: I am here.');
      expect(slack.posts(room).some(({ text }) => /Suggested next step|unclaimed/.test(text))).toBe(false);
    },
    LIMIT_MS,
  );

  it(
    'serves a Slack customer from a Discord text channel, each card with a thread',
    async () => {
      const slack = await startFakeSlack(() => Math.floor(Date.now() / 1_000));
      closers.push(() => slack.close());
      const side = await openDiscordSide('text');
      await openProduct(side, { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl });
      await soon('a socket', () => (slack.sockets() > 0 ? true : undefined));
      const room = 'D0PERSON1';
      await slack.emit(messageEvent({ text: 'I want to talk to a real person please', channel: room, user: 'U0PERSON1' }));
      const ticket = await ticketIn(side);
      await soon('the transcript', () => side.thread(ticket).find((text) => text.includes('What was said')));
      await side.press(ticket, 'Claim', 'ben', { times: 5 });
      await side.say(ticket, 'ben', 'reply: Hello from Discord');
      await soon('the answer', () => slack.posts(room).find(({ text }) => text === 'Ben Adeyemi: Hello from Discord'));
      await soon('the mark', () => side.thread(ticket).find((text) => text.includes('→ Ben Adeyemi')));
      expect(slack.violations).toEqual([]);
    },
    LIMIT_MS,
  );
});

const onDovecot = dovecotInstalled() ? describe : describe.skip;
if (!dovecotInstalled()) process.stderr.write(`skipped: a mail customer at the Slack desk. ${DOVECOT_HINT}\n`);

onDovecot('a mail customer at a desk on Slack', () => {
  it(
    'gets $240 back once, approved by a button, and is told by mail',
    async () => {
      const [dovecot, smtp, side] = await Promise.all([startDovecot(), startSmtpSink(), openSlackSide()]);
      closers.push(async () => void (await Promise.all([dovecot.stop(), smtp.stop()])));
      const dataFolder = await openProduct(side, mailEnvironment({ dovecot, smtp, support: dovecot }));
      const post = openMailPost(dovecot, dovecot, smtp);
      closers.push(() => post.stop());
      const jonas = post.customer('jonas.brandt@example.com', 'Jonas Brandt');
      const mailed = (words: RegExp): Promise<ReadMail> =>
        soon(`a mail with ${words}`, async () => (await jonas.inbox()).findLast(({ text }) => words.test(text)));
      await jonas.write({ subject: 'My order', text: 'Please refund my order LF-10003' });
      const asked = await mailed(/6-digit code is on its way/);
      await jonas.reply(asked, /\b\d{6}\b/.exec((await mailed(/code is \d{6}/)).text)?.[0] ?? '');
      await jonas.reply(await mailed(/yes or no/), 'yes');
      const ticket = /T-\d+/.exec((await mailed(/approval under T-\d+/)).text)?.[0] ?? '';
      await soon('the card', () => side.cards().find((card) => card.ticket === ticket));
      expect(refundsFor('LF-10003', dataFolder)).toEqual([]);
      await side.press(ticket, 'Approve', 'ana', { times: 5 });
      expect((await mailed(/approved/)).text).toContain('$240.00');
      expect(refundsFor('LF-10003', dataFolder)).toEqual([24_000]);
      await side.say(ticket, 'ana', 'reply: too late for words', { times: 5 });
      await soon('the refusal', () => side.told('ana').find((text) => /was closed by/.test(text)));
      expect((await jonas.inbox()).filter(({ text }) => /approved/.test(text))).toHaveLength(1);
      expect((await jonas.inbox()).some(({ text }) => text.includes('too late'))).toBe(false);
    },
    LIMIT_MS,
  );
});
