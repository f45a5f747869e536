import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { utterances } from '../../domain/playbook.ts';

/** `config/languages/CODE/intents.yaml`: what customers say in that language; everything else of an intent stands in the English file. */
export const languageUtterances = z.strictObject({
  intents: z.record(z.string().min(1), z.strictObject({ topics: z.record(z.string().min(1), utterances) })),
  out_of_scope: utterances,
});
export type LanguageUtterances = z.infer<typeof languageUtterances>;

/** Throws what the file system, YAML or the shape of the file has against it. */
export const readLanguageUtterances = (path: string): LanguageUtterances => languageUtterances.parse(parse(readFileSync(path, 'utf8')));

/** What is wrong with the file of a language, for `doctor`; undefined when nothing is. `topics`: those of the English file, by intent. */
export function problemOfUtterances(path: string, topics: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string | undefined {
  try {
    const { intents } = readLanguageUtterances(path);
    const unknown = Object.entries(intents).flatMap(([intent, row]) =>
      Object.keys(row.topics).flatMap((topic) => (topics[intent]?.[topic] === undefined ? [`${intent}/${topic}`] : [])),
    );
    return unknown.length === 0 ? undefined : `${path} has topics that intents.yaml lacks: ${unknown.join(', ')}`;
  } catch (error) {
    return `${path} cannot be learned from: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`;
  }
}
