// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule is about windows
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { TrainedModel, TrainingSet } from './intent-model.ts';
import { cacheKey, keptModel } from './model-cache.ts';
import { unpackModel } from './model-file.ts';
import { createMessageReader } from './message-reader.ts';
import { routerQuestion, type RouterAnswer, type RouterQuestion } from './router-options.ts';
import type { TrainingResult } from './training-process.ts';
import { z } from 'zod';

/** The thread that trains and reads, so that the one that acknowledges messages never waits for either. */
const options = z
  .object({
    intents: z.record(z.string(), z.object({ topics: z.record(z.string(), z.array(z.string())) })),
    outOfScope: z.array(z.string()),
    orderIdPattern: z.string(),
    languageFiles: z.record(z.string(), z.string()),
    cacheFolder: z.string().optional(),
  })
  .parse(workerData);

const trainingResult: z.ZodType<TrainingResult> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('model'), bytes: z.instanceof(Uint8Array) }),
]);

const post = (answer: RouterAnswer) => parentPort?.postMessage(answer);
const reader = createMessageReader(options, {
  learn: async (training) => keptModel(training, options.cacheFolder) ?? (await trainElsewhere(training, options.cacheFolder)),
  onFailure: (code, error) => post({ kind: 'language_failed', code, because: String(error) }),
});
await reader.ready();

parentPort?.on('message', (raw: unknown) => void understandOne(routerQuestion.parse(raw)));
post({ kind: 'ready' });

/** Whoever writes a language whose model is still learned waits for it, and nobody else does. */
async function understandOne({ id, text, history, spoken }: RouterQuestion): Promise<void> {
  const understood = await reader.read(text, history, spoken);
  post({
    kind: 'understood',
    id,
    understanding: {
      ...understood,
      classifications: understood.classifications.map((row) => ({ ...row, entities: [...row.entities] })),
      signals: [...understood.signals],
      entities: [...understood.entities],
    },
  });
}

/** Learning takes more than a hundred megabytes for a second; a process of its own gives them back when it ends. */
async function trainElsewhere(set: TrainingSet, cacheFolder: string | undefined): Promise<TrainedModel> {
  const entry = new URL(`./start-training-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const child = fork(entry, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send({ training: set, cacheFolder });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`learning ended with code ${String(code)}`))),
  ]);
  const result = trainingResult.parse(message);
  const learned = result.kind === 'kept' ? keptModel(set, cacheFolder) : unpackModel(cacheKey(set), result.bytes);
  if (learned === undefined) throw new Error('what was learned cannot be read');
  return learned;
}
