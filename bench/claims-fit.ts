/**
 * Fits the weights of the evidence for claims: `node bench/claims-fit.ts [--write]`. Learns from the development claims alone
 * and prints what every eighth part of their passages says when the weights were fitted on the others; `--write` replaces
 * src/agent/quality/evidence-weights.ts.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileOf, readCases, report, weightsFrom } from './claims/weights.ts';

const cases = readCases();
process.stdout.write(report(cases));
const file = fileOf(weightsFrom(cases));
if (process.argv.includes('--write')) writeFileSync(new URL('../src/agent/quality/evidence-weights.ts', import.meta.url), file);
else process.stdout.write(file);
