import { Postings } from './postings.ts';

/** Character n-grams of these lengths, taken within a word that is padded by a space on both sides. */
const SHORTEST = 3;
const LONGEST = 5;
/** An n-gram that more stems than this have, and more than this share of all, is not counted. */
const COMMON_FROM = 100;
const COMMON_SHARE = 0.01;

/** The character n-grams of stems, which are known by number. A stem weighs in while it is counted as living. */
export interface CharacterGrams {
  /** Takes in a stem that is not living yet. */
  add(id: number, stem: string): void;
  /** A stem appeared in the index, or vanished from it. */
  live(stem: string, change: 1 | -1): void;
  /** Numbers of stems that have one of the shortest n-grams of `stem`; some more than once, and not only living ones. */
  sharing(stem: string): Iterable<number>;
  /**
   * TF-IDF dot products of the n-grams of a weighted query with those of every stem, by stem number. The n-gram vector of
   * a text is the sum of its words' vectors, so any chunk's product is a sum over its stems: no n-gram list of chunks is
   * kept. The array is good until the next query.
   */
  similarities(query: ReadonlyMap<string, number>): Float64Array;
  /** Squared length of every stem's own n-gram vector, by number. */
  squaredLengths(): Float64Array;
  save(): SavedGrams;
}

/** Takes longer to find than to read. */
export interface SavedGrams {
  readonly grams: readonly string[];
  /** n-gram → how many stems have it; then those stems with their counts, one n-gram after the other. */
  readonly stemsPerGram: Int32Array;
  readonly gramStems: Int32Array;
  readonly gramCounts: Int32Array;
}

/** One n-gram: the stems that have it with their counts, and how many of them are living. */
interface Gram {
  readonly stems: Postings;
  living: number;
}

/** Of no stems, or of those that were saved; `chunksWith` are the chunks with each, by number: one that is in none is not living. */
export function createCharacterGrams(saved?: SavedGrams, chunksWith: ArrayLike<number> = []): CharacterGrams {
  const grams = new Map<string, Gram>(saved ? savedGrams(saved, chunksWith) : []);
  let stems = chunksWith.length;
  let living = 0;
  for (let id = 0; id < stems; id++) if ((chunksWith[id] ?? 0) > 0) living++;
  let products = new Float64Array(0);
  /** The lists that the last query added to `products`: clearing those is less work than clearing a whole vocabulary. */
  let added: readonly Postings[] = [];

  return {
    add(id, stem) {
      stems = Math.max(stems, id + 1);
      for (const [text, count] of countGrams(stem)) {
        const gram = grams.get(text) ?? { stems: new Postings(), living: 0 };
        grams.set(text, gram);
        gram.stems.push(id, count);
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
        if (list) yield* list.entries.subarray(0, list.length);
      }
    },
    similarities(query) {
      for (const list of added) clearProducts(list, products);
      if (products.length < stems) products = new Float64Array(stems * 2);
      added = [...weighGrams(query)].flatMap(([text, weight]) => {
        const gram = grams.get(text);
        const scale = gram ? weight * gramFrequency(gram.living, living) ** 2 : 0;
        if (!gram || scale === 0) return [];
        addProducts(gram.stems, scale, products);
        return gram.stems;
      });
      return products;
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

function addProducts({ entries, values, length }: Postings, scale: number, products: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const stem = entries[at] ?? 0;
    products[stem] = (products[stem] ?? 0) + scale * (values[at] ?? 0);
  }
}

function clearProducts({ entries, length }: Postings, products: Float64Array): void {
  for (let at = 0; at < length; at++) products[entries[at] ?? 0] = 0;
}

function addSquares({ entries, values, length }: Postings, scale: number, squares: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const stem = entries[at] ?? 0;
    squares[stem] = (squares[stem] ?? 0) + scale * (values[at] ?? 0) ** 2;
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

function* savedGrams({ grams, stemsPerGram, gramStems, gramCounts }: SavedGrams, chunksWith: ArrayLike<number>): Iterable<[string, Gram]> {
  let from = 0;
  for (const [at, text] of grams.entries()) {
    const to = from + (stemsPerGram[at] ?? 0);
    const stems = new Postings(gramStems.subarray(from, to), gramCounts.subarray(from, to), to - from);
    let living = 0;
    for (; from < to; from++) if ((chunksWith[gramStems[from] ?? 0] ?? 0) > 0) living++;
    yield [text, { stems, living }];
  }
}

function flattened(grams: ReadonlyMap<string, Gram>): SavedGrams {
  const lists = Array.from(grams.values(), ({ stems }) => stems);
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const [gramStems, gramCounts] = [new Int32Array(total), new Int32Array(total)];
  let from = 0;
  for (const { entries, values, length } of lists) {
    gramStems.set(entries.subarray(0, length), from);
    gramCounts.set(values.subarray(0, length), from);
    from += length;
  }
  return { grams: [...grams.keys()], stemsPerGram: Int32Array.from(lists, ({ length }) => length), gramStems, gramCounts };
}
