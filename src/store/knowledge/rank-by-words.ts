import { topK } from './top-k.ts';

/** BM25 as in Robertson & Zaragoza (2009). */
const K1 = 1.2;
const B = 0.75;
/** What is added to the count of a word in a chunk of no length. */
const FLAT = K1 * (1 - B);
/** Sums of the same numbers in another order differ in their last digits; a chunk is only passed over beyond that. */
const ROUNDING = 1 - 1e-9;

/** A list that is so many times longer than the answer costs more to read than its bar costs to raise (measured: `npm run bench -- retrieval`). */
const WORTH_A_LOOK = 10;

/** The chunks that have one word of the query, by rising number. Arrays may be longer than `length`. */
export interface WordList {
  readonly chunks: Int32Array;
  readonly counts: Float32Array;
  readonly length: number;
  /** What the word is worth: its weight in the query times its inverse document frequency. */
  readonly worth: number;
  /** No chunk's `saturation` for this word is higher. */
  readonly highest: number;
}

export interface RankedChunk {
  readonly candidate: number;
  readonly score: number;
}

/** The share of a word's worth that a chunk earns: grows with the count, and falls with the chunk's length. 0 to K1 + 1. */
export const saturation = (count: number, length: number, average: number): number =>
  (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));

/** What the score of a chunk hangs on besides its words' counts. */
interface Measures {
  /** Weighted words by chunk number, and their mean. */
  readonly lengths: Float32Array;
  readonly average: number;
}

/**
 * Ranks chunks by BM25, exactly, without reading what cannot matter (after MaxScore, Turtle & Flood 1995): words are
 * read from the most to the least telling, and once the words that are left cannot lift an unread chunk among the best,
 * they are only looked up for the chunks that still can get there. How much that takes is known early, because the most
 * promising chunks are looked up in full after every list.
 */
export function createWordRanking(): (
  request: Measures & {
    readonly lists: readonly WordList[];
    /** Chunks numbered below this exist. */
    readonly used: number;
    readonly passes: (chunk: number) => boolean;
    /** Only these chunks, by rising number. */
    readonly within?: readonly number[] | undefined;
    readonly limit: number;
    readonly before: (a: number, b: number) => boolean;
  },
) => readonly RankedChunk[] {
  // Kept between searches: clearing what was touched is cheaper than new arrays as long as the index.
  let scores = new Float64Array(0);
  let touched = new Int32Array(0);

  return ({ lists, used, passes, within, limit, before, ...measures }) => {
    if (scores.length < used) {
      scores = new Float64Array(Math.max(used, scores.length * 2));
      touched = new Int32Array(scores.length);
    }
    const ordered = lists
      .map((list) => ({ ...list, bound: list.worth * list.highest }))
      .sort((a, b) => b.bound - a.bound || a.length - b.length);
    let remaining = ordered.reduce((sum, { bound }) => sum + bound, 0);
    let read = 0;
    let bar = 0;
    let found = 0;

    for (const chunk of within ?? []) if (passes(chunk)) touched[found++] = chunk;
    // Read whole lists while a chunk that was not seen yet could still be among the best.
    const readable = within ? [] : ordered;
    for (; read < readable.length && remaining >= bar * ROUNDING; read++) {
      const list = readable[read];
      if (!list) break;
      found = addList(list, scores, touched, found, measures, passes);
      remaining -= list.bound;
      const next = readable[read + 1];
      if (next === undefined || next.length < limit * WORTH_A_LOOK || remaining < bar * ROUNDING) continue;
      bar = Math.max(bar, fullBar(touched.subarray(0, found), scores, ordered.slice(read + 1), measures, limit));
    }
    // The rest of the words only for those that are still in the running.
    let running = touched.slice(0, found);
    if (read < ordered.length) running = inTheRunning(running, scores, bar * ROUNDING - remaining).sort();
    for (; read < ordered.length; read++) {
      const list = ordered[read];
      if (!list) break;
      lookUp(list, running, scores, measures);
      remaining -= list.bound;
      if (running.length >= limit) bar = Math.max(bar, kthLargest(running, scores, limit));
      running = inTheRunning(running, scores, bar * ROUNDING - remaining);
    }
    const best = topK(running, (chunk) => scores[chunk] ?? 0, before, limit);
    for (let index = 0; index < found; index++) scores[touched[index] ?? 0] = 0;
    return best;
  };
}

