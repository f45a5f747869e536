import type { KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { passagesOf, type Article } from './article.ts';
import { composeAnswer } from './compose-answer.ts';
import { createRetriever, type RetrieverSettings } from './retrieve.ts';

/** One question whose answer an edit would change; undefined: "I don't know". */
export interface ChangedAnswer {
  readonly question: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The answers to `questions` from `before` and from `after`, as far as they differ. `createIndex` gives an empty index. */
export async function previewEdit(
  questions: readonly string[],
  before: readonly Article[],
  after: readonly Article[],
  settings: RetrieverSettings,
  now: Date,
  createIndex: () => KnowledgeIndex,
): Promise<readonly ChangedAnswer[]> {
  const [today, tomorrow] = await Promise.all([answererOf(before), answererOf(after)]);
  const changed: ChangedAnswer[] = [];
  for (const question of new Set(questions)) {
    const [old, fresh] = [await today(question), await tomorrow(question)];
    if (old !== fresh) changed.push({ question, before: old, after: fresh });
  }
  return changed;

  async function answererOf(articles: readonly Article[]): Promise<(question: string) => Promise<string | undefined>> {
    const index = createIndex();
    await index.upsert(articles.flatMap((article) => [...passagesOf(article)]));
    const retriever = createRetriever(index, settings);
    return async (question) => {
      const found = await retriever.find(question, { intentCategories: [], audience: 'public', validAt: now });
      return composeAnswer(question, found)?.text;
    };
  }
}
