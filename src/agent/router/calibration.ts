/** What the scores of a text say, in the form that confidence is computed from. */
export interface Evidence {
  /** Log-odds of the best in-scope intent under the tempered scores. */
  readonly logOdds: number;
  /** Raw score of the best topic of that intent. */
  readonly top: number;
  /** Distance to the best topic of any other intent. */
  readonly margin: number;
}

/** Weights of a logistic regression: constant, log-odds, top, margin. */
export type Calibration = readonly [number, number, number, number];

/** The sharpness of the softmax under which the right classes are most likely, by golden-section search over 0.5–16. */
export function fitSharpness(scores: readonly Float64Array[], labels: readonly number[]): number {
  const loss = (sharpness: number) => {
    let sum = 0;
    scores.forEach((row, i) => {
      sum -= Math.log(Math.max(1e-12, softmax(row, sharpness)[labels[i] ?? 0] ?? 0));
    });
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 0.5;
  let high = 16;
  for (let step = 0; step < 16; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Fits the probability of being right on texts that the scores were not trained on; Newton's method with a small ridge. */
export function fitCalibration(evidence: readonly Evidence[], right: readonly boolean[]): Calibration {
  const rows = evidence.map(inputsOf);
  let weights = [0, 1, 0, 0];
  for (let step = 0; step < 25; step++) {
    const gradient = weights.map((weight, i) => ridgeOf(i) * (weight - (i === 1 ? 1 : 0)));
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? ridgeOf(i) : 0)));
    rows.forEach((row, n) => {
      const probability = logistic(dot(row, weights));
      const error = probability - (right[n] === true ? 1 : 0);
      const spread = Math.max(1e-6, probability * (1 - probability));
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = curvature[i] ?? [];
        row.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + spread * value * other;
        });
      });
    });
    const change = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight - (change[i] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  const [constant = 0, logOdds = 1, top = 0, margin = 0] = weights;
  return [constant, logOdds, top, margin];
}

/** 0–1: of a hundred texts with this number, that many are right. */
export function confidenceOf(evidence: Evidence, calibration: Calibration): number {
  return logistic(dot(inputsOf(evidence), calibration));
}

/** Mean distance between what was promised and what came true, over `bins` equal steps of confidence, in points 0–1. */
export function expectedCalibrationError(confidences: readonly number[], right: readonly boolean[], bins = 10): number {
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = confidences.flatMap((value, i) => (Math.min(bins - 1, Math.floor(value * bins)) === bin ? [i] : []));
    const promised = inside.reduce((sum, i) => sum + (confidences[i] ?? 0), 0);
    const kept = inside.filter((i) => right[i] === true).length;
    error += Math.abs(promised - kept) / Math.max(1, confidences.length);
  }
  return error;
}

function inputsOf(evidence: Evidence): [number, number, number, number] {
  return [1, evidence.logOdds, evidence.top, evidence.margin];
}

/** The constant is free; the others are held near "the log-odds are right", which few texts cannot overrule. */
function ridgeOf(position: number): number {
  return position === 0 ? 1e-6 : 0.5;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

/** Gauss elimination with pivoting; the matrix is small and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen;
    for (const [i, line] of rows.entries()) {
      if (i === column) continue;
      const factor = (line[column] ?? 0) / (chosen[column] ?? 1);
      for (let j = column; j <= size; j++) line[j] = (line[j] ?? 0) - factor * (chosen[j] ?? 0);
    }
  }
  return rows.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}
