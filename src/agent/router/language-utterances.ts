import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const lines = z.array(z.coerce.string().trim().min(1));

/** `config/languages/CODE/intents.yaml`: what customers say in that language; everything else of an intent stands in the English file. */
export const languageUtterances = z.strictObject({
  intents: z.record(z.string().min(1), z.strictObject({ topics: z.record(z.string().min(1), lines) })),
  out_of_scope: lines,
});
export type LanguageUtterances = z.infer<typeof languageUtterances>;

/** Throws what the file system, YAML or the shape of the file has against it. */
export const readLanguageUtterances = (path: string): LanguageUtterances => languageUtterances.parse(parse(readFileSync(path, 'utf8')));
