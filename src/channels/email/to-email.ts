import { createHash } from 'node:crypto';
import { assertNever } from '../../domain/assert-never.ts';
import type { OutboundBody, OutboundMessage } from '../../domain/outbound.ts';
import type { EmailSettings } from './email-settings.ts';
import { headerText, isOwnAddress, normalAddress } from './mail-address.ts';
import { escapeHtml, markdownToHtml, markdownToText } from './render-markdown.ts';
import { headAt } from './thread-heads.ts';
import type { HeadView, ThreadHead } from './thread-heads.ts';
import { ownMessageId, plusAddress, tokenFor } from './thread-key.ts';

/** A mail ready to be composed. The same outbound message always gives the same one. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly date: Date;
  readonly text: string;
  readonly html: string;
  /** Makes the MIME boundaries the same for every try. */
  readonly boundary: string;
}

export interface MailSender {
  readonly supportAddress: string;
  readonly aliases: readonly string[];
  readonly company: EmailSettings['company'];
  readonly plusAddressing: boolean;
  readonly secret: string;
}

/**
 * Undefined when the body is nothing that a mail shows (a typing status) or when there is no address to send it to.
 * `known` is what the thread's mails say; those after the message was written do not count, so that every try gives the
 * same mail. Without it a new thread begins.
 */
export function toEmail(message: OutboundMessage, known: ThreadHead | undefined, sender: MailSender): OutgoingMail | undefined {
  const head = known === undefined ? undefined : headAt(known, message.createdAt);
  const markdown = markdownOf(message.body);
  const recipients = recipientsOf(message, head, sender);
  if (markdown === undefined || recipients === undefined) return undefined;
  const thread = head !== undefined && (message.audience.kind === 'thread' || head.people.includes(recipients.to)) ? head : undefined;
  const token = tokenFor(sender.secret, message.to.key, message.to.space);
  const signature = signatureOf(message, sender.company);
  const references = thread?.references ?? [];
  return {
    from: { name: fromName(message.speaker, sender.company), address: sender.supportAddress },
    to: [recipients.to],
    cc: recipients.cc,
    replyTo: sender.plusAddressing ? plusAddress(token, sender.supportAddress) : sender.supportAddress,
    subject: subjectOf(message, thread, sender.company),
    messageId: ownMessageId(token, message.id, sender.supportAddress),
    inReplyTo: references.at(-1),
    references,
    date: message.createdAt,
    text: `${markdownToText(markdown)}\n\n-- \n${signature.join('\n')}\n`,
    html: `<div>${markdownToHtml(markdown)}</div>\n<p style="color:#666">-- <br>${signature.map(escapeHtml).join('<br>')}</p>\n`,
    boundary: createHash('sha256').update(message.id).digest('hex').slice(0, 24),
  };
}

function markdownOf(body: OutboundBody): string | undefined {
  switch (body.kind) {
    case 'text':
      return body.markdown;
    case 'question':
      return body.choices.length === 0
        ? body.markdown
        : `${body.markdown}\n\nYou can simply reply with: ${body.choices.map((choice) => `**${choice}**`).join(' · ')}`;
    case 'status':
    case 'desk_card':
    case 'desk_note':
      return undefined;
    default:
      return assertNever(body);
  }
}

/** A private answer goes to that person alone; an answer to the thread goes to the customer, and those who read along keep reading. */
function recipientsOf(
  message: OutboundMessage,
  head: HeadView | undefined,
  sender: MailSender,
): { readonly to: string; readonly cc: readonly string[] } | undefined {
  const own = [sender.supportAddress, ...sender.aliases];
  const to = normalAddress(message.audience.kind === 'only' ? message.audience.participant : message.to.space);
  if (to === undefined || isOwnAddress(to, own)) return undefined;
  if (message.audience.kind === 'only' || message.secret || head === undefined) return { to, cc: [] };
  const cc = head.cc.flatMap((address) => normalAddress(address) ?? []);
  return { to, cc: [...new Set(cc)].filter((address) => address !== to && !isOwnAddress(address, own)) };
}

function subjectOf(message: OutboundMessage, thread: HeadView | undefined, company: EmailSettings['company']): string {
  if (thread !== undefined && thread.subject !== '')
    return `Re: ${headerText(thread.subject).replace(/^(?:(?:re|aw|sv|antw|rif|res)\s*:\s*)+/i, '')}`;
  return headerText(message.subject ?? '') || `Your message to ${headerText(company.name)}`;
}

function fromName(speaker: OutboundMessage['speaker'], company: EmailSettings['company']): string {
  switch (speaker.kind) {
    case 'agent':
      return headerText(`${company.agentName} (${company.name})`);
    case 'staff':
      return headerText(`${speaker.name} (${company.name})`);
    case 'system':
      return headerText(company.name);
    default:
      return assertNever(speaker);
  }
}

/** The agent says in every signature what it is; a human signs with their name. */
function signatureOf({ speaker, language }: OutboundMessage, company: EmailSettings['company']): readonly string[] {
  if (speaker.kind === 'staff') return [headerText(speaker.name), headerText(company.name)];
  if (speaker.kind === 'system') return [headerText(company.name)];
  const words = company.translations?.[language ?? ''] ?? company;
  const disclosure = headerText(words.disclosure);
  return [headerText(words.signature), ...(disclosure === '' ? [] : [disclosure])];
}
