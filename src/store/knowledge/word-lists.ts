import { lengthPenalty, saturation } from './bm25.ts';
import type { ChunkTable } from './chunk-table.ts';
import { countIn, lengthIn, measureOf } from './measure.ts';
import { Postings } from './postings.ts';

/** The chunks of every stem, and the most that one of them can earn by it. Stems are known by number. */
export interface WordLists {
  /** Chunks come by rising number; each is in the table already. */
  add(term: number, chunk: number, count: number): void;
  /** The chunks with a stem, removed ones among them, each with its `measureOf`. */
  postingsOf(term: number): Postings | undefined;
  /** No chunk's `saturation` for the stem is higher. */
  boundOf(term: number): number;
  /** The counts of a stem by chunk number, if very many chunks have it; made when first asked for. */
  countsOf(term: number): Uint16Array | undefined;
  /** Makes all bounds tight again, where they have become too loose. */
  tighten(): void;
}

/** Beyond this the bounds say too little, and are measured anew at today's mean length. */
const BOUNDS_MAY_GROW = 1.1;
/** A stem that one chunk in so many has is worth an array by chunk number, a quarter longer than it has to be. */
const DENSE = 8;
const ROOM_TO_GROW = 1.25;

/** Starts with lists that were made before, by stem number. */
export function createWordLists(table: ChunkTable, lists: Postings[] = []): WordLists {
  /** By stem: the highest saturation that a chunk had when it was added. */
  const highest: number[] = [];
  /** The shortest mean length since then: a longer mean lifts saturations by no more than their quotient. */
  let shortest = Infinity;
  const dense = new Map<number, Uint16Array>();

  const growth = (): number => Math.max(1, meanLength(table) / shortest);
  const measureAll = (): void => {
    shortest = meanLength(table);
    const penalty = lengthPenalty(shortest);
    // Not all have one: a stem may have been met that is in no chunk.
    lists.forEach((list, term) => (highest[term] = highestIn(list, penalty)));
  };
  if (lists.length > 0) measureAll();

  return {
    add(term, chunk, count) {
      const length = table.lengths[chunk] ?? 0;
      const mean = meanLength(table);
      shortest = Math.min(shortest, mean);
      highest[term] = Math.max(highest[term] ?? 0, saturation(count, length, lengthPenalty(mean)));
      (lists[term] ??= new Postings()).push(chunk, measureOf(count, length));
      const counts = dense.get(term);
      if (counts && chunk < counts.length) counts[chunk] = count;
      else if (counts) dense.delete(term);
    },
    postingsOf: (term) => lists[term],
    boundOf: (term) => (highest[term] ?? 0) * growth(),
    countsOf(term) {
      const list = lists[term];
      if (!list || list.length * DENSE < table.used) return undefined;
      const counts = dense.get(term) ?? countsByChunk(list, Math.ceil(table.used * ROOM_TO_GROW));
      dense.set(term, counts);
      return counts;
    },
    tighten() {
      if (growth() > BOUNDS_MAY_GROW) measureAll();
    },
  };
}

export const meanLength = ({ totalLength, alive }: ChunkTable): number => totalLength / Math.max(1, alive);

function highestIn({ values, length }: Postings, penalty: number): number {
  let most = 0;
  for (let at = 0; at < length; at++) {
    const measure = values[at] ?? 0;
    most = Math.max(most, saturation(countIn(measure), lengthIn(measure), penalty));
  }
  return most;
}

function countsByChunk({ entries, values, length }: Postings, room: number): Uint16Array {
  const counts = new Uint16Array(room);
  for (let at = 0; at < length; at++) counts[entries[at] ?? 0] = countIn(values[at] ?? 0);
  return counts;
}