/** Adds what a word is worth to every chunk that has it; returns how many are touched now. */
function addList(
  { chunks, counts, length, worth }: WordList,
  scores: Float64Array,
  touched: Int32Array,
  found: number,
  { lengths, average }: Measures,
  passes: (chunk: number) => boolean,
): number {
  const slope = (K1 * B) / average;
  for (let index = 0; index < length; index++) {
    const chunk = chunks[index] ?? 0;
    const known = scores[chunk] ?? 0;
    if (known === 0) {
      if (!passes(chunk)) continue;
      touched[found++] = chunk;
    }
    const count = counts[index] ?? 0;
    scores[chunk] = known + (worth * count * (K1 + 1)) / (count + FLAT + slope * (lengths[chunk] ?? 0));
  }
  return found;
}

/**
 * The score of the `limit`-th best chunk is at least this: what the most promising of those touched come to with all their
 * words. 0 while there are fewer.
 */
function fullBar(touched: Int32Array, scores: Float64Array, unread: readonly WordList[], measures: Measures, limit: number): number {
  if (touched.length < limit) return 0;
  const promising = mostPromising(touched, scores, limit).sort();
  const full = Float64Array.from(promising, (chunk) => scores[chunk] ?? 0);
  for (const { chunks, counts, length, worth } of unread) {
    let at = 0;
    for (let index = 0; index < promising.length && at < length; index++) {
      const chunk = promising[index] ?? 0;
      at = firstFrom(chunks, length, at, chunk);
      if (chunks[at] === chunk && at < length) full[index] = (full[index] ?? 0) + worth * saturationOf(counts[at] ?? 0, chunk, measures);
    }
  }
  full.sort();
  return full[full.length - limit] ?? 0;
}

const saturationOf = (count: number, chunk: number, { lengths, average }: Measures): number =>
  saturation(count, lengths[chunk] ?? 0, average);

/** The best `limit` so far; of equals any. */
function mostPromising(touched: Int32Array, scores: Float64Array, limit: number): Int32Array {
  const least = kthLargest(touched, scores, limit);
  const above = touched.filter((chunk) => (scores[chunk] ?? 0) > least);
  const best = new Int32Array(limit);
  best.set(above);
  let count = above.length;
  for (let index = 0; count < limit && index < touched.length; index++) {
    const chunk = touched[index] ?? 0;
    if (scores[chunk] === least) best[count++] = chunk;
  }
  return best;
}

/** Those with at least this score. */
function inTheRunning(chunks: Int32Array, scores: Float64Array, least: number): Int32Array<ArrayBuffer> {
  const kept = new Int32Array(chunks.length);
  let count = 0;
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] ?? 0;
    if ((scores[chunk] ?? 0) >= least) kept[count++] = chunk;
  }
  return kept.subarray(0, count);
}

/** Walks the list and the rising chunk numbers together, jumping over what lies between two of them. */
function lookUp({ chunks, counts, length, worth }: WordList, running: Int32Array, scores: Float64Array, measures: Measures): void {
  let at = 0;
  for (const chunk of running) {
    at = firstFrom(chunks, length, at, chunk);
    if (at >= length) return;
    if (chunks[at] !== chunk) continue;
    scores[chunk] = (scores[chunk] ?? 0) + worth * saturationOf(counts[at] ?? 0, chunk, measures);
  }
}

/** The first place from `start` on that holds `wanted` or more: doubling steps, then halving ones. */
function firstFrom(chunks: Int32Array, length: number, start: number, wanted: number): number {
  let low = start;
  let step = 1;
  while (low + step < length && (chunks[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The k-th largest score among `chunks` (Hoare's selection), k from 1. */
function kthLargest(chunks: ArrayLike<number>, scores: Float64Array, k: number): number {
  const values = new Float64Array(chunks.length);
  for (let index = 0; index < chunks.length; index++) values[index] = scores[chunks[index] ?? 0] ?? 0;
  const wanted = values.length - k;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = swapped;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted] ?? 0;
}
