import { z } from 'zod';
import { trainIntentModel } from './intent-model.ts';
import { cacheKey, keepModel } from './model-cache.ts';
import { packModel } from './model-file.ts';

/** What the process is asked, once. */
export const trainingOrder = z.object({
  training: z.object({
    examples: z.array(z.object({ text: z.string(), intent: z.string(), topic: z.string() })),
    outOfScope: z.array(z.string()),
    reject: z.object({ intent: z.string(), topic: z.string() }),
  }),
  cacheFolder: z.string().optional(),
});
export type TrainingOrder = z.infer<typeof trainingOrder>;

/** What it hands over: nothing but the word when the model lies in the folder, since passing it on takes several times its memory. */
export type TrainingResult = { readonly kind: 'kept' } | { readonly kind: 'model'; readonly bytes: Uint8Array };

/** The process that learns once, hands over what it learned, and ends. */
process.once('message', (message) => {
  const { training, cacheFolder } = trainingOrder.parse(message);
  const model = trainIntentModel(training, 'quick');
  const result: TrainingResult = keepModel(training, cacheFolder, model)
    ? { kind: 'kept' }
    : { kind: 'model', bytes: packModel(cacheKey(training), model) };
  process.send?.(result, () => process.disconnect());
});
