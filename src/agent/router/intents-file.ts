import { z } from 'zod';
import { intentRow, utterances } from '../../domain/playbook.ts';

/** `config/intents.yaml`: the settings of each intent with the customers' words it is learned from, topic by topic. */
export const intentsFile = z.strictObject({
  intents: z.record(z.string().min(1), intentRow.extend({ topics: z.record(z.string().min(1), utterances) })),
  /** What customers write that no intent is meant for. */
  out_of_scope: utterances,
});
export type IntentsFile = z.infer<typeof intentsFile>;
