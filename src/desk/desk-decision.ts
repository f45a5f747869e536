import type { StaffMember } from '../domain/deskhand.ts';
import type { DomainEvent } from '../domain/event.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { OutcomeCode } from './outcome.ts';

/** What has to happen besides the record's change; carried out in the same step, in this order. */
export type DeskEffect =
  | { readonly kind: 'reply'; readonly text: string; readonly by: StaffMember }
  /** The proposal that the customer said yes to, exactly as it was shown to the approver. */
  | { readonly kind: 'run_proposal'; readonly proposal: Proposal; readonly approvedBy: readonly string[] }
  | { readonly kind: 'tell_denied'; readonly proposal: Proposal; readonly because: string; readonly by: StaffMember }
  /** The closing message and the survey, in the customer's channel. */
  | { readonly kind: 'close'; readonly outcome: OutcomeCode; readonly by: StaffMember }
  /** The agent goes on behind a barrier, so that the old request for a person does not fire again. */
  | { readonly kind: 'return'; readonly instruction: string; readonly by: StaffMember };

/** Who speaks to the customer from now on; `unchanged` while a human only looks on or allows something. */
export type NextSpeaker = 'human' | 'agent' | 'nobody' | 'unchanged';

export interface Refusal {
  readonly kind: 'refused';
  readonly rule: DeskRule;
  readonly text: string;
}

export type DeskDecision =
  | Refusal
  | {
      readonly kind: 'accepted';
      /** The record after the command, one version further. */
      readonly ticket: Ticket;
      readonly effects: readonly DeskEffect[];
      readonly events: readonly DomainEvent[];
      readonly speaker: NextSpeaker;
      /** One sentence for the person who acted. */
      readonly text: string;
    };

export type DeskRule =
  | 'unknown_staff'
  | 'wrong_ticket'
  | 'already_claimed'
  | 'already_yours'
  | 'claimed_by_other'
  | 'resolved_already'
  | 'text_missing'
  | 'reason_missing'
  | 'instruction_missing'
  | 'unknown_outcome'
  | 'approval_waits'
  | 'nothing_to_approve'
  | 'decided_already'
  | 'approval_expired'
  | 'own_request'
  | 'role_missing'
  | 'above_your_limit'
  | 'approved_by_you'
  | 'proposal_changed';

export interface DeskContext {
  readonly staff: readonly StaffMember[];
  readonly now: Date;
  /**
   * The hash computed again from the proposal as it would run now. It must equal the one that the card was made for;
   * undefined when the ticket holds no proposal.
   */
  readonly argumentsHash: string | undefined;
}

/** A polite no: nothing was changed. */
export function refused(rule: DeskRule, text: string): Refusal {
  return { kind: 'refused', rule, text };
}

/** The next version of the record. */
export function changed(ticket: Ticket, change: Partial<Ticket>): Ticket {
  return { ...ticket, ...change, version: ticket.version + 1 };
}

export function nameOf(name: string, { staff }: Pick<DeskContext, 'staff'>): string {
  return staff.find((person) => person.name === name)?.displayName ?? name;
}
