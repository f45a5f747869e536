import { join } from 'node:path';
import { loadConversations } from './conversation-file.ts';
import { failuresText, figuresOf, figuresTable } from './figures.ts';
import { runSuite } from './run-suite.ts';

// node test/support/conversations/report.ts [WORDS…]: plays the conversations whose name or file has all the words.
const suite = loadConversations(join(import.meta.dirname, '../../conversations'));
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = suite.cases.filter(({ name, file }) => words.every((word) => `${file} ${name}`.toLowerCase().includes(word)));
const verdicts = await runSuite({ ...suite, cases: chosen });
process.stdout.write(`${figuresTable(figuresOf(verdicts))}\n\n${failuresText(verdicts)}\n`);
process.exitCode = verdicts.some(({ problems }) => problems.length > 0) ? 1 : 0;
