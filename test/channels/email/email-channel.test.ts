import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { setTimeout as wait } from 'node:timers/promises';
import { createEmailChannel } from '../../../src/channels/email/email-channel.ts';
import type { BuriedMail, EmailEvent } from '../../../src/channels/email/email-ports.ts';
import type { EmailSettingsInput } from '../../../src/channels/email/email-settings.ts';
import type { Channel } from '../../../src/channels/channel.ts';
import { outboundId, participantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { AppError } from '../../../src/domain/error.ts';
import { DOVECOT_HINT, dovecotInstalled, startDovecot } from '../../support/dovecot.ts';
import type { Dovecot, DovecotMailbox } from '../../support/dovecot.ts';
import { startCuttingProxy } from '../../support/cutting-proxy.ts';
import { startSmtpSink } from '../../support/smtp-sink.ts';
import type { SmtpSink } from '../../support/smtp-sink.ts';
import { COMPANY, fakePorts, mailOf } from './email-builders.ts';
import type { FakePorts } from './email-builders.ts';

const SUPPORT = 'support@larkfield.example';
const onDovecot = dovecotInstalled() ? describe : describe.skip;
if (!dovecotInstalled()) process.stderr.write(`skipped: the email channel over IMAP. ${DOVECOT_HINT}\n`);

onDovecot('the email channel over Dovecot', () => {
  let dovecot: Dovecot;
  let box: DovecotMailbox;
  let smtp: SmtpSink;
  let running: Channel[] = [];

  beforeAll(async () => {
    [smtp, dovecot] = await Promise.all([startSmtpSink(), startDovecot()]);
  });
  beforeEach(() => {
    box = dovecot.newMailbox();
  });
  afterEach(async () => {
    await Promise.all(running.map((channel) => channel.stop()));
    running = [];
  });
  afterAll(async () => {
    await Promise.all([smtp.stop(), dovecot.stop()]);
  });

  interface Running {
    readonly channel: Channel;
    readonly received: InboundMessage[];
    readonly ports: FakePorts;
    /** Waits for that many distinct messages. */
    readonly waitFor: (count: number) => Promise<readonly InboundMessage[]>;
  }

  /** The store's part: what was accepted once is a duplicate the second time. */
  async function open(
    ports: FakePorts = fakePorts(),
    settings: Partial<EmailSettingsInput> = {},
    refuse: () => boolean = () => false,
  ): Promise<Running> {
    const channel = createEmailChannel(
      {
        supportAddress: SUPPORT,
        imap: {
          host: dovecot.host,
          port: dovecot.imapPort,
          tls: 'none',
          auth: { kind: 'password', user: box.user, password: box.password },
        },
        smtp: { host: smtp.host, port: smtp.port, tls: 'none', auth: { kind: 'none' } },
        sweepSeconds: 1,
        company: COMPANY,
        ...settings,
      },
      ports,
    );
    running.push(channel);
    const received = ports.accepted;
    await channel.start(async (messages) => {
      if (refuse()) throw new AppError('store_unavailable', 'busy', { retryable: true });
      for (const message of messages) ports.accept(message);
    });
    return {
      channel,
      received,
      ports,
      async waitFor(count) {
        for (let tries = 0; tries < 300 && received.length < count; tries += 1) await wait(50);
        expect(received).toHaveLength(count);
        return received;
      },
    };
  }

  async function mailbox<T>(use: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: dovecot.host,
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: box.user, pass: box.password },
      logger: false,
    });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.logout();
    }
  }

  const answer = (to: InboundMessage, markdown: string, id = 'turn-1/0'): OutboundMessage => ({
    id: outboundId(id),
    to: to.thread,
    audience: { kind: 'thread' },
    body: { kind: 'text', markdown },
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: new Date(),
  });

  it('answers on the thread, and the answer to that comes back to the same conversation', async () => {
    const { channel, waitFor } = await open();
    await box.deliver(mailOf({ from: 'Mia Keller <mia.keller@example.com>', subject: 'My mugs', id: 'a1', text: 'Where are my mugs?' }));
    const [first] = await waitFor(1);
    expect(first).toMatchObject({ text: 'Where are my mugs?', automatic: 'none', audience: 'private', subject: 'My mugs' });
    expect(first?.author).toMatchObject({
      email: 'mia.keller@example.com',
      displayName: 'Mia Keller',
      role: 'customer',
      trust: 'unverified',
    });

    const before = smtp.mails.length;
    const sent = await channel.send(answer(first!, 'They **left** yesterday.'));
    expect(sent.kind).toBe('sent');
    const reply = (await smtp.waitFor(before + 1))[before];
    expect(reply?.to).toEqual(['mia.keller@example.com']);
    expect(reply?.raw).toMatch(/^In-Reply-To: <a1@example\.com>/m);
    expect(reply?.raw).toMatch(/^Auto-Submitted: auto-replied/m);
    expect(reply?.raw).toMatch(/^Subject: Re: My mugs/m);

    const replyTo = /^Reply-To: (.*)$/m.exec(reply?.raw ?? '')?.[1]?.trim() ?? '';
    await box.deliver(mailOf({ from: 'mia.keller@example.com', to: replyTo, subject: 'Re: My mugs', id: 'a2', text: 'Thank you!' }));
    const [, second] = await waitFor(2);
    expect(second?.thread).toEqual(first?.thread);
  });

  it('files its reply under Sent once and does not read it as a message', async () => {
    const { channel, waitFor, received } = await open();
    await box.deliver(mailOf({ id: 'b1' }));
    const [first] = await waitFor(1);
    await channel.send(answer(first!, 'Hello.'));
    await wait(1500);
    const filed = await mailbox(async (client) => (await client.mailboxOpen('Sent', { readOnly: true })).exists);
    expect(filed).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('leaves older mail alone on the first connection and says how much', async () => {
    await box.deliver(mailOf({ id: 'old1' }));
    await box.deliver(mailOf({ id: 'old2' }));
    const { ports, waitFor } = await open();
    expect(ports.events).toContainEqual({ kind: 'left_older', mails: 2 } satisfies EmailEvent);
    await box.deliver(mailOf({ id: 'new1', text: 'A new one' }));
    expect((await waitFor(1))[0]?.text).toBe('A new one');
  });

  it('takes older mail when it is told since when', async () => {
    await box.deliver(mailOf({ id: 'old1' }));
    const { waitFor } = await open(fakePorts(), { since: new Date(Date.now() - 3_600_000) });
    await waitFor(1);
  });

  it('goes on after a restart where it stopped, without a duplicate and without a gap', async () => {
    const first = await open();
    await box.deliver(mailOf({ id: 'r1' }));
    await first.waitFor(1);
    await first.channel.stop();
    await box.deliver(mailOf({ id: 'r2', text: 'while it was away' }));
    const second = await open(first.ports);
    await second.waitFor(2);
    expect(second.ports.deliveries).toBe(2);
  });

  it('looks again at the sweep only while nothing happens', async () => {
    const { ports } = await open(fakePorts(), { sweepSeconds: 60 });
    const looks = ports.loads;
    await wait(1500);
    expect(ports.loads).toBe(looks);
  });

  it('never marks a mail as seen', async () => {
    const { waitFor } = await open();
    await box.deliver(mailOf({ id: 's1' }));
    await waitFor(1);
    const flags = await mailbox(async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      return (await client.fetchAll('1:*', { flags: true })).map((mail) => [...(mail.flags ?? [])]);
    });
    expect(flags.flat()).not.toContain('\\Seen');
  });

  it('reads again after a change of UIDVALIDITY and stores nothing twice', async () => {
    const { waitFor, ports, received } = await open();
    await box.deliver(mailOf({ id: 'u1' }));
    await box.deliver(mailOf({ id: 'u2', text: 'second' }));
    await waitFor(2);
    await running[0]?.stop();
    box.renumber();
    await box.deliver(mailOf({ id: 'u3', text: 'third' }));
    await open(ports);
    for (let tries = 0; tries < 200 && received.length < 3; tries += 1) await wait(50);
    expect(received.map(({ text }) => text)).toEqual(['Where is my order?', 'second', 'third']);
    expect(ports.events).toContainEqual({ kind: 'rescanning', because: 'uid_validity' } satisfies EmailEvent);
  });

  it('connects again after every connection was dropped', async () => {
    const { waitFor } = await open();
    await box.deliver(mailOf({ id: 'k1' }));
    await waitFor(1);
    await dovecot.restart();
    await box.deliver(mailOf({ id: 'k2', text: 'after the drop' }));
    await waitFor(2);
  });

  it('reads a mail whole that was cut off in the middle, and only once', async () => {
    const proxy = await startCuttingProxy(dovecot.imapPort);
    const imap = {
      host: '127.0.0.1',
      port: proxy.port,
      tls: 'none' as const,
      auth: { kind: 'password' as const, user: box.user, password: box.password },
    };
    const { waitFor, ports } = await open(fakePorts(), { imap });
    proxy.cutAfter(60_000);
    await box.deliver(mailOf({ id: 'cut1', text: 'A long mail.\n'.repeat(7_000) }));
    const [message] = await waitFor(1);
    expect(proxy.cuts()).toBe(1);
    expect(message?.text.length).toBe(13 * 7_000 - 1);
    expect(ports.deliveries).toBe(1);
    expect(ports.buried).toEqual([]);
    await running[0]?.stop();
    await proxy.stop();
  });

  it('keeps a mail that it cannot read and reads the next one', async () => {
    const { waitFor, ports } = await open();
    const nested = Array.from({ length: 40 }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`).join('');
    await box.deliver(
      `From: poison@example.com\r\nTo: ${SUPPORT}\r\nMessage-ID: <p1@example.com>\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${nested}\r\nhello`,
    );
    await box.deliver(mailOf({ id: 'p2', text: 'a good one' }));
    const [poison, good] = await waitFor(2);
    expect(good?.text).toBe('a good one');
    expect(poison?.hold).toBe('unreadable');
    expect(ports.buried.map(({ letter }: { readonly letter: BuriedMail }) => letter.because)).toEqual([expect.stringMatching(/nesting/i)]);
  });

  it('keeps a mail waiting while the store cannot take it', async () => {
    let full = true;
    const { waitFor, channel, received } = await open(fakePorts(), {}, () => full);
    await box.deliver(mailOf({ id: 'f1' }));
    await wait(1500);
    expect(received).toHaveLength(0);
    expect(channel.health().ok).toBe(false);
    full = false;
    await waitFor(1);
  });

  it("takes a colleague's answer from the Sent folder as staff on the customer's conversation", async () => {
    const { waitFor } = await open();
    await box.deliver(mailOf({ id: 'c1' }));
    const [first] = await waitFor(1);
    await mailbox((client) =>
      client.append(
        'Sent',
        Buffer.from(
          mailOf({ from: `Ana <${SUPPORT}>`, to: 'mia.keller@example.com', id: 'c2', inReplyTo: 'c1', text: 'I look into it. Ana' }),
        ),
      ),
    );
    const [, colleague] = await waitFor(2);
    expect(colleague).toMatchObject({ thread: first?.thread, text: 'I look into it. Ana', automatic: 'none' });
    expect(colleague?.author).toMatchObject({ role: 'staff', displayName: 'Ana' });
  });

  it("reads a colleague's answer before the mail that it answers, so that nobody answers twice after a pause", async () => {
    const first = await open();
    await first.channel.stop();
    await box.deliver(mailOf({ id: 'n1' }));
    await mailbox((client) =>
      client.append(
        'Sent',
        Buffer.from(mailOf({ from: SUPPORT, to: 'mia.keller@example.com', id: 'n2', inReplyTo: 'n1', text: 'It leaves today.' })),
      ),
    );
    const second = await open(first.ports);
    const [colleague, customer] = await second.waitFor(2);
    expect([colleague?.author.role, customer?.author.role]).toEqual(['staff', 'customer']);
    expect(customer?.thread).toEqual(colleague?.thread);
  });

  it('joins a bounce to the conversation of the mail that did not arrive', async () => {
    const { channel, waitFor } = await open();
    await box.deliver(mailOf({ id: 'd1' }));
    const [first] = await waitFor(1);
    const sent = await channel.send(answer(first!, 'Hello.'));
    const id = sent.kind === 'sent' ? sent.externalId : '';
    await box.deliver(
      [
        'From: MAILER-DAEMON@mx.example.net',
        `To: ${SUPPORT}`,
        'Message-ID: <dsn1@mx.example.net>',
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="dsn"',
        '',
        '--dsn',
        'Content-Type: text/plain',
        '',
        'The mail could not be delivered.',
        '--dsn',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.net',
        '',
        'Final-Recipient: rfc822; mia.keller@example.com',
        'Action: failed',
        'Status: 5.1.1',
        '',
        '--dsn',
        'Content-Type: message/rfc822',
        '',
        `Message-ID: ${id}`,
        'Subject: Re: My order',
        '',
        'Hello.',
        '--dsn--',
        '',
      ].join('\r\n'),
    );
    const [, bounce] = await waitFor(2);
    expect(bounce).toMatchObject({ thread: first?.thread, automatic: 'bounce' });
    expect(bounce?.author.role).toBe('bot');
  });

  it('ignores mail that it sent itself', async () => {
    const { waitFor, received } = await open();
    await box.deliver(mailOf({ from: SUPPORT, id: 'own1' }));
    await box.deliver(mailOf({ id: 'own2' }));
    await waitFor(1);
    expect(received[0]?.author.email).toBe('mia.keller@example.com');
  });

  it('mails a private answer to that person alone', async () => {
    const { channel, waitFor } = await open();
    await box.deliver(mailOf({ id: 'v1', cc: 'neighbour@example.com' }));
    const [first] = await waitFor(1);
    expect(first?.audience).toBe('shared');
    const before = smtp.mails.length;
    await channel.send(answer(first!, 'For everybody.'));
    await channel.send({
      ...answer(first!, 'Your code is 123456.', 'turn-1/1'),
      audience: { kind: 'only', participant: participantKey('mia.keller@example.com') },
      secret: true,
    });
    const mails = await smtp.waitFor(before + 2);
    expect(mails[before]?.to).toEqual(['mia.keller@example.com', 'neighbour@example.com']);
    expect(mails[before + 1]?.to).toEqual(['mia.keller@example.com']);
  });

  it.each([
    ['implicit TLS', 'implicit' as const],
    ['STARTTLS', 'starttls' as const],
  ])('reads over %s and trusts only the certificate authority that it was given', async (_, tls) => {
    const port = tls === 'implicit' ? dovecot.imapsPort : dovecot.imapPort;
    const imap = { host: 'localhost', port, tls, auth: { kind: 'password' as const, user: box.user, password: box.password } };
    const untrusting = await open(fakePorts(), { imap });
    expect(untrusting.channel.health().problem).toMatch(/certificate/);
    const trusting = await open(fakePorts(), { imap, ca: dovecot.certificate });
    expect(trusting.channel.health()).toMatchObject({ ok: true });
    await box.deliver(mailOf({ id: `tls-${tls}` }));
    await trusting.waitFor(1);
  });

  it('says which setting to check when the login is refused, and starts all the same', async () => {
    const auth = { kind: 'password' as const, user: box.user, password: 'wrong' };
    const { channel } = await open(fakePorts(), { imap: { host: dovecot.host, port: dovecot.imapPort, tls: 'none', auth } });
    expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringMatching(/IMAP_PASSWORD/) });
  });

  it('takes a mail apart in a worker thread when it is big, and stores its attachment', async () => {
    const { waitFor } = await open();
    const photo = Buffer.alloc(400_000, 7).toString('base64').replace(/.{76}/g, '$&\r\n');
    await box.deliver(
      [
        'From: mia.keller@example.com',
        `To: ${SUPPORT}`,
        'Message-ID: <big1@example.com>',
        'Subject: photo',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="big"',
        '',
        '--big',
        'Content-Type: image/jpeg; name="../../mug.jpg"',
        'Content-Disposition: attachment; filename="../../mug.jpg"',
        'Content-Transfer-Encoding: base64',
        '',
        photo,
        '--big--',
        '',
      ].join('\r\n'),
    );
    const [message] = await waitFor(1);
    expect(message).toMatchObject({
      text: '',
      attachments: [{ name: '_.._mug.jpg', mediaType: 'image/jpeg', bytes: 400_000, state: 'stored' }],
    });
  });
});
