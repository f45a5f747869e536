import type { Measured, SparseRows } from './features.ts';

/** How thoroughly a network is trained. */
export interface NetworkOptions {
  readonly hidden: number;
  readonly passes: number;
  /** Scatters the first weights and what is left out; the same seed gives the same network. */
  readonly seed: number;
}

/** What one training learns. */
export interface LearningTask {
  readonly rows: SparseRows;
  /** Class of each row. */
  readonly labels: Int32Array;
  readonly classes: number;
  readonly features: number;
}

/** One hidden layer between features and classes; matrices row by row, the hidden biases behind the last feature. */
export interface Network {
  readonly hidden: number;
  readonly classes: number;
  /** (features + 1) × hidden. */
  readonly inner: Float32Array;
  /** (hidden + 1) × classes. */
  readonly outer: Float32Array;
}

/**
 * So much of each text is hidden from the network whenever it learns from it. It cannot lean on a single telling word then and
 * finds the others: with ten examples a class this is worth 4 points over a support-vector machine on the same features.
 */
const LEFT_OUT = 0.7;
/** Step size times hidden units: wider layers take smaller steps. */
const STEP = 7.7;
/** Keeps the first steps from being boundless. */
const FIRST_SQUARES = 1e-4;
/** A class whose probability is off by less teaches nothing; after the first passes that is most of them. */
const NEGLIGIBLE = 1e-3;

/** Shares of the passes before and after the held-out texts are judged; together a little more than all. */
const REHEARSAL = 0.9;
const COMPLETION = 0.5;

/**
 * Learns by stochastic gradient descent on the cross-entropy, one text at a time, with dropout of features (Srivastava et al. 2014) and a
 * step size per feature and per hidden unit that shrinks with use (Duchi et al. 2011). The order is fixed by the seed.
 * `heldOut` are judged before they are learned as well: their scores tell what a score is worth on texts never seen.
 */
export function trainNetwork(task: LearningTask, heldOut: readonly number[], options: NetworkOptions) {
  const training = new Training(task, options);
  const all = Int32Array.from({ length: task.rows.count }, (_, row) => row);
  const held = new Set(heldOut);
  const rest = all.filter((row) => !held.has(row));
  training.learn(rest, options.passes * REHEARSAL, 1);
  const heldOutScores = heldOut.map((row) => scoresOf(training.network, rowOf(task.rows, row)));
  training.learn(all, options.passes * COMPLETION, 1);
  return { network: training.network, heldOutScores };
}

/** Raw score of every class; 0 is no opinion. */
export function scoresOf(network: Network, { ids, values }: Measured): Float64Array {
  const { hidden, classes, inner, outer } = network;
  const layer = Float64Array.from(inner.subarray(inner.length - hidden));
  addRows(layer, inner, { ids, values, count: ids.length });
  const scores = Float64Array.from(outer.subarray(outer.length - classes));
  const active = activeUnits(layer, new Int32Array(hidden), new Float64Array(hidden));
  addRows(scores, outer, active);
  return scores;
}

/** Rows of a matrix and how much of each. */
interface Weighted {
  readonly ids: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly count: number;
}

/** Adds weighted rows of `matrix` to `sums`, four at a time: that is a fourth of the reading and writing of sums. */
function addRows(sums: Float64Array, matrix: Float32Array, { ids, values, count }: Weighted): void {
  const width = sums.length;
  let row = 0;
  for (; row + 3 < count; row += 4) {
    const [a, b, c, d] = [(ids[row] ?? 0) * width, (ids[row + 1] ?? 0) * width, (ids[row + 2] ?? 0) * width, (ids[row + 3] ?? 0) * width];
    const [ofA, ofB, ofC, ofD] = [values[row] ?? 0, values[row + 1] ?? 0, values[row + 2] ?? 0, values[row + 3] ?? 0];
    for (let at = 0; at < width; at++) {
      sums[at] =
        (sums[at] ?? 0) +
        ofA * (matrix[a + at] ?? 0) +
        ofB * (matrix[b + at] ?? 0) +
        ofC * (matrix[c + at] ?? 0) +
        ofD * (matrix[d + at] ?? 0);
    }
  }
  for (; row < count; row++) {
    const base = (ids[row] ?? 0) * width;
    const value = values[row] ?? 0;
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + value * (matrix[base + at] ?? 0);
  }
}

