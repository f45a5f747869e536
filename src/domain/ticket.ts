import type { EscalationReason, Priority } from './decision.ts';
import type { ActionTaken } from './conversation.ts';
import type { ConversationId, CustomerId, ParticipantKey, TicketNumber, TurnId } from './ids.ts';
import type { ApprovalRequest } from './proposal.ts';

/** Everything a human needs to go on without asking the customer again. */
export interface HandoffSummary {
  readonly reason: EscalationReason;
  readonly priority: Priority;
  readonly queue: string;
  /** Name and address as known, and on which channel. */
  readonly customer: string;
  /** How and when identity was proved, or `NOT VERIFIED`. */
  readonly proof: string;
  /** The customer's own words for what they want. */
  readonly wants: string;
  /** −1 (angry) … 1 (happy), one value a message, oldest first. */
  readonly sentiment: readonly number[];
  readonly checked: readonly ActionTaken[];
  readonly tried: readonly string[];
  /** What the customer has been promised, verbatim. */
  readonly promised: readonly string[];
  readonly suggestedNextStep: string;
  readonly draft: string;
  /** Two or three sentences of a language model, where one is there. */
  readonly inShort?: string;
  readonly transcript: readonly TurnId[];
}

/** Who approved first, where two have to. */
export interface FirstApproval {
  readonly by: string;
  readonly at: Date;
}

export type ApprovalState =
  | { readonly kind: 'pending'; readonly first?: FirstApproval }
  | { readonly kind: 'approved'; readonly by: string; readonly at: Date; readonly first?: FirstApproval }
  | { readonly kind: 'denied'; readonly by: string; readonly at: Date; readonly because: string }
  | { readonly kind: 'expired'; readonly at: Date };

export type TicketState =
  | { readonly kind: 'open' }
  | { readonly kind: 'claimed'; readonly by: string; readonly at: Date }
  | { readonly kind: 'resolved'; readonly by: string; readonly at: Date; readonly outcome: string };

/** A handoff that nobody took for this long rings an alarm. */
export const FIRST_ANSWER_HOURS = 1;

/** A ticket, its handoff and its approval are one record with one number. */
export interface Ticket {
  readonly number: TicketNumber;
  readonly conversation: ConversationId;
  readonly kind: 'handoff' | 'approval' | 'request';
  readonly subject: string;
  readonly state: TicketState;
  readonly priority: Priority;
  readonly queue: string;
  readonly openedAt: Date;
  readonly openedBy: ParticipantKey;
  /** Present when the person had proved who they are: only they may ask for it from elsewhere. */
  readonly customerId: CustomerId | undefined;
  readonly summary: HandoffSummary;
  readonly approval: { readonly request: ApprovalRequest; readonly state: ApprovalState } | undefined;
  /** Internal notes of staff, never shown to a customer. */
  readonly notes: readonly { readonly by: string; readonly at: Date; readonly text: string }[];
  /** Counts changes; two people who act on one version cannot both win. */
  readonly version: number;
}
