import { stemsOf } from '../../domain/text/words.ts';
import type { KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { passagesOf, type Article } from './article.ts';
import { composeAnswer } from './compose-answer.ts';
import { inArticleWords } from './everyday-words.ts';
import { createRetriever, type RetrieverSettings } from './retrieve.ts';

/** One question whose answer an edit would change; undefined: "I don't know". */
export interface ChangedAnswer {
  readonly question: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A question of which the edited articles hold less than this share of the words is not theirs before nor after. */
const MAY_CONCERN = 0.6;

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
  const words = wordsOfEdited(before, after);
  for (const question of new Set(questions)) {
    if (!mayConcern(question, words)) continue;
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

/** Stems of every article that is not the same in both. */
function wordsOfEdited(before: readonly Article[], after: readonly Article[]): ReadonlySet<string> {
  const textOf = (article: Article): string => JSON.stringify(article);
  const [old, fresh] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  const edited = [...before.filter((article) => !fresh.has(textOf(article))), ...after.filter((article) => !old.has(textOf(article)))];
  return new Set(
    edited.flatMap(({ title, body, asked = [] }) => stemsOf([title, body, ...asked.flatMap(({ questions }) => questions)].join(' '))),
  );
}

function mayConcern(question: string, words: ReadonlySet<string>): boolean {
  const stems = stemsOf(inArticleWords(question) ?? question);
  return stems.filter((stem) => words.has(stem)).length >= MAY_CONCERN * stems.length;
}
