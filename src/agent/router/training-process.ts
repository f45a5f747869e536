import { z } from 'zod';
import { trainIntentModel } from './intent-model.ts';

/** The process that learns once, hands over what it learned, and ends. */
const training = z.object({
  examples: z.array(z.object({ text: z.string(), intent: z.string(), topic: z.string() })),
  outOfScope: z.array(z.string()),
  reject: z.object({ intent: z.string(), topic: z.string() }),
});

process.once('message', (message) => {
  process.send?.(trainIntentModel(training.parse(message), 'quick'), () => process.disconnect());
});
// Whoever asked is gone: nobody waits for an answer.
process.once('disconnect', () => process.exit());
