/** One labelled list of features. */
export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  /** What a mistake about it counts for. */
  readonly weight: number;
}

/** Steps of Newton's method; it settles in fewer. */
const STEPS = 12;

/**
 * The weights of a logistic curve by Newton's method, the constant first. `ridge` holds weights near zero that few examples
 * speak for; the constant is free.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): readonly number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? (row === 0 ? Number.EPSILON : ridge) : 0)));
    for (const { features, label, weight } of examples) {
      const inputs = [1, ...features];
      const belief = 1 / (1 + Math.exp(-dot(weights, inputs)));
      const steepness = weight * Math.max(1e-6, belief * (1 - belief));
      const active = inputs.flatMap((input, at) => (input === 0 ? [] : [at]));
      for (const row of active) {
        const input = inputs[row] ?? 0;
        gradient[row] = (gradient[row] ?? 0) + weight * (label - belief) * input;
        const line = curvature[row] ?? [];
        for (const column of active) line[column] = (line[column] ?? 0) + steepness * input * (inputs[column] ?? 0);
      }
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights;
}

const dot = (some: readonly number[], others: readonly number[]): number => some.reduce((sum, one, at) => sum + one * (others[at] ?? 0), 0);

/** Gauss-Jordan elimination; the matrix is positive definite by the ridge. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, values[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const divisor = pivot[at] ?? 1;
    for (const [column, value] of pivot.entries()) pivot[column] = value / divisor;
    for (const row of rows) {
      const factor = row[at] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (const [column, value] of pivot.entries()) row[column] = (row[column] ?? 0) - factor * value;
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
