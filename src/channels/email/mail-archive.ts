import { participantKey } from '../../domain/ids.ts';
import type { ParticipantKey } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { ChannelMemory, ThreadDirectory } from './email-ports.ts';
import { EMAIL, findOwnThread, findThread, threadAnswered } from './find-thread.ts';
import type { MailClues, ThreadFinder } from './find-thread.ts';
import { otherReaders } from './from-email.ts';
import { isOwnAddress } from './mail-address.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { createThreadHeads, newHead, withMail } from './thread-heads.ts';
import { threadKeyFor } from './thread-key.ts';

/** Threads of mails that are looked at one after the other, as files are: what the store knows in the running product. */
export interface MailArchive {
  /** The thread of the next mail, in the order in which they were written. */
  add(mail: ParsedMail): Promise<ThreadRef>;
}

export function createMailArchive(account: string, own: readonly string[], secret: string): MailArchive {
  const texts = new Map<string, string>();
  const memory: ChannelMemory = { load: async (name) => texts.get(name), save: async (name, value) => void texts.set(name, value) };
  const known: { readonly id: string; readonly thread: ThreadRef; readonly author: ParticipantKey }[] = [];
  const participants = (thread: ThreadRef): readonly ParticipantKey[] =>
    known.filter((row) => row.thread.key === thread.key && row.thread.space === thread.space).map(({ author }) => author);
  const directory: ThreadDirectory = {
    findThreads: async (ids) =>
      ids.flatMap((id) => known.filter((row) => row.id === id)).map(({ thread }) => ({ thread, participants: participants(thread) })),
    participants: async (thread) => participants(thread),
  };
  const heads = createThreadHeads(memory, account);
  const finder: ThreadFinder = { account, secret, heads, directory };

  return {
    async add(mail) {
      const sender = mail.from[0]?.address ?? 'unknown@invalid';
      const thread = isOwnAddress(sender, own) ? await threadOfOwnMail(mail, finder) : await findThread(archiveClues(mail, sender), finder);
      const readers = otherReaders(mail, own);
      const messageId = mail.messageId ?? '';
      const head = (await heads.load(thread.key)) ?? newHead(thread.key, thread.space);
      await heads.save(
        withMail(head, {
          at: 0,
          messageId,
          subject: mail.subject,
          cc: [...readers],
          author: isOwnAddress(sender, own) ? undefined : sender,
        }),
      );
      known.push({ id: messageId.replace(/^<|>$/g, ''), thread, author: participantKey(sender) });
      return thread;
    },
  };
}

const archiveClues = (mail: ParsedMail, sender: string): MailClues => ({
  sender,
  messageId: mail.messageId,
  bodyHash: mail.bodyHash,
  inReplyTo: mail.inReplyTo,
  references: mail.references,
  recipients: [...mail.to, ...mail.cc].map(({ address }) => address),
});

/** What we wrote belongs to whom it went to. */
async function threadOfOwnMail(mail: ParsedMail, finder: ThreadFinder): Promise<ThreadRef> {
  const customer = mail.to[0]?.address ?? finder.account;
  const clues = archiveClues(mail, customer);
  const known = (await findOwnThread(clues, finder)) ?? threadAnswered(clues, customer, finder.account);
  const root = mail.messageId ?? `body ${mail.bodyHash}`;
  return known ?? { channel: EMAIL, account: finder.account, space: customer, key: threadKeyFor(root, customer) };
}
