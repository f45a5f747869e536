import { isNear } from '../../domain/text/near.ts';
import { createPostings, openPostings, type Postings } from './postings.ts';

/** Character n-grams of these lengths, taken within a word that is padded by a space on both sides. */
const SHORTEST = 3;
const LONGEST = 5;
/** An n-gram that more stems than this have, and more than this share of all, is not counted. */
const COMMON_FROM = 100;
const COMMON_SHARE = 0.01;
/** At most so many spellings stand in for a word that occurs nowhere. */
const MAX_SPELLINGS = 3;

/** The stems that occur in the index, with their character n-grams. A stem counts while at least one chunk has it. */
export interface Vocabulary {
  readonly size: number;
  /** Changes whenever a stem appears or disappears, and with it what n-grams are worth. */
  readonly version: number;
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
   * The array is good until the next query.
   */
  similarities(query: ReadonlyMap<string, number>): Float64Array;
  /** Squared length of a stem's own n-gram vector. */
  squaredLength(id: number): number;
  save(): SavedVocabulary;
}

/** A vocabulary as it can be written down: the n-grams of a stem take longer to find than to read. */
export interface SavedVocabulary {
  /** By id. */
  readonly stems: readonly string[];
  readonly grams: readonly string[];
  /** n-gram → how many stems have it; then those stems with their counts, one n-gram after the other. */
  readonly stemsPerGram: Int32Array;
  readonly gramStems: Int32Array;
  readonly gramCounts: Float32Array;
}

/** `chunksWith` are the chunks with each stem of `saved`, by id. */
export function createVocabulary(saved?: SavedVocabulary, chunksWith?: Int32Array): Vocabulary {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const chunks: number[] = [];
  const gramIds = new Map<string, number>();
  /** n-gram → stems that contain it, with the count. */
  const stemsByGram: Postings[] = [];
  /** n-gram → number of live stems that contain it. */
  const spread: number[] = [];
  let live = 0;
  let version = 0;
  /** Computed when first asked for, and forgotten with every change of the vocabulary, because it hangs on the spread. */
  let squaredLengths: number[] = [];
  /** What the last query shares with each stem, and the stems where that is not nothing; kept because it is as long as the vocabulary. */
  let similarity = new Float64Array(0);
  const alike: number[] = [];

  /** What an n-gram says about a word; one that a great many words have says next to nothing, and its list is long. */
  const gramIdf = (gram: number): number => {
    const stemsWith = spread[gram] ?? 0;
    return stemsWith > COMMON_FROM && stemsWith > live * COMMON_SHARE ? 0 : Math.log(1 + live / Math.max(1, stemsWith));
  };
  const countLive = (stem: string, change: 1 | -1): void => {
    live += change;
    version++;
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
  const restore = ({ grams, stemsPerGram, gramStems, gramCounts, ...was }: SavedVocabulary): void => {
    for (const [id, stem] of was.stems.entries()) {
      ids.set(stem, id);
      stems.push(stem);
      const found = chunksWith?.[id] ?? 0;
      chunks.push(found);
      if (found > 0) live++;
    }
    let from = 0;
    for (const [id, gram] of grams.entries()) {
      const to = from + (stemsPerGram[id] ?? 0);
      gramIds.set(gram, id);
      stemsByGram.push(openPostings(gramStems.subarray(from, to), gramCounts.subarray(from, to)));
      let alive = 0;
      for (; from < to; from++) if ((chunks[gramStems[from] ?? 0] ?? 0) > 0) alive++;
      spread.push(alive);
    }
  };
  if (saved) restore(saved);

  return {
    get size() {
      return stems.length;
    },
    get version() {
      return version;
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
      for (const stem of alike) similarity[stem] = 0;
      alike.length = 0;
      if (similarity.length < stems.length) similarity = new Float64Array(stems.length * 2);
      const grams = new Map<string, number>();
      for (const [stem, weight] of query) {
        for (const [gram, count] of countGrams(stem)) grams.set(gram, (grams.get(gram) ?? 0) + count * weight);
      }
      for (const [gram, weight] of grams) {
        const id = gramIds.get(gram);
        const list = id === undefined ? undefined : stemsByGram[id];
        const scale = id === undefined ? 0 : weight * gramIdf(id) ** 2;
        if (!list || scale === 0) continue;
        const [entries, weights] = [list.entries(), list.weights()];
        for (let index = 0; index < list.length; index++) {
          const stem = entries[index] ?? 0;
          const before = similarity[stem] ?? 0;
          if (before === 0) alike.push(stem);
          similarity[stem] = before + scale * (weights[index] ?? 0);
        }
      }
      return similarity;
    },
    squaredLength(id) {
      const known = squaredLengths[id];
      if (known !== undefined) return known;
      let sum = 0;
      for (const [gram, count] of countGrams(stems[id] ?? '')) sum += (count * gramIdf(gramIds.get(gram) ?? -1)) ** 2;
      squaredLengths[id] = sum;
      return sum;
    },
    save: () => ({
      stems: [...stems],
      grams: [...gramIds.keys()],
      stemsPerGram: Int32Array.from(stemsByGram, ({ length }) => length),
      ...flattened(stemsByGram),
    }),
  };
}

function flattened(lists: readonly Postings[]): Pick<SavedVocabulary, 'gramStems' | 'gramCounts'> {
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const [gramStems, gramCounts] = [new Int32Array(total), new Float32Array(total)];
  let from = 0;
  for (const list of lists) {
    gramStems.set(list.entries().subarray(0, list.length), from);
    gramCounts.set(list.weights().subarray(0, list.length), from);
    from += list.length;
  }
  return { gramStems, gramCounts };
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
