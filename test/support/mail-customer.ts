import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import type { Dovecot, DovecotMailbox } from './dovecot.ts';
import type { SmtpSink } from './smtp-sink.ts';

/** A mail in the customer's own mailbox. */
export interface ReadMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface WrittenMail {
  readonly text: string;
  readonly subject?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person with a mail program: writes MIME mails with HTML and a signature, and reads their own mailbox over IMAP. */
export interface MailCustomer {
  readonly address: string;
  /** Resolves with the Message-ID once the mail is in the support mailbox. */
  write(mail: WrittenMail): Promise<string>;
  /** As a mail program does it: to Reply-To, with References, and everything before quoted below. */
  reply(to: ReadMail, text: string, change?: Partial<WrittenMail>): Promise<string>;
  inbox(): Promise<readonly ReadMail[]>;
}

/** The outside world: what the agent hands to SMTP comes into its customers' mailboxes on the same Dovecot. */
export interface MailPost {
  customer(address: string, name: string): MailCustomer;
  stop(): Promise<void>;
}

const DELIVER_EVERY_MS = 20;

/** `support` is the mailbox that the agent reads. */
export function openMailPost(dovecot: Dovecot, support: DovecotMailbox, smtp: SmtpSink): MailPost {
  const mailboxes = new Map<string, DovecotMailbox>();
  const clients: Promise<ImapFlow>[] = [];
  const stopping = new AbortController();
  let carried = 0;

  /** A mailbox that is down gets its mail later. */
  async function carry(): Promise<void> {
    while (!stopping.signal.aborted) {
      const mail = smtp.mails[carried];
      const isCarried = mail !== undefined && (await deliver(mail.to, mail.raw));
      if (isCarried) carried += 1;
      else await wait(DELIVER_EVERY_MS);
    }
  }

  async function deliver(addresses: readonly string[], raw: string): Promise<boolean> {
    try {
      for (const address of addresses) await mailboxes.get(address)?.deliver(raw);
      return true;
    } catch {
      return false;
    }
  }

  const carrying = carry();
  let written = 0;
  return {
    customer(address, name) {
      const mailbox = dovecot.newMailbox();
      mailboxes.set(address, mailbox);
      const client = openMailbox(dovecot, mailbox);
      clients.push(client);
      const write = async (mail: WrittenMail): Promise<string> => {
        written += 1;
        const messageId = `<mail-${written}@${address.split('@')[1] ?? 'example.com'}>`;
        await support.deliver(await compose({ ...mail, messageId, from: `${name} <${address}>`, to: mail.to ?? support.user }));
        return messageId;
      };
      return {
        address,
        write,
        reply: (to, text, change = {}) =>
          write({
            to: to.replyTo,
            subject: to.subject.startsWith('Re:') ? to.subject : `Re: ${to.subject}`,
            inReplyTo: to.messageId,
            references: `${to.references} ${to.messageId}`.trim(),
            text: `${text}\n\nOn Sun, Nov 22, 2026 at 10:12 AM ${to.from} wrote:\n${to.text.replaceAll(/^/gm, '> ')}`,
            ...change,
          }),
        inbox: async () => readInbox(await client),
      };
    },
    async stop() {
      stopping.abort();
      await carrying;
      for (const client of clients) (await client).close();
    },
  };
}

async function compose(mail: WrittenMail & { readonly messageId: string; readonly from: string; readonly to: string }): Promise<Buffer> {
  const { text, inReplyTo, references, ...rest } = mail;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const html = text
    .split('\n')
    .map((line) => `<div>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</div>`)
    .join('');
  const { message } = await composer.sendMail({
    ...rest,
    subject: mail.subject ?? 'A question',
    text,
    html: text.includes('\n> ') ? undefined : `<html><body>${html}</body></html>`,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references }),
  });
  if (!Buffer.isBuffer(message)) throw new Error('not composed');
  return message;
}

async function openMailbox({ host, imapPort }: Dovecot, { user, password }: DovecotMailbox): Promise<ImapFlow> {
  const client = new ImapFlow({ host, port: imapPort, secure: false, doSTARTTLS: false, auth: { user, pass: password }, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxOpen('INBOX');
  return client;
}

async function readInbox(client: ImapFlow): Promise<readonly ReadMail[]> {
  await client.noop();
  if (client.mailbox === false || client.mailbox.exists === 0) return [];
  const mails = await client.fetchAll('1:*', { source: true });
  return Promise.all(mails.map(async ({ source }) => readMail(source ?? Buffer.alloc(0))));
}

async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw);
  return {
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).flatMap(({ address }) => address ?? []),
    replyTo: mail.replyTo?.[0]?.address ?? mail.from?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: mail.references ?? '',
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
  };
}
