import type { DeskPort } from '../../domain/desk-port.ts';
import type { ParticipantKey } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';
import type { Now } from '../../domain/ports.ts';
import type { KeepFile } from '../http/fetch-files.ts';

/** For the log and the desk's alarms; never a text, a name or a token. */
export type SlackReport =
  | { readonly kind: 'connected'; readonly mode: 'socket' | 'http' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'unhealthy'; readonly problem: string }
  | { readonly kind: 'recovered' }
  /** Messages fetched from history after a gap; most are known already. */
  | { readonly kind: 'filled_gap'; readonly messages: number }
  | { readonly kind: 'gap_not_filled'; readonly because: string }
  /** A request on our port that Slack did not sign. */
  | { readonly kind: 'refused_request'; readonly because: 'signature' | 'shape' }
  | { readonly kind: 'not_stored'; readonly because: string };

export interface SlackPorts {
  /** `Store.participants`: whether the agent takes part in a thread already. */
  readonly threads: { participants(thread: ThreadRef): Promise<readonly ParticipantKey[]> };
  /** Small texts by name that outlive the process (`Store.setting` and `Store.saveSetting`): how far each conversation was heard. */
  readonly memory: { load(name: string): Promise<string | undefined>; save(name: string, value: string): Promise<void> };
  readonly now: Now;
  /** Present when the desk's cards stand in a channel of this workspace. */
  readonly desk?: { readonly channel: string; readonly port: DeskPort };
  /** Runs once after that time, in milliseconds; the returned function cancels it. */
  readonly timers: { after(ms: number, run: () => void): () => void };
  report(event: SlackReport): void;
  /** Where files are kept, as mail attachments are; without it they are listed and not stored. */
  readonly keepFile?: KeepFile;
}
