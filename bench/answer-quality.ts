/**
 * Answers to freely worded questions over the shop's articles: `node bench/answer-quality.ts [-v] [QUESTIONS [ARTICLES]]`.
 * Without a file the frozen unseen set is asked, both halves apart; `-v` shows the answers of the development half only.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import {
  UNSEEN_QUESTIONS,
  half,
  judge,
  needlessAnswers,
  openArticles,
  readQuestionSet,
  type QuestionSet,
} from '../test/agent/knowledge/question-set.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { verbose: { type: 'boolean', short: 'v' } } });
const [file, folder] = positionals;
const retriever = await openArticles(folder);

const share = (part: number, all: number): string => `${part} (${((100 * part) / Math.max(1, all)).toFixed(1)} %)`;

async function print(name: string, set: QuestionSet, naming: boolean): Promise<void> {
  const judged = await judge(set, retriever);
  const said = await needlessAnswers(set, retriever);
  const count = (outcome: string): string => share(judged.filter((one) => one.outcome === outcome).length, judged.length);
  process.stdout.write(
    `${name}: ${judged.length} answerable: right ${count('right')}, right article but beside the point ${count('beside')}, wrong article ${count('wrong')}, silent ${count('silent')}; ` +
      `${set.unanswerable.length} unanswerable: answered ${share(said.length, set.unanswerable.length)}\n`,
  );
  if (!naming) return;
  for (const { ask, outcome, article, text } of judged) {
    if (outcome !== 'right')
      process.stdout.write(`  ${outcome.padEnd(6)} ${ask} → ${article ?? '—'}: ${text?.replaceAll('\n', ' ').slice(0, 200) ?? '—'}\n`);
  }
  for (const answer of said) process.stdout.write(`  needless ${answer.replaceAll('\n', ' ').slice(0, 240)}\n`);
}

const set = readQuestionSet(file ?? UNSEEN_QUESTIONS);
if (file === undefined) {
  await print('development', half(set, 'odd'), values.verbose ?? false);
  await print('held back', half(set, 'even'), false);
} else {
  await print(file, set, values.verbose ?? false);
}
