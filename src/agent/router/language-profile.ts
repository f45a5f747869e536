/** Counts are kept in this many buckets a language; two pieces in one bucket cost a little sharpness and no memory. */
const BUCKETS = 1 << 15;
/** Added to every count, so that a piece that was never seen excludes nothing. */
const SMOOTHING = 0.3;
/** Lengths of the pieces of a word, its ends marked, besides the word itself. */
const SHORTEST = 2;
const LONGEST = 4;
/** A piece counts once more in this many, so that a language of which more was written is no likelier. */
const PER = 100_000;
/** Longest text that is looked at, in UTF-16 units. */
const LONGEST_TEXT = 1_000;

/** How likely pieces of words are in each of several languages. */
export interface LanguageProfile {
  readonly codes: readonly string[];
  /** Logarithms, one row of buckets a language. */
  readonly likelihood: readonly Float32Array[];
}

/** Learns from texts in each language, by its code. */
export function learnProfile(texts: Readonly<Record<string, string>>): LanguageProfile {
  const codes = Object.keys(texts);
  return { codes, likelihood: codes.map((code) => likelihoodOf(texts[code] ?? '')) };
}

function likelihoodOf(text: string): Float32Array {
  const counts = new Float32Array(BUCKETS);
  let total = 0;
  for (const { word } of tokensOf(text)) {
    for (const bucket of bucketsOf(word)) {
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      total += 1;
    }
  }
  return counts.map((count) => Math.log((count / Math.max(1, total)) * PER + SMOOTHING));
}

/** A word with what it weighs: names of people and products, written large within a sentence, say little. */
interface Token {
  readonly word: string;
  readonly weight: number;
}
const NAME_WEIGHT = 0.25;

/** Words without numbers, order numbers, addresses and links, which are the same in every language; one at a time, since those of a whole corpus are too many to lie in memory together. */
export function* tokensOf(text: string): Generator<Token> {
  const bare = text
    .normalize('NFC')
    .replace(/[’‘`´]/gu, "'")
    .replace(/https?:\/\/\S{1,300}|[^\s@]{1,64}@[^\s@]{1,100}/gu, ' ')
    .replace(/[\p{L}_-]{0,10}\d[\w-]{0,30}/gu, ' ');
  for (const [, opens, word = ''] of bare.matchAll(/(^|[.!?¿¡\n]\s{0,9})?(\p{L}[\p{L}\p{M}]*)/gu)) {
    yield { word: word.toLowerCase(), weight: opens === undefined && /^\p{Lu}\p{Ll}/u.test(word) ? NAME_WEIGHT : 1 };
  }
}

/** The code of each language with the logarithm of how likely it makes the text, best first; empty when there are no words. */
export function rankLanguages(
  text: string,
  { codes, likelihood }: LanguageProfile,
): readonly { readonly code: string; readonly score: number }[] {
  const tokens = [...tokensOf(text.slice(0, LONGEST_TEXT))];
  if (tokens.length === 0) return [];
  const scores = codes.map(() => 0);
  for (const { word, weight } of tokens) {
    const buckets = bucketsOf(word);
    likelihood.forEach((row, language) => {
      let sum = 0;
      for (const bucket of buckets) sum += row[bucket] ?? 0;
      // Pieces of one word hang together: the longer word says more, but not as much more as it has pieces.
      scores[language] = (scores[language] ?? 0) + (weight * sum) / Math.sqrt(buckets.length);
    });
  }
  return codes.map((code, language) => ({ code, score: scores[language] ?? 0 })).toSorted((left, right) => right.score - left.score);
}

function bucketsOf(word: string): readonly number[] {
  const marked = ` ${word} `;
  const buckets = [hash(marked, 0, marked.length)];
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let from = 0; from + length <= marked.length; from++) buckets.push(hash(marked, from, from + length));
  }
  return buckets;
}

/** FNV-1a. */
function hash(text: string, from: number, to: number): number {
  let value = -2128831035;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}
