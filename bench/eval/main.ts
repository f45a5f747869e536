import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { EvalRow } from './row.ts';
import { isReached } from './row.ts';
import { commandOf, renderTable, type Outcome } from './table.ts';

/** The rows of the table, in its order; a new one is one line here. */
const ROWS: Readonly<Record<string, () => Promise<EvalRow>>> = {
  banking77: async () => (await import('./labelled-sets.ts')).banking77,
  'banking77-10': async () => (await import('./labelled-sets.ts')).banking77TenShot,
  clinc150: async () => (await import('./labelled-sets.ts')).clinc150,
  bitext: async () => (await import('./bitext.ts')).bitext,
  calibration: async () => (await import('./own-messages.ts')).calibration,
  'hard-messages': async () => (await import('./own-messages.ts')).hardMessages,
  'must-escalate': async () => (await import('./own-messages.ts')).mustEscalate,
  'first-messages': async () => (await import('./first-messages.ts')).firstMessages,
  anger: async () => (await import('./anger.ts')).anger,
  claims: async () => (await import('./knowledge.ts')).claims,
  answers: async () => (await import('./knowledge.ts')).answers,
  banking: async () => (await import('./retrieval.ts')).banking,
  ablation: async () => (await import('./retrieval.ts')).ablation,
  'known-items': async () => (await import('./retrieval.ts')).knownItems,
  trimming: async () => (await import('./mail-and-redaction.ts')).trimming,
  redaction: async () => (await import('./mail-and-redaction.ts')).redaction,
};

const DATA = fileFromRoot('../shared/data');
const USAGE = `Usage: npm run eval -- [--only ROW,…] [--data FOLDER] [--json]

Prints one table of how well the product understands and finds, each figure with its goal, the texts it was measured on, and the
command that repeats it. Public data sets are read from FOLDER (default: ${DATA}); what is not there is skipped, and said.
Ends with 1 when a goal is missed or a row failed.

Rows: ${Object.keys(ROWS).join(', ')}
`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, data: { type: 'string', default: DATA }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const names = values.only?.split(',') ?? Object.keys(ROWS);
  const unknown = names.filter((name) => !Object.hasOwn(ROWS, name));
  if (values.help === true || unknown.length > 0) {
    process.stderr.write(unknown.length > 0 ? `no row is called ${unknown.join(', ')}\n${USAGE}` : USAGE);
    return unknown.length > 0 ? 2 : 0;
  }
  const began = performance.now();
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await measure(name, resolve(values.data)));
  process.stdout.write(values.json === true ? outcomes.map(asJson).join('') : renderTable(outcomes));
  const measured = outcomes.flatMap((outcome) => (outcome.kind === 'measured' ? outcome.scores : []));
  const withGoal = measured.filter(({ goal }) => goal !== undefined);
  const minutes = (performance.now() - began) / 60_000;
  process.stderr.write(`${withGoal.filter(isReached).length} of ${withGoal.length} goals reached, ${minutes.toFixed(1)} minutes\n`);
  const isFine = (outcome: Outcome) =>
    outcome.kind === 'skipped' || (outcome.kind === 'measured' && outcome.scores.every((score) => isReached(score)));
  return outcomes.every(isFine) ? 0 : 1;
}

async function measure(name: string, dataFolder: string): Promise<Outcome> {
  const row = await ROWS[name]?.();
  if (row === undefined) return { name, kind: 'failed', because: 'there is no such row' };
  const missing = row.needs.filter((file) => !existsSync(join(dataFolder, file)));
  if (missing.length > 0) return { name, kind: 'skipped', because: `${missing.join(' and ')} is not in ${dataFolder}` };
  process.stderr.write(`${name}: ${row.about}\n`);
  const began = performance.now();
  try {
    const scores = await row.run(dataFolder);
    return { name, kind: 'measured', scores, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    return { name, kind: 'failed', because: error instanceof Error ? error.message : String(error) };
  }
}

/** One line a figure; a row without figures is one line as well. */
function asJson(outcome: Outcome): string {
  if (outcome.kind !== 'measured') return `${JSON.stringify({ row: outcome.name, [outcome.kind]: outcome.because })}\n`;
  return outcome.scores
    .map((score) => `${JSON.stringify({ row: outcome.name, ...score, reached: isReached(score), command: commandOf(outcome.name) })}\n`)
    .join('');
}

function fileFromRoot(path: string): string {
  return resolve(import.meta.dirname, '../..', path);
}

process.exitCode = await main(process.argv.slice(2));
