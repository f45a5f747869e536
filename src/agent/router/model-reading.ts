import { z } from 'zod';
import { SIGNALS, type Classification, type Entity, type Signal, type Understanding } from '../../domain/classification.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { intentName } from '../../domain/ids.ts';
import type { Playbook } from '../../domain/playbook.ts';
import { isClosingWord } from '../conversation/closing-words.ts';
import { readShortAnswer } from '../conversation/short-answer.ts';
import { languageOf } from '../languages/index.ts';
import type { Words } from '../languages/language.ts';
import { dataBlock, historyText } from '../llm/context.ts';
import { routePrefix } from '../llm/prompts.ts';
import type { ModelParts, TurnModel } from '../llm/turn-model.ts';

/** What a model reads out of a message. Entities and words count only where they stand in the message to the letter. */
const reading = z.object({
  requests: z.array(z.object({ topic: z.string(), confidence: z.number(), words: z.string() })),
  signals: z.array(z.enum(SIGNALS)),
  /** Order numbers, amounts and addresses are read by rules, which know their normal form. */
  entities: z.array(z.object({ type: z.enum(['product', 'date']), text: z.string() })),
});
export type ModelReading = z.infer<typeof reading>;

const MAX_TOKENS = 400;
const LONGEST_MESSAGE = 4_000;

/** The local reading, corrected by a model's where one is there; any failure leaves the local one as it is. */
export async function readWithModel(
  local: Understanding,
  words: string,
  {
    conversation,
    playbook,
    model,
  }: { readonly conversation: Conversation; readonly playbook: Playbook; readonly model: TurnModel | undefined },
): Promise<Understanding> {
  if (!model || !needsReading(words, languageOf(local.language).words)) return local;
  const { veil, parts } = model;
  const text = [
    historyText({ turns: conversation.turns.slice(-3) }, 'actions', veil),
    dataBlock('customer', veil.hide(words), 'now="yes"', LONGEST_MESSAGE),
  ].join('\n');
  const exchange = {
    purpose: 'route',
    stablePrefix: routePrefix(playbook, parts.topics),
    messages: [{ role: 'user', text }],
    maxTokens: MAX_TOKENS,
  } as const;
  const found = await model.value(exchange, reading);
  return found ? combineReadings(local, found, words, { playbook, topics: parts.topics }) : local;
}

/** Codes, a bare yes or no, thanks and single marks are read by rules; they need no model. */
export function needsReading(words: string, said: Words): boolean {
  const text = words.trim();
  if (!/\p{L}{2}/u.test(text) || isClosingWord(text, said)) return false;
  return text.split(/\s+/).length > 3 || readShortAnswer(text, said) === 'unclear';
}

/** Two readings that contradict each other are worth this share of the better one. */
const DISAGREEMENT = 0.6;
/** Agreement with a model is worth at most so much. */
const SUREST = 0.95;
const OUT_OF_SCOPE = 'out_of_scope';
/** Plans that act at once, without a yes: a model can neither start them nor make them surer. */
const NEEDS_OWN_WORDS = new Set(['reset_password']);

/**
 * Puts two readings of one message together. Where they agree the surer one counts; where they do not, the confidence falls
 * and the local one stays unless it was below its own threshold. Signals add up: a human too many is better than one too few.
 */
export function combineReadings(
  local: Understanding,
  model: ModelReading,
  words: string,
  { playbook, topics }: { readonly playbook: Playbook; readonly topics: ModelParts['topics'] },
): Understanding {
  const requests = model.requests
    .map((one) => ({ ...one, ...topicOf(one.topic) }))
    .filter(({ intent, topic }) => playbook.intents[intent] && (topics[intent]?.[topic] || topic === OUT_OF_SCOPE));
  const [first] = requests;
  const classifications =
    first === undefined
      ? local.classifications
      : local.classifications.map((own, at) => combineOne(own, requests[at] ?? first, requests, playbook));
  const entities = addEntities(local.entities, model.entities, words);
  const signals = new Set<Signal>([...local.signals, ...model.signals]);
  const added = entities.slice(local.entities.length);
  return {
    ...local,
    signals,
    entities,
    classifications: classifications.map((one, at) => (at === 0 ? { ...one, entities: [...one.entities, ...added] } : one)),
  };
}

interface ModelRequestRow {
  readonly intent: string;
  readonly topic: string;
  readonly confidence: number;
}

function combineOne(own: Classification, there: ModelRequestRow, all: readonly ModelRequestRow[], playbook: Playbook): Classification {
  const same = all.find(({ topic, intent }) => topic === own.topic && intent === own.intent);
  if (same) {
    // Both say that nothing of ours fits: the confidence tells how sure an intent of ours would be, and stays low.
    if (own.topic === OUT_OF_SCOPE || NEEDS_OWN_WORDS.has(own.topic)) return own;
    return { ...own, confidence: Math.max(own.confidence, Math.min(clamp(same.confidence), SUREST)) };
  }
  const threshold = playbook.intents[own.intent]?.threshold ?? 1;
  const isUnsure = own.topic === OUT_OF_SCOPE || own.confidence < threshold;
  if (isUnsure && there.topic !== OUT_OF_SCOPE && !NEEDS_OWN_WORDS.has(there.topic)) {
    return { ...own, intent: intentName(there.intent), topic: there.topic, confidence: clamp(there.confidence) * DISAGREEMENT };
  }
  return { ...own, confidence: own.confidence * (own.intent === there.intent ? 1 : DISAGREEMENT) };
}

function topicOf(name: string): { readonly intent: string; readonly topic: string } {
  const [intent = '', topic = ''] = name.trim().split('/');
  return { intent, topic };
}

/** Only what stands in the message to the letter, and what our own reading has not found. */
function addEntities(own: readonly Entity[], more: ModelReading['entities'], words: string): readonly Entity[] {
  const added = more.flatMap(({ type, text }): Entity[] => {
    const at = text === '' ? -1 : words.indexOf(text);
    if (at < 0 || own.some((known) => known.text.includes(text) || text.includes(known.text))) return [];
    const start = Array.from(words.slice(0, at)).length;
    return [{ type, text, start, end: start + Array.from(text).length, value: text }];
  });
  return [...own, ...added];
}

const clamp = (confidence: number): number => Math.min(1, Math.max(0, confidence));
