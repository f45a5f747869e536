import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { SURE_ENOUGH } from '../../../src/agent/knowledge/answer-confidence.ts';
import { createArticleStore } from '../../../src/agent/knowledge/article-store.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { createRetriever, type RetrievalContext, type Retriever } from '../../../src/agent/knowledge/retrieve.ts';
import { createMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';
import type { KnowledgeIndex } from '../../../src/store/knowledge/knowledge-index.ts';

const questionSet = z.object({
  answerable: z.array(z.strictObject({ ask: z.string(), in: z.array(z.string()), says: z.string() })),
  unanswerable: z.array(z.string()),
});
export type QuestionSet = z.infer<typeof questionSet>;

/** What became of one question: `beside` is answered from a right article, but not with the words that a right answer holds. */
export interface JudgedQuestion {
  readonly ask: string;
  readonly outcome: 'right' | 'beside' | 'wrong' | 'silent';
  readonly article: string | undefined;
  readonly text: string | undefined;
}

export const UNSEEN_QUESTIONS = new URL('fixtures/unseen-questions.yaml', import.meta.url);
export const anyone: RetrievalContext = { intentCategories: [], audience: 'public', validAt: new Date('2026-11-22T12:00:00Z') };
export const SHOP_ARTICLES = fileURLToPath(new URL('../../../config/knowledge', import.meta.url));
/** As `agent.knowledge` of config/default.yaml. */
const SHIPPED = { candidates: 5, passages: 3, floor: 0.35 };

export function readQuestionSet(file: URL | string): QuestionSet {
  return questionSet.parse(parse(readFileSync(file, 'utf8')));
}

/** Every other question, from the first or from the second on. */
export function half({ answerable, unanswerable }: QuestionSet, which: 'odd' | 'even'): QuestionSet {
  const wanted = which === 'odd' ? 0 : 1;
  return { answerable: answerable.filter((_, at) => at % 2 === wanted), unanswerable: unanswerable.filter((_, at) => at % 2 === wanted) };
}

const fixture = (name: string): QuestionSet => readQuestionSet(new URL(`fixtures/${name}`, import.meta.url));

/** What the weights of answer-confidence.ts are fitted on (bench/fit-answers.ts). The even half of the unseen set is not among them. */
export const DEVELOPMENT_SETS: Readonly<Record<string, QuestionSet>> = {
  known: fixture('questions.yaml'),
  far: fixture('far-questions.yaml'),
  unseen: half(fixture('unseen-questions.yaml'), 'odd'),
  free: fixture('free-questions.yaml'),
};

/** Reads a folder of articles into an index of its own. */
export async function openArticles(folder = SHOP_ARTICLES, index: KnowledgeIndex = createMultilingualIndex()): Promise<Retriever> {
  const source = { category: 'general', audience: 'public', priority: 'high', refresh: 'weekly' } as const;
  await createArticleStore([{ name: 'help', folder: path.resolve(folder), ...source }], '/', index).sync();
  return createRetriever(index, SHIPPED);
}

/** Asks every answerable question. */
export async function judge(set: QuestionSet, retriever: Retriever): Promise<readonly JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (const { ask, says, in: wanted } of set.answerable) {
    const passages = await retriever.find(ask, anyone);
    const text = composeAnswer(ask, passages)?.text;
    const holds = text?.toLowerCase().includes(says.toLowerCase()) ?? false;
    const beside = passages.some(({ article, confidence }) => wanted.includes(article) && (confidence ?? 1) >= SURE_ENOUGH);
    const outcome = text === undefined ? 'silent' : holds ? 'right' : beside ? 'beside' : 'wrong';
    judged.push({ ask, outcome, article: passages[0]?.article, text });
  }
  return judged;
}

/** The unanswerable questions that were answered all the same, with the answer. */
export async function needlessAnswers(set: QuestionSet, retriever: Retriever): Promise<readonly string[]> {
  const said: string[] = [];
  for (const ask of set.unanswerable) {
    const answer = composeAnswer(ask, await retriever.find(ask, anyone));
    if (answer) said.push(`${ask} → ${answer.text}`);
  }
  return said;
}
