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
  for (let i = 0; i < ids.length; i++) {
    const base = (ids[i] ?? 0) * hidden;
    const value = values[i] ?? 0;
    for (let unit = 0; unit < hidden; unit++) layer[unit] = (layer[unit] ?? 0) + value * (inner[base + unit] ?? 0);
  }
  const scores = Float64Array.from(outer.subarray(outer.length - classes));
  for (let unit = 0; unit < hidden; unit++) {
    const activity = layer[unit] ?? 0;
    if (activity <= 0) continue;
    for (let label = 0; label < classes; label++) scores[label] = (scores[label] ?? 0) + activity * (outer[unit * classes + label] ?? 0);
  }
  return scores;
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
    const layer = this.#layer;
    const scores = this.#errors;
    const innerBias = inner.length - hidden;
    for (let unit = 0; unit < hidden; unit++) layer[unit] = inner[innerBias + unit] ?? 0;
    for (let i = 0; i < kept; i++) {
      const base = (this.#ids[i] ?? 0) * hidden;
      const value = this.#values[i] ?? 0;
      for (let unit = 0; unit < hidden; unit++) layer[unit] = (layer[unit] ?? 0) + value * (inner[base + unit] ?? 0);
    }
    const outerBias = outer.length - classes;
    for (let label = 0; label < classes; label++) scores[label] = outer[outerBias + label] ?? 0;
    for (let unit = 0; unit < hidden; unit++) {
      const activity = layer[unit] ?? 0;
      if (activity <= 0) continue;
      const base = unit * classes;
      for (let label = 0; label < classes; label++) scores[label] = (scores[label] ?? 0) + activity * (outer[base + label] ?? 0);
    }
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
    for (const error of errors) squares += (error * error) / classes;
    for (let unit = 0; unit <= hidden; unit++) {
      const activity = unit === hidden ? 1 : (this.#layer[unit] ?? 0);
      if (activity <= 0) {
        this.#layerErrors[unit] = 0;
        continue;
      }
      const seen = (this.#outerSquares[unit] ?? 0) + squares * activity * activity;
      this.#outerSquares[unit] = seen;
      const change = (step * activity) / Math.sqrt(seen);
      const base = unit * classes;
      let back = 0;
      for (let label = 0; label < classes; label++) {
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
