/** Most n-grams are in one or two stems. */
const SMALLEST = 2;

/**
 * A list of whole numbers in a typed array that doubles when full. A class, as the next one, because a small vocabulary
 * has tens of thousands of these: functions of its own would outweigh what each holds.
 */
export class NumberList {
  /** Longer than `length`; bare, for the loops that run millions of times. */
  items: Int32Array;
  length: number;

  /** Holds these, which are its own from now on; or nothing yet. */
  constructor(items?: Int32Array) {
    this.items = items ?? new Int32Array(SMALLEST);
    this.length = items?.length ?? 0;
  }

  push(item: number): void {
    if (this.length === this.items.length) this.items = moved(this.items, roomFor(this.length));
    this.items[this.length++] = item;
  }
}

/** A list of (entry, value) pairs in the same way. */
export class Postings {
  entries: Int32Array;
  values: Int32Array;
  length: number;

  constructor(entries?: Int32Array, values?: Int32Array) {
    this.entries = entries ?? new Int32Array(SMALLEST);
    this.values = values ?? new Int32Array(SMALLEST);
    this.length = entries?.length ?? 0;
  }

  push(entry: number, value: number): void {
    if (this.length === this.entries.length) {
      this.entries = moved(this.entries, roomFor(this.length));
      this.values = moved(this.values, roomFor(this.length));
    }
    this.entries[this.length] = entry;
    this.values[this.length++] = value;
  }
}

const roomFor = (length: number): Int32Array => new Int32Array(Math.max(SMALLEST, length * 2));

/** `to`, which has more room, with what is in `from`. */
export function moved<Numbers extends Int32Array | Uint16Array | Uint8Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
