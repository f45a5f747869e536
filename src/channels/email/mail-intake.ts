import { createHash } from 'node:crypto';
import type { Automatic, InboundMessage, ThreadRef } from '../../domain/message.ts';
import { storeAttachments } from './attachment-store.ts';
import { AMBIGUOUS, authenticateSender, UNCHECKED } from './authenticate.ts';
import type { SenderAuthentication } from './authenticate.ts';
import type { EmailPorts } from './email-ports.ts';
import { ownAddresses } from './email-settings.ts';
import type { EmailSettings } from './email-settings.ts';
import { findOwnThread, findThread, threadAnswered } from './find-thread.ts';
import type { MailClues, ThreadFinder } from './find-thread.ts';
import { fromEmail, mailId, otherReaders } from './from-email.ts';
import { isAutomatic, isFlaggedSpam } from './is-automatic.ts';
import type { OwnMail } from './is-automatic.ts';
import { judgePace, pace } from './judge-pace.ts';
import { isOwnAddress, normalAddress } from './mail-address.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { parseBounded } from './parse-bounded.ts';
import { parseMail } from './parse-mail.ts';
import { headerValues } from './parsed-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';
import type { FetchedMail, FolderKind, MailTaker } from './scan-folder.ts';
import { newHead, withMail } from './thread-heads.ts';
import { tokenOfMessageId } from './thread-key.ts';

const HOUR_MS = 3_600_000;

export interface IntakeParts {
  readonly settings: EmailSettings;
  readonly ports: EmailPorts;
  readonly finder: ThreadFinder;
  /** Resolves once stored. */
  receive(messages: readonly InboundMessage[]): Promise<void>;
}

/** What a fetched mail means to us: whose thread it is, who speaks, and whether a machine may answer. */
export function createMailIntake(parts: IntakeParts): MailTaker {
  const own: OwnMail = {
    addresses: ownAddresses(parts.settings),
    isOwnMessageId: (id) => tokenOfMessageId(id, parts.settings.supportAddress) !== undefined,
  };
  return {
    wantsBody: (folder, headers) => wantsBody(folder, headers, own),
    take: (mail) => takeMail(mail, own, parts),
    putAside: (mail, because) => bury(mail, because, parts),
  };
}

/** Our own mail needs no body; of the Sent folder, what a colleague wrote does. */
async function wantsBody(folder: FolderKind, headers: Uint8Array, own: OwnMail): Promise<boolean> {
  try {
    const parsed = await parseMail(headers);
    if (folder === 'sent') return parsed.messageId === undefined || !own.isOwnMessageId(parsed.messageId);
    return isAutomatic(parsed, own) !== 'own';
  } catch {
    return true;
  }
}

async function takeMail(fetched: FetchedMail, own: OwnMail, parts: IntakeParts): Promise<void> {
  const mail = await readMail(fetched, parts);
  if (mail === undefined) return;
  const automatic = isAutomatic(mail.parsed, own);
  const message =
    fetched.folder === 'sent'
      ? await colleagueMessage(mail.parsed, fetched, own, parts)
      : await incomingMessage(mail, automatic, fetched, own, parts);
  if (message !== undefined) await parts.receive([message]);
}

interface ReadMail {
  readonly parsed: ParsedMail;
  readonly unreadable: boolean;
}

/** A mail that cannot be read is kept as it came; what its headers tell still reaches the desk, marked as unreadable. */
async function readMail(fetched: FetchedMail, parts: IntakeParts): Promise<ReadMail | undefined> {
  let because = `larger than ${MAIL_LIMITS.messageBytes / 1024 / 1024} MB`;
  if (fetched.raw !== undefined) {
    try {
      const parsed = await parseBounded(fetched.raw);
      if (parsed.from.length > 0) return { parsed, unreadable: false };
      because = 'no sender';
    } catch (error) {
      because = error instanceof Error ? error.message : 'cannot be read';
    }
  }
  await bury(fetched, because, parts);
  const parsed = await parseMail(fetched.headers.subarray(0, MAIL_LIMITS.headerBytes)).catch(() => undefined);
  return parsed !== undefined && parsed.from.length > 0 ? { parsed, unreadable: true } : undefined;
}

async function bury(fetched: FetchedMail, because: string, { ports }: IntakeParts): Promise<void> {
  const raw = fetched.raw ?? fetched.headers;
  const id = `email/${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`;
  await ports.bury({ id, because, at: ports.now() }, raw);
  ports.report({ kind: 'buried', because });
}

