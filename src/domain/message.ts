import type { ChannelName, MessageId, ParticipantKey } from './ids.ts';

/** Where a conversation lives. Opaque to the core and understood by its channel only. */
export interface ThreadRef {
  readonly channel: ChannelName;
  /** The workspace, guild or mailbox on our side. */
  readonly account: string;
  /** The channel, direct-message room or sender's address in it. */
  readonly space: string;
  readonly key: string;
  /** A room that never ends, such as a direct message: its conversations follow one another. */
  readonly lasting?: true;
}

/**
 * How far a channel vouches for the author: `mutable` is a name that anybody can change, `unverified` an address that
 * nobody checked, `asserted` one that a listed server vouches for, `verified` one that we checked ourselves.
 * None of them is proof of who a customer is.
 */
export type Trust = 'mutable' | 'unverified' | 'asserted' | 'verified';

export interface Author {
  readonly key: ParticipantKey;
  readonly displayName: string;
  /** The address that the channel knows for this person; a claim, never a proof. */
  readonly email?: string;
  readonly trust: Trust;
  readonly role: 'customer' | 'staff' | 'bot' | 'self';
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly state: 'stored' | 'too_large' | 'refused';
  /** Path below the data folder's `attachments/`, present when stored. */
  readonly path?: string;
}

export type Automatic = 'none' | 'auto' | 'list' | 'bounce' | 'own';

/** One message as a channel hands it over: translated, not yet understood. */
export interface InboundMessage {
  readonly id: MessageId;
  readonly kind: 'new' | 'edited' | 'deleted';
  /** The message that was edited or deleted. */
  readonly replaces?: MessageId;
  readonly thread: ThreadRef;
  readonly author: Author;
  /** `shared`: other people read along, so nothing private is said in the thread itself. */
  readonly audience: 'private' | 'shared';
  /** The customer's new words only, as plain text. */
  readonly text: string;
  /** With quotes and signature, for humans. */
  readonly fullText: string;
  readonly subject: string | undefined;
  readonly automatic: Automatic;
  readonly attachments: readonly Attachment[];
  readonly sentAt: Date;
  /** The channel asks that no machine answers: mail older than the limit, spam. A human sees it on the desk. */
  readonly hold?: 'too_old' | 'spam' | 'unreadable' | 'rate_limited';
}
