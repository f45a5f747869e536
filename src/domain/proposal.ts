import type { Money } from './money.ts';
import type { ParticipantKey, ToolName } from './ids.ts';

/** One explicit yes to one rendered proposal. Its id goes into the idempotency key, so a retry reuses it and a new yes makes a new one. */
export interface Proposal {
  readonly id: string;
  readonly tool: ToolName;
  readonly input: unknown;
  /** What the customer read before saying yes: thing, amount and destination. */
  readonly rendered: string;
  /** SHA-256 over tool, canonical input and rendered text. */
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
}
