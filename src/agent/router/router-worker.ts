// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule is about windows
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { openIntentModel, type TrainedModel, type TrainingSet } from './intent-model.ts';
import { keepModel, keptModel, trainedModel } from './model-cache.ts';
import { routerQuestion, trainingSetOf, type RouterAnswer } from './router-options.ts';
import { understand } from './understand.ts';
import { z } from 'zod';

/** The thread that trains and reads, so that the one that acknowledges messages never waits for either. */
const options = z
  .object({
    intents: z.record(z.string(), z.object({ topics: z.record(z.string(), z.array(z.string())) })),
    outOfScope: z.array(z.string()),
    orderIdPattern: z.string(),
    cacheFolder: z.string().optional(),
  })
  .parse(workerData);

const training = trainingSetOf(options);
const model = openIntentModel(keptModel(training, options.cacheFolder) ?? (await trainElsewhere(training, options.cacheFolder)));
const post = (answer: RouterAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', (raw: unknown) => {
  const { id, text, history } = routerQuestion.parse(raw);
  const understood = understand(text, history, { model, orderIdPattern: options.orderIdPattern });
  post({
    kind: 'understood',
    id,
    understanding: {
      classifications: understood.classifications.map((row) => ({ ...row, entities: [...row.entities] })),
      signals: [...understood.signals],
      entities: [...understood.entities],
      language: understood.language,
    },
  });
});
post({ kind: 'ready' });

/** Learning takes a hundred megabytes for a second; in a thread of its own they are given back when it ends. */
async function trainElsewhere(set: TrainingSet, cacheFolder: string | undefined): Promise<TrainedModel> {
  const entry = new URL(`./training-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(entry, { workerData: set });
  const [message] = await once(worker, 'message');
  const learned = trainedModel.parse(message);
  await worker.terminate();
  keepModel(set, cacheFolder, learned);
  return learned;
}
