import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { openApp, type App } from '../../src/app.ts';
import type { World } from '../../src/app/world.ts';
import { realWorld } from '../../src/app/real-world.ts';
import { loadConfig, SHIPPED_FOLDER } from '../../src/config.ts';
import { ticketNumber } from '../../src/domain/ids.ts';
import { createLogger } from '../../src/insight/logger.ts';
import { openDemoShop } from '../../src/tools/demo-shop/demo-shop.ts';
import type { Dovecot, DovecotMailbox } from '../support/dovecot.ts';
import { openMailPost, type MailCustomer, type MailPost, type ReadMail } from '../support/mail-customer.ts';
import type { SmtpSink } from '../support/smtp-sink.ts';
import { until, type CustomerLine, type SupportLine } from './support-line.ts';

export interface EmailLine extends SupportLine {
  readonly app: App;
  readonly post: MailPost;
}

export interface EmailLineParts {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpSink;
  readonly support: DovecotMailbox;
  readonly deskAddress?: string;
  /** Takes the place of the machine's clock. */
  readonly world?: Partial<World>;
}

/** The environment that connects the agent to these servers. */
export function mailEnvironment({ dovecot, smtp, support, deskAddress }: EmailLineParts): Readonly<Record<string, string>> {
  return {
    IMAP_HOST: dovecot.host,
    IMAP_PORT: String(dovecot.imapPort),
    IMAP_TLS: 'none',
    IMAP_USER: support.user,
    IMAP_PASSWORD: support.password,
    SMTP_HOST: smtp.host,
    SMTP_PORT: String(smtp.port),
    SMTP_TLS: 'none',
    SUPPORT_ADDRESS: support.user,
    ...(deskAddress === undefined ? {} : { DESK_ADDRESS: deskAddress }),
  };
}

/**
 * The product on a mailbox, as a company runs it: articles in a folder of its own, and a system that is not the demo.
 * That system is the demo shop under another flag, so that the go-live guard lets mail out.
 */
export async function openEmailLine(parts: EmailLineParts): Promise<EmailLine> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-mail-'));
  const configFolder = join(dataFolder, 'company');
  cpSync(SHIPPED_FOLDER, configFolder, { recursive: true });
  const config = await loadConfig(mailEnvironment(parts), { folder: dataFolder, dataFolder, configFolder });
  const world = { ...realWorld(createLogger({ level: 'error', sink: process.stderr })), ...parts.world };
  const shop = await openDemoShop({ folder: dataFolder, anchor: world.now(), now: world.now, policies: config.playbook.policies });
  const app = await openApp(config, { world, pack: { ...shop, demo: false }, learnedFolder: sharedCacheFolder() });
  await app.start();
  await app.ready();
  const post = openMailPost(parts.dovecot, parts.support, parts.smtp);
  let commands = 0;
  return {
    app,
    post,
    dataFolder,
    customer: (email, name) => emailCustomer(post.customer(email, name)),
    async approve(ticket, by) {
      commands += 1;
      const result = await app.deskhand.act({ id: `approve-${commands}`, ticket: ticketNumber(ticket), by, do: { action: 'approve' } });
      if (result.kind !== 'done') throw new Error(result.text);
    },
    async close() {
      await post.stop();
      await app.stop();
      await shop.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export const isCode = ({ subject }: ReadMail): boolean => /code/i.test(subject);

/** Resolves with the mail that answers this one. */
export function answerTo(messageId: string, customer: MailCustomer): Promise<ReadMail> {
  return until(`an answer to ${messageId}`, async () =>
    (await customer.inbox()).find((mail) => mail.inReplyTo === messageId && !isCode(mail)),
  );
}

function emailCustomer(customer: MailCustomer): CustomerLine {
  let last: ReadMail | undefined;
  const find = (words: RegExp): Promise<string> =>
    until(String(words), async () => (await customer.inbox()).find(({ text }) => words.test(text))?.text);
  return {
    async say(text) {
      const signed = `${text}\n\n-- \nSent from my phone`;
      const id = last ? await customer.reply(last, text) : await customer.write({ subject: 'My order', text: signed });
      last = await answerTo(id, customer);
      return last.text;
    },
    code: () => until('a code', async () => /\b\d{6}\b/.exec((await customer.inbox()).findLast(isCode)?.text ?? '')?.[0]),
    hears: find,
    mailed: find,
  };
}
