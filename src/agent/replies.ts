import type { Playbook } from '../domain/playbook.ts';

export type ReplyValues = Readonly<Record<string, string | number>>;

/** One of the sentences, filled in. A scene, or whoever speaks outside of one, says it. */
export type Say = (key: string, values?: ReplyValues) => string;

/** The sentences of a playbook: English, and what of it other languages have. */
export type Sentences = Pick<Playbook, 'replies' | 'translations'>;

/** The wordings of a sentence in a language, or in English where that language lacks it; undefined where both do. */
const templatesOf = ({ replies, translations }: Sentences, language: string, key: string): readonly string[] | undefined =>
  translations[language]?.[key] ?? replies[key];

/** Whether something is said under that key, in the language or in English. */
export const hasReply = (sentences: Sentences, language: string, key: string): boolean =>
  templatesOf(sentences, language, key) !== undefined;

/** Every sentence that can be said in that language. */
export const sentencesIn = ({ replies, translations }: Sentences, language: string): readonly string[] =>
  Object.values({ ...replies, ...translations[language] }).flat();

/**
 * One wording in that language, chosen by `seed` so that a retry of the same turn says the same words. A missing key or
 * value is a mistake of the configuration and throws a TypeError.
 */
export function reply(sentences: Sentences, language: string, key: string, values: ReplyValues, seed: string): string {
  const all = templatesOf(sentences, language, key);
  if (!all) throw new TypeError(`replies.yaml has no "${key}"`);
  return fill(key, all[sumOf(seed) % all.length] ?? '', values);
}

function fill(key: string, template: string, values: ReplyValues): string {
  return template
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new TypeError(`reply "${key}" needs {${name}}`);
      return String(value);
    })
    .trim();
}

function sumOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
