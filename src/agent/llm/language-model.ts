import type { ZodType } from 'zod';
import type { MicroUsd } from '../../domain/money.ts';

/** What a call is for: it chooses the model, and stands in every record of what was sent. */
export const PURPOSES = ['route', 'answer', 'look_up', 'summarise', 'article'] as const;
export type ModelPurpose = (typeof PURPOSES)[number];

/** Why there is no answer. Each has a deterministic way on, so none of them is an exception. */
export type ModelFailure =
  /** No key. */
  | 'no_model'
  /** The cap of the conversation or of the day. */
  | 'over_budget'
  /** The breaker is open: the API failed again and again. */
  | 'resting'
  | 'rate_limited'
  /** A limit on spending at the provider: asking again cannot help. */
  | 'spend_limit'
  | 'overloaded'
  | 'timeout'
  | 'connection'
  /** The API does not take the request: wrong key, unknown model, bad field. */
  | 'rejected'
  /** A body that is no JSON, or an event stream that ended too early. */
  | 'malformed'
  | 'refused'
  /** `max_tokens` or a full context window: the answer is cut. */
  | 'truncated'
  | 'paused'
  | 'invalid_output'
  /** The model wanted more calls than a turn may have. */
  | 'too_many_calls';

/** Tokens as the API bills them; `input` counts those that were neither written to nor read from the cache. */
export interface TokenUse {
  readonly input: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly output: number;
}
export const NO_TOKENS: TokenUse = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };

/** A tool as a model sees it. `inputSchema` is JSON Schema. */
export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ToolRequest {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** History as it is sent: every tool call of an assistant is answered by the next message of the user, or the history is not sent. */
export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolRequest[] }
  | { readonly role: 'results'; readonly results: readonly ToolReply[] };

export interface ToolReply {
  readonly id: string;
  readonly content: string;
  readonly isError: boolean;
}

/** One exchange with a model. */
export interface ModelCall {
  readonly purpose: ModelPurpose;
  readonly model: string;
  /** The same bytes call after call, so that the provider can cache it together with the tools. */
  readonly stablePrefix: string;
  readonly tools: readonly OfferedTool[];
  readonly messages: readonly ModelMessage[];
  /** Asks for JSON of this form. */
  readonly schema: ZodType | undefined;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

export type ModelAnswer =
  | { readonly kind: 'text'; readonly text: string }
  /** Checked against the schema of the call. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** Complete blocks only. */
  | { readonly kind: 'calls'; readonly text: string; readonly calls: readonly ToolRequest[] };

export type ModelOutcome =
  | { readonly kind: 'answered'; readonly answer: ModelAnswer; readonly tokens: TokenUse; readonly cost: MicroUsd }
  | {
      readonly kind: 'unavailable';
      readonly because: ModelFailure;
      /** Spent all the same, such as by an answer that was cut. */
      readonly tokens: TokenUse;
      readonly cost: MicroUsd;
      /** What the server asks to wait, in milliseconds. */
      readonly retryAfterMs?: number;
    };

/** Limits that only the caller knows. */
export interface CallLimits {
  /** What this conversation has cost so far. */
  readonly conversationCost: MicroUsd;
  /** What all conversations have cost in the last 24 hours, as stored. */
  readonly dayCost: MicroUsd;
}

/** A model behind whatever API. Never rejects: a failure is an outcome. */
export interface LanguageModel {
  /** False without a key: nobody prepares a call then. */
  readonly isThere: boolean;
  exchange(call: ModelCall, limits: CallLimits): Promise<ModelOutcome>;
}
