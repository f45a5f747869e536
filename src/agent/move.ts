import type { EscalationReason } from '../domain/decision.ts';
import type { ApprovalRequest } from '../domain/proposal.ts';
import type { CustomerRequest, PendingQuestion } from '../domain/request.ts';

/** What a plan wants to do next with one request. The turn joins the moves of all its requests into one decision. */
export type Move =
  | Answer
  | Ask
  /** Identity first; the request goes on by itself once it is proved. */
  | { readonly kind: 'prove'; readonly request: CustomerRequest }
  | AwaitApproval
  | HandOver;

export interface Answer {
  readonly kind: 'answer';
  readonly text: string;
  /** What it rests on: a tool's result, an article, or nothing but courtesy. Only the first two settle a request. */
  readonly basis: 'fact' | 'article' | 'talk';
  readonly citations: readonly string[];
  readonly private: boolean;
  /** The request that it settles. */
  readonly request: CustomerRequest | undefined;
  /** Ends the conversation: the customer said that all is well. */
  readonly closes?: boolean;
}

export interface Ask {
  readonly kind: 'ask';
  readonly text: string;
  readonly private: boolean;
  readonly question: Omit<PendingQuestion, 'askedOf'>;
}

/** A human decides; whatever else the customer wants goes on meanwhile. */
export interface AwaitApproval {
  readonly kind: 'await_approval';
  /** The key of what the customer is told. */
  readonly text: string;
  readonly approval: ApprovalRequest;
  readonly request: CustomerRequest;
}

export interface HandOver {
  readonly kind: 'hand_over';
  readonly reason: EscalationReason;
  /** Said before the words about the handoff. */
  readonly before?: string;
  readonly private?: boolean;
}

export const talk = (text: string): Answer => ({ kind: 'answer', text, basis: 'talk', citations: [], private: false, request: undefined });

export const told = (request: CustomerRequest, text: string): Answer => ({
  kind: 'answer',
  text,
  basis: 'fact',
  citations: [],
  private: true,
  request,
});

export const askFor = (slot: string, request: CustomerRequest, text: string, timesAsked = 1): Ask => ({
  kind: 'ask',
  text,
  private: true,
  question: { kind: 'slot', about: slot, request, timesAsked },
});

/** An offer of a specialist: a yes hands over with this reason. */
export const offerSpecialist = (request: CustomerRequest, text: string): Ask => ({
  kind: 'ask',
  text,
  private: true,
  question: { kind: 'offer', about: 'specialist', request, timesAsked: 1 },
});
