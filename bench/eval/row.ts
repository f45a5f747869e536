/** One figure of a table: what was measured, on what, and what it should be. */
export interface Score {
  readonly what: string;
  readonly value: number;
  readonly unit: '%' | 'per 1,000' | 'points' | 'texts' | 'ms' | 's' | 'share';
  /** Reached exactly counts as reached. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
  /** Which part of which set, how it was split, and how many texts. */
  readonly split: string;
}

/** A group of figures that one measurement gives. */
export interface EvalRow {
  readonly about: string;
  /** Files or folders below the data folder; without them the row is skipped, and the table says so. Empty: needs only the repository. */
  readonly needs: readonly string[];
  /** Rejects with a plain error when the data is not what it should be. */
  run(dataFolder: string): Promise<readonly Score[]>;
}

export function isReached({ value, goal }: Score): boolean {
  if (goal === undefined) return true;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}
