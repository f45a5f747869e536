import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { VIEW_NAMES } from './features.ts';
import { trainIntentModel, type TrainedModel, type TrainingSet } from './intent-model.ts';

const FILE = 'intent-model.cache';

/** By tag, since a test's realm has constructors of its own. */
const int32s = z.custom<Int32Array>((value) => Object.prototype.toString.call(value) === '[object Int32Array]');
const float32s = z.custom<Float32Array>((value) => Object.prototype.toString.call(value) === '[object Float32Array]');
const names = { intent: z.string(), topic: z.string() };
/** A trained model as it comes back from a file or another thread. */
export const trainedModel = z.object({
  classes: z.array(z.object({ ...names, inScope: z.boolean() })),
  reject: z.object(names),
  committee: z.array(
    z.object({
      space: z.object({ view: z.enum(VIEW_NAMES), hashes: int32s, rarity: float32s, unseenRarity: z.number() }),
      network: z.object({ hidden: z.number(), classes: z.number(), inner: float32s, outer: float32s }),
    }),
  ),
  sharpness: z.number(),
  calibration: z.tuple([z.number(), z.number()]),
});
const cachedModel = z.object({ key: z.string(), model: trainedModel });

/** The files that decide what is learned from the same utterances. */
const LEARNING = ['calibration', 'concepts', 'english-concepts', 'features', 'intent-model', 'network', 'words'];

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
  return cacheFolder === undefined ? undefined : readCache(join(cacheFolder, FILE), cacheKey(training));
}

export function keepModel(training: TrainingSet, cacheFolder: string | undefined, model: TrainedModel): void {
  if (cacheFolder !== undefined) writeCache(cacheFolder, { key: cacheKey(training), model });
}

function readCache(path: string, key: string): TrainedModel | undefined {
  try {
    const read = cachedModel.safeParse(deserialize(readFileSync(path)));
    if (!read.success || read.data.key !== key) return undefined;
    const { model } = read.data;
    return model.committee.length > 0 && model.committee.every(isWhole) ? model : undefined;
  } catch {
    return undefined; // absent, cut off by a full disk, or of another Node version
  }
}

function isWhole({ space, network }: TrainedModel['committee'][number]): boolean {
  const { hidden, classes, inner, outer } = network;
  return inner.length === (space.hashes.length + 1) * hidden && outer.length === (hidden + 1) * classes;
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // where no file could be written there is none
  }
}

function writeCache(folder: string, content: { key: string; model: TrainedModel }): void {
  const path = join(folder, FILE);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, serialize(content));
    renameSync(draft, path);
  } catch {
    // A read-only or full disk: the next start trains again, and the rest of the disk is left to messages.
    removeIfThere(draft);
  }
}
