import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { MailCopy } from '../../domain/deskhand.ts';
import { EMAIL_CAPABILITIES } from './email-capabilities.ts';
import { toEmail } from './to-email.ts';
import type { MailSender } from './to-email.ts';

/** The channel for mail that cannot leave for want of SMTP: it keeps what would have gone out, codes included, for the page and the terminal. */
export interface DemoMailbox extends Channel {
  /** Oldest first. */
  mails(): readonly MailCopy[];
}

const keptMail = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.coerce.date() });

/** Kept in `demo-mail.jsonl` of the data folder, or in memory without one. A line that was cut by a crash is passed over. */
export function createDemoMailbox(
  sender: Pick<MailSender, 'company'> & { readonly supportAddress?: string },
  options: { readonly dataFolder: string | undefined },
): DemoMailbox {
  const file = options.dataFolder === undefined ? undefined : join(options.dataFolder, 'demo-mail.jsonl');
  const kept = new Map(readKept(file).map((mail) => [mail.id, mail]));
  const mailSender: MailSender = {
    company: sender.company,
    supportAddress: sender.supportAddress ?? 'support@localhost',
    aliases: [],
    plusAddressing: false,
    secret: 'demo',
  };
  return {
    capabilities: EMAIL_CAPABILITIES,
    start: async () => undefined,
    async send(message) {
      if (message.body.kind === 'status') return { kind: 'sent', externalId: '' };
      const mail = toEmail(message, undefined, mailSender);
      if (mail === undefined) return { kind: 'undeliverable', because: 'no address to send it to' };
      if (!kept.has(message.id)) {
        const copy: MailCopy = { id: message.id, to: mail.to.join(', '), subject: mail.subject, text: mail.text, at: message.createdAt };
        if (file !== undefined) keep(file, copy);
        kept.set(message.id, copy);
      }
      return { kind: 'sent', externalId: mail.messageId };
    },
    find: async (message) => (kept.has(message.id) ? 'sent' : 'absent'),
    mails: () => [...kept.values()],
    health: () => ({ ok: true, lastHeardAt: undefined }),
    stop: async () => undefined,
  };
}

function readKept(file: string | undefined): readonly MailCopy[] {
  if (file === undefined || !existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const mail = keptMail.safeParse(parseLine(line));
      return mail.success ? [mail.data] : [];
    });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function keep(file: string, mail: MailCopy): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(mail)}\n`, { mode: 0o600 });
}
