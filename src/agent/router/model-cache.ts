import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainIntentModel, type TrainedModel, type TrainingSet } from './intent-model.ts';
import { packModel, unpackModel } from './model-file.ts';

/** Kept models by the beginning of their key: one folder serves several sets of utterances. */
const FILES = /^intent-model-[0-9a-f]+\.cache$/;
/** Where the model of this key lies. */
export const modelFile = (folder: string, key: string): string => join(folder, `intent-model-${key.slice(0, 16)}.cache`);
/** More than these are left from utterances that have been edited since; the oldest go. */
const KEPT = 24;

/** The files that decide what is learned from the same utterances. */
const LEARNING = ['calibration', 'concepts', 'english-concepts', 'features', 'intent-model', 'model-file', 'network', 'words'];

/** Hash of all that the model depends on: the utterances with their names, and the code that learns. */
export function cacheKey(training: TrainingSet): string {
  const hash = createHash('sha256').update(JSON.stringify(training));
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  for (const name of LEARNING) hash.update(readFileSync(new URL(`./${name}.${extension}`, import.meta.url)));
  return hash.digest('hex');
}

/** Where runs that keep no data keep the model all the same; absent in a package that has no modules folder of its own. */
export function sharedCacheFolder(): string | undefined {
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  return existsSync(modules) ? join(modules, '.cache', 'deskhand') : undefined;
}

/**
 * The kept model when it was trained on the same utterances, else a new one, which is then kept. A cache that cannot be read
 * or written costs time and nothing else.
 */
export function loadOrTrain(
  training: TrainingSet,
  cacheFolder: string | undefined,
): { readonly model: TrainedModel; readonly fromCache: boolean } {
  const kept = keptModel(training, cacheFolder);
  if (kept !== undefined) return { model: kept, fromCache: true };
  const model = trainIntentModel(training, 'quick');
  keepModel(training, cacheFolder, model);
  return { model, fromCache: false };
}

/** What an earlier start left, if it learned the same. */
export function keptModel(training: TrainingSet, cacheFolder: string | undefined): TrainedModel | undefined {
  if (cacheFolder === undefined) return undefined;
  const key = cacheKey(training);
  try {
    return unpackModel(key, readFileSync(modelFile(cacheFolder, key)));
  } catch {
    return undefined; // absent, or on a disk that cannot be read
  }
}

/** Whether it could be kept. */
export function keepModel(training: TrainingSet, cacheFolder: string | undefined, model: TrainedModel): boolean {
  if (cacheFolder === undefined) return false;
  const key = cacheKey(training);
  const path = modelFile(cacheFolder, key);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(draft, packModel(key, model));
    renameSync(draft, path);
    forgetOldest(cacheFolder);
    return true;
  } catch {
    // A read-only or full disk: the next start trains again, and the rest of the disk is left to messages.
    removeIfThere(draft);
    return false;
  }
}

function forgetOldest(folder: string): void {
  const paths = readdirSync(folder)
    .filter((name) => FILES.test(name))
    .map((name) => join(folder, name));
  const byAge = paths.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((left, right) => right.at - left.at);
  for (const { path } of byAge.slice(KEPT)) removeIfThere(path);
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // where no file could be written there is none
  }
}
