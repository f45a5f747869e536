import { NumberList } from './postings.ts';

/** Character n-grams of these lengths, taken within a word that is padded by a space on both sides. */
const SHORTEST = 3;
const LONGEST = 5;
/** An n-gram that more stems than this have, and more than this share of all, is not counted. */
const COMMON_FROM = 100;
const COMMON_SHARE = 0.01;
/** A stem and how often it has an n-gram, as one number; counts of more than these bits hold are taken for the most they hold. */
const COUNT_BITS = 4;
const MOST = (1 << COUNT_BITS) - 1;
const entryOf = (stem: number, count: number): number => (stem << COUNT_BITS) | Math.min(count, MOST);
const stemIn = (entry: number): number => entry >>> COUNT_BITS;
const countIn = (entry: number): number => entry & MOST;

/** The character n-grams of stems, which are known by number. A stem weighs in while it is counted as living. */
export interface CharacterGrams {
  /** Takes in a stem that is not living yet. */
  add(id: number, stem: string): void;
  /** A stem appeared in the index, or vanished from it. */
  live(stem: string, change: 1 | -1): void;
  /** Numbers of stems that have one of the shortest n-grams of `stem`; some more than once, and not only living ones. */
  sharing(stem: string): Iterable<number>;
  /**
   * Hands over the TF-IDF dot products of the n-grams of a weighted query with those of every stem, by stem number; the
   * array is good until `use` returns. The n-gram vector of a text is the sum of its words' vectors, so any chunk's
   * product is a sum over its stems: no n-gram list of chunks is kept.
   */
  compare<Result>(query: ReadonlyMap<string, number>, use: (products: Float64Array) => Result): Result;
  /** Squared length of every stem's own n-gram vector, by number. */
  squaredLengths(): Float64Array;
  save(): SavedGrams;
}

/** Takes longer to find than to read. */
export interface SavedGrams {
  readonly grams: readonly string[];
  /** n-gram → how many stems have it; then those stems with their counts (`entryOf`), one n-gram after the other. */
  readonly stemsPerGram: Int32Array;
  readonly gramStems: Int32Array;
}

/** One n-gram: the stems that have it with their counts, and how many of them are living. */
interface Gram {
  readonly stems: NumberList;
  living: number;
}

/** Of no stems, or of those that were saved; `chunksWith` are the chunks with each, by number: one that is in none is not living. */
export function createCharacterGrams(saved?: SavedGrams, chunksWith: ArrayLike<number> = []): CharacterGrams {
  const grams = new Map<string, Gram>(saved ? savedGrams(saved, chunksWith) : []);
  let stems = chunksWith.length;
  let living = 0;
  for (let id = 0; id < stems; id++) if ((chunksWith[id] ?? 0) > 0) living++;
  let products = new Float64Array(0);

  return {
    add(id, stem) {
      stems = Math.max(stems, id + 1);
      for (const [text, count] of countGrams(stem)) {
        const gram = grams.get(text) ?? { stems: new NumberList(), living: 0 };
        grams.set(text, gram);
        gram.stems.push(entryOf(id, count));
      }
    },
    live(stem, change) {
      living += change;
      for (const text of countGrams(stem).keys()) {
        const gram = grams.get(text);
        if (gram) gram.living += change;
      }
    },
    *sharing(stem) {
      for (const text of countGrams(stem).keys()) {
        const list = text.length === SHORTEST ? grams.get(text)?.stems : undefined;
        if (!list) continue;
        for (let at = 0; at < list.length; at++) yield stemIn(list.items[at] ?? 0);
      }
    },
    compare(query, use) {
      if (products.length < stems) products = new Float64Array(stems * 2);
      const shared = [...weighGrams(query)].flatMap(([text, weight]) => {
        const gram = grams.get(text);
        return gram ? { list: gram.stems, scale: weight * gramFrequency(gram.living, living) ** 2 } : [];
      });
      for (const { list, scale } of shared) if (scale > 0) addProducts(list, scale, products);
      const result = use(products);
      // Clearing these is less work than clearing a whole vocabulary.
      for (const { list, scale } of shared) if (scale > 0) clearProducts(list, products);
      return result;
    },
    squaredLengths() {
      const squares = new Float64Array(stems);
      for (const gram of grams.values()) addSquares(gram.stems, gramFrequency(gram.living, living) ** 2, squares);
      return squares;
    },
    save: () => flattened(grams),
  };
}

/** What an n-gram says about a word; one that a great many words have says next to nothing, and its list is long. */
const gramFrequency = (having: number, stems: number): number =>
  having > COMMON_FROM && having > stems * COMMON_SHARE ? 0 : Math.log(1 + stems / Math.max(1, having));

function addProducts({ items, length }: NumberList, scale: number, products: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const entry = items[at] ?? 0;
    const stem = stemIn(entry);
    products[stem] = (products[stem] ?? 0) + scale * countIn(entry);
  }
}

function clearProducts({ items, length }: NumberList, products: Float64Array): void {
  for (let at = 0; at < length; at++) products[stemIn(items[at] ?? 0)] = 0;
}

function addSquares({ items, length }: NumberList, scale: number, squares: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const entry = items[at] ?? 0;
    const stem = stemIn(entry);
    squares[stem] = (squares[stem] ?? 0) + scale * countIn(entry) ** 2;
  }
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

function weighGrams(query: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [stem, weight] of query) {
    for (const [gram, count] of countGrams(stem)) weights.set(gram, (weights.get(gram) ?? 0) + count * weight);
  }
  return weights;
}

function* savedGrams({ grams, stemsPerGram, gramStems }: SavedGrams, chunksWith: ArrayLike<number>): Iterable<[string, Gram]> {
  let from = 0;
  for (const [at, text] of grams.entries()) {
    const to = from + (stemsPerGram[at] ?? 0);
    const stems = new NumberList(gramStems.subarray(from, to));
    let living = 0;
    for (; from < to; from++) if ((chunksWith[stemIn(gramStems[from] ?? 0)] ?? 0) > 0) living++;
    yield [text, { stems, living }];
  }
}

function flattened(grams: ReadonlyMap<string, Gram>): SavedGrams {
  const lists = Array.from(grams.values(), ({ stems }) => stems);
  const gramStems = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const { items, length } of lists) {
    gramStems.set(items.subarray(0, length), from);
    from += length;
  }
  return { grams: [...grams.keys()], stemsPerGram: Int32Array.from(lists, ({ length }) => length), gramStems };
}
