import { readFileSync } from 'node:fs';
import { english } from '../../src/agent/languages/english/english.ts';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { intentsFile } from '../../src/agent/router/intents-file.ts';
import { openIntentModel, type IntentModel, type TrainingSet } from '../../src/agent/router/intent-model.ts';
import { loadOrTrain, sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { trainingSetOf } from '../../src/agent/router/router-options.ts';
import { understand } from '../../src/agent/router/understand.ts';
import type { HistoryLine, Understanding } from '../../src/domain/classification.ts';

const ORDER_IDS = 'LF-\\d{5}';

export const shippedIntents = intentsFile.parse(
  parse(readFileSync(fileURLToPath(new URL('../../config/intents.yaml', import.meta.url)), 'utf8')),
);
export const shippedTraining: TrainingSet = trainingSetOf({ intents: shippedIntents.intents, outOfScope: shippedIntents.out_of_scope });

let learned: IntentModel | undefined;

/** Reads a message as the product does with its shipped intents. */
export function understandShipped(text: string, history: readonly HistoryLine[] = []): Understanding {
  learned ??= openIntentModel(loadOrTrain(shippedTraining, sharedCacheFolder()).model);
  return understand(text, history, { model: learned, orderIdPattern: ORDER_IDS, language: english });
}

/** The threshold below which an intent goes to a human. */
export const thresholdOf = (intent: string): number => shippedIntents.intents[intent]?.threshold ?? 0;

export function intentOfTopic(topic: string): string {
  return Object.entries(shippedIntents.intents).find(([, row]) => Object.hasOwn(row.topics, topic))?.[0] ?? 'other';
}
