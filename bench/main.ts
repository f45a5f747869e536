import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isMet, type Bench, type Figure } from './bench.ts';

/** Measurements of the running product, each with its goals. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  start: async () => (await import('./start.ts')).startBench,
  acks: async () => (await import('./acks.ts')).acksBench,
  limits: async () => (await import('./limits.ts')).limitsBench,
  model: async () => (await import('./model.ts')).modelBench,
  gate: async () => (await import('./gate.ts')).gateBench,
  mail: async () => (await import('./mail.ts')).mailBench,
  retrieval: async () => (await import('./retrieval.ts')).retrievalBench,
  load: async () => (await import('./index-load.ts')).indexLoadBench,
  million: async () => (await import('./retrieval.ts')).millionBench,
};

/** Measurements of one part over data that is handed in; each prints its own table. */
const OVER_DATA: Readonly<Record<string, string>> = {
  claims: 'claims-quality.ts',
  languages: 'language-answers.ts',
  redaction: 'redaction-quality.ts',
  tau: 'tau-guard.ts',
  trimming: 'trimming.ts',
};

const USAGE = `Usage: npm run bench -- NAME…

  ${Object.keys(BENCHES).join(', ')}: of the running product, several at once; ends with 1 when a goal is missed
  ${Object.keys(OVER_DATA).join(', ')}: of one part, followed by its arguments
`;

async function main(names: readonly string[]): Promise<number> {
  const [first = ''] = names;
  const script = OVER_DATA[first];
  if (script !== undefined) return runScript(script, names.slice(1));
  if (names.length === 0 || names.some((name) => !Object.hasOwn(BENCHES, name))) {
    process.stderr.write(USAGE);
    return 2;
  }
  let missed = 0;
  for (const name of names) {
    const bench = await BENCHES[name]?.();
    if (!bench) continue;
    process.stderr.write(`${name}: ${bench.about}\n`);
    const figures = await bench.run((progress) => process.stderr.write(`  ${progress}\n`));
    process.stdout.write(table(name, figures));
    missed += figures.filter((figure) => !isMet(figure)).length;
  }
  return missed > 0 ? 1 : 0;
}

function runScript(script: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function table(name: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    isMet(figure) ? '✓' : '✗',
    figure.name,
    `${figure.value < 100 ? Number(figure.value.toFixed(figure.unit === '×' ? 2 : 1)) : Math.round(figure.value)} ${figure.unit}`,
    `${figure.atLeast ? '≥' : '<'} ${figure.goal} ${figure.unit}`,
    figure.detail,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `npm run bench -- ${name}`, ''].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
