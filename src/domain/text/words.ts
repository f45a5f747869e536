import { stem } from './stem.ts';

/** Words that say nothing about the subject. Negations stand among them for searching only: checks read the raw text. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after again all also am an and any are as at be because been before being both but by can could did do does doing don down each few for from ' +
    'further get got had has have having he her here hers him his how i if in into is it its itself just let ll me might more most must my myself no nor ' +
    'not now of off on once only or other our ours out over own re s same shall she should so some such t than that the their theirs them then there ' +
    'these they this those through to too under until up us ve very was we were what when where which while who whom why will with would you your yours d m'
  ).split(' '),
);

const MAX_STEMS = 50_000;
const stems = new Map<string, string>();

/** The stem of a lower-case word. Stems repeat, so each is computed once; the table is emptied before it can grow without bound. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const fresh = stem(word);
  if (stems.size >= MAX_STEMS) stems.clear();
  stems.set(word, fresh);
  return fresh;
}

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
  return STOP_WORDS.has(word);
}

/** The stems that carry the meaning of a text, in order, repeated words repeated. */
export function stemsOf(text: string): string[] {
  const found: string[] = [];
  for (const word of wordsOf(text)) if (!STOP_WORDS.has(word)) found.push(stemOf(word));
  return found;
}
