import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { readAgentFile } from '../../src/console/agent-file.ts';
import { connectDeskhand } from '../../src/console/deskhand-client.ts';
import type { Schedule } from '../../src/domain/ports.ts';
import { startAgentProcess } from '../support/agent-process.ts';
import { DOVECOT_HINT, dovecotInstalled, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { openMailPost, type MailCustomer, type ReadMail } from '../support/mail-customer.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { answerTo, isCode, mailEnvironment, openEmailLine, type EmailLine } from './email-line.ts';
import { until } from './support-line.ts';

const LIMIT_MS = 90_000;
const onDovecot = dovecotInstalled() ? describe : describe.skip;
if (!dovecotInstalled()) process.stderr.write(`skipped: a company's mailbox. ${DOVECOT_HINT}\n`);

/** How often the product looks after its channels. */
const HEALTH_LOOK_MS = 10_000;

/** A clock that can be moved on, on which health is looked after all the time. */
function movableClock() {
  let ahead = 0;
  let looks = 0;
  const schedule: Schedule = (delayMs, run) => {
    if (delayMs === HEALTH_LOOK_MS) looks += 1;
    const timer = setTimeout(run, delayMs === HEALTH_LOOK_MS ? 100 : delayMs);
    return () => clearTimeout(timer);
  };
  return {
    world: { now: () => new Date(Date.now() + ahead), schedule },
    moveOn: (ms: number) => void (ahead += ms),
    async lookedAgain() {
      const seen = looks;
      await until('another look', () => (looks > seen + 1 ? true : undefined));
    },
  };
}

onDovecot('a company’s mailbox', () => {
  const clock = movableClock();
  let dovecot: Dovecot;
  let smtp: SmtpSink;
  let line: EmailLine;

  beforeAll(async () => {
    [dovecot, smtp] = await Promise.all([startDovecot(), startSmtpSink()]);
    line = await openEmailLine({ dovecot, smtp, support: dovecot, deskAddress: 'desk@larkfield.example', world: clock.world });
  }, LIMIT_MS);
  afterAll(async () => {
    await line?.close();
    await Promise.all([dovecot?.stop(), smtp?.stop()]);
  }, LIMIT_MS);

  const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to.includes(address));
  const conversationWith = (address: string) =>
    until(`a conversation with ${address}`, async () => {
      const found = (await line.app.store.conversations(100)).filter(({ thread }) => thread.space === address);
      return found.length > 0 ? found : undefined;
    });
  const isQuiet = () =>
    until('nothing to do', async () => {
      const { arrivals, outbound } = await line.app.store.waiting();
      return arrivals + outbound === 0 ? true : undefined;
    });
  /** Whatever was delivered before has been read and worked on by then. */
  async function everythingIsRead(marker: string): Promise<void> {
    const customer = line.post.customer(`${marker}@example.com`, 'Marker');
    await answerTo(await customer.write({ text: 'How long do refunds take?' }), customer);
    await isQuiet();
  }
  async function ask(customer: MailCustomer, text: string, cc?: string): Promise<ReadMail> {
    return answerTo(await customer.write({ text, ...(cc === undefined ? {} : { cc }) }), customer);
  }

  it(
    'answers as a machine that says so, in the thread, from an address that finds it again',
    async () => {
      const customer = line.post.customer('first@example.com', 'First');
      const id = await customer.write({ subject: 'Refund times', text: 'How long do refunds take?' });
      const answer = await answerTo(id, customer);
      expect(answer).toMatchObject({ from: dovecot.user, subject: 'Re: Refund times', references: expect.stringContaining(id) });
      expect(answer.headers.get('auto-submitted')).toBe('auto-replied');
      expect(answer.text).toContain("I'm an AI support agent");
      expect(answer.html).toContain('5–10 business days');
      expect(answer.replyTo).toMatch(/^support\+[\w.-]{8,}@larkfield\.example$/);
    },
    LIMIT_MS,
  );

  it(
    'joins an answer to its conversation by References, and by the address alone',
    async () => {
      const customer = line.post.customer('threads@example.com', 'Thready');
      const first = await ask(customer, 'How long do refunds take?');
      const second = await answerTo(await customer.reply(first, 'And how much is express shipping?'), customer);
      expect(second.text).toContain('$14.95');
      const third = await answerTo(await customer.write({ to: first.replyTo, text: 'And do you ship to Canada?' }), customer);
      expect(third.text).toMatch(/Canada/);
      expect(await conversationWith('threads@example.com')).toHaveLength(1);
    },
    LIMIT_MS,
  );

  it(
    'shows a neighbour in copy neither the code nor the order',
    async () => {
      const neighbour = line.post.customer('neighbour@example.com', 'Nosy');
      const noah = line.post.customer('noah.williams@example.com', 'Noah Williams');
      const asked = await ask(noah, 'Where is my order LF-10019?', 'neighbour@example.com');
      const code = await until('a code', async () => /\b\d{6}\b/.exec((await noah.inbox()).find(isCode)?.text ?? '')?.[0]);
      await noah.reply(asked, code, { cc: 'neighbour@example.com' });
      await until('the details', async () => (await noah.inbox()).find(({ text }) => /weather/i.test(text)));
      await isQuiet();
      const overheard = mailsTo('neighbour@example.com').map(({ raw }) => raw);
      expect(overheard.length).toBeGreaterThan(0);
      expect(overheard.filter((raw) => raw.includes(code) || /weather|cooler/i.test(raw))).toEqual([]);
      // The neighbour answers to all: in the same thread, and proved nothing.
      const seen = (await neighbour.inbox()).at(-1);
      if (seen) await neighbour.reply(seen, 'What is the status of LF-10019?');
      await everythingIsRead('after-neighbour');
      expect(mailsTo('neighbour@example.com').filter(({ raw }) => /weather|cooler/i.test(raw))).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'answers no machine',
    async () => {
      const away = line.post.customer('away@example.com', 'Away');
      const list = line.post.customer('list@example.com', 'List');
      const robot = line.post.customer('no-reply@example.com', 'Robot');
      await away.write({ subject: 'Out of office', text: 'I am away. Where is my order?', headers: { 'Auto-Submitted': 'auto-replied' } });
      await list.write({ text: 'How long do refunds take?', headers: { 'List-Id': '<gear.lists.example.com>', Precedence: 'list' } });
      await robot.write({ text: 'How long do refunds take?' });
      await everythingIsRead('after-machines');
      expect(['away@example.com', 'list@example.com', 'no-reply@example.com'].flatMap(mailsTo)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'is silent where a colleague answers from the mailbox',
    async () => {
      const customer = line.post.customer('handled@example.com', 'Handled');
      const first = await ask(customer, 'How long do refunds take?');
      const mailbox = new ImapFlow({
        host: dovecot.host,
        port: dovecot.imapPort,
        secure: false,
        doSTARTTLS: false,
        auth: { user: dovecot.user, pass: dovecot.password },
        logger: false,
      });
      await mailbox.connect();
      await mailbox.append(
        'Sent',
        [
          `From: Ana <${dovecot.user}>`,
          'To: handled@example.com',
          `Subject: ${first.subject}`,
          'Message-ID: <ana-1@larkfield.example>',
          `In-Reply-To: ${first.messageId}`,
          `References: ${first.references} ${first.messageId}`,
          `Date: ${new Date().toUTCString()}`,
          '',
          'Hello, Ana here. I look after this myself.',
          '',
        ].join('\r\n'),
      );
      await mailbox.logout();
      // The Sent folder is looked at with the next mail that comes in.
      await everythingIsRead('after-ana');
      const before = mailsTo('handled@example.com').length;
      await customer.reply(first, 'How much is express shipping?');
      await everythingIsRead('after-handled');
      expect(mailsTo('handled@example.com')).toHaveLength(before);
      const [conversation] = await conversationWith('handled@example.com');
      expect(conversation?.state.kind).toBe('with_human');
    },
    LIMIT_MS,
  );

  it(
    'joins a bounce to its ticket and answers it with nothing',
    async () => {
      const customer = line.post.customer('bounced@example.com', 'Bounced');
      const answer = await ask(customer, 'I want to talk to a person');
      const before = smtp.mails.length;
      await dovecot.deliver(bounceOf(answer, dovecot.user));
      const [conversation] = await conversationWith('bounced@example.com');
      const bounced = await until('the bounce', async () => {
        const known = conversation && (await line.app.store.conversation(conversation.id));
        return known?.turns.flatMap(({ inbound }) => inbound).find(({ automatic }) => automatic === 'bounce');
      });
      expect(bounced.author.role).toBe('bot');
      await isQuiet();
      expect(smtp.mails.slice(before).filter(({ to }) => !to.includes('desk@larkfield.example'))).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'alarms on the desk and by mail when the mailbox is dead for a minute, and goes on by itself without a loss',
    async () => {
      const mailbox = async () => (await line.app.deskhand.health()).channels.find(({ name }) => name === 'email');
      const events = async () => (await line.app.deskhand.events(0, 1000)).map(({ event }) => event.name);
      await dovecot.pause();
      const ill = await until('a dead mailbox', async () => {
        const health = await mailbox();
        return health?.ok === false ? health : undefined;
      });
      expect(ill.problem).toMatch(/IMAP.*check/);
      expect((await line.app.deskhand.health()).ok).toBe(false);
      await clock.lookedAgain();
      expect(await events()).not.toContain('channel.unhealthy');
      clock.moveOn(61_000);
      await until('an alarm', async () => (await events()).includes('channel.unhealthy') || undefined);
      const alarm = await until('an alarm by mail', () =>
        mailsTo('desk@larkfield.example').find(({ raw }) => raw.includes('email is down')),
      );
      expect(alarm.raw).toMatch(/more than a minute/);

      await dovecot.resume();
      const id = '<while-away@example.com>';
      await dovecot.deliver(
        `From: Late <late@example.com>\r\nTo: ${dovecot.user}\r\nMessage-ID: ${id}\r\nSubject: Late\r\nDate: ${new Date().toUTCString()}\r\n\r\nHow long do refunds take?\r\n`,
      );
      const reply = await until('an answer after the fault', () => mailsTo('late@example.com')[0]);
      expect(reply.raw).toContain(`In-Reply-To: ${id}`);
      await until('health', async () => (await mailbox())?.ok === true || undefined);
      await until('an end of the alarm', async () => (await events()).includes('channel.recovered') || undefined);
      expect(mailsTo('late@example.com')).toHaveLength(1);
    },
    LIMIT_MS,
  );
});

const health = z.object({
  ok: z.boolean(),
  guard: z.string().optional(),
  channels: z.array(z.object({ name: z.string(), ok: z.boolean() })),
});

onDovecot('a real mailbox on the demo shop', () => {
  it(
    'answers nobody: drafts go to the desk and nothing leaves',
    async () => {
      // Not one of the domains that are reserved for examples: customers could write to it.
      const [dovecot, smtp] = await Promise.all([startDovecot('support@larkfield-outfitters.com'), startSmtpSink()]);
      const dataFolder = await mkdtemp(join(tmpdir(), 'deskhand-guard-'));
      const agent = await startAgentProcess(dataFolder, mailEnvironment({ dovecot, smtp, support: dovecot }));
      const post = openMailPost(dovecot, dovecot, smtp);
      try {
        await agent.accepts();
        // The first look into the mailbox is over: what comes now is new.
        await until('a mailbox that is read', async () => {
          const { channels } = health.parse(await (await fetch(`${agent.address}/health`)).json());
          return channels.some(({ name, ok }) => name === 'email' && ok) || undefined;
        });
        expect(health.parse(await (await fetch(`${agent.address}/health`)).json()).guard).toMatch(
          /demo shop and the demo articles.*deskhand init/,
        );
        await post.customer('mia.keller@example.com', 'Mia Keller').write({ text: 'How long do refunds take?' });
        const file = await until('agent.json', () => readAgentFile(dataFolder));
        const deskhand = await connectDeskhand(file);
        const [ticket] = await until('a draft', async () => {
          const tickets = await deskhand.tickets({ open: true });
          return tickets.length > 0 ? tickets : undefined;
        });
        expect(ticket?.summary.draft).toContain('5–10 business days');
        await until('nothing to do', async () => ((await deskhand.health()).waiting.outbound === 0 ? true : undefined));
        expect(smtp.mails).toEqual([]);
        expect(agent.stderr()).toContain('nobody is answered');
      } finally {
        await post.stop();
        await agent.stop();
        await Promise.all([dovecot.stop(), smtp.stop()]);
        await rm(dataFolder, { recursive: true, force: true });
      }
    },
    LIMIT_MS,
  );
});

/** What a server of the customer's sends back about our mail. RFC 3464. */
function bounceOf(answer: ReadMail, to: string): string {
  return [
    'From: MAILER-DAEMON@mx.example.com',
    `To: ${to}`,
    'Message-ID: <bounce-1@mx.example.com>',
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="dsn"',
    '',
    '--dsn',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered. Where is my order? How long do refunds take?',
    '--dsn',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Final-Recipient: rfc822; bounced@example.com',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--dsn',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${answer.messageId}`,
    `Subject: ${answer.subject}`,
    '',
    'Hello.',
    '--dsn--',
    '',
  ].join('\r\n');
}
