import { createHash } from 'node:crypto';
import { messageId, participantKey } from '../../domain/ids.ts';
import type { MessageId } from '../../domain/ids.ts';
import type { Attachment, Author, Automatic, InboundMessage, ThreadRef, Trust } from '../../domain/message.ts';
import { isOwnAddress } from './mail-address.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** Characters that are handed on; the whole mail stays in the mailbox. */
const TEXT_LIMIT = 100_000;
const FULL_TEXT_LIMIT = 1_000_000;

export interface EmailContext {
  readonly thread: ThreadRef;
  /** The support address and its aliases. */
  readonly own: readonly string[];
  readonly role: Author['role'];
  readonly automatic: Automatic;
  readonly trust: Trust;
  readonly hold: InboundMessage['hold'];
  readonly attachments: readonly Attachment[];
  /** When the server took it in; a mail cannot have been sent later. */
  readonly receivedAt: Date;
}

/** One mail as the core reads it. A mail without words, with attachments or without, is a message all the same. */
export function fromEmail(mail: ParsedMail, context: EmailContext): InboundMessage {
  const [sender] = mail.from;
  const address = sender?.address ?? 'unknown@invalid';
  return {
    id: mailId(mail, context.thread),
    kind: 'new',
    thread: context.thread,
    author: {
      key: participantKey(address),
      displayName: sender?.name || address,
      email: address,
      trust: context.trust,
      role: context.role,
    },
    audience: otherReaders(mail, context.own).length > 0 ? 'shared' : 'private',
    text: bounded(mail.body.reply, TEXT_LIMIT),
    fullText: bounded(mail.text, FULL_TEXT_LIMIT),
    subject: mail.subject === '' ? undefined : mail.subject,
    automatic: context.automatic,
    attachments: context.attachments,
    sentAt: mail.sentAt !== undefined && mail.sentAt < context.receivedAt ? mail.sentAt : context.receivedAt,
    ...(context.hold === undefined ? {} : { hold: context.hold }),
  };
}

const bounded = (text: string, limit: number): string => {
  const plain = text.replaceAll('\0', '');
  return plain.length <= limit ? plain : `${plain.slice(0, limit)}\n[… the mail goes on in the mailbox]`;
};

/** Which mail this is: its Message-ID and its body, so that a copy is a duplicate and a reused id is not. */
export function mailId(mail: Pick<ParsedMail, 'messageId' | 'bodyHash' | 'headers'>, thread: ThreadRef): MessageId {
  const id = mail.messageId?.replace(/^<|>$/g, '').replace(/[\p{Cc}\s]/gu, '');
  const name = id === undefined || id === '' ? `none-${headerHash(mail)}` : id;
  return messageId(`${thread.channel}/${thread.account}/${thread.space}/${name}#${mail.bodyHash.slice(0, 16)}`);
}

/** Without a Message-ID, date, sender and subject tell two mails of one text apart. */
function headerHash(mail: Pick<ParsedMail, 'headers'>): string {
  const telling = mail.headers.filter(([name]) => ['date', 'from', 'to', 'subject'].includes(name));
  return createHash('sha256').update(JSON.stringify(telling)).digest('hex').slice(0, 24);
}

/** People besides the author and us who stand in To or Cc. */
export function otherReaders(mail: Pick<ParsedMail, 'from' | 'to' | 'cc'>, own: readonly string[]): readonly string[] {
  const author = mail.from[0]?.address;
  const readers = [...mail.to, ...mail.cc].map(({ address }) => address);
  return [...new Set(readers)].filter((address) => address !== author && !isOwnAddress(address, own));
}
