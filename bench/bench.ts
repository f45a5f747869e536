/** One figure with what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '×' | 'queries';
  /** The value stays below it, or with `atLeast` reaches it. */
  readonly goal: number;
  readonly atLeast?: boolean;
  /** Spread and count, for whoever judges the figure. */
  readonly detail: string;
}

export const isMet = ({ value, goal, atLeast = false }: Figure): boolean => (atLeast ? value >= goal : value < goal);

/** A measurement of the running product. */
export interface Bench {
  readonly about: string;
  /** Rejects with a plain error when something that it needs is missing. */
  run(say: (progress: string) => void): Promise<readonly Figure[]>;
}

/** The smallest value that at least this share of the values does not exceed; `share` is 0–1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `median of 5, 401–530`. */
export function spread(values: readonly number[]): string {
  return `median of ${values.length}, ${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`;
}
