import { AppError } from '../../domain/error.ts';
import { channelName, messageId, participantKey } from '../../domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { Now } from '../../domain/ports.ts';
import type { Channel } from '../channel.ts';

export const CONSOLE = channelName('console');

/** What somebody typed on the page or in the terminal. */
export interface ConsoleWords {
  /** The name they go by, usually a mail address. Nobody checks it. */
  readonly from: string;
  /** Tells several chats of one person apart. */
  readonly chat: string;
  readonly text: string;
}

export interface ConsoleChannel extends Channel {
  /** Resolves once the words are stored. Rejects with `channel_unavailable` before `start` and after `stop`. */
  write(words: ConsoleWords): Promise<InboundMessage>;
}

type Receive = Parameters<Channel['start']>[0];

/**
 * The page and the terminal as a channel. Both show the store's outbound rows themselves, one line a row, so writing
 * the row delivered it: `send` has nothing left to do and may be repeated, and `find` answers `sent` for every row it
 * is asked about. A crash between `sending` and `sent` therefore shows one line, with nothing kept in memory.
 */
export function createConsoleChannel({ now, newId }: { readonly now: Now; readonly newId: () => string }): ConsoleChannel {
  let receive: Receive | undefined;
  let lastHeardAt: Date | undefined;
  return {
    // Only the person at the keyboard reads a chat, so there is nothing to take aside.
    capabilities: { maxLength: 8000, formatting: 'markdown', privateReply: 'always', edits: false, buttons: false, silenceHours: 24 },
    async start(receiver) {
      receive = receiver;
    },
    async write(words) {
      if (!receive) throw new AppError('channel_unavailable', 'the console channel is not running', { retryable: true });
      const message = fromConsole(words, newId(), now());
      await receive([message]);
      lastHeardAt = message.sentAt;
      return message;
    },
    async send(message) {
      return { kind: 'sent', externalId: message.id };
    },
    async find() {
      return 'sent';
    },
    health: () => ({ ok: receive !== undefined, lastHeardAt }),
    async stop() {
      receive = undefined;
    },
  };
}

/** The thread of one person's chat; case and surrounding space of a name do not matter. */
export function consoleThread({ from, chat }: Pick<ConsoleWords, 'from' | 'chat'>): ThreadRef {
  return { channel: CONSOLE, account: 'local', space: from.trim().toLowerCase(), key: chat.trim() };
}

/** A name typed into a page proves nothing; an address in it is a claim like any other. */
function fromConsole(words: ConsoleWords, id: string, sentAt: Date): InboundMessage {
  const thread = consoleThread(words);
  const email = /^[^\s@]+@[^\s@]+$/.test(thread.space) ? { email: thread.space } : {};
  return {
    id: messageId(`${CONSOLE}/${thread.account}/${thread.space}/${id}`),
    kind: 'new',
    thread,
    author: {
      key: participantKey(`${CONSOLE}/${thread.space}`),
      displayName: words.from.trim(),
      ...email,
      trust: 'mutable',
      role: 'customer',
    },
    audience: 'private',
    text: words.text,
    fullText: words.text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt,
  };
}
