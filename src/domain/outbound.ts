import type { DeskCard, DeskNote } from './desk-view.ts';
import { outboundId, type OutboundId, type ParticipantKey, type TicketNumber } from './ids.ts';
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
  readonly speaker:
    | { readonly kind: 'agent' }
    | { readonly kind: 'staff'; readonly name: string; readonly ticket?: TicketNumber }
    | { readonly kind: 'system' };
  readonly createdAt: Date;
  /** ISO 639-1 of the customer's language, for the signature; absent: English. */
  readonly language?: string;
}

export type OutboundBody =
  | { readonly kind: 'text'; readonly markdown: string }
  | {
      readonly kind: 'question';
      readonly markdown: string;
      readonly choices: readonly string[];
      readonly input?: 'code' | 'rating';
      /** Whose answer counts: the buttons go once this person has used them. */
      readonly askedOf?: ParticipantKey;
    }
  /** A ticket's card in the desk's thread: written once, then changed in place. */
  | { readonly kind: 'desk_card'; readonly card: DeskCard }
  | { readonly kind: 'desk_note'; readonly note: DeskNote }
  | { readonly kind: 'status'; readonly state: 'working' | 'done' | 'resolved' | 'reopened' };

/** The message for one person alone, and `elsewhere` for the thread, where others would read along. */
export const onlyFor = (person: ParticipantKey, message: OutboundMessage, elsewhere: string): readonly OutboundMessage[] => [
  { ...message, audience: { kind: 'only', participant: person } },
  { ...message, id: outboundId(`${message.id}/thread`), body: { kind: 'text', markdown: elsewhere } },
];

/** The words of a message in Markdown; none for a status, and for the desk's own forms. */
export const wordsOf = (body: OutboundBody): string => (body.kind === 'text' || body.kind === 'question' ? body.markdown : '');

export type SendResult =
  | { readonly kind: 'sent'; readonly externalId: string }
  | { readonly kind: 'retry_later'; readonly afterMs: number; readonly because: string }
  /** May have gone out: looked up before any repeat. */
  | { readonly kind: 'unknown'; readonly because: string }
  | { readonly kind: 'undeliverable'; readonly because: string };
