import type { ZodType } from 'zod';
import type { Conversation } from '../../domain/conversation.ts';
import type { ModelCallRecord } from '../../domain/model-call.ts';
import { microUsd, type MicroUsd } from '../../domain/money.ts';
import type { Now, Schedule } from '../../domain/ports.ts';
import { hashOf } from '../actions/hash-of.ts';
import type { LanguageModel, ModelCall, ModelMessage, ModelOutcome, ModelPurpose, OfferedTool } from './language-model.ts';
import type { ModelSettings } from './model-settings.ts';
import { createVeil, type Veil } from './veil.ts';

/** What a turn needs to work with a model; `language.isThere` is false without a key. */
export interface ModelParts {
  readonly language: LanguageModel;
  readonly settings: ModelSettings;
  readonly schedule: Schedule;
  /** What the router may answer with: intent → topic → how customers say it. */
  readonly topics: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface Exchange {
  readonly purpose: ModelPurpose;
  readonly stablePrefix: string;
  readonly tools?: readonly OfferedTool[];
  readonly messages: readonly ModelMessage[];
  readonly maxTokens: number;
}

/** A model as one turn may use it: within its time, its count of calls and its budget, and with a record of everything sent. */
export interface TurnModel {
  readonly veil: Veil;
  readonly parts: ModelParts;
  /** Asks for a value of this form; undefined for whatever reason means: go on without. */
  value<Value>(exchange: Exchange, schema: ZodType<Value>): Promise<Value | undefined>;
  /** One step of a conversation with tools. */
  step(exchange: Exchange): Promise<ModelOutcome>;
  readonly records: readonly ModelCallRecord[];
  cost(): MicroUsd;
  /** Ends the turn's time. */
  close(): void;
}

export interface TurnModelInput {
  readonly parts: ModelParts;
  readonly conversation: Conversation;
  readonly names: readonly string[];
  readonly orderIdPattern: string;
  readonly now: Now;
  /** Spent by all conversations in the last 24 hours, as stored. */
  dayCost(): Promise<MicroUsd>;
}

/** Under this key the store sums what models cost, in millionths of a dollar. */
export const MODEL_COST = 'model.cost';
const LONGEST_RECORD = 6_000;

export function openTurnModel(input: TurnModelInput): TurnModel {
  const { parts, conversation, now } = input;
  const { settings, language } = parts;
  const records: ModelCallRecord[] = [];
  const spentBefore = conversation.turns.reduce((sum, { cost }) => sum + cost, 0);
  const cost = (): MicroUsd => microUsd(records.reduce((sum, record) => sum + record.cost, 0));
  const patience = new AbortController();
  let cancel: (() => void) | undefined;
  let storedDayCost: Promise<MicroUsd> | undefined;

  async function exchange(asked: Exchange, schema: ZodType | undefined): Promise<ModelOutcome> {
    const call: ModelCall = {
      ...asked,
      tools: asked.tools ?? [],
      model: asked.purpose === 'answer' || asked.purpose === 'look_up' ? settings.answers : settings.router,
      schema,
      signal: patience.signal,
    };
    if (records.length >= settings.limits.callsPerTurn || patience.signal.aborted) return unavailable('too_many_calls');
    cancel ??= parts.schedule(settings.limits.turnSeconds * 1000, () => patience.abort());
    storedDayCost ??= input.dayCost();
    const startedAt = now().getTime();
    const limits = { conversationCost: microUsd(spentBefore + cost()), dayCost: await storedDayCost };
    const outcome = await language.exchange(call, limits);
    records.push(recordOf(call, outcome, now().getTime() - startedAt));
    return outcome;
  }

  return {
    parts,
    veil: createVeil({ names: input.names, orderIdPattern: input.orderIdPattern }),
    async value<Value>(asked: Exchange, schema: ZodType<Value>) {
      const outcome = await exchange(asked, schema);
      if (outcome.kind === 'unavailable' || outcome.answer.kind !== 'value') return undefined;
      const parsed = schema.safeParse(outcome.answer.value);
      return parsed.success ? parsed.data : undefined;
    },
    step: (asked) => exchange(asked, undefined),
    records,
    cost,
    close: () => cancel?.(),
  };
}

const unavailable = (because: 'too_many_calls'): ModelOutcome => ({
  kind: 'unavailable',
  because,
  tokens: { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 },
  cost: microUsd(0),
});

function recordOf({ purpose, model, stablePrefix, tools, messages }: ModelCall, outcome: ModelOutcome, ms: number): ModelCallRecord {
  return {
    purpose,
    model,
    prefix: prefixHash(stablePrefix, tools),
    tools: tools.map(({ name }) => name),
    sent: messages.map(messageText).join('\n').slice(0, LONGEST_RECORD),
    outcome: outcome.kind === 'answered' ? outcome.answer.kind : outcome.because,
    received: outcome.kind === 'answered' ? JSON.stringify(outcome.answer).slice(0, LONGEST_RECORD) : '',
    tokens: outcome.tokens,
    cost: outcome.cost,
    ms,
  };
}

/** Equal when the provider's cache can be hit: tools and system text, in this order. */
export const prefixHash = (stablePrefix: string, tools: readonly OfferedTool[]): string => hashOf(tools, stablePrefix).slice(0, 16);

const messageText = (message: ModelMessage): string => {
  if (message.role === 'user') return message.text;
  return message.role === 'assistant' ? `assistant: ${message.text} ${JSON.stringify(message.calls)}` : JSON.stringify(message.results);
};
