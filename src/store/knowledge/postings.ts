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

/** Most n-grams are in one or two stems. */
const SMALLEST = 2;

export const createPostings = (capacity = SMALLEST): Postings => new TypedPostings(new Int32Array(capacity), new Float32Array(capacity), 0);

/** A list that is full: `entries[n]` with `weights[n]`. The arrays are its own from now on. */
export const openPostings = (entries: Int32Array, weights: Float32Array): Postings => new TypedPostings(entries, weights, entries.length);

/** A class because a small vocabulary has tens of thousands of these: functions of its own would outweigh what each holds. */
class TypedPostings implements Postings {
  #entries: Int32Array;
  #weights: Float32Array;
  #length: number;

  constructor(entries: Int32Array, weights: Float32Array, length: number) {
    this.#entries = entries;
    this.#weights = weights;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#entries[index] ?? -1;
  }

  weightAt(index: number): number {
    return this.#weights[index] ?? 0;
  }

  push(entry: number, weight: number): void {
    if (this.#length === this.#entries.length) {
      const capacity = Math.max(SMALLEST, this.#length * 2);
      this.#entries = doubled(this.#entries, new Int32Array(capacity));
      this.#weights = doubled(this.#weights, new Float32Array(capacity));
    }
    this.#entries[this.#length] = entry;
    this.#weights[this.#length] = weight;
    this.#length += 1;
  }

  entries(): Int32Array {
    return this.#entries;
  }

  weights(): Float32Array {
    return this.#weights;
  }
}

function doubled<Items extends Int32Array | Float32Array>(from: Items, to: Items): Items {
  to.set(from);
  return to;
}
