import { saturation } from './bm25.ts';
import { countIn, lengthIn } from './measure.ts';
import type { QueryWord } from './query-word.ts';
import { kthLargest } from './top-k.ts';

/** Chunks that may be among the best of a search, each with what it has earned by the words so far. */
export interface Contenders {
  /** How many there are. */
  readonly count: number;
  /** Their numbers, in no order; good until the next call. */
  chunks(): Int32Array;
  /**
   * Adds what a word is worth to every chunk that has it. A chunk that was not seen before becomes a contender, unless it
   * earns less than `least` by this word or does not pass.
   */
  read(word: QueryWord, penalty: number, least: number, passes: (chunk: number) => boolean): void;
  /** Adds what a word is worth to the contenders. */
  add(word: QueryWord, penalty: number, lengths: Uint16Array): void;
  /** What the `limit`-th best has earned so far; 0 while there are fewer. */
  kthEarned(limit: number): number;
  /** The `limit` that have earned most so far, of equals any; there are at least so many. */
  best(limit: number): Int32Array;
  /** Only those stay that have earned at least this much. No word is read after that. */
  drop(least: number): void;
  /** Makes room for an index of so many chunks, before a search. */
  ensureRoom(chunks: number): void;
  /** Forgets all that were seen, after a search. */
  clear(): void;
}

/** Kept between searches: clearing what was touched is cheaper than new arrays as long as the index. */
export function createContenders(): Contenders {
  /** By chunk number; 0 for a chunk that was not seen. */
  let earned = new Float64Array(0);
  /** Those in the running come first, then those that were dropped. */
  let seen = new Int32Array(0);
  let sums = new Float64Array(0);
  let count = 0;
  let found = 0;

  const kthEarned = (limit: number): number => {
    if (count < limit) return 0;
    for (let at = 0; at < count; at++) sums[at] = earned[seen[at] ?? 0] ?? 0;
    return kthLargest(sums.subarray(0, count), limit);
  };

  return {
    get count() {
      return count;
    },
    chunks: () => seen.subarray(0, count),
    read(word, penalty, least, passes) {
      found = readWord(word, penalty, earned, seen, found, least, passes);
      count = found;
    },
    add(word, penalty, lengths) {
      if (word.counts) addCounts(word.counts, word.worth, penalty, earned, seen, count, lengths);
      else addPostings(word, penalty, earned);
    },
    kthEarned,
    best: (limit) => bestOf(seen.subarray(0, count), earned, kthEarned(limit), limit),
    drop(least) {
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const chunk = seen[at] ?? 0;
        if ((earned[chunk] ?? 0) < least) continue;
        seen[at] = seen[kept] ?? 0;
        seen[kept++] = chunk;
      }
      count = kept;
    },
    clear() {
      for (let at = 0; at < found; at++) earned[seen[at] ?? 0] = 0;
      count = 0;
      found = 0;
    },
    ensureRoom(chunks) {
      if (earned.length >= chunks) return;
      earned = new Float64Array(chunks * 2);
      seen = new Int32Array(chunks * 2);
      sums = new Float64Array(chunks * 2);
    },
  };
}

/** Returns how many chunks were seen by now. */
function readWord(
  { postings: { entries, values, length }, worth }: QueryWord,
  penalty: number,
  earned: Float64Array,
  seen: Int32Array,
  found: number,
  least: number,
  passes: (chunk: number) => boolean,
): number {
  for (let at = 0; at < length; at++) {
    const chunk = entries[at] ?? 0;
    const measure = values[at] ?? 0;
    const share = worth * saturation(countIn(measure), lengthIn(measure), penalty);
    const before = earned[chunk] ?? 0;
    if (before === 0) {
      if (share < least || !passes(chunk)) continue;
      seen[found++] = chunk;
    }
    earned[chunk] = before + share;
  }
  return found;
}

/** Those that have earned more than the `limit`-th, and of its equals as many as there is room for. */
function bestOf(chunks: Int32Array, earned: Float64Array, kthEarned: number, limit: number): Int32Array {
  const best = new Int32Array(limit);
  let above = 0;
  let equal = limit;
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] ?? 0;
    const has = earned[chunk] ?? 0;
    if (has > kthEarned) best[above++] = chunk;
    else if (has === kthEarned && equal > above) best[--equal] = chunk;
  }
  return best;
}

function addPostings({ postings: { entries, values, length }, worth }: QueryWord, penalty: number, earned: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const chunk = entries[at] ?? 0;
    const before = earned[chunk] ?? 0;
    if (before === 0) continue;
    const measure = values[at] ?? 0;
    earned[chunk] = before + worth * saturation(countIn(measure), lengthIn(measure), penalty);
  }
}

function addCounts(
  counts: Uint16Array,
  worth: number,
  penalty: number,
  earned: Float64Array,
  chunks: Int32Array,
  running: number,
  lengths: Uint16Array,
): void {
  for (let at = 0; at < running; at++) {
    const chunk = chunks[at] ?? 0;
    const count = counts[chunk] ?? 0;
    if (count > 0) earned[chunk] = (earned[chunk] ?? 0) + worth * saturation(count, lengths[chunk] ?? 0, penalty);
  }
}
