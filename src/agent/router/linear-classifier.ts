import type { SparseRows } from './features.ts';

export interface LinearOptions {
  /** How much an error costs against a small weight vector (C of the support-vector machine). */
  readonly cost: number;
  readonly passes: number;
  /** A class is done when no step within a pass is larger than this. */
  readonly tolerance: number;
}

/** The rows that one training uses, by position: a fold uses some of them. */
export interface LinearTask {
  readonly rows: SparseRows;
  /** Class of each row. */
  readonly labels: Int32Array;
  readonly used: Int32Array;
  readonly classes: number;
  readonly features: number;
}

/**
 * One linear support-vector machine (squared hinge) for each class against all others, by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, the method of LIBLINEAR). Weights stand feature after feature, `classes` numbers each; the last block is the bias.
 * The order of the steps is fixed, so the same rows give the same weights.
 */
export function trainOneVsRest(task: LinearTask, options: LinearOptions): Float32Array {
  const { classes, features } = task;
  const weights = new Float32Array((features + 1) * classes);
  const lengths = squaredLengths(task.rows);
  for (let label = 0; label < classes; label++) {
    const own = trainClass(task, label, lengths, options);
    for (let feature = 0; feature <= features; feature++) weights[feature * classes + label] = own[feature] ?? 0;
  }
  return weights;
}

/** Scores of every class for a measured text: positive on the side of the class. */
export function scoresOf(
  weights: Float32Array,
  classes: number,
  ids: ArrayLike<number>,
  values: ArrayLike<number>,
  from = 0,
  to = ids.length,
): Float64Array {
  const scores = new Float64Array(classes);
  const bias = weights.length - classes;
  for (let label = 0; label < classes; label++) scores[label] = weights[bias + label] ?? 0;
  for (let i = from; i < to; i++) {
    const base = (ids[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let label = 0; label < classes; label++) scores[label] = (scores[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  return scores;
}

function squaredLengths(rows: SparseRows): Float64Array {
  const lengths = new Float64Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    let sum = 1; // the bias is a feature of value 1
    for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) sum += (rows.values[i] ?? 0) ** 2;
    lengths[row] = sum;
  }
  return lengths;
}

function trainClass(task: LinearTask, label: number, lengths: Float64Array, options: LinearOptions): Float64Array {
  const weights = new Float64Array(task.features + 1);
  const multipliers = new Float64Array(task.rows.count);
  const softness = 1 / (2 * options.cost);
  const active = Int32Array.from(task.used);
  const next = numbersFrom(label + 1);
  let size = active.length;
  let bound = Infinity;
  for (let pass = 0; pass < options.passes; pass++) {
    let largest = 0;
    shuffle(active, size, next);
    for (let at = 0; at < size; at++) {
      const row = active[at] ?? 0;
      const side = task.labels[row] === label ? 1 : -1;
      const multiplier = multipliers[row] ?? 0;
      const gradient = side * dot(task.rows, row, weights) - 1 + softness * multiplier;
      if (multiplier === 0 && gradient > bound) {
        size -= 1;
        active[at] = active[size] ?? 0;
        active[size] = row;
        at -= 1;
        continue;
      }
      const projected = multiplier === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) > largest) largest = Math.abs(projected);
      if (Math.abs(projected) < 1e-12) continue;
      const updated = Math.max(0, multiplier - gradient / ((lengths[row] ?? 1) + softness));
      multipliers[row] = updated;
      addScaled(task.rows, row, weights, (updated - multiplier) * side);
    }
    if (largest <= options.tolerance) {
      if (size === active.length) break;
      size = active.length; // look once more at the rows that were set aside
      bound = Infinity;
    } else {
      bound = largest;
    }
  }
  return weights;
}

function dot(rows: SparseRows, row: number, weights: Float64Array): number {
  let sum = weights[weights.length - 1] ?? 0;
  const end = rows.starts[row + 1] ?? 0;
  for (let i = rows.starts[row] ?? 0; i < end; i++) sum += (rows.values[i] ?? 0) * (weights[rows.ids[i] ?? 0] ?? 0);
  return sum;
}

function addScaled(rows: SparseRows, row: number, weights: Float64Array, scale: number): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let i = rows.starts[row] ?? 0; i < end; i++) {
    const id = rows.ids[i] ?? 0;
    weights[id] = (weights[id] ?? 0) + scale * (rows.values[i] ?? 0);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + scale;
}

function shuffle(order: Int32Array, size: number, next: (limit: number) => number): void {
  for (let i = size - 1; i > 0; i--) {
    const j = next(i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

/** Fixed numbers that look mixed (mulberry32): the order of the steps must be scattered, never random. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
