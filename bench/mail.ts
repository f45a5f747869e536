import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dovecotInstalled, DOVECOT_HINT, startDovecot } from '../test/support/dovecot.ts';
import { startSmtpSink } from '../test/support/smtp-sink.ts';
import { eventually, startAgentProcess } from './agent-process.ts';
import { quantile, spread, type Bench } from './bench.ts';

const MAILS = 40;
/** Questions that need no code, as a first mail of a stranger often is. */
const QUESTIONS = [
  'How long do refunds take to arrive on my card?',
  'What is your return policy?',
  'How much is express shipping and how fast is it?',
  'Do you ship to Canada, and what does it cost?',
];

export const mailBench: Bench = {
  about: `how soon a mail in a Dovecot mailbox is answered, ${MAILS} mails one after another`,
  async run(say) {
    if (!dovecotInstalled()) throw new Error(DOVECOT_HINT);
    const dataFolder = await mkdtemp(join(tmpdir(), 'deskhand-bench-'));
    const dovecot = await startDovecot();
    const smtp = await startSmtpSink();
    const agent = await startAgentProcess(dataFolder, {
      IMAP_HOST: dovecot.host,
      IMAP_PORT: String(dovecot.imapPort),
      IMAP_TLS: 'none',
      IMAP_USER: dovecot.user,
      IMAP_PASSWORD: dovecot.password,
      SMTP_HOST: smtp.host,
      SMTP_PORT: String(smtp.port),
      SMTP_TLS: 'none',
      SUPPORT_ADDRESS: dovecot.user,
    });
    try {
      // The first connection begins at now: what came before it would be left alone.
      await agent.logged('email.left_older');
      const waits: number[] = [];
      // The first one waits for the router and the articles, too: it belongs to the start, not to the mail.
      for (let number = 0; number <= MAILS; number += 1) {
        const sender = `customer-${number}@example.com`;
        const deliveredAt = performance.now();
        await dovecot.deliver(mail(number, sender, dovecot.user));
        await eventually(async () => smtp.mails.find(({ to }) => to.includes(sender)), `a reply to mail ${number}`, 5);
        if (number > 0) waits.push(performance.now() - deliveredAt);
        if (number % 10 === 0) say(`${number} of ${MAILS}`);
      }
      const detail = `p50 ${Math.round(quantile(waits, 0.5))}, ${spread(waits)}`;
      return [{ name: 'delivered to first reply, p95', value: quantile(waits, 0.95), unit: 'ms', goal: 2000, detail }];
    } finally {
      await agent.stop();
      await smtp.stop();
      await dovecot.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  },
};

function mail(number: number, from: string, to: string): string {
  return [
    `From: Customer ${number} <${from}>`,
    `To: ${to}`,
    `Subject: A question (${number})`,
    `Message-ID: <bench-${process.pid}-${number}@example.com>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hello,\r\n\r\n${QUESTIONS[number % QUESTIONS.length] ?? ''}\r\n\r\nThank you\r\nCustomer ${number}`,
    '',
  ].join('\r\n');
}
