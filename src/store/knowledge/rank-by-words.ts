import { topK } from './top-k.ts';

/** BM25 as in Robertson & Zaragoza (2009). */
const K1 = 1.2;
const B = 0.75;
/** Sums of the same numbers in another order differ in their last digits; a chunk is only passed over beyond that. */
const ROUNDING = 1 - 1e-9;

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

/**
 * Ranks chunks by BM25, exactly, without reading what cannot matter (after MaxScore, Turtle & Flood 1995): words are
 * read from the most to the least telling, and once the words that are left cannot lift an unread chunk among the best,
 * they are only looked up for the chunks that still can get there.
 */
export function createWordRanking(): (request: {
  readonly lists: readonly WordList[];
  /** Weighted words by chunk number, and their mean. */
  readonly lengths: Float32Array;
  readonly average: number;
  /** Chunks numbered below this exist. */
  readonly used: number;
  readonly passes: (chunk: number) => boolean;
  /** Only these chunks, by rising number. */
  readonly within?: readonly number[] | undefined;
  readonly limit: number;
  readonly before: (a: number, b: number) => boolean;
}) => readonly RankedChunk[] {
  // Kept between searches, all zero: clearing what was touched is cheaper than a new array as long as the index.
  let scores = new Float64Array(0);

  return ({ lists, lengths, average, used, passes, within, limit, before }) => {
    if (scores.length < used) scores = new Float64Array(Math.max(used, scores.length * 2));
    const ordered = lists
      .map((list) => ({ ...list, bound: list.worth * list.highest }))
      .sort((a, b) => b.bound - a.bound || a.length - b.length);
    let remaining = ordered.reduce((sum, { bound }) => sum + bound, 0);
    let read = 0;
    let bar = 0;
    const touched: number[] = [];

    for (const chunk of within ?? []) if (passes(chunk)) touched.push(chunk);
    // Read whole lists while a chunk that was not seen yet could still be among the best.
    const readable = within ? [] : ordered;
    for (; read < readable.length && remaining >= bar * ROUNDING; read++) {
      const list = readable[read];
      if (!list) break;
      addList(list, scores, touched, lengths, average, passes);
      remaining -= list.bound;
      if (touched.length >= limit) bar = Math.max(bar, kthLargest(touched, scores, limit));
    }
    // The rest of the words only for those that are still in the running.
    let running = Int32Array.from(touched).sort();
    for (; read < ordered.length; read++) {
      const list = ordered[read];
      if (!list) break;
      running = running.filter((chunk) => (scores[chunk] ?? 0) + remaining >= bar * ROUNDING);
      lookUp(list, running, scores, lengths, average);
      remaining -= list.bound;
      if (running.length >= limit) bar = Math.max(bar, kthLargest(running, scores, limit));
    }
    const best = topK(running, (chunk) => scores[chunk] ?? 0, before, limit);
    for (const chunk of touched) scores[chunk] = 0;
    return best;
  };
}

function addList(
  { chunks, counts, length, worth }: WordList,
  scores: Float64Array,
  touched: number[],
  lengths: Float32Array,
  average: number,
  passes: (chunk: number) => boolean,
): void {
  for (let index = 0; index < length; index++) {
    const chunk = chunks[index] ?? 0;
    const known = scores[chunk] ?? 0;
    if (known === 0) {
      if (!passes(chunk)) continue;
      touched.push(chunk);
    }
    scores[chunk] = known + worth * saturation(counts[index] ?? 0, lengths[chunk] ?? 0, average);
  }
}

/** Walks the list and the rising chunk numbers together, jumping over what lies between two of them. */
function lookUp(
  { chunks, counts, length, worth }: WordList,
  running: Int32Array,
  scores: Float64Array,
  lengths: Float32Array,
  average: number,
): void {
  let at = 0;
  for (const chunk of running) {
    at = firstFrom(chunks, length, at, chunk);
    if (at >= length) return;
    if (chunks[at] !== chunk) continue;
    scores[chunk] = (scores[chunk] ?? 0) + worth * saturation(counts[at] ?? 0, lengths[chunk] ?? 0, average);
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
