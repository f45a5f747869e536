import { copyFileSync, existsSync } from 'node:fs';
import { cacheKey, modelFile, sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { shopTraining } from '../agent/router/shop-router.ts';

/** Puts what earlier runs learned of the shipped utterances into a data folder: a start that is not about learning need not learn again. */
export function bringLearnedModel(dataFolder: string): void {
  const shared = sharedCacheFolder();
  if (shared === undefined) return;
  const key = cacheKey(shopTraining);
  const kept = modelFile(shared, key);
  if (existsSync(kept)) copyFileSync(kept, modelFile(dataFolder, key));
}
