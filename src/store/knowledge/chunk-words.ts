import { moved } from './postings.ts';

/** The stems of every chunk with their weighted counts, one chunk after the other: two arrays for all of them. */
export interface ChunkWords {
  /** Longer than what is used; taken anew after every `add`, which may replace them. */
  readonly terms: Int32Array;
  readonly counts: Uint16Array;
  /** Where the stems of a chunk start, and where they end. */
  readonly startOf: (chunk: number) => number;
  readonly endOf: (chunk: number) => number;
  /** For the chunk with the next number. */
  add(terms: Int32Array, counts: Uint16Array): void;
}

const ROOM_FOR_STEMS = 1_024;
const ROOM_FOR_CHUNKS = 64;
const GROWTH = 1.5;

/** Starts with these chunks, as `saveState` writes them; the arrays are its own from now on. */
export function createChunkWords(
  terms: Int32Array = new Int32Array(ROOM_FOR_STEMS),
  counts: Uint16Array = new Uint16Array(ROOM_FOR_STEMS),
  stemsPerChunk: Int32Array = new Int32Array(0),
): ChunkWords {
  let chunks = stemsPerChunk.length;
  /** Where each chunk ends, from the second place on. */
  let ends = new Int32Array(chunks + ROOM_FOR_CHUNKS);
  for (let chunk = 0; chunk < chunks; chunk++) ends[chunk + 1] = (ends[chunk] ?? 0) + (stemsPerChunk[chunk] ?? 0);

  return {
    get terms() {
      return terms;
    },
    get counts() {
      return counts;
    },
    startOf: (chunk) => ends[chunk] ?? 0,
    endOf: (chunk) => ends[chunk + 1] ?? 0,
    add(ofChunk, withCounts) {
      const start = ends[chunks] ?? 0;
      const end = start + ofChunk.length;
      if (end > terms.length) {
        const room = Math.ceil(end * GROWTH);
        terms = moved(terms, new Int32Array(room));
        counts = moved(counts, new Uint16Array(room));
      }
      if (chunks + 1 === ends.length) ends = moved(ends, new Int32Array(Math.ceil(ends.length * GROWTH)));
      terms.set(ofChunk, start);
      counts.set(withCounts, start);
      ends[++chunks] = end;
    },
  };
}
