import { isNear } from '../../domain/text/near.ts';
import { createPostings, type Postings } from './postings.ts';

/** Character n-grams of these lengths, taken within a word that is padded by a space on both sides. */
const SHORTEST = 3;
const LONGEST = 5;
/** At most so many spellings stand in for a word that occurs nowhere. */
const MAX_SPELLINGS = 3;

/** The stems that occur in the index, with their character n-grams. A stem counts while at least one chunk has it. */
export interface Vocabulary {
  readonly size: number;
  idOf(stem: string): number | undefined;
  stemAt(id: number): string;
  /** The number of a stem, a new one if need be; it does not count as occurring yet. */
  intern(stem: string): number;
  /** Counts one more chunk that has the stem. */
  occur(id: number): void;
  /** Counts one chunk less. */
  vanish(id: number): void;
  chunksWith(id: number): number;
  /** Stems that `stem` may be a misspelling of, when it occurs nowhere itself; commonest first. */
  spellingsOf(stem: string): readonly number[];
  /**
   * TF-IDF dot products of the n-grams of a weighted query with those of every stem, by stem id. The n-gram vector of a
   * text is the sum of its words' vectors, so any chunk's product is a sum over its stems: no n-gram list of chunks is kept.
   */
  similarities(query: ReadonlyMap<string, number>): Float32Array;
  /** Squared length of a stem's own n-gram vector. */
  squaredLength(id: number): number;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const chunks: number[] = [];
  const gramIds = new Map<string, number>();
  /** n-gram → stems that contain it, with the count. */
  const stemsByGram: Postings[] = [];
  /** n-gram → number of live stems that contain it. */
  const spread: number[] = [];
  let live = 0;
  /** Computed when first asked for, and forgotten with every change of the vocabulary, because it hangs on the spread. */
  let squaredLengths: number[] = [];

  const gramIdf = (gram: number): number => Math.log(1 + live / Math.max(1, spread[gram] ?? 0));
  const countLive = (stem: string, change: 1 | -1): void => {
    live += change;
    if (squaredLengths.length > 0) squaredLengths = [];
    for (const gram of countGrams(stem).keys()) {
      const id = gramIds.get(gram);
      if (id !== undefined) spread[id] = (spread[id] ?? 0) + change;
    }
  };
  const register = (stem: string): number => {
    const id = stems.length;
    ids.set(stem, id);
    stems.push(stem);
    chunks.push(0);
    for (const [gram, count] of countGrams(stem)) {
      let gramId = gramIds.get(gram);
      if (gramId === undefined) {
        gramId = stemsByGram.length;
        gramIds.set(gram, gramId);
        stemsByGram.push(createPostings());
        spread.push(0);
      }
      stemsByGram[gramId]?.push(id, count);
    }
    return id;
  };

  return {
    get size() {
      return stems.length;
    },
    idOf: (stem) => ids.get(stem),
    stemAt: (id) => stems[id] ?? '',
    intern: (stem) => ids.get(stem) ?? register(stem),
    occur(id) {
      if (chunks[id] === 0) countLive(stems[id] ?? '', 1);
      chunks[id] = (chunks[id] ?? 0) + 1;
    },
    vanish(id) {
      chunks[id] = (chunks[id] ?? 1) - 1;
      if (chunks[id] === 0) countLive(stems[id] ?? '', -1);
    },
    chunksWith: (id) => chunks[id] ?? 0,
    spellingsOf(stem) {
      const found = new Set<number>();
      for (const gram of shortGrams(stem)) {
        const list = stemsByGram[gramIds.get(gram) ?? -1];
        if (!list) continue;
        for (let index = 0; index < list.length; index++) {
          const id = list.at(index);
          if ((chunks[id] ?? 0) > 0 && !found.has(id) && isNear(stem, stems[id] ?? '')) found.add(id);
        }
      }
      return [...found]
        .sort((a, b) => (chunks[b] ?? 0) - (chunks[a] ?? 0) || (stems[a] ?? '').localeCompare(stems[b] ?? ''))
        .slice(0, MAX_SPELLINGS);
    },
    similarities(query) {
      const result = new Float32Array(stems.length);
      const grams = new Map<string, number>();
      for (const [stem, weight] of query) {
        for (const [gram, count] of countGrams(stem)) grams.set(gram, (grams.get(gram) ?? 0) + count * weight);
      }
      for (const [gram, weight] of grams) {
        const id = gramIds.get(gram);
        const list = id === undefined ? undefined : stemsByGram[id];
        if (id === undefined || !list) continue;
        const scale = weight * gramIdf(id) ** 2;
        const [entries, weights] = [list.entries(), list.weights()];
        for (let index = 0; index < list.length; index++) {
          const stem = entries[index] ?? 0;
          result[stem] = (result[stem] ?? 0) + scale * (weights[index] ?? 0);
        }
      }
      return result;
    },
    squaredLength(id) {
      const known = squaredLengths[id];
      if (known !== undefined) return known;
      let sum = 0;
      for (const [gram, count] of countGrams(stems[id] ?? '')) sum += (count * gramIdf(gramIds.get(gram) ?? -1)) ** 2;
      squaredLengths[id] = sum;
      return sum;
    },
  };
}

function countGrams(stem: string): Map<string, number> {
  const padded = ` ${stem} `;
  const counts = new Map<string, number>();
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let start = 0; start + length <= padded.length; start++) {
      const gram = padded.slice(start, start + length);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}

function shortGrams(stem: string): Set<string> {
  return new Set([...countGrams(stem).keys()].filter((gram) => gram.length === SHORTEST));
}
