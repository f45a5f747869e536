import type { ParticipantKey } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { Now, Random } from '../../domain/ports.ts';

/** Who writes in which thread, as the store knows it (`Store.findThreads` and `Store.participants` for this channel). */
export interface ThreadDirectory {
  /** `externalIds` are Message-IDs without angle brackets. */
  findThreads(
    externalIds: readonly string[],
  ): Promise<readonly { readonly thread: ThreadRef; readonly participants: readonly ParticipantKey[] }[]>;
  participants(thread: ThreadRef): Promise<readonly ParticipantKey[]>;
}

/** Small texts by name that outlive the process (`Store.setting` and `Store.saveSetting`): cursors, the secret, thread heads. */
export interface ChannelMemory {
  load(name: string): Promise<string | undefined>;
  save(name: string, value: string): Promise<void>;
}

/** A mail that could not be read and is kept as it came (`Store.buryMail`). */
export interface BuriedMail {
  readonly id: string;
  readonly because: string;
  readonly at: Date;
}

export interface Timers {
  /** Runs once after that time; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** For the log and the desk's alarms; never a text, an address or a name. */
export type EmailEvent =
  | { readonly kind: 'connected'; readonly server: 'imap' }
  /** Older mail that the first connection leaves alone; `since` takes it. */
  | { readonly kind: 'left_older'; readonly mails: number }
  | { readonly kind: 'unhealthy'; readonly problem: string }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'rescanning'; readonly because: 'uid_validity' }
  | { readonly kind: 'buried'; readonly because: string }
  | { readonly kind: 'not_filed'; readonly because: string };

export interface EmailPorts {
  readonly threads: ThreadDirectory;
  readonly memory: ChannelMemory;
  bury(letter: BuriedMail, raw: Uint8Array): Promise<void>;
  readonly now: Now;
  readonly timers: Timers;
  readonly random: Random;
  report(event: EmailEvent): void;
  /** Where attachments are kept; without it they are listed and not stored. */
  readonly dataFolder: string | undefined;
  /** DNS for sender authentication; the system's when absent. */
  readonly resolver?: DnsResolver;
}

/** As `dns.promises.resolve`: rejects with `code: 'ENOTFOUND'` or `'ENODATA'` when there is no such record. */
export type DnsResolver = (name: string, type: string) => Promise<unknown>;
