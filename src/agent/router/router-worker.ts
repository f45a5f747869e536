// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule is about windows
import { parentPort, workerData } from 'node:worker_threads';
import { openIntentModel } from './intent-model.ts';
import { loadOrTrain } from './model-cache.ts';
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

const model = openIntentModel(loadOrTrain(trainingSetOf(options), options.cacheFolder).model);
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