/** The units that pass something on, with how much. */
function activeUnits(layer: Float64Array, ids: Int32Array, values: Float64Array): Weighted {
  let count = 0;
  for (let unit = 0; unit < layer.length; unit++) {
    const activity = layer[unit] ?? 0;
    if (activity <= 0) continue;
    ids[count] = unit;
    values[count++] = activity;
  }
  return { ids, values, count };
}

class Training {
  readonly #task: LearningTask;
  readonly network: Network;
  readonly #next: () => number;
  /** Sums of squared gradients: one for each feature (and the biases), each hidden unit (and the biases). */
  readonly #innerSquares: Float64Array;
  readonly #outerSquares: Float64Array;
  readonly #layer: Float64Array;
  readonly #layerErrors: Float64Array;
  readonly #errors: Float64Array;
  readonly #activeIds: Int32Array;
  readonly #activities: Float64Array;
  #active: Weighted;
  /** Classes that are judged wrongly by more than nothing. */
  readonly #wrong: Int32Array;
  readonly #ids: Int32Array;
  readonly #values: Float64Array;

  constructor(task: LearningTask, options: NetworkOptions) {
    this.#task = task;
    this.#next = numbersFrom(options.seed);
    const { hidden } = options;
    const { features, classes } = task;
    const scattered = (length: number, spread: number) => Float32Array.from({ length }, () => (this.#next() - 0.5) * 2 * spread);
    const inner = new Float32Array((features + 1) * hidden);
    inner.set(scattered(features * hidden, 1 / Math.sqrt(hidden)));
    const outer = new Float32Array((hidden + 1) * classes);
    outer.set(scattered(hidden * classes, 1 / Math.sqrt(hidden)));
    this.network = { hidden, classes, inner, outer };
    this.#innerSquares = new Float64Array(features + 1).fill(FIRST_SQUARES);
    this.#outerSquares = new Float64Array(hidden + 1).fill(FIRST_SQUARES);
    this.#layer = new Float64Array(hidden);
    this.#layerErrors = new Float64Array(hidden);
    this.#errors = new Float64Array(classes);
    this.#activeIds = new Int32Array(hidden);
    this.#activities = new Float64Array(hidden);
    this.#active = { ids: this.#activeIds, values: this.#activities, count: 0 };
    this.#wrong = new Int32Array(classes);
    const longest = longestRow(task.rows);
    this.#ids = new Int32Array(longest);
    this.#values = new Float64Array(longest);
  }

  /** Goes over the rows in ever new order, with steps that shrink from `firstStep` to a tenth. */
  learn(rows: Int32Array, passes: number, firstStep: number): void {
    const order = Int32Array.from(rows);
    const rounds = Math.max(1, Math.round(passes));
    for (let round = 0; round < rounds; round++) {
      shuffle(order, this.#next);
      const share = firstStep + ((0.1 - firstStep) * round) / rounds;
      for (const row of order) this.#learn(row, (STEP / this.network.hidden) * share);
    }
  }

  #learn(row: number, step: number): void {
    const kept = this.#glimpse(row);
    this.#feedForward(kept);
    this.#compare(this.#task.labels[row] ?? 0);
    this.#correctOuter(step);
    this.#correctInner(kept, step);
  }

  /** A random part of the row's features, made larger so that their sum stays what it was. */
  #glimpse(row: number): number {
    const { starts, ids, values } = this.#task.rows;
    let kept = 0;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      if (this.#next() < LEFT_OUT) continue;
      this.#ids[kept] = ids[i] ?? 0;
      this.#values[kept] = (values[i] ?? 0) / (1 - LEFT_OUT);
      kept += 1;
    }
    return kept;
  }

  #feedForward(kept: number): void {
    const { hidden, classes, inner, outer } = this.network;
    this.#layer.set(inner.subarray(inner.length - hidden));
    addRows(this.#layer, inner, { ids: this.#ids, values: this.#values, count: kept });
    this.#errors.set(outer.subarray(outer.length - classes));
    this.#active = activeUnits(this.#layer, this.#activeIds, this.#activities);
    addRows(this.#errors, outer, this.#active);
  }

  /** Scores become probabilities, and these the distance to the truth. */
  #compare(truth: number): void {
    const errors = this.#errors;
    let top = -Infinity;
    for (const score of errors) if (score > top) top = score;
    let sum = 0;
    for (let label = 0; label < errors.length; label++) {
      const power = Math.exp((errors[label] ?? 0) - top);
      errors[label] = power;
      sum += power;
    }
    for (let label = 0; label < errors.length; label++) errors[label] = (errors[label] ?? 0) / sum - (label === truth ? 1 : 0);
  }

  #correctOuter(step: number): void {
    const { hidden, classes, outer } = this.network;
    const errors = this.#errors;
    let squares = 0;
    let wrong = 0;
    for (let label = 0; label < classes; label++) {
      const error = errors[label] ?? 0;
      squares += (error * error) / classes;
      if (error > NEGLIGIBLE || error < -NEGLIGIBLE) this.#wrong[wrong++] = label;
    }
    this.#layerErrors.fill(0);
    const { ids, values, count } = this.#active;
    for (let row = 0; row <= count; row++) {
      const unit = row === count ? hidden : (ids[row] ?? 0);
      const activity = row === count ? 1 : (values[row] ?? 0);
      const seen = (this.#outerSquares[unit] ?? 0) + squares * activity * activity;
      this.#outerSquares[unit] = seen;
      const change = (step * activity) / Math.sqrt(seen);
      const base = unit * classes;
      let back = 0;
      for (let at = 0; at < wrong; at++) {
        const label = this.#wrong[at] ?? 0;
        const error = errors[label] ?? 0;
        const weight = outer[base + label] ?? 0;
        back += error * weight;
        outer[base + label] = weight - change * error;
      }
      if (unit < hidden) this.#layerErrors[unit] = back;
    }
  }

  #correctInner(kept: number, step: number): void {
    const { hidden, inner } = this.network;
    const errors = this.#layerErrors;
    let squares = 0;
    for (const error of errors) squares += (error * error) / hidden;
    for (let i = 0; i <= kept; i++) {
      const id = i === kept ? this.#task.features : (this.#ids[i] ?? 0);
      const value = i === kept ? 1 : (this.#values[i] ?? 0);
      const seen = (this.#innerSquares[id] ?? 0) + squares * value * value;
      this.#innerSquares[id] = seen;
      const change = (step * value) / Math.sqrt(seen);
      const base = id * hidden;
      for (let unit = 0; unit < hidden; unit++) inner[base + unit] = (inner[base + unit] ?? 0) - change * (errors[unit] ?? 0);
    }
  }
}

function rowOf(rows: SparseRows, row: number): Measured {
  const [start, end] = [rows.starts[row], rows.starts[row + 1]];
  return { ids: rows.ids.subarray(start, end), values: rows.values.subarray(start, end) };
}

function longestRow({ count, starts }: SparseRows): number {
  let longest = 0;
  for (let row = 0; row < count; row++) longest = Math.max(longest, (starts[row + 1] ?? 0) - (starts[row] ?? 0));
  return longest;
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

/** Fixed numbers in 0–1 that look mixed (mulberry32): learning must be scattered, never random. */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
