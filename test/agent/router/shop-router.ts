import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { english } from '../../../src/agent/languages/english/english.ts';
import { openIntentModel } from '../../../src/agent/router/intent-model.ts';
import { intentsFile } from '../../../src/agent/router/intents-file.ts';
import { loadOrTrain, sharedCacheFolder } from '../../../src/agent/router/model-cache.ts';
import { trainingSetOf } from '../../../src/agent/router/router-options.ts';

/** The intents as they are shipped, and what the router learns from them. */
export const shopIntents = intentsFile.parse(
  parse(readFileSync(fileURLToPath(new URL('../../../config/intents.yaml', import.meta.url)), 'utf8')),
);
export const shopTraining = trainingSetOf({ intents: shopIntents.intents, outOfScope: shopIntents.out_of_scope });
export const ORDER_IDS = 'LF-\\d{5}';

export function readShopMessages() {
  return { model: openIntentModel(loadOrTrain(shopTraining, sharedCacheFolder()).model), orderIdPattern: ORDER_IDS, language: english };
}
