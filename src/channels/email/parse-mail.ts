import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import { htmlLines } from './html-lines.ts';
import { headerText, normalAddress } from './mail-address.ts';
import type { MailAddress } from './mail-address.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { headerValue, headerValues } from './parsed-mail.ts';
import type { DeliveryReport, MailHeaders, MailPart, ParsedMail } from './parsed-mail.ts';
import { stripQuotes, trimLines } from './strip-quotes.ts';
import type { TrimmedBody } from './strip-quotes.ts';
import { hasFlowedText, unflow, withoutFlowed } from './flowed-text.ts';

/**
 * Takes a mail apart. Throws a RangeError beyond the limits of mail-limits.ts and whatever the parser throws for bytes
 * that are no mail; the caller keeps such a mail for a human.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.byteLength > MAIL_LIMITS.messageBytes) throw new RangeError(`larger than ${MAIL_LIMITS.messageBytes / 1024 / 1024} MB`);
  const flowed = hasFlowedText(raw);
  const email = await PostalMime.parse(flowed ? withoutFlowed(raw) : raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: MAIL_LIMITS.depth,
    maxHeadersSize: MAIL_LIMITS.headerBytes,
  });
  const headers: MailHeaders = email.headers.map(({ key, value }) => [key, value] as const);
  const { text, body } = readBody(email, flowed);
  const kept = email.attachments.slice(0, MAIL_LIMITS.parts);
  const parts = kept.filter((part) => !isReportPart(part)).map(toPart);
  return {
    headers,
    from: readFrom(headers, email),
    replyTo: flatten(email.replyTo),
    to: flatten(email.to),
    cc: flatten(email.cc),
    subject: headerText(email.subject ?? ''),
    sentAt: readDate(email.date),
    messageId: messageIds(email.messageId ?? '')[0],
    inReplyTo: messageIds(email.inReplyTo ?? ''),
    references: messageIds(email.references ?? ''),
    text,
    body,
    bodyHash: hashOf(text, parts),
    parts,
    partsLeftOut: email.attachments.length - kept.length,
    report: readReport(kept, headers),
  };
}

/** The plain-text part when it says anything, otherwise the HTML; some programs send an empty text beside it. */
function readBody(email: Email, flowed: boolean): { readonly text: string; readonly body: TrimmedBody } {
  const plain = (flowed ? unflow(email.text ?? '') : (email.text ?? '')).replace(/\r\n?/g, '\n');
  if (plain.trim() !== '' || !email.html) return { text: plain.trim(), body: stripQuotes(plain) };
  const lines = htmlLines(email.html);
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text, body: trimLines(lines) };
}

const flatten = (addresses: readonly Address[] | undefined): readonly MailAddress[] =>
  (addresses ?? []).flatMap((address) => (address.group ?? [address]).flatMap(toMailAddress));

function toMailAddress(mailbox: { readonly name: string; readonly address?: string | undefined }): readonly MailAddress[] {
  const address = normalAddress(mailbox.address ?? '');
  return address === undefined ? [] : [{ name: headerText(mailbox.name), address }];
}

/** The parser keeps one From; a second header is read from its raw value, so that two senders are seen as two. */
function readFrom(headers: MailHeaders, email: Email): readonly MailAddress[] {
  const first = flatten(email.from === undefined ? [] : [email.from]);
  const written = headerValues(headers, 'from').join(',');
  const addresses = [...written.matchAll(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g)].flatMap(([text]) => normalAddress(text) ?? []);
  const quotedNames = written.replace(/"[^"]*"/g, '');
  const others = new Set(
    addresses.filter((address) => quotedNames.toLowerCase().includes(address) && !first.some((one) => one.address === address)),
  );
  const bracketed = (written.match(/<[^<>]*@[^<>]*>/g) ?? []).length;
  return headerValues(headers, 'from').length > 1 || bracketed > 1
    ? [...first, ...[...others].map((address) => ({ name: '', address }))]
    : first;
}

/** Every `<id>` of a header, at most 100, each at most 500 characters; a bare id without brackets counts too. */
function messageIds(value: string): readonly string[] {
  const ids = value.slice(0, 50_000).match(/<[^<>\s]{1,500}>/g) ?? [];
  if (ids.length > 0) return ids.length <= 100 ? ids : [...ids.slice(0, 1), ...ids.slice(-99)];
  const bare = value.trim();
  return /^[^\s<>]{3,500}$/.test(bare) ? [`<${bare}>`] : [];
}

function readDate(date: string | undefined): Date | undefined {
  const parsed = new Date(date ?? '');
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

function toPart(attachment: Attachment, at: number): MailPart {
  return {
    name: headerText(attachment.filename ?? '') || `part-${at + 1}`,
    mediaType: attachment.mimeType,
    content: bytesOf(attachment.content),
  };
}

function hashOf(text: string, parts: readonly MailPart[]): string {
  const hash = createHash('sha256').update(text.replace(/\s+/g, ' ').trim());
  for (const { name, content } of parts) hash.update(`\0${name}\0${content.byteLength}`);
  return hash.digest('hex');
}

const REPORT_PARTS = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'text/rfc822-headers',
  'message/disposition-notification',
]);
const isReportPart = ({ mimeType }: Attachment): boolean => REPORT_PARTS.has(mimeType);

/** RFC 3464: fields of the status part, and the Message-ID inside the returned mail or its headers. */
function readReport(attachments: readonly Attachment[], headers: MailHeaders): DeliveryReport | undefined {
  const textOf = (types: readonly string[]): string => {
    const part = attachments.find(({ mimeType }) => types.includes(mimeType));
    return part ? new TextDecoder('latin1').decode(bytesOf(part.content).subarray(0, 64 * 1024)) : '';
  };
  const status = textOf(['message/delivery-status', 'message/global-delivery-status']);
  if (status === '' && !/report-type\s*=\s*"?delivery-status/i.test(headerValue(headers, 'content-type'))) return undefined;
  const returned = textOf(['message/rfc822', 'text/rfc822-headers', 'message/global-headers', 'message/global']);
  const field = (name: string, text: string): string =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]+(?:\\r?\\n[ \\t][^\\r\\n]+)*)`, 'im').exec(text)?.[1]?.trim() ?? '';
  return {
    about: messageIds(field('message-id', returned))[0] ?? messageIds(field('original-message-id', status))[0],
    action: field('action', status).toLowerCase() || 'failed',
    status: field('status', status),
    recipient: normalAddress(field('(?:original|final)-recipient', status).replace(/^[^;]*;/, '')),
  };
}
