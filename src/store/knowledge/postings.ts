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

export function createPostings(capacity = 4): Postings {
  let entries = new Int32Array(capacity);
  let weights = new Float32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => entries[index] ?? -1,
    weightAt: (index) => weights[index] ?? 0,
    push(entry, weight) {
      if (length === entries.length) {
        entries = doubled(entries, new Int32Array(length * 2));
        weights = doubled(weights, new Float32Array(length * 2));
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
