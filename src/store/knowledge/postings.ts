/** Most n-grams are in one or two stems. */
const SMALLEST = 2;

/**
 * A list of (entry, value) pairs of whole numbers in typed arrays that double when full. A class because a small
 * vocabulary has tens of thousands of these: functions of its own would outweigh what each holds.
 */
export class Postings {
  /** Longer than `length`; bare, for the loops that run millions of times. */
  entries: Int32Array;
  values: Int32Array;
  length: number;

  /** Holds `entries[n]` with `values[n]`; the arrays are its own from now on. */
  constructor(entries: Int32Array = new Int32Array(SMALLEST), values: Int32Array = new Int32Array(SMALLEST), length = 0) {
    this.entries = entries;
    this.values = values;
    this.length = length;
  }

  push(entry: number, value: number): void {
    if (this.length === this.entries.length) {
      const capacity = Math.max(SMALLEST, this.length * 2);
      this.entries = moved(this.entries, new Int32Array(capacity));
      this.values = moved(this.values, new Int32Array(capacity));
    }
    this.entries[this.length] = entry;
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** `to`, which has more room, with what is in `from`. */
export function moved<Numbers extends Int32Array | Uint16Array | Uint8Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
