/** A list of (number, weight) pairs in typed arrays that double when full. */
export interface Postings {
  readonly length: number;
  at(index: number): number;
  weightAt(index: number): number;
  push(entry: number, weight: number): void;
  /** The arrays behind it, longer than `length`; for the loops that run millions of times. */
  entries(): Int32Array;
  weights(): Float32Array;
}

const SMALLEST = 4;

export const createPostings = (capacity = SMALLEST): Postings => postingsIn(new Int32Array(capacity), new Float32Array(capacity), 0);

/** A list that is full: `entries[n]` with `weights[n]`. The arrays are its own from now on. */
export const openPostings = (entries: Int32Array, weights: Float32Array): Postings => postingsIn(entries, weights, entries.length);

function postingsIn(entries: Int32Array, weights: Float32Array, length: number): Postings {
  return {
    get length() {
      return length;
    },
    at: (index) => entries[index] ?? -1,
    weightAt: (index) => weights[index] ?? 0,
    push(entry, weight) {
      if (length === entries.length) {
        entries = doubled(entries, new Int32Array(Math.max(SMALLEST, length * 2)));
        weights = doubled(weights, new Float32Array(Math.max(SMALLEST, length * 2)));
      }
      entries[length] = entry;
      weights[length] = weight;
      length++;
    },
    entries: () => entries,
    weights: () => weights,
  };
}

function doubled<Items extends Int32Array | Float32Array>(from: Items, to: Items): Items {
  to.set(from);
  return to;
}
