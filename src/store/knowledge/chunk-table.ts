import type { Passage } from '../../domain/classification.ts';
import { createCategoryLists, type CategoryLists } from './category-lists.ts';
import { createChunkWords, type ChunkWords } from './chunk-words.ts';
import type { KnowledgeFilter } from './knowledge-index.ts';
import { moved } from './postings.ts';

export type StoredChunk = Omit<Passage, 'score'>;

/** What a filter and a score need to know about each chunk, by number. Numbers are never reused. */
export interface ChunkTable {
  /** Chunks numbered below this exist, removed ones among them. */
  readonly used: number;
  readonly alive: number;
  /** Weighted words of all living chunks together. */
  readonly totalLength: number;
  /** Weighted words by chunk number; longer than `used`, and replaced by an `add` that needs more room. */
  readonly lengths: Uint16Array;
  readonly words: ChunkWords;
  add(chunk: StoredChunk, length: number): number;
  remove(chunk: number): void;
  isAlive(chunk: number): boolean;
  chunkAt(chunk: number): StoredChunk | undefined;
  /** A test for chunks that a search may return. */
  passing(filter: KnowledgeFilter): (chunk: number) => boolean;
  inCategories(names: readonly string[]): ReturnType<CategoryLists['chunksIn']>;
}

const ROOM = 256;

/** `words` may know the next chunks already; they are added in the same order. */
export function createChunkTable(words = createChunkWords()): ChunkTable {
  const chunks: (StoredChunk | undefined)[] = [];
  const categories = createCategoryLists();
  const states = createChunkStates();
  let lengths = new Uint16Array(ROOM);
  let alive = 0;
  let totalLength = 0;

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
    get lengths() {
      return lengths;
    },
    words,
    add(chunk, length) {
      const id = chunks.push(chunk) - 1;
      if (id === lengths.length) lengths = moved(lengths, new Uint16Array(id * 2));
      lengths[id] = length;
      categories.add(id, chunk.category);
      states.add(id, chunk);
      alive++;
      totalLength += length;
      return id;
    },
    remove(id) {
      if (!chunks[id]) return;
      chunks[id] = undefined;
      states.remove(id);
      alive--;
      totalLength -= lengths[id] ?? 0;
    },
    isAlive: (id) => chunks[id] !== undefined,
    chunkAt: (id) => chunks[id],
    passing(filter) {
      const mayBeSeen = states.passing(filter);
      if (!filter.categories) return mayBeSeen;
      const isWanted = categories.isIn(filter.categories);
      return (id) => isWanted(id) && mayBeSeen(id);
    },
    inCategories: (names) => categories.chunksIn(names),
  };
}

/** What most filters ask, in one byte a chunk: a search asks it of thousands of chunks, and memory is slower than arithmetic. */
const ALIVE = 1;
const INTERNAL = 2;
const DATED = 4;

interface ChunkStates {
  add(id: number, chunk: StoredChunk): void;
  remove(id: number): void;
  passing(filter: KnowledgeFilter): (id: number) => boolean;
}

function createChunkStates(): ChunkStates {
  let states = new Uint8Array(ROOM);
  /** Of the few chunks that are not valid at any time, in milliseconds. */
  const validity = new Map<number, { readonly from: number; readonly until: number }>();

  return {
    add(id, { audience, validFrom, validUntil }) {
      if (id === states.length) states = moved(states, new Uint8Array(id * 2));
      const isDated = validFrom !== undefined || validUntil !== undefined;
      states[id] = ALIVE | (audience === 'internal' ? INTERNAL : 0) | (isDated ? DATED : 0);
      if (isDated) validity.set(id, { from: validFrom?.getTime() ?? -Infinity, until: validUntil?.getTime() ?? Infinity });
    },
    remove(id) {
      states[id] = 0;
      validity.delete(id);
    },
    passing({ audience, validAt }) {
      const at = validAt.getTime();
      const hidden = audience === 'internal' ? 0 : INTERNAL;
      const known = states;
      return (id) => {
        const state = known[id] ?? 0;
        if ((state & ALIVE) === 0 || (state & hidden) !== 0) return false;
        const valid = (state & DATED) === 0 ? undefined : validity.get(id);
        return valid === undefined || (valid.from <= at && valid.until >= at);
      };
    },
  };
}
