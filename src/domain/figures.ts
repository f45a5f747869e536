import type { ConversationId } from './ids.ts';

/** How a number is read: a share is 0–1, durations are seconds, money is US dollars, a rating is 1–5. */
export type FigureUnit = 'share' | 'seconds' | 'rating' | 'dollars';

/** One of the seven figures. `value` is undefined, never NaN, while there is nothing to count. */
export interface Figure {
  readonly name:
    | 'resolution_rate'
    | 'first_response'
    | 'csat'
    | 'escalation_rate'
    | 'handle_time'
    | 'cost_per_resolution'
    | 'false_resolution_rate';
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: number | undefined;
  /** What was counted: conversations, answers or ratings. */
  readonly n: number;
  readonly target: { readonly kind: 'above' | 'below'; readonly limit: number };
  readonly met: boolean | undefined;
  /** What the figure is made of, each part with its own number. */
  readonly parts: readonly {
    readonly label: string;
    readonly unit: FigureUnit | 'count' | 'minutes';
    readonly value: number | undefined;
  }[];
}

export interface Figures {
  readonly since: Date | undefined;
  readonly until: Date;
  readonly conversations: number;
  readonly figures: readonly Figure[];
}

/** confirmed, verified, assumed: by the agent, and how sure that is; human: a person ended it. */
export type LedgerEnd = 'confirmed' | 'verified' | 'assumed' | 'human' | 'escalated' | 'open';

/** Why a resolution is taken back later. */
export type FalseReason = 'came_back_within_48_hours' | 'came_back_within_7_days' | 'action_reversed' | 'low_rating';

export interface LedgerHandoff {
  readonly at: Date;
  readonly ticket: string;
  readonly reason: string;
  readonly verdict: 'true' | 'unnecessary' | 'undecided';
}

/** How one conversation went. Everything in it can be recomputed from the events that `why` names. */
export interface LedgerRow {
  readonly conversation: ConversationId;
  readonly channel: string;
  /** Keys of the person: the participant, and the customer once proved. */
  readonly customers: readonly string[];
  readonly intents: readonly string[];
  readonly openedAt: Date;
  readonly end: LedgerEnd;
  readonly endedAt: Date | undefined;
  readonly falseReasons: readonly FalseReason[];
  readonly handoff: LedgerHandoff | undefined;
  readonly approvals: number;
  /** A human should have had it and nobody did. */
  readonly missed: string | undefined;
  readonly rating: number | undefined;
  readonly firstResponseMs: number | undefined;
  /** Time in our hands, agent or human; waiting for the customer is left out. */
  readonly handleMs: number | undefined;
  readonly wallMs: number | undefined;
  readonly costMicroUsd: number;
  /** From claim to end of its tickets, for conversations that the agent began. */
  readonly humanMs: number;
  readonly why: readonly string[];
}
