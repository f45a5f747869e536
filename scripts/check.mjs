// Everything that must hold before a change is offered, one line a step. What failed shows its output below its line.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const sources = ['src', 'test', 'bench', 'examples', 'scripts', 'bin'];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];

const STEPS = [
  ['types', bin('tsc'), ['--noEmit']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', ...sources]],
  ['format', bin('oxfmt'), ['--check', ...sources]],
  ['architecture', process.execPath, [...jest, '-w', '1', 'test/architecture.test.ts']],
];

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const results = [];
for (const [name, command, args] of STEPS) {
  const result = await run(command, args);
  results.push({ name, ok: result.code === 0 });
  process.stdout.write(`${result.code === 0 ? '✓' : '✗'} ${name.padEnd(13)} ${(result.ms / 1000).toFixed(1)} s\n`);
  if (result.code !== 0) process.stdout.write(`${result.output.trimEnd()}\n\n`);
}
if (values.json) writeFileSync(values.json, JSON.stringify(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function run(command, args) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message, ms: Date.now() - startedAt }));
    child.on('close', (code) => resolve({ code, output, ms: Date.now() - startedAt }));
  });
}
