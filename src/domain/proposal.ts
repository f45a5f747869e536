import type { Money } from './money.ts';
import type { CustomerId, ParticipantKey, TicketNumber, ToolName } from './ids.ts';

/** One explicit yes to one rendered proposal. Its id goes into the idempotency key, so a retry reuses it and a new yes makes a new one. */
export interface Proposal {
  readonly id: string;
  readonly tool: ToolName;
  readonly input: unknown;
  /** What the customer read before saying yes: thing, amount and destination. */
  readonly rendered: string;
  /** The same for staff, where the customer reads another language than English. */
  readonly forStaff?: string;
  /** SHA-256 over tool, canonical input and rendered text: neither can change without the other. */
  readonly argumentsHash: string;
  readonly requestedBy: ParticipantKey;
  readonly amount: Money | undefined;
}

/** What a human is asked to allow. Bound to the proposal's hash: a changed amount needs a new request. */
export interface ApprovalRequest {
  readonly proposal: Proposal;
  readonly because: string;
  readonly role: string;
  readonly limit: Money;
  readonly expiresAt: Date;
  /** Different people who have to approve it; one where nothing is said. */
  readonly approvers?: number;
}

/** A change whose end nobody saw. A timer looks it up under its key before anybody is told anything. */
export interface WriteInDoubt {
  /** Of the claimed call. */
  readonly key: string;
  readonly tool: ToolName;
  readonly input: unknown;
  readonly rendered: string;
  readonly forStaff?: string;
  readonly customerId: CustomerId | undefined;
  /** Who said yes to it, and hears how it ended. */
  readonly requestedBy: ParticipantKey;
  readonly since: Date;
  /** How often it was looked up so far. */
  readonly looks: number;
  /** The approval that it was carried out for. */
  readonly approved?: { readonly ticket: TicketNumber; readonly by: string };
}

/** How staff read what the customer said yes to. */
export const staffWords = ({ rendered, forStaff }: Pick<Proposal, 'rendered' | 'forStaff'>): string => forStaff ?? rendered;
