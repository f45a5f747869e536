/** Longest text that is looked at, in UTF-16 units; what a customer wants stands before that. */
const LONGEST_TEXT = 6000;
const WORD_WEIGHT = 1;
/** Letters carry typos and endings, so they weigh more; chosen on held-out utterances of our own. */
const CHARACTER_WEIGHT = 1.5;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

/** FNV-1a, 32 bits. Each block starts from its own offset, so that the word "an" and the letters "an" differ. */
const FNV_PRIME = 16777619;
const WORD_SEED = -2128831035;
const CHARACTER_SEED = 84696351;

/** One row after another: row `i` holds `ids` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** What a text is measured with: a feature is the hash of a word, a pair of words, or 2–5 letters within a word. */
export interface FeatureSpace {
  /** Sorted by first appearance; the position is the feature's id. */
  readonly hashes: Int32Array;
  readonly idf: Float32Array;
  /** Weight of what training never saw: it counts in the length of a text and so lowers every score. */
  readonly unseenIdf: number;
}

/** Turns a text into its features, each with its count in the text. */
export type CountedFeatures = { readonly words: ReadonlyMap<number, number>; readonly characters: ReadonlyMap<number, number> };

/**
 * Folds what does not matter for the meaning: case, width, accents on Latin letters, apostrophes, long stretches of a letter;
 * numbers become their kind, since no number is ever the same twice.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/\bhttps?:\/\/\S{1,200}/gu, ' linkhere ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu, ' mailaddress ')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|dollars?\b|usd\b|bucks\b|euros?\b)/gu, ' moneyamount ')
    .replace(/\b[a-z]{1,4}-?\d{4,}\b|#\s?\d{3,}|\d{5,}/gu, ' ordernumber ')
    .replace(/\d+/gu, ' number ');
  return folded.match(/[\p{L}\p{N}]+|[?]/gu) ?? [];
}

export function countFeatures(text: string): CountedFeatures {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  let previous: string | undefined;
  for (const word of wordsOf(text)) {
    add(words, hashText(WORD_SEED, word));
    if (previous !== undefined) add(words, hashText(hashText(WORD_SEED, previous) ^ 32, word));
    previous = word;
    addGrams(characters, ` ${word} `);
  }
  return { words, characters };
}

/** Learns the features of a corpus with their inverse document frequency; those in fewer than `leastTexts` texts are left out. */
export function fitFeatures(corpus: readonly CountedFeatures[], leastTexts: number): FeatureSpace {
  const documents = new Map<number, number>();
  for (const text of corpus) {
    for (const hash of text.words.keys()) add(documents, hash);
    for (const hash of text.characters.keys()) add(documents, hash);
  }
  const kept = [...documents].filter(([, count]) => count >= leastTexts);
  const idfOf = (count: number) => Math.log((1 + corpus.length) / (1 + count)) + 1;
  return {
    hashes: Int32Array.from(kept, ([hash]) => hash),
    idf: Float32Array.from(kept, ([, count]) => idfOf(count)),
    unseenIdf: idfOf(0),
  };
}

export type FeatureIndex = ReadonlyMap<number, number>;

export function indexFeatures(space: FeatureSpace): FeatureIndex {
  const index = new Map<number, number>();
  space.hashes.forEach((hash, id) => index.set(hash, id));
  return index;
}

/** Both blocks have a fixed length before they are joined, so that neither outweighs the other by its mere number. */
export function measure(text: CountedFeatures, space: FeatureSpace, index: FeatureIndex): { ids: number[]; values: number[] } {
  const ids: number[] = [];
  const values: number[] = [];
  const half = Math.SQRT1_2;
  measureBlock(text.words, WORD_WEIGHT * half, space, index, ids, values);
  measureBlock(text.characters, CHARACTER_WEIGHT * half, space, index, ids, values);
  return { ids, values };
}

export function measureAll(corpus: readonly CountedFeatures[], space: FeatureSpace): SparseRows {
  const index = indexFeatures(space);
  const rows = corpus.map((text) => measure(text, space, index));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.ids.length;
  });
  const ids = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float32Array(ids.length);
  rows.forEach((row, i) => {
    ids.set(row.ids, starts[i]);
    values.set(row.values, starts[i]);
  });
  return { count: rows.length, starts, ids, values };
}

function measureBlock(
  block: ReadonlyMap<number, number>,
  weight: number,
  space: FeatureSpace,
  index: FeatureIndex,
  ids: number[],
  values: number[],
): void {
  const first = ids.length;
  let squares = 0;
  for (const [hash, count] of block) {
    const id = index.get(hash);
    const idf = id === undefined ? space.unseenIdf : (space.idf[id] ?? 0);
    const value = (1 + Math.log(count)) * idf;
    squares += value * value;
    if (id === undefined) continue;
    ids.push(id);
    values.push(value);
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = first; i < values.length; i++) values[i] = (values[i] ?? 0) * scale;
}

function addGrams(into: Map<number, number>, padded: string): void {
  for (let from = 0; from < padded.length; from++) {
    let hash = CHARACTER_SEED;
    const last = Math.min(padded.length, from + LONGEST_GRAM);
    for (let at = from; at < last; at++) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), FNV_PRIME);
      if (at - from + 1 >= SHORTEST_GRAM) add(into, hash);
    }
  }
}

function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

function add(into: Map<number, number>, key: number): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}
