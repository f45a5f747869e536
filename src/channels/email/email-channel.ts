import type { Channel } from '../channel.ts';
import { AppError } from '../../domain/error.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import { composeMail } from './compose-mail.ts';
import { EMAIL_CAPABILITIES } from './email-capabilities.ts';
import type { EmailPorts } from './email-ports.ts';
import { readEmailSettings } from './email-settings.ts';
import type { EmailSettingsInput } from './email-settings.ts';
import { ImapInbox } from './imap-inbox.ts';
import { createMailIntake } from './mail-intake.ts';
import { createSmtpOutbox } from './smtp-outbox.ts';
import { createThreadHeads, newHead, withMail } from './thread-heads.ts';
import { toEmail } from './to-email.ts';

/** A copy for the Sent folder gets this much time when the channel stops. */
const FILING_MS = 2_000;

/**
 * A support mailbox as a channel: mail comes in over IMAP and goes out over SMTP. Throws `AppError('config_invalid')`
 * at once; a server that cannot be reached only shows in `health`.
 */
export function createEmailChannel(input: EmailSettingsInput, ports: EmailPorts): Channel {
  const settings = readEmailSettings(input);
  const account = settings.supportAddress;
  const heads = createThreadHeads(ports.memory, account);
  const smtp = settings.smtp && createSmtpOutbox(settings.smtp, { ca: settings.ca, now: ports.now });
  const secret = onceOnly(() => loadSecret(ports, account));
  let inbox: ImapInbox | undefined;
  // Beside the sending, so that a slow Sent folder never makes a sent mail look uncertain.
  let filing: Promise<void> = Promise.resolve();

  /** Replies to a mail of ours find its thread by this, so it is remembered before the mail leaves. */
  const rememberOpening = async (message: OutboundMessage, messageId: string, subject: string): Promise<void> => {
    if ((await heads.load(message.to.key)) !== undefined) return;
    const head = newHead(message.to.key, message.to.space);
    await heads.save(withMail(head, { at: message.createdAt.getTime() + 1, messageId, subject, cc: [], author: undefined }));
  };

  const file = async (bytes: Uint8Array): Promise<void> => {
    if (!settings.fileInSent || inbox === undefined) return;
    const filed = await inbox.fileSent(bytes).catch(() => false);
    if (!filed) ports.report({ kind: 'not_filed', because: 'the Sent folder did not take a copy' });
  };

  return {
    capabilities: EMAIL_CAPABILITIES,
    async start(receive) {
      if (settings.imap === undefined) return;
      const finder = { account, secret: await secret(), heads, directory: ports.threads };
      inbox = new ImapInbox(settings.imap, settings, ports, createMailIntake({ settings, ports, finder, receive }));
      await inbox.start();
    },
    async send(message): Promise<SendResult> {
      if (message.body.kind === 'status') return { kind: 'sent', externalId: '' };
      if (smtp === undefined) return { kind: 'undeliverable', because: 'no mail server to send with: set SMTP_HOST' };
      const mail = toEmail(message, await heads.load(message.to.key), { ...settings, secret: await secret() });
      if (mail === undefined) return { kind: 'undeliverable', because: 'no address to send it to' };
      await rememberOpening(message, mail.messageId, mail.subject);
      const bytes = await composeMail(mail);
      const result = await smtp.send(bytes, { from: account, to: [...mail.to, ...mail.cc] });
      if (result.kind !== 'sent') return result;
      // Codes are for one pair of eyes: no copy of them lies in a folder that colleagues read.
      if (!message.secret) filing = filing.then(() => file(bytes));
      return { kind: 'sent', externalId: mail.messageId };
    },
    find: async () => 'cannot_tell',
    health() {
      const problem = inbox?.problem ?? smtp?.problem();
      return { ok: problem === undefined, lastHeardAt: inbox?.lastHeardAt, ...(problem === undefined ? {} : { problem }) };
    },
    async stop() {
      await Promise.race([filing, new Promise<void>((resolve) => void ports.timers.after(FILING_MS, resolve))]);
      await inbox?.stop();
    },
  };
}

/** Made once for a mailbox and kept: tokens in mails that are out there stay good. */
async function loadSecret(ports: EmailPorts, account: string): Promise<string> {
  const name = `email/${account}/secret`;
  const saved = await ports.memory.load(name);
  if (saved !== undefined) return saved;
  const made = Buffer.from(ports.random.bytes(32)).toString('hex');
  await ports.memory.save(name, made);
  return made;
}

/** Runs once for all callers; a failure is not kept. */
function onceOnly<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error instanceof Error ? error : new AppError('store_unavailable', 'the channel cannot read its settings', { retryable: true });
    });
    return made;
  };
}
