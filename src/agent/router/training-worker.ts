// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule is about windows
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { trainIntentModel } from './intent-model.ts';

/** The thread that learns once, hands over what it learned, and ends. */
const training = z
  .object({
    examples: z.array(z.object({ text: z.string(), intent: z.string(), topic: z.string() })),
    outOfScope: z.array(z.string()),
    reject: z.object({ intent: z.string(), topic: z.string() }),
  })
  .parse(workerData);

parentPort?.postMessage(trainIntentModel(training));
