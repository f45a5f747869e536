import type { Passage } from '../../src/domain/classification.ts';

/** Words of the made-up language; how often each is used falls as in Zipf's law. */
const WORDS = 40_000;
const ZIPF_EXPONENT = 1.05;
/** One chunk is about 500 characters long. */
const WORDS_PER_CHUNK = 70;
const CHUNKS_PER_ARTICLE = 8;
const CATEGORIES = 32;
const ONSETS = 'b c d f g h k l m n p r s t v w br ch cl st tr sh'.split(' ');
const VOWELS = 'a e i o u ea ou'.split(' ');
const CODAS = ['', '', 'n', 'r', 'l', 's', 't', 'm', 'ck', 'nd'];

export type MadeChunk = Omit<Passage, 'score'>;

export interface MadeCorpus {
  chunks(from: number, to: number): MadeChunk[];
  /** Seven to nine words each, taken from one chunk, as in performance.md §2.1. */
  queries(count: number, chunks: number): string[];
}

/** A corpus that is the same for the same seed on every machine, so that figures can be repeated without any data. */
export function madeCorpus(seed: number): MadeCorpus {
  const words = Array.from({ length: WORDS }, (_, index) => wordAt(index));
  const drawWord = zipfDrawer(WORDS, ZIPF_EXPONENT);
  const textOf = (chunk: number): string[] => {
    const random = randomFrom(seed + chunk * 2_654_435_761);
    return Array.from({ length: WORDS_PER_CHUNK }, () => words[drawWord(random)] ?? '');
  };
  const titleOf = (article: number): string[] => {
    const random = randomFrom(seed ^ (article * 40_503 + 17));
    return Array.from({ length: 4 }, () => words[drawWord(random)] ?? '');
  };
  return {
    chunks: (from, to) =>
      Array.from({ length: to - from }, (_, offset) => {
        const number = from + offset;
        const article = Math.floor(number / CHUNKS_PER_ARTICLE);
        return {
          article: `article-${String(article).padStart(7, '0')}`,
          chunk: number % CHUNKS_PER_ARTICLE,
          title: titleOf(article).join(' '),
          heading: '',
          category: `category-${article % CATEGORIES}`,
          audience: 'public',
          updatedAt: new Date(0),
          text: textOf(number).join(' '),
        };
      }),
    queries: (count, chunks) =>
      Array.from({ length: count }, (_, index) => {
        const random = randomFrom(seed + 7 + index * 97);
        const text = textOf(Math.floor(random() * chunks));
        const length = 7 + Math.floor(random() * 3);
        return Array.from({ length }, () => text[Math.floor(random() * text.length)] ?? '').join(' ');
      }),
  };
}

/** Two or three syllables, with the spread of letters that words have. Two indices may give one word, as homonyms do. */
function wordAt(index: number): string {
  const random = randomFrom(index + 1);
  const pick = (parts: readonly string[]): string => parts[Math.floor(random() * parts.length)] ?? '';
  const syllables = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS));
  return syllables.join('');
}

/** Draws ranks with a probability that falls as 1 / rank^exponent, by binary search in the summed weights. */
function zipfDrawer(size: number, exponent: number): (random: () => number) => number {
  const sums = new Float64Array(size);
  let total = 0;
  for (let rank = 0; rank < size; rank++) {
    total += 1 / (rank + 1) ** exponent;
    sums[rank] = total;
  }
  return (random) => {
    const wanted = random() * total;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Mulberry32: small, fast and good enough to make text. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
