import { DEFAULT_LANGUAGE, loadLanguageWords } from '../../domain/text/language-words.ts';
import type { StoredChunk } from './chunk-table.ts';
import { createInProcessIndex, restoreInProcessIndex, type InProcessIndex } from './in-process-index.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { unreadIndex, isUnread, type SavedIndex } from './save-state.ts';

export interface MultilingualIndex extends KnowledgeIndex {
  /** What it holds, by language, to be written down. */
  save(): readonly SavedIndex[];
}

/** One language: open once it is searched. Until then it takes a tenth of the memory and none of the time of a start. */
interface Shelf {
  readonly language: string;
  index: InProcessIndex | undefined;
  /** What the last run left, as long as nothing has changed. */
  saved: SavedIndex | undefined;
  /** Articles that wait for the first question. */
  readonly waiting: Map<string, readonly StoredChunk[]>;
}

/**
 * An in-process index for each language, so that a word is stemmed, weighed and corrected among the words of its own
 * language, and articles in others neither slow nor change a search. English is filled at once, any other language with
 * its first question.
 */
export function createMultilingualIndex(shelves = new Map<string, Shelf>(), languageOf = new Map<string, string>()): MultilingualIndex {
  let writing: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  };
  const shelfOf = (language: string): Shelf => {
    const known = shelves.get(language) ?? emptyShelf(language);
    shelves.set(language, known);
    return known;
  };
  const removeFrom = async (language: string | undefined, articles: readonly string[]): Promise<void> => {
    const shelf = language === undefined ? undefined : shelves.get(language);
    if (!shelf || articles.length === 0) return;
    if (shelf.saved) await openShelf(shelf);
    if (shelf.index) await shelf.index.remove(articles);
    else for (const article of articles) shelf.waiting.delete(article);
  };
  const openedFor = async (language = DEFAULT_LANGUAGE): Promise<InProcessIndex | undefined> => {
    const shelf = shelves.get(language);
    return shelf && (shelf.index ?? inTurn(() => openShelf(shelf)));
  };

  return {
    upsert: (chunks) =>
      inTurn(async () => {
        for (const [language, own] of grouped(chunks, (chunk) => chunk.language ?? DEFAULT_LANGUAGE)) {
          const byArticle = grouped(own, ({ article }) => article);
          const moved = [...byArticle.keys()].filter((article) => (languageOf.get(article) ?? language) !== language);
          const shelf = shelfOf(language);
          if (shelf.saved || language === DEFAULT_LANGUAGE) await openShelf(shelf);
          if (shelf.index) await shelf.index.upsert(own);
          else for (const [article, parts] of byArticle) shelf.waiting.set(article, parts);
          for (const article of moved) await removeFrom(languageOf.get(article), [article]);
          for (const article of byArticle.keys()) languageOf.set(article, language);
        }
      }),
    remove: (articles) =>
      inTurn(async () => {
        for (const [language, own] of grouped(articles, (article) => languageOf.get(article) ?? '')) await removeFrom(language, own);
        for (const article of articles) languageOf.delete(article);
      }),
    search: async (query, filter, limit) => (await (await openedFor(filter.language))?.search(query, filter, limit)) ?? [],
    countWith: async (word, filter, limit) => (await (await openedFor(filter.language))?.countWith(word, filter, limit)) ?? 0,
    size(language) {
      const counted = [...shelves.values()].filter((shelf) => language === undefined || shelf.language === language).map(sizeOf);
      return counted.reduce((sum, size) => ({ articles: sum.articles + size.articles, chunks: sum.chunks + size.chunks }), {
        articles: 0,
        chunks: 0,
      });
    },
    save: () =>
      [...shelves.values()].map(
        ({ language, index, saved, waiting }) => index?.save() ?? saved ?? unreadIndex(language, [...waiting.values()].flat()),
      ),
  };
}

/** The index that `saved` was taken from. */
export async function restoreMultilingualIndex(saved: readonly SavedIndex[]): Promise<MultilingualIndex> {
  const shelves = new Map<string, Shelf>();
  const languageOf = new Map<string, string>();
  for (const one of saved) {
    for (const { article } of one.chunks) languageOf.set(article, one.language);
    const shelf = emptyShelf(one.language);
    if (isUnread(one)) for (const [article, chunks] of grouped(one.chunks, (chunk) => chunk.article)) shelf.waiting.set(article, chunks);
    else shelf.saved = one;
    if (one.language === DEFAULT_LANGUAGE) await openShelf(shelf);
    shelves.set(one.language, shelf);
  }
  return createMultilingualIndex(shelves, languageOf);
}

const emptyShelf = (language: string): Shelf => ({ language, index: undefined, saved: undefined, waiting: new Map() });

async function openShelf(shelf: Shelf): Promise<InProcessIndex> {
  if (shelf.index) return shelf.index;
  const words = await loadLanguageWords(shelf.language);
  const index = shelf.saved ? await restoreInProcessIndex(words, shelf.saved) : createInProcessIndex(words);
  if (shelf.waiting.size > 0) await index.upsert([...shelf.waiting.values()].flat());
  shelf.index = index;
  shelf.saved = undefined;
  shelf.waiting.clear();
  return index;
}

function sizeOf(shelf: Shelf): { readonly articles: number; readonly chunks: number } {
  if (shelf.index) return shelf.index.size();
  const chunks = shelf.saved?.chunks.length ?? [...shelf.waiting.values()].reduce((sum, parts) => sum + parts.length, 0);
  return { articles: shelf.saved ? new Set(shelf.saved.chunks.map(({ article }) => article)).size : shelf.waiting.size, chunks };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
