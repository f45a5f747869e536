import { channelName } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { ThreadDirectory } from './email-ports.ts';
import { isTokenOf, threadKeyFor, tokenOfAddress, tokenOfMessageId } from './thread-key.ts';
import type { ThreadToken } from './thread-key.ts';
import type { ThreadHead, ThreadHeads } from './thread-heads.ts';

export const EMAIL = channelName('email');

/** The parts of a mail that say where it belongs. */
export interface MailClues {
  readonly sender: string;
  readonly messageId: string | undefined;
  readonly bodyHash: string;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  /** To, Cc and the envelope's recipients. */
  readonly recipients: readonly string[];
}

export interface ThreadFinder {
  readonly account: string;
  readonly secret: string;
  readonly heads: ThreadHeads;
  readonly directory: ThreadDirectory;
}

/**
 * The conversation of a customer's mail. It joins a thread only when its sender belongs to it; a stranger who holds
 * somebody's token, Message-ID or ticket number opens a conversation of their own.
 */
export async function findThread(mail: MailClues, finder: ThreadFinder): Promise<ThreadRef> {
  for (const token of tokensOf(mail, finder.account)) {
    const joined = await threadOfToken(token, mail.sender, finder);
    if (joined !== undefined) return joined;
  }
  return (await threadOfReferences(mail, finder)) ?? ownThread(mail, finder.account);
}

/** The thread that our mailbox's own papers belong to: a colleague's answer or a delivery report. Undefined when it is none of ours. */
export async function findOwnThread(mail: MailClues, finder: ThreadFinder): Promise<ThreadRef | undefined> {
  for (const token of tokensOf(mail, finder.account)) {
    const head = await finder.heads.load(token.key);
    if (head !== undefined && isTokenOf(finder.secret, token, head.space)) return refOf(head, finder.account);
  }
  const found = await finder.directory.findThreads(namesOf(mail));
  return found.find(({ thread }) => thread.account === finder.account)?.thread;
}

/**
 * The thread of what our side wrote to a customer whose own mail was not read yet: the key follows from the root that it
 * answers. Undefined for a mail that answers nothing.
 */
export function threadAnswered(mail: MailClues, customer: string, account: string): ThreadRef | undefined {
  const root = mail.references[0] ?? mail.inReplyTo[0];
  return root === undefined ? undefined : refOf({ space: customer, key: threadKeyFor(root, customer) }, account);
}

/** Newest reference first: the mail that is answered says more than the thread's beginning. */
const idsOf = (mail: MailClues): readonly string[] => [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])];
const namesOf = (mail: MailClues): readonly string[] => idsOf(mail).map((id) => id.replace(/^<|>$/g, ''));

function tokensOf(mail: MailClues, account: string): readonly ThreadToken[] {
  const fromIds = idsOf(mail).map((id) => tokenOfMessageId(id, account));
  const fromAddresses = mail.recipients.map((address) => tokenOfAddress(address, account));
  const tokens = [...fromIds, ...fromAddresses].filter((token) => token !== undefined);
  return tokens.slice(0, 20);
}

async function threadOfToken(token: ThreadToken, sender: string, finder: ThreadFinder): Promise<ThreadRef | undefined> {
  const head = await finder.heads.load(token.key);
  if (head === undefined)
    return isTokenOf(finder.secret, token, sender) ? refOf({ space: sender, key: token.key }, finder.account) : undefined;
  if (!isTokenOf(finder.secret, token, head.space)) return undefined;
  return (await isParticipant(sender, head, finder)) ? refOf(head, finder.account) : undefined;
}

async function isParticipant(sender: string, head: ThreadHead, finder: ThreadFinder): Promise<boolean> {
  if (head.people.includes(sender)) return true;
  const known = await finder.directory.participants(refOf(head, finder.account));
  return known.some((participant) => participant === sender);
}

async function threadOfReferences(mail: MailClues, finder: ThreadFinder): Promise<ThreadRef | undefined> {
  const names = namesOf(mail);
  if (names.length === 0) return undefined;
  for (const { thread, participants } of await finder.directory.findThreads(names)) {
    if (thread.account !== finder.account) continue;
    if (thread.space === mail.sender || participants.some((participant) => participant === mail.sender)) return thread;
    const head = await finder.heads.load(thread.key);
    if (head?.people.includes(mail.sender)) return thread;
  }
  return undefined;
}

/** Its own root, or a root that we never saw: a key that only this sender can meet again. */
function ownThread(mail: MailClues, account: string): ThreadRef {
  const root = mail.references[0] ?? mail.inReplyTo[0] ?? mail.messageId ?? `body ${mail.bodyHash}`;
  return refOf({ space: mail.sender, key: threadKeyFor(root, mail.sender) }, account);
}

const refOf = ({ space, key }: { readonly space: string; readonly key: string }, account: string): ThreadRef => ({
  channel: EMAIL,
  account,
  space,
  key,
});
