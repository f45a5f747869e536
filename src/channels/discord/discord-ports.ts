import type { DeskPort } from '../../domain/desk-port.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { Now, Schedule } from '../../domain/ports.ts';
import type { KeepFile } from '../http/fetch-files.ts';

/** Small texts by name that outlive the process (`Store.setting` and `Store.saveSetting`): how far each channel was read. */
export interface DiscordMemory {
  load(name: string): Promise<string | undefined>;
  save(name: string, value: string): Promise<void>;
}

/** For the log and the desk's alarms; never a text, a name or a token. */
export type DiscordEvent =
  | { readonly kind: 'connected'; readonly how: 'identified' | 'resumed' }
  | { readonly kind: 'disconnected'; readonly code: number }
  | { readonly kind: 'unhealthy'; readonly problem: string }
  /** Messages that were missed and are read from the history. */
  | { readonly kind: 'caught_up'; readonly channel: string; readonly messages: number }
  /** The history of this channel could not be read (yet). */
  | { readonly kind: 'behind'; readonly channel: string; readonly because: string }
  | { readonly kind: 'ignored'; readonly because: string }
  | { readonly kind: 'not_registered'; readonly because: string }
  /** A forum post could not be marked as solved. */
  | { readonly kind: 'not_tagged'; readonly because: string };

export interface DiscordPorts {
  readonly memory: DiscordMemory;
  readonly now: Now;
  readonly schedule: Schedule;
  /** Present when the desk's cards stand in a forum or text channel of this bot. */
  readonly desk?: { readonly channel: string; readonly port: DeskPort };
  report(event: DiscordEvent): void;
  /** The thread of a message that was stored before, by its Discord id: a deletion after a restart tells nothing else. */
  readonly originalThread?: (message: string) => Promise<ThreadRef | undefined>;
  /** Where files of customers are kept; without it they are listed and not stored. */
  readonly keepFile?: KeepFile;
}
