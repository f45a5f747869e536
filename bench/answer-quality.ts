/**
 * Retrieval and answers over a folder of articles: `node bench/answer-quality.ts [QUESTIONS] [ARTICLES]`. Prints the scores
 * of the best passages, so that the floor can be set between answerable and unanswerable questions; `-v` shows the answers.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { createArticleStore } from '../src/agent/knowledge/article-store.ts';
import { composeAnswer } from '../src/agent/knowledge/compose-answer.ts';
import { createRetriever } from '../src/agent/knowledge/retrieve.ts';
import { createInProcessIndex } from '../src/store/knowledge/in-process-index.ts';

const questions = z.object({
  answerable: z.array(z.object({ ask: z.string(), in: z.array(z.string()), says: z.string() })),
  unanswerable: z.array(z.string()),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', short: 'v' }, floor: { type: 'string', default: '0' } },
});
const [questionFile = 'test/agent/knowledge/fixtures/questions.yaml', articles = 'config/knowledge'] = positionals;
const asked = questions.parse(parse(readFileSync(questionFile, 'utf8')));
const index = createInProcessIndex();
const store = createArticleStore(
  [{ name: 'articles', folder: path.resolve(articles), category: 'general', audience: 'public', priority: 'high', refresh: 'weekly' }],
  '/',
  index,
);
await store.sync();
const retriever = createRetriever(index, { candidates: 5, passages: 3, floor: Number(values.floor) });
const now = new Date('2026-11-22T12:00:00Z');
const out = (line: string): unknown => process.stdout.write(`${line}\n`);

const good: number[] = [];
const bad: number[] = [];
let first = 0;
let says = 0;
for (const { ask, in: wanted, says: words } of asked.answerable) {
  const passages = await retriever.find(ask, { intentCategories: [], audience: 'public', validAt: now });
  const answer = composeAnswer(ask, passages);
  good.push(passages[0]?.score ?? 0);
  const right = wanted.includes(passages[0]?.article ?? '');
  const told = answer?.text.includes(words) ?? false;
  if (right) first++;
  if (told) says++;
  if (values.verbose || !right || !told) {
    out(
      `${right ? ' ' : 'X'}${told ? ' ' : '?'} ${(passages[0]?.score ?? 0).toFixed(2)} ${ask}  → ${passages.map(({ article, heading, score }) => `${article}/${heading.slice(-24)} ${score.toFixed(2)}`).join(' | ')}`,
    );
    out(`      ${answer?.text.replaceAll('\n', '\n      ') ?? '—'}   ${answer?.citations.join(' ') ?? ''}`);
  }
}
for (const ask of asked.unanswerable) {
  const passages = await retriever.find(ask, { intentCategories: [], audience: 'public', validAt: now });
  const answer = composeAnswer(ask, passages);
  bad.push(answer ? (passages[0]?.score ?? 0) : 0);
  if (answer && (passages[0]?.score ?? 0) > 0.3)
    out(`!  ${(passages[0]?.score ?? 0).toFixed(2)} ${ask} → ${passages[0]?.article}: ${answer.text.slice(0, 100)}`);
}
out(`first passage right ${first} of ${asked.answerable.length}, answer says it ${says}`);
for (const floor of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55]) {
  out(
    `floor ${floor}: answerable above ${good.filter((score) => score >= floor).length} of ${good.length}, unanswerable above ${bad.filter((score) => score >= floor).length} of ${bad.length}`,
  );
}
