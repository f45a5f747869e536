import type { OutboundId, ParticipantKey, TicketNumber } from './ids.ts';
import type { ThreadRef } from './message.ts';

/** Written in the transaction that saves the turn; a channel delivers it afterwards. */
export interface OutboundMessage {
  readonly id: OutboundId;
  readonly to: ThreadRef;
  readonly audience:
    | { readonly kind: 'thread' }
    /** Ephemeral, direct message, or a mail to this address alone. */
    | { readonly kind: 'only'; readonly participant: ParticipantKey };
  readonly body: OutboundBody;
  /** For channels that have one; a reply in a mail thread keeps the thread's own. */
  readonly subject: string | undefined;
  /** Holds a one-time code: blanked in the store once it is delivered, and never logged. */
  readonly secret: boolean;
  /** Who speaks, for label and signature. */
  readonly speaker: { readonly kind: 'agent' } | { readonly kind: 'staff'; readonly name: string } | { readonly kind: 'system' };
  readonly createdAt: Date;
}

export type OutboundBody =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'question'; readonly markdown: string; readonly choices: readonly string[]; readonly input?: 'code' | 'rating' }
  | { readonly kind: 'handoff'; readonly ticket: TicketNumber; readonly markdown: string }
  | { readonly kind: 'status'; readonly state: 'working' | 'done' | 'resolved' | 'reopened' };

export type SendResult =
  | { readonly kind: 'sent'; readonly externalId: string }
  | { readonly kind: 'retry_later'; readonly afterMs: number; readonly because: string }
  /** May have gone out: looked up before any repeat. */
  | { readonly kind: 'unknown'; readonly because: string }
  | { readonly kind: 'undeliverable'; readonly because: string };
