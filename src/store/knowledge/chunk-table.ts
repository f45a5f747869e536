import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter } from './knowledge-index.ts';

export type StoredChunk = Omit<Passage, 'score'>;

/** What a filter and a score need to know about each chunk, by number, in typed arrays. Numbers are never reused. */
export interface ChunkTable {
  readonly used: number;
  readonly alive: number;
  /** Weighted words of all living chunks together. */
  readonly totalLength: number;
  add(chunk: StoredChunk, length: number, terms: Int32Array, counts: Float32Array): number;
  remove(chunk: number): void;
  isAlive(chunk: number): boolean;
  chunkAt(chunk: number): StoredChunk | undefined;
  /** Weighted words by chunk number; longer than `used`. */
  lengths(): Float32Array;
  termsOf(chunk: number): Int32Array;
  countsOf(chunk: number): Float32Array;
  /** A test for chunks that a search may return. */
  passing(filter: KnowledgeFilter): (chunk: number) => boolean;
  /** The chunks of these categories by rising number, removed ones among them. */
  inCategories(categories: readonly string[]): { readonly size: number; chunks(): readonly number[] };
}

/** What most filters ask, in one byte a chunk: a search asks it of thousands of chunks, and memory is slower than arithmetic. */
const ALIVE = 1;
const INTERNAL = 2;
const DATED = 4;

const NONE = new Int32Array(0);
const NO_COUNTS = new Float32Array(0);

export function createChunkTable(): ChunkTable {
  const chunks: (StoredChunk | undefined)[] = [];
  const terms: Int32Array[] = [];
  const counts: Float32Array[] = [];
  const categories = new Map<string, number>();
  const byCategory: number[][] = [];
  let capacity = 256;
  let lengths = new Float32Array(capacity);
  let categoryOf = new Uint16Array(capacity);
  let states = new Uint8Array(capacity);
  let validFrom = new Float64Array(capacity);
  let validUntil = new Float64Array(capacity);
  let alive = 0;
  let totalLength = 0;

  const grow = (): void => {
    capacity *= 2;
    const next = {
      lengths: new Float32Array(capacity),
      categoryOf: new Uint16Array(capacity),
      states: new Uint8Array(capacity),
      validFrom: new Float64Array(capacity),
      validUntil: new Float64Array(capacity),
    };
    next.lengths.set(lengths);
    next.categoryOf.set(categoryOf);
    next.states.set(states);
    next.validFrom.set(validFrom);
    next.validUntil.set(validUntil);
    ({ lengths, categoryOf, states, validFrom, validUntil } = next);
  };
  const categoryId = (name: string): number => {
    const known = categories.get(name);
    if (known !== undefined) return known;
    categories.set(name, byCategory.length);
    return byCategory.push([]) - 1;
  };

  return {
    get used() {
      return chunks.length;
    },
    get alive() {
      return alive;
    },
    get totalLength() {
      return totalLength;
    },
    add(chunk, length, chunkTerms, chunkCounts) {
      const id = chunks.length;
      if (id === capacity) grow();
      chunks.push(chunk);
      terms.push(chunkTerms);
      counts.push(chunkCounts);
      lengths[id] = length;
      const category = categoryId(chunk.category);
      categoryOf[id] = category;
      byCategory[category]?.push(id);
      states[id] = ALIVE | (chunk.audience === 'internal' ? INTERNAL : 0) | (chunk.validFrom || chunk.validUntil ? DATED : 0);
      validFrom[id] = chunk.validFrom?.getTime() ?? Number.NEGATIVE_INFINITY;
      validUntil[id] = chunk.validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
      alive++;
      totalLength += length;
      return id;
    },
    remove(id) {
      if (!chunks[id]) return;
      chunks[id] = undefined;
      states[id] = 0;
      terms[id] = NONE;
      counts[id] = NO_COUNTS;
      alive--;
      totalLength -= lengths[id] ?? 0;
    },
    isAlive: (id) => chunks[id] !== undefined,
    chunkAt: (id) => chunks[id],
    lengths: () => lengths,
    termsOf: (id) => terms[id] ?? NONE,
    countsOf: (id) => counts[id] ?? NO_COUNTS,
    passing(filter) {
      const wanted = filter.categories && new Uint8Array(categories.size);
      for (const name of filter.categories ?? []) {
        const id = categories.get(name);
        if (wanted && id !== undefined) wanted[id] = 1;
      }
      const at = filter.validAt.getTime();
      const internal = filter.audience === 'internal';
      const [known, from, until, category] = [states, validFrom, validUntil, categoryOf];
      return (id) => {
        const state = known[id] ?? 0;
        return (
          (state & ALIVE) !== 0 &&
          (internal || (state & INTERNAL) === 0) &&
          ((state & DATED) === 0 || ((from[id] ?? 0) <= at && (until[id] ?? 0) >= at)) &&
          (wanted === undefined || wanted[category[id] ?? 0] === 1)
        );
      };
    },
    inCategories(names) {
      const lists = [...new Set(names)].flatMap((name) => {
        const list = byCategory[categories.get(name) ?? -1];
        return list ? [list] : [];
      });
      return {
        size: lists.reduce((sum, list) => sum + list.length, 0),
        chunks: () => (lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort((a, b) => a - b)),
      };
    },
  };
}