/** What a colleague wrote from the mailbox: it belongs to the conversation, and the agent falls silent there. */
async function colleagueMessage(
  parsed: ParsedMail,
  fetched: FetchedMail,
  own: OwnMail,
  parts: IntakeParts,
): Promise<InboundMessage | undefined> {
  const isOurs = parsed.from.some(({ address }) => own.addresses.includes(address));
  if (!isOurs || (parsed.messageId !== undefined && own.isOwnMessageId(parsed.messageId))) return undefined;
  const clues = cluesOf(parsed);
  const customer = parsed.to.find(({ address }) => !isOwnAddress(address, own.addresses))?.address;
  // After a pause the answer may be read before the question; it must silence the agent all the same.
  const thread =
    (await findOwnThread(clues, parts.finder)) ??
    (customer === undefined ? undefined : threadAnswered(clues, customer, parts.finder.account));
  if (thread === undefined) return undefined;
  await remember(parsed, thread, own, parts);
  return fromEmail(parsed, {
    thread,
    own: own.addresses,
    role: 'staff',
    automatic: 'none',
    trust: 'verified',
    hold: undefined,
    attachments: await storeAttachments(parsed.parts, parsed.partsLeftOut, parts.ports.dataFolder),
    receivedAt: fetched.receivedAt,
  });
}

async function incomingMessage(
  mail: ReadMail,
  automatic: Automatic,
  fetched: FetchedMail,
  own: OwnMail,
  parts: IntakeParts,
): Promise<InboundMessage | undefined> {
  if (automatic === 'own') return undefined;
  const { parsed } = mail;
  const thread = await threadOf(parsed, automatic, parts);
  const authentication = await authenticationOf(parsed, fetched, parts);
  const hold = mail.unreadable ? 'unreadable' : await holdOf(parsed, thread, automatic, fetched, authentication, parts);
  if (automatic === 'none') await remember(parsed, thread, own, parts);
  return fromEmail(parsed, {
    thread,
    own: own.addresses,
    role: automatic === 'none' ? 'customer' : 'bot',
    automatic,
    trust: authentication.trust,
    hold,
    attachments: await storeAttachments(parsed.parts, parsed.partsLeftOut, parts.ports.dataFolder),
    receivedAt: fetched.receivedAt,
  });
}

async function threadOf(parsed: ParsedMail, automatic: Automatic, { finder }: IntakeParts): Promise<ThreadRef> {
  const clues = cluesOf(parsed);
  if (automatic !== 'bounce') return findThread(clues, finder);
  return (await findOwnThread(clues, finder)) ?? findThread(clues, finder);
}

function cluesOf(parsed: ParsedMail): MailClues {
  const envelope = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) => headerValues(parsed.headers, name));
  const about = parsed.report?.about;
  return {
    sender: parsed.from[0]?.address ?? '',
    messageId: parsed.messageId,
    bodyHash: parsed.bodyHash,
    inReplyTo: about === undefined ? parsed.inReplyTo : [about, ...parsed.inReplyTo],
    references: parsed.references,
    recipients: [
      ...parsed.to.map(({ address }) => address),
      ...parsed.cc.map(({ address }) => address),
      ...envelope.flatMap((text) => normalAddress(text) ?? []),
    ],
  };
}

async function authenticationOf(parsed: ParsedMail, fetched: FetchedMail, { settings, ports }: IntakeParts): Promise<SenderAuthentication> {
  if (parsed.from.length > 1) return AMBIGUOUS;
  return settings.authenticateSenders && fetched.raw !== undefined
    ? authenticateSender(fetched.raw, parsed.from.length, ports.resolver)
    : UNCHECKED;
}

/** Why no machine may answer, in the order in which it matters to the human who looks. */
async function holdOf(
  parsed: ParsedMail,
  thread: ThreadRef,
  automatic: Automatic,
  fetched: FetchedMail,
  authentication: SenderAuthentication,
  { settings, ports }: IntakeParts,
): Promise<InboundMessage['hold']> {
  if (isFlaggedSpam(parsed.headers) || authentication === AMBIGUOUS) return 'spam';
  if (ports.now().getTime() - fetched.receivedAt.getTime() > settings.oldestAnsweredHours * HOUR_MS) return 'too_old';
  if (automatic !== 'none') return undefined;
  const name = `email/${settings.supportAddress}/pace/${createHash('sha256')
    .update(thread.account)
    .update(parsed.from[0]?.address ?? '')
    .digest('hex')
    .slice(0, 32)}`;
  const seen = pace.parse(JSON.parse((await ports.memory.load(name)) ?? '[]'));
  const paced = { id: mailId(parsed, thread), text: parsed.body.reply, at: fetched.receivedAt.getTime() };
  const judged = judgePace(seen, paced, settings.repliesPerSenderHour);
  await ports.memory.save(name, JSON.stringify(judged.seen));
  return judged.held ? 'rate_limited' : undefined;
}

/** The next reply goes to these people and answers this mail. */
async function remember(parsed: ParsedMail, thread: ThreadRef, own: OwnMail, { finder, ports }: IntakeParts): Promise<void> {
  const head = (await finder.heads.load(thread.key)) ?? newHead(thread.key, thread.space);
  const author = parsed.from[0]?.address;
  const ofColleague = author !== undefined && own.addresses.includes(author);
  const readers = otherReaders(parsed, own.addresses).filter((address) => address !== thread.space);
  await finder.heads.save(
    withMail(head, {
      at: ports.now().getTime(),
      messageId: parsed.messageId ?? '',
      subject: parsed.subject,
      cc: ofColleague || author === undefined || author === thread.space ? readers : [author, ...readers],
      author: ofColleague ? undefined : author,
    }),
  );
}
