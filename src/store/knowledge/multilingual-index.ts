import { DEFAULT_LANGUAGE, loadLanguageWords } from '../../domain/text/language-words.ts';
import type { StoredChunk } from './chunk-table.ts';
import { createInProcessIndex, restoreInProcessIndex, type InProcessIndex } from './in-process-index.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import type { SavedIndex } from './save-state.ts';

export interface MultilingualIndex extends KnowledgeIndex {
  /** What it holds, by language, to be written down. */
  save(): readonly SavedIndex[];
}

/**
 * An in-process index for each language, so that a word is stemmed, weighed and corrected among the words of its own
 * language, and articles in others neither slow nor change a search. A language is loaded with its first article.
 */
export function createMultilingualIndex(indexes = new Map<string, InProcessIndex>(), saved: readonly SavedIndex[] = []): MultilingualIndex {
  const languageOf = new Map(saved.flatMap(({ language, chunks }) => chunks.map(({ article }): [string, string] => [article, language])));
  let writing: Promise<void> = Promise.resolve();

  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  };
  const indexOf = async (language: string): Promise<InProcessIndex> => {
    const known = indexes.get(language) ?? createInProcessIndex(await loadLanguageWords(language));
    indexes.set(language, known);
    return known;
  };
  const removeFrom = async (language: string | undefined, articles: readonly string[]): Promise<void> => {
    if (language !== undefined && articles.length > 0) await indexes.get(language)?.remove(articles);
  };

  return {
    upsert: (chunks) =>
      inTurn(async () => {
        for (const [language, own] of byLanguage(chunks)) {
          const articles = [...new Set(own.map(({ article }) => article))];
          const moved = articles.filter((article) => (languageOf.get(article) ?? language) !== language);
          await (await indexOf(language)).upsert(own);
          for (const article of moved) await removeFrom(languageOf.get(article), [article]);
          for (const article of articles) languageOf.set(article, language);
        }
      }),
    remove: (articles) =>
      inTurn(async () => {
        for (const language of indexes.keys()) {
          await removeFrom(
            language,
            articles.filter((article) => languageOf.get(article) === language),
          );
        }
        for (const article of articles) languageOf.delete(article);
      }),
    search: async (query, filter, limit) => (await indexes.get(filter.language ?? DEFAULT_LANGUAGE)?.search(query, filter, limit)) ?? [],
    countWith: async (word, filter, limit) => (await indexes.get(filter.language ?? DEFAULT_LANGUAGE)?.countWith(word, filter, limit)) ?? 0,
    size(language) {
      const sizes = language === undefined ? [...indexes.values()] : [indexes.get(language)];
      return sizes.reduce(
        (sum, index) => ({ articles: sum.articles + (index?.size().articles ?? 0), chunks: sum.chunks + (index?.size().chunks ?? 0) }),
        { articles: 0, chunks: 0 },
      );
    },
    save: () => [...indexes.values()].map((index) => index.save()),
  };
}

/** The index that `saved` was taken from. */
export async function restoreMultilingualIndex(saved: readonly SavedIndex[]): Promise<MultilingualIndex> {
  const indexes = new Map<string, InProcessIndex>();
  for (const one of saved) indexes.set(one.language, await restoreInProcessIndex(await loadLanguageWords(one.language), one));
  return createMultilingualIndex(indexes, saved);
}

function byLanguage(chunks: readonly StoredChunk[]): ReadonlyMap<string, readonly StoredChunk[]> {
  const groups = new Map<string, StoredChunk[]>();
  for (const chunk of chunks) {
    const language = chunk.language ?? DEFAULT_LANGUAGE;
    const group = groups.get(language);
    if (group) group.push(chunk);
    else groups.set(language, [chunk]);
  }
  return groups;
}
