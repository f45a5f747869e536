import { DEFAULT_LANGUAGE } from '../../domain/text/language-words.ts';
import type { KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { passagesOf, type Article } from './article.ts';
import { composeAnswer } from './compose-answer.ts';
import { readerOf } from './reading.ts';
import { createRetriever, type RetrieverSettings } from './retrieve.ts';

/** A question with the language that it is asked in; absent: English. */
export interface PreviewQuestion {
  readonly text: string;
  readonly language?: string;
}

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
  questions: readonly PreviewQuestion[],
  before: readonly Article[],
  after: readonly Article[],
  settings: RetrieverSettings,
  now: Date,
  createIndex: () => KnowledgeIndex,
): Promise<readonly ChangedAnswer[]> {
  const changed: ChangedAnswer[] = [];
  const edited = editedArticles(before, after);
  // Articles in other languages answer none of the questions that the edit concerns.
  const languages = new Set(edited.map(languageOf));
  const [today, tomorrow] = await Promise.all(
    [before, after].map((all) => answererOf(all.filter((one) => languages.has(languageOf(one))))),
  );
  const concerns = new Map<string, (question: string) => boolean>();
  for (const question of new Map(questions.map((one) => [`${one.language ?? DEFAULT_LANGUAGE} ${one.text}`, one])).values()) {
    const { language = DEFAULT_LANGUAGE, text } = question;
    const mayConcern = concerns.get(language) ?? (await concernedIn(language, edited));
    concerns.set(language, mayConcern);
    if (!mayConcern(text)) continue;
    const [old, fresh] = [await today?.(question), await tomorrow?.(question)];
    if (old !== fresh) changed.push({ question: text, before: old, after: fresh });
  }
  return changed;

  async function answererOf(articles: readonly Article[]): Promise<(question: PreviewQuestion) => Promise<string | undefined>> {
    const index = createIndex();
    await index.upsert(articles.flatMap((article) => [...passagesOf(article)]));
    const retriever = createRetriever(index, settings);
    return async ({ text, language = DEFAULT_LANGUAGE }) => {
      const found = await retriever.find(text, { intentCategories: [], audience: 'public', validAt: now, language });
      return composeAnswer(text, found)?.text;
    };
  }
}

const languageOf = ({ language = DEFAULT_LANGUAGE }: Article): string => language;

function editedArticles(before: readonly Article[], after: readonly Article[]): readonly Article[] {
  const textOf = (article: Article): string => JSON.stringify(article);
  const [old, fresh] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return [...before.filter((article) => !fresh.has(textOf(article))), ...after.filter((article) => !old.has(textOf(article)))];
}

/** Whether enough of a question's words, or others that stand for them, are in the edited articles of its language. */
async function concernedIn(language: string, edited: readonly Article[]): Promise<(question: string) => boolean> {
  const reader = await readerOf(language);
  const read = edited
    .filter((article) => languageOf(article) === language)
    .map(({ title, body, asked = [] }) => reader.read([title, body, ...asked.flatMap(({ questions }) => questions)].join('\n')));
  const stems = new Set(read.flatMap(({ units }) => units.map(({ stem }) => stem)));
  const groups = new Set(read.flatMap(({ units }) => units.flatMap((unit) => unit.groups)));
  return (question) => {
    const { units } = reader.read(question);
    const known = units.filter((unit) => stems.has(unit.stem) || unit.groups.some((group) => groups.has(group)));
    return known.length >= MAY_CONCERN * units.length && stems.size > 0;
  };
}
