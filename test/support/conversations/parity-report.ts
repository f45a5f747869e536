import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConversations } from './conversation-file.ts';
import { parityTable, playParity } from './parity.ts';

// parity-report.ts [--every N] [WORDS…]: plays the conversations, or every N-th of those whose file and name have all the
// words, by mail, on Slack and on Discord, and prints where they went another way. Ends with 1 when one did.
const { values, positionals } = parseArgs({ options: { every: { type: 'string', default: '1' } }, allowPositionals: true });
const suite = loadConversations(join(import.meta.dirname, '../../conversations'));
const words = positionals.map((word) => word.toLowerCase());
const cases = suite.cases
  .filter(({ name, file }) => words.every((word) => `${file} ${name}`.toLowerCase().includes(word)))
  .filter((_, at) => at % Number(values.every) === 0);
const all = await playParity({ ...suite, cases }, (progress) => process.stderr.write(`${progress}\n`));
process.stdout.write(`${parityTable(all)}\n`);
process.exitCode = all.some(({ differs, formFaults }) => Object.keys(differs).length + formFaults.length > 0) ? 1 : 0;
