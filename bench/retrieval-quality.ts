/**
 * How well articles are found: `node bench/retrieval-quality.ts [BANKING [HELPCENTRE]]`. BANKING holds `documents/*.json`
 * (`id`, `title`, `content`) and `qrels.jsonl` (`task_id`, `query_scenario`, `relevant`); HELPCENTRE is a file of JSON
 * lines (`id`, `title`, `category`, `body`). Each row says what was left out, so that every ingredient shows its worth.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { passagesOf } from '../src/agent/knowledge/article.ts';
import { createResolvedMemory, type ResolvedMemory, type ResolvedTicket } from '../src/agent/knowledge/resolved-memory.ts';
import { searchArticles, type RankingParts } from '../src/agent/knowledge/search-articles.ts';
import { isStopWord, wordsOf } from '../src/domain/text/words.ts';
import { createInProcessIndex } from '../src/store/knowledge/in-process-index.ts';
import type { KnowledgeIndex } from '../src/store/knowledge/knowledge-index.ts';
import { seededRandom } from '../test/support/agent/seeded-random.ts';

const document = z.object({ id: z.string(), title: z.string(), content: z.string().optional(), body: z.string().optional() });
type Document = z.infer<typeof document>;
const task = z.object({ task_id: z.string(), query_scenario: z.string(), relevant: z.array(z.string()) });

const ALL: RankingParts = { subject: true, chunks: true };
const now = new Date('2026-11-22T12:00:00Z');
const out = (line: string): unknown => process.stdout.write(`${line}\n`);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

async function fill(documents: readonly Document[]): Promise<KnowledgeIndex> {
  const index = createInProcessIndex();
  const fixed = {
    category: 'general',
    audience: 'public',
    priority: 'high',
    updatedAt: new Date(0),
    validUntil: undefined,
    url: undefined,
  } as const;
  await index.upsert(
    documents.flatMap(({ id, title, content, body }) => [...passagesOf({ ...fixed, id, title, body: content ?? body ?? '' })]),
  );
  return index;
}

const readLines = async <T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

/** Recall@3, @5, @10 and hit@10 of the tasks, each asked with its whole scenario. */
async function banking(folder: string): Promise<void> {
  const names = (await readdir(path.join(folder, 'documents'))).sort();
  const documents = await Promise.all(
    names.map(async (name) => document.parse(JSON.parse(await readFile(path.join(folder, 'documents', name), 'utf8')))),
  );
  const tasks = await readLines(path.join(folder, 'qrels.jsonl'), task);
  const index = await fill(documents);
  const tickets: readonly ResolvedTicket[] = tasks.map((one) => ({ id: one.task_id, text: one.query_scenario, docs: one.relevant }));

  const measure = async (memory: ResolvedMemory | undefined, parts: RankingParts): Promise<readonly number[]> => {
    const rows: (readonly number[])[] = [];
    for (const { task_id: id, query_scenario: query, relevant } of tasks) {
      const found = await searchArticles(
        index,
        memory,
        { id, query, filter: { audience: 'public', validAt: now }, by: 'doc', limit: 10 },
        parts,
      );
      const hits = (limit: number): number => found.slice(0, limit).filter(({ doc }) => relevant.includes(doc)).length;
      rows.push([...[3, 5, 10].map((limit) => hits(limit) / relevant.length), hits(10) > 0 ? 1 : 0]);
    }
    return [0, 1, 2, 3].map((at) => mean(rows.map((row) => row[at] ?? 0)));
  };
  const print = (what: string, figures: readonly number[]): unknown =>
    out(`  ${what.padEnd(44)} ${figures.map((value) => value.toFixed(3)).join('  ')}`);

  out(`${documents.length} documents, ${tasks.length} tasks: recall@3, @5, @10, hit@10`);
  print('text alone', await measure(undefined, ALL));
  print('  without weakening words of conversation', await measure(undefined, { ...ALL, subject: false }));
  print('  best chunk only', await measure(undefined, { ...ALL, chunks: false }));
  print('  neither', await measure(undefined, { subject: false, chunks: false }));
  print('with resolved tickets, own one left out', await measure(createResolvedMemory(tickets), ALL));
  for (const count of [5, 10, 20, 30]) {
    const draws = await Promise.all(
      Array.from({ length: 5 }, (_, seed) => measure(createResolvedMemory(draw(tickets, count, seed + 1)), ALL)),
    );
    print(
      `  with ${count} of them, mean of 5 draws`,
      [0, 1, 2, 3].map((at) => mean(draws.map((row) => row[at] ?? 0))),
    );
    print(
      `  with ${count} of them, worst draw`,
      [0, 1, 2, 3].map((at) => Math.min(...draws.map((row) => row[at] ?? 0))),
    );
  }
}

function draw<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const random = seededRandom(`draw ${seed}`);
  return all
    .map((one) => ({ one, at: random.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Known articles, asked for by their title and by every second telling word of one of their sentences. */
async function knownItems(file: string): Promise<void> {
  const documents = await readLines(file, document);
  const began = performance.now();
  const index = await fill(documents);
  out(
    `${documents.length} articles, ${index.size().chunks} chunks, indexed in ${((performance.now() - began) / 1_000).toFixed(1)} s: hit@1, hit@3, hit@10, mean reciprocal rank`,
  );
  for (const [what, queryOf] of [
    ['asked by title', ({ title }: Document) => title],
    ['asked by every second word of a sentence', (one: Document, at: number) => halfSentence(one.content ?? one.body ?? '', at)],
  ] as const) {
    const ranks: number[] = [];
    const spent: number[] = [];
    for (const [at, one] of documents.entries()) {
      const query = queryOf(one, at);
      if (query === '') continue;
      const asked = performance.now();
      const rows = await searchArticles(index, undefined, { query, filter: { audience: 'public', validAt: now }, by: 'doc', limit: 10 });
      spent.push(performance.now() - asked);
      ranks.push(rows.findIndex(({ doc }) => doc === one.id) + 1);
    }
    const hit = (limit: number): number => mean(ranks.map((rank) => (rank > 0 && rank <= limit ? 1 : 0)));
    const figures = [hit(1), hit(3), hit(10), mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0)))];
    out(
      `  ${what.padEnd(44)} ${figures.map((value) => value.toFixed(3)).join('  ')}   ${mean(spent).toFixed(1)} ms a query, n ${ranks.length}`,
    );
  }
}

function halfSentence(body: string, seed: number): string {
  const sentences = body
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => wordsOf(sentence).filter((word) => !isStopWord(word)).length >= 12);
  const sentence = sentences[seededRandom(`sentence ${seed}`).below(Math.max(1, sentences.length))] ?? '';
  return wordsOf(sentence)
    .filter((word) => !isStopWord(word))
    .filter((_, at) => at % 2 === 0)
    .slice(0, 10)
    .join(' ');
}

const SHARED = new URL('../../shared/data/', import.meta.url).pathname;
const [bankingFolder = path.join(SHARED, 'tau/banking_knowledge'), helpcentreFile = path.join(SHARED, 'helpcentre/mattermost.jsonl')] =
  process.argv.slice(2);
for (const [about, run] of [
  [bankingFolder, banking],
  [helpcentreFile, knownItems],
] as const) {
  try {
    await run(about);
  } catch (error) {
    process.stderr.write(`${about}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
