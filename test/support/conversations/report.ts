import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConversations } from './conversation-file.ts';
import { dialogueText, failuresText, figuresOf, figuresTable } from './figures.ts';
import { runSuite } from './run-suite.ts';

// report.ts [--dialogue] [WORDS…]: plays the conversations whose file and name have all the words;
// --dialogue prints what was said in those that fail, or in all that were chosen by words.
const { values, positionals } = parseArgs({ options: { dialogue: { type: 'boolean' } }, allowPositionals: true });
const suite = loadConversations(join(import.meta.dirname, '../../conversations'));
const words = positionals.map((word) => word.toLowerCase());
const chosen = suite.cases.filter(({ name, file }) => words.every((word) => `${file} ${name}`.toLowerCase().includes(word)));
const verdicts = await runSuite({ ...suite, cases: chosen });
const shown = values.dialogue ? verdicts.filter(({ problems }) => words.length > 0 || problems.length > 0) : [];
process.stdout.write(`${shown.map(dialogueText).join('\n')}${figuresTable(figuresOf(verdicts))}\n\n${failuresText(verdicts)}\n`);
process.exitCode = verdicts.some(({ problems }) => problems.length > 0) ? 1 : 0;
