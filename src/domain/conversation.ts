import type { Classification, Passage, Signal, LanguageReason } from './classification.ts';
import type { Decision } from './decision.ts';
import type { ConfigVersion, ConversationId, CustomerId, ParticipantKey, TicketNumber, ToolName, TurnId } from './ids.ts';
import type { InboundMessage, ThreadRef } from './message.ts';
import type { ModelCallRecord } from './model-call.ts';
import type { MicroUsd } from './money.ts';
import type { Proposal, WriteInDoubt } from './proposal.ts';
import type { CustomerRequest, PendingQuestion } from './request.ts';

export interface Conversation {
  readonly id: ConversationId;
  readonly thread: ThreadRef;
  readonly subject: string | undefined;
  readonly openedAt: Date;
  /** Proof belongs to a person, never to a thread. */
  readonly identities: ReadonlyMap<ParticipantKey, Identity>;
  readonly state: ConversationState;
  /** Oldest first. */
  readonly turns: readonly Turn[];
  /** What we asked, and what would answer it. */
  readonly pending: PendingQuestion | undefined;
  readonly customer: CustomerFacts;
  readonly memory: Memory;
  /** Policy and knowledge are pinned per conversation. */
  readonly configVersion: ConfigVersion;
}

export interface CustomerFacts {
  readonly name?: string;
  readonly status?: string;
  /** ISO 639-1. */
  readonly language: string;
}

/** What a conversation needs to remember that its turns do not say by themselves. */
export interface Memory {
  /** The order that "it" means. */
  readonly orderId: string | undefined;
  /** Requests that wait: set aside by a change of topic, or further requests of one message. */
  readonly waiting: readonly CustomerRequest[];
  /** Records read in this conversation, such as order ids: only these may be written. */
  readonly seen: readonly string[];
  /** The proposal that a yes would confirm. */
  readonly proposal: Proposal | undefined;
  /** How often one and the same change was put to the customer, by the hash of tool and arguments. */
  readonly proposed?: Readonly<Record<string, number>>;
  /** Changes that were begun and whose end is still being looked up. */
  readonly inDoubt?: readonly WriteInDoubt[];
  readonly apologies: number;
  readonly disclosed: boolean;
  readonly clarificationsInARow: number;
  readonly angryInARow: number;
  /** How often the same question (intent and record) was asked and not settled: `intent|record` → times. */
  readonly asked: Readonly<Record<string, number>>;
  /** The last request that we answered, for "did this help?", and what the answer rested on. */
  readonly settled: { readonly request: CustomerRequest; readonly basis: 'fact' | 'article' } | undefined;
  /** After `return` by a human: requests for a person up to this turn no longer count. */
  readonly barrier: TurnId | undefined;
  /** Tickets opened from this conversation, oldest first. */
  readonly tickets: readonly TicketNumber[];
  /** Questions to others of the thread that still wait while somebody else speaks, at most one a person. */
  readonly aside?: readonly PendingQuestion[];
}

export type Identity =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'claimed'; readonly email: string; readonly challenge: Challenge | undefined }
  | {
      readonly kind: 'verified';
      readonly customerId: CustomerId;
      readonly email: string;
      readonly verifiedAt: Date;
      readonly lastUsedAt: Date;
      readonly expiresAt: Date;
    };

/** A one-time code as we keep it: never the code itself. `customerId` is absent where no account exists, so that no code fits. */
export interface Challenge {
  readonly salt: string;
  readonly hash: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly triesLeft: number;
  readonly customerId: CustomerId | undefined;
}

export type ConversationState =
  | { readonly kind: 'open' }
  | { readonly kind: 'awaiting_customer' }
  | { readonly kind: 'with_human'; readonly ticket: TicketNumber }
  | { readonly kind: 'resolved'; readonly by: 'agent' | 'human'; readonly how: Resolution; readonly at: Date };

/** confirmed: the customer said so; verified: the backend or an entailed answer says so; assumed: silence. */
export type Resolution = 'confirmed' | 'verified' | 'assumed';

export interface Turn {
  readonly id: TurnId;
  readonly at: Date;
  /** Several quick messages may join one turn. */
  readonly inbound: readonly InboundMessage[];
  /** Several requests may stand in one turn. */
  readonly classifications: readonly Classification[];
  readonly signals: ReadonlySet<Signal>;
  /** In which the customer was read and answered, and why; absent where no words were read. */
  readonly language?: { readonly code: string; readonly because: LanguageReason };
  readonly passages: readonly Passage[];
  readonly actions: readonly ActionTaken[];
  readonly decision: Decision;
  /** What was said to the thread in this turn, in order, without signature; humans' replies stand here too. */
  readonly said: readonly SaidLine[];
  /** Names of the rules that decided, in the order they fired: read by `explain`. */
  readonly rules: readonly string[];
  /** Calls that the gate held back, each with the rule and what it saw. */
  readonly held?: readonly HeldCall[];
  readonly cost: MicroUsd;
  /** What was sent to a language model, in order; absent where none was asked. */
  readonly modelCalls?: readonly ModelCallRecord[];
}

export interface SaidLine {
  readonly by: 'agent' | { readonly staff: string };
  readonly text: string;
  readonly private: boolean;
}

/** A call that waits for proof, a yes or an approval. */
export interface HeldCall {
  readonly tool: ToolName;
  readonly rule: string;
  readonly evidence: string;
}

export interface ActionTaken {
  readonly tool: ToolName;
  readonly status: 'ok' | 'refused' | 'failed' | 'unknown';
  /** The gate or policy rule that refused. */
  readonly rule?: string;
  readonly summary: string;
  readonly at: Date;
}

/** As the latest message of a customer came in. */
export const othersReadAlong = ({ turns }: Pick<Conversation, 'turns'>): boolean =>
  turns.findLast(({ inbound }) => inbound.length > 0)?.inbound.some(({ audience }) => audience === 'shared') ?? false;
