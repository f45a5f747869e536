import { stem } from '../../domain/text/stem.ts';
import { conceptsOf } from './concepts.ts';
import { wordsOf } from './words.ts';

/** FNV-1a, 32 bits. Each kind of feature starts from its own offset, so that the word "an" and the letters "an" differ. */
const FNV_PRIME = 16777619;
const STEM_SEED = -2128831035;
const WORD_SEED = 51966325;
const LETTER_SEED = 84696351;
const CONCEPT_SEED = 1640531527;

/** Features with their number of occurrences. */
type Counts = ReadonlyMap<number, number>;

/** One kind of feature of a text. Blocks have a fixed length each before they are joined, so that none outweighs by its mere number. */
interface Block {
  readonly weight: number;
  count(words: readonly string[]): Counts;
}

export const VIEW_NAMES = ['words', 'phrases'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** Two ways to look at a text. They err in different places, which is why a committee of both knows more than each. */
const VIEWS: Readonly<Record<ViewName, readonly Block[]>> = {
  /** Stems alone and in pairs, and letters within words: forgiving of endings and typing errors, best when examples are few. */
  words: [
    { weight: 1, count: stemsAndPairs },
    {
      weight: 0.8,
      count: (words) =>
        letters(
          words.map((word) => ` ${word} `),
          3,
          4,
        ),
    },
    { weight: 1.2, count: concepts },
  ],
  /** Words with their neighbours, the next but one too, and letters across words: order matters, best when examples are many. */
  phrases: [
    { weight: 1, count: neighbours },
    { weight: 1, count: (words) => letters([` ${words.join(' ')} `], 3, 5) },
    { weight: 1, count: concepts },
  ],
};

/** One row after another: row `i` holds `ids` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** What a text is measured with: the features that training saw. */
export interface FeatureSpace {
  readonly view: ViewName;
  /** In the order of first appearance; the position is the feature's id. */
  readonly hashes: Int32Array;
  /** Rare features say more than frequent ones. */
  readonly rarity: Float32Array;
  /** Rarity of what training never saw: it counts in the length of a text and so lowers every score. */
  readonly unseenRarity: number;
}

/** The features of a text, block by block: counting is most of the work, so a corpus is counted once to be learned and measured. */
type Counted = readonly Counts[];

const countIn = (view: ViewName, words: readonly string[]): Counted => VIEWS[view].map((block) => block.count(words));

export const countAll = (view: ViewName, corpus: readonly (readonly string[])[]): readonly Counted[] =>
  corpus.map((words) => countIn(view, words));

/** Learns the features of a corpus; those in fewer than `leastTexts` texts are left out. */
export function fitFeatures(view: ViewName, corpus: readonly Counted[], leastTexts: number): FeatureSpace {
  const texts = new Map<number, number>();
  for (const counted of corpus) for (const counts of counted) for (const hash of counts.keys()) add(texts, hash);
  const kept = [...texts].filter(([, count]) => count >= leastTexts);
  // The root of the usual inverse frequency: with few texts a rare feature is often mere chance.
  const rarityOf = (count: number) => Math.sqrt(Math.log((1 + corpus.length) / (1 + count)) + 1);
  return {
    view,
    hashes: Int32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => rarityOf(count)),
    unseenRarity: rarityOf(0),
  };
}

export type FeatureIndex = ReadonlyMap<number, number>;

export function indexFeatures(space: FeatureSpace): FeatureIndex {
  const index = new Map<number, number>();
  space.hashes.forEach((hash, id) => index.set(hash, id));
  return index;
}

export interface Measured {
  readonly ids: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export function measure(words: readonly string[], space: FeatureSpace, index: FeatureIndex) {
  return weigh(countIn(space.view, words), space, index);
}

function weigh(counted: Counted, space: FeatureSpace, index: FeatureIndex) {
  const ids: number[] = [];
  const values: number[] = [];
  const blocks = VIEWS[space.view];
  const norm = Math.sqrt(blocks.reduce((sum, { weight }) => sum + weight * weight, 0));
  blocks.forEach((block, position) => {
    const first = ids.length;
    let squares = 0;
    for (const [hash, count] of counted[position] ?? []) {
      const id = index.get(hash);
      const value = (1 + Math.log(count)) * (id === undefined ? space.unseenRarity : (space.rarity[id] ?? 0));
      squares += value * value;
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
    }
    const scale = squares > 0 ? block.weight / norm / Math.sqrt(squares) : 0;
    for (let i = first; i < values.length; i++) values[i] = (values[i] ?? 0) * scale;
  });
  return { ids, values };
}

export function measureAll(corpus: readonly Counted[], space: FeatureSpace): SparseRows {
  const index = indexFeatures(space);
  const rows = corpus.map((counted) => weigh(counted, space, index));
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

export const wordsOfAll = (texts: readonly string[]): readonly (readonly string[])[] => texts.map(wordsOf);

function stemsAndPairs(words: readonly string[]): Counts {
  const counts = new Map<number, number>();
  let previous: string | undefined;
  for (const word of words.map(stem)) {
    add(counts, hashText(STEM_SEED, word));
    if (previous !== undefined) add(counts, hashText(hashText(STEM_SEED, previous) ^ 32, word));
    previous = word;
  }
  return counts;
}

/** Words, pairs, and pairs with any one word between; the ends of the text count as words in pairs. */
function neighbours(words: readonly string[]): Counts {
  const counts = new Map<number, number>();
  const marked = ['<', ...words, '>'];
  marked.forEach((word, i) => {
    const hash = hashText(WORD_SEED, word);
    if (i > 0 && i < marked.length - 1) add(counts, hash);
    const next = marked[i + 1];
    const nextButOne = marked[i + 2];
    if (next !== undefined) add(counts, hashText(hash ^ 32, next));
    if (nextButOne !== undefined) add(counts, hashText(hash ^ 42, nextButOne));
  });
  return counts;
}

function concepts(words: readonly string[]): Counts {
  return new Map(conceptsOf(words).map((concept) => [Math.imul(CONCEPT_SEED ^ (concept + 1), FNV_PRIME), 1]));
}

function letters(strings: readonly string[], shortest: number, longest: number): Counts {
  const counts = new Map<number, number>();
  for (const text of strings) {
    for (let from = 0; from < text.length; from++) {
      let hash = LETTER_SEED;
      const last = Math.min(text.length, from + longest);
      for (let at = from; at < last; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
        if (at - from + 1 >= shortest) add(counts, hash);
      }
    }
  }
  return counts;
}

function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

function add(into: Map<number, number>, key: number): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}
