import { isReached, type Score } from './row.ts';

/** What became of one row: its figures, or why there are none. */
export type Outcome =
  | { readonly name: string; readonly kind: 'measured'; readonly scores: readonly Score[]; readonly seconds: number }
  | { readonly name: string; readonly kind: 'skipped'; readonly because: string }
  | { readonly name: string; readonly kind: 'failed'; readonly because: string };

export const commandOf = (name: string): string => `npm run eval -- --only ${name}`;

/** One line a figure, with the command that repeats it. */
export function renderTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(rowsOf);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const measured = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const without = outcomes.flatMap((outcome) =>
    outcome.kind === 'measured' ? [] : [`${outcome.kind}: ${outcome.name}, ${outcome.because}`],
  );
  return [...measured, ...without, ''].join('\n');
}

function rowsOf(outcome: Outcome): string[][] {
  if (outcome.kind !== 'measured') return [];
  return outcome.scores.map((score) => [
    score.goal === undefined ? '·' : isReached(score) ? '✓' : '✗',
    score.what,
    `${rounded(score.value, score.unit)} ${score.unit}`,
    goalOf(score),
    `${score.split} (${commandOf(outcome.name)})`,
  ]);
}

function goalOf({ goal, unit }: Score): string {
  if (goal === undefined) return '';
  return 'atLeast' in goal ? `≥ ${rounded(goal.atLeast, unit)}` : `≤ ${rounded(goal.atMost, unit)}`;
}

function rounded(value: number, unit: Score['unit']): string {
  if (unit === 'share') return value.toFixed(3);
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
