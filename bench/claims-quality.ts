/**
 * What the quality check makes of labelled claims: `node bench/claims-quality.ts [-v] [FILE]`. Of the frozen set both halves
 * are printed and the later blind set after them, and `-v` names the mistakes of the development half only; another file is
 * judged as a whole.
 */
import { parseArgs } from 'node:util';
import process from 'node:process';
import { BLIND_FILE, readEntailmentSet, stoppedBy, type LabelledClaim } from '../test/agent/quality/entailment-set.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { verbose: { type: 'boolean', short: 'v' } } });
const { development, heldBack } = readEntailmentSet(positionals[0]);
const whole = positionals[0] !== undefined;

const share = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`.padStart(8);

function print(half: string, claims: readonly LabelledClaim[], naming: boolean): void {
  const began = performance.now();
  const judged = claims.map((claim) => ({ ...claim, rule: stoppedBy(claim) }));
  const spentMs = performance.now() - began;
  const line = (name: string, rows: typeof judged): void => {
    const stopped = rows.filter(({ rule }) => rule !== undefined).length;
    process.stdout.write(
      `  ${name.padEnd(16)} blocked ${String(stopped).padStart(4)} of ${String(rows.length).padStart(4)} ${share(stopped, rows.length)}\n`,
    );
  };
  process.stdout.write(`${half}: ${claims.length} claims, ${(spentMs / claims.length).toFixed(2)} ms each\n`);
  const wrong = judged.filter(({ label }) => label !== 'true');
  for (const label of new Set(wrong.map((row) => row.label)))
    line(
      label,
      wrong.filter((row) => row.label === label),
    );
  line('contradictions', wrong);
  line(
    'true claims',
    judged.filter(({ label }) => label === 'true'),
  );
  if (!naming) return;
  for (const { label, claim, rule } of judged) {
    if ((rule === undefined) !== (label === 'true')) process.stderr.write(`${label.padEnd(10)} ${rule ?? 'sent'}: ${claim}\n`);
  }
}

if (whole) print('all', [...development, ...heldBack], values.verbose ?? false);
else {
  print('development', development, values.verbose ?? false);
  print('held back', heldBack, false);
  const blind = readEntailmentSet(BLIND_FILE);
  print('blind', [...blind.development, ...blind.heldBack], false);
}
