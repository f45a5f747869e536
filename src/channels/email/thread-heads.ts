import { z } from 'zod';
import type { ChannelMemory } from './email-ports.ts';
import { tokenKey } from './thread-key.ts';

const PEOPLE = 50;
const MAILS = 20;

/** What the next mail of a thread needs to know: whom it goes to, what it answers, who may write in it. */
const threadHead = z.object({
  key: z.string(),
  /** The customer's address at the root of the thread. */
  space: z.string(),
  /** Everybody who stood in From, To or Cc of a mail that we took into the thread, ourselves left out. */
  people: z.array(z.string()),
  /** Oldest first; the root stays when others are dropped. */
  mails: z.array(
    z.object({
      /** When we took it in, in milliseconds since 1970. */
      at: z.number(),
      /** With brackets; empty when the mail had none. */
      messageId: z.string(),
      subject: z.string(),
      /** Its readers besides author and us. */
      cc: z.array(z.string()),
    }),
  ),
});
export type ThreadHead = Readonly<z.infer<typeof threadHead>>;

/** The head as it stood at one moment. */
export interface HeadView {
  readonly people: readonly string[];
  readonly subject: string;
  /** Message-IDs, oldest first; the last one is answered next. */
  readonly references: readonly string[];
  readonly cc: readonly string[];
}

export interface ThreadHeads {
  /** By the thread's key or by the short form that stands in tokens. */
  load(key: string): Promise<ThreadHead | undefined>;
  save(head: ThreadHead): Promise<void>;
}

export function createThreadHeads(memory: ChannelMemory, account: string): ThreadHeads {
  const nameOf = (key: string): string => `email/${account}/thread/${tokenKey(key)}`;
  return {
    async load(key) {
      const saved = await memory.load(nameOf(key));
      return saved === undefined ? undefined : threadHead.parse(JSON.parse(saved));
    },
    save: (head) => memory.save(nameOf(head.key), JSON.stringify(head)),
  };
}

export const newHead = (key: string, space: string): ThreadHead => ({ key, space, people: [space], mails: [] });

/** The head after one more mail; a mail that it knows changes nothing. */
export function withMail(head: ThreadHead, mail: ThreadHead['mails'][number] & { readonly author: string | undefined }): ThreadHead {
  const { author, ...entry } = mail;
  if (entry.messageId !== '' && head.mails.some(({ messageId }) => messageId === entry.messageId)) return head;
  const mails = [...head.mails, { ...entry, cc: entry.cc.slice(0, PEOPLE) }];
  return {
    ...head,
    people: [...new Set([...head.people, ...(author === undefined ? [] : [author]), ...entry.cc])].slice(0, PEOPLE),
    mails: mails.length <= MAILS ? mails : [...mails.slice(0, 1), ...mails.slice(1 - MAILS)],
  };
}

export function headAt(head: ThreadHead, moment: Date): HeadView {
  const mails = head.mails.filter(({ at }) => at <= moment.getTime());
  const last = mails.at(-1);
  return {
    people: head.people,
    subject: mails.findLast(({ subject }) => subject !== '')?.subject ?? '',
    references: mails.map(({ messageId }) => messageId).filter((id) => id !== ''),
    cc: last?.cc ?? [],
  };
}
