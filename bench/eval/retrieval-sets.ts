import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { passagesOf } from '../../src/agent/knowledge/article.ts';
import type { ResolvedMemory, ResolvedTicket } from '../../src/agent/knowledge/resolved-memory.ts';
import { searchArticles, type RankingParts } from '../../src/agent/knowledge/search-articles.ts';
import { isStopWord, wordsOf } from '../../src/domain/text/words.ts';
import { createInProcessIndex } from '../../src/store/knowledge/in-process-index.ts';
import type { KnowledgeIndex } from '../../src/store/knowledge/knowledge-index.ts';
import { seededRandom } from '../../test/support/agent/seeded-random.ts';

export const BANKING = 'tau/banking_knowledge';
export const HELPCENTRE = 'helpcentre/mattermost.jsonl';

const document = z.object({ id: z.string(), title: z.string(), content: z.string().optional(), body: z.string().optional() });
type Document = z.infer<typeof document>;
const task = z.object({ task_id: z.string(), query_scenario: z.string(), relevant: z.array(z.string()) });

const FILTER = { audience: 'public', validAt: new Date('2026-11-22T12:00:00Z') } as const;
const MOST = 10;

/** Tasks with the documents that each needs, and an index of all documents. */
export interface TaskSet {
  readonly index: KnowledgeIndex;
  readonly documents: number;
  /** A task as a ticket that was resolved with its documents. */
  readonly tickets: readonly Required<ResolvedTicket>[];
}

/** Reads `documents/*.json` and `qrels.jsonl` of a folder. Rejects when a file is not of that form. */
export async function readTaskSet(folder: string): Promise<TaskSet> {
  const names = (await readdir(path.join(folder, 'documents'))).sort();
  const documents = await Promise.all(
    names.map(async (name) => document.parse(JSON.parse(await readFile(path.join(folder, 'documents', name), 'utf8')))),
  );
  const tasks = await readLines(path.join(folder, 'qrels.jsonl'), task);
  const tickets = tasks.map((one) => ({ id: one.task_id, text: one.query_scenario, docs: one.relevant }));
  return { index: await indexOf(documents), documents: documents.length, tickets };
}

/** Shares of the needed documents among the first 3, 5 and 10, and of tasks with at least one among the first 10; means, 0–1. */
export interface Recall {
  readonly at3: number;
  readonly at5: number;
  readonly at10: number;
  readonly hit10: number;
}

/** Each task is asked with its whole scenario; the memory leaves its own ticket out. */
export async function recallOf({ index, tickets }: TaskSet, memory?: ResolvedMemory, parts?: RankingParts): Promise<Recall> {
  const rows: Recall[] = [];
  for (const { id, text: query, docs } of tickets) {
    const found = await searchArticles(index, memory, { id, query, filter: FILTER, by: 'doc', limit: MOST }, parts);
    const hits = (limit: number): number => found.slice(0, limit).filter(({ doc }) => docs.includes(doc)).length;
    rows.push({
      at3: hits(3) / docs.length,
      at5: hits(5) / docs.length,
      at10: hits(MOST) / docs.length,
      hit10: hits(MOST) > 0 ? 1 : 0,
    });
  }
  const of = (name: keyof Recall): number => mean(rows.map((row) => row[name]));
  return { at3: of('at3'), at5: of('at5'), at10: of('at10'), hit10: of('hit10') };
}

/** So many of them at random, the same for the same seed. */
export function drawn<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const random = seededRandom(`draw ${seed}`);
  return all
    .map((one) => ({ one, at: random.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

/** How a known article is asked for. */
export const KNOWN_ITEM_QUERIES: Readonly<Record<string, (article: Document, at: number) => string>> = {
  title: ({ title }) => title,
  'every second word of a sentence': ({ content, body }, at) => halfSentence(content ?? body ?? '', at),
};

export interface KnownItems {
  readonly index: KnowledgeIndex;
  readonly articles: readonly Document[];
}

/** Reads JSON lines of articles. */
export async function readKnownItems(file: string): Promise<KnownItems> {
  const articles = await readLines(file, document);
  return { index: await indexOf(articles), articles };
}

/** Shares of articles that stand first, and among the first 10, when they are asked for; 0–1. */
export async function foundAgain({ index, articles }: KnownItems, queryOf: (article: Document, at: number) => string) {
  const ranks: number[] = [];
  for (const [at, article] of articles.entries()) {
    const query = queryOf(article, at);
    if (query === '') continue;
    const rows = await searchArticles(index, undefined, { query, filter: FILTER, by: 'doc', limit: MOST });
    ranks.push(rows.findIndex(({ doc }) => doc === article.id) + 1);
  }
  const within = (limit: number): number => mean(ranks.map((rank) => (rank > 0 && rank <= limit ? 1 : 0)));
  return { first: within(1), first10: within(MOST), asked: ranks.length };
}

async function indexOf(documents: readonly Document[]): Promise<KnowledgeIndex> {
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

/** Telling words only, so that the sentence itself is not simply looked up. */
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

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
