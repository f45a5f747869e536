import { intentName } from '../../domain/ids.ts';
import { LANGUAGE_REASONS, type Understanding } from '../../domain/classification.ts';
import { SIGNALS } from '../../domain/classification.ts';
import { z } from 'zod';
import type { TrainingSet } from './intent-model.ts';

export interface RouterOptions {
  /** `intents` of `config/intents.yaml`; only the topics with their utterances are read. */
  readonly intents: Readonly<Record<string, { readonly topics: Readonly<Record<string, readonly string[]>> }>>;
  readonly outOfScope: readonly string[];
  /** Such as `LF-\d{5}`. */
  readonly orderIdPattern: string;
  /** `intents.yaml` of each other language by its code; such a language is read as soon as somebody writes it. */
  readonly languageFiles?: Readonly<Record<string, string>>;
  /** Keeps the trained model between starts; without it every start trains. */
  readonly cacheFolder?: string | undefined;
}

/** What belongs to no intent is called so, whatever a support lead adds. */
const REJECT = { intent: 'other', topic: 'out_of_scope' };

export function trainingSetOf(options: Pick<RouterOptions, 'intents' | 'outOfScope'>): TrainingSet {
  const examples = Object.entries(options.intents).flatMap(([intent, row]) =>
    Object.entries(row.topics).flatMap(([topic, texts]) => texts.map((text) => ({ text, intent, topic }))),
  );
  return { examples, outOfScope: options.outOfScope, reject: REJECT };
}

const entity = z.object({ type: z.string(), text: z.string(), start: z.number(), end: z.number(), value: z.string() });
const understanding = z.object({
  classifications: z.array(
    z.object({
      intent: z.string().transform(intentName),
      topic: z.string(),
      confidence: z.number(),
      entities: z.array(entity),
      words: z.string(),
    }),
  ),
  signals: z.array(z.enum(SIGNALS)).transform((names): Understanding['signals'] => new Set(names)),
  entities: z.array(entity),
  language: z.string(),
  languageBecause: z.enum(LANGUAGE_REASONS).optional(),
  onlyAsksLanguage: z.literal(true).optional(),
});

/** What the worker is asked: one message, or to stop. */
export const routerQuestion = z.object({
  id: z.number(),
  text: z.string(),
  history: z.array(z.object({ role: z.enum(['customer', 'agent']), text: z.string() })),
  spoken: z.string().optional(),
});
export type RouterQuestion = z.infer<typeof routerQuestion>;

/** What comes back; names are made again from plain text on this side. */
export const routerAnswer = z.union([
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('language_failed'), code: z.string(), because: z.string() }),
  z.object({ kind: z.literal('understood'), id: z.number(), understanding }),
]);
export type RouterAnswer = z.input<typeof routerAnswer>;
