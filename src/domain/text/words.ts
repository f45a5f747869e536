import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

const ENGLISH_STOP_WORDS = STOP_WORDS['en'] ?? new Set();
const MAX_STEMS = 50_000;

/** Stems repeat, so each is computed once; the table is emptied before it can grow without bound. */
export function createStemCache(stemmer: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const fresh = stemmer(word);
    if (stems.size >= MAX_STEMS) stems.clear();
    stems.set(word, fresh);
    return fresh;
  };
}

/** The stem of a lower-case English word. */
export const stemOf = createStemCache(stem);

/** Lower-case words and numbers in order; accents are folded and apostrophes dropped, so that `can't` is `cant`. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f'’]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function isStopWord(word: string): boolean {
  return ENGLISH_STOP_WORDS.has(word);
}

/** The stems that carry the meaning of a text, in order, repeated words repeated. */
export function stemsOf(text: string): string[] {
  const found: string[] = [];
  for (const word of wordsOf(text)) if (!ENGLISH_STOP_WORDS.has(word)) found.push(stemOf(word));
  return found;
}
