import { setImmediate } from 'node:timers/promises';
import { ENGLISH_WORDS, type LanguageWords } from '../../domain/text/language-words.ts';
import type { StoredChunk } from './chunk-table.ts';
import { addArticle, createState, readChunk, removeArticle, type ReadChunk } from './index-state.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { restoreState, saveState, type SavedIndex } from './save-state.ts';
import { searchState } from './search-state.ts';

/** Chunks read between two looks at the event loop: about 2 ms of work. */
const CHUNKS_PER_SLICE = 32;
/** Removed chunks leave holes in the lists; beyond this share everything is packed anew. */
const HOLES_BEFORE_PACKING = 0.5;

export interface InProcessIndex extends KnowledgeIndex {
  /** What it holds, to be written down. */
  save(): SavedIndex;
}

/** The index that `saved` was taken from; what is read meanwhile does not wait for it. */
export const restoreInProcessIndex = async (words: LanguageWords, saved: SavedIndex): Promise<InProcessIndex> =>
  createInProcessIndex(words, await restoreState(words, saved));

/**
 * BM25 over typed arrays, fused by rank with character 3–5-gram TF-IDF of the best candidates, so that word forms and
 * slips of the keyboard find their article. Everything is in memory and incremental; a large `upsert` gives way to
 * other work between articles. Searches during it see whole articles, old or new. All articles are in one language, that
 * of `words`: multilingual-index.ts keeps them apart.
 */
export function createInProcessIndex(words = ENGLISH_WORDS, state = createState(words)): InProcessIndex {
  let writing: Promise<void> = Promise.resolve();

  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  };
  const pack = (): void => {
    state.wordLists.tighten();
    const holes = state.table.used - state.table.alive;
    if (holes < 1_000 || holes < state.table.used * HOLES_BEFORE_PACKING) return;
    const packed = createState(words);
    for (const ids of state.articles.values()) {
      const chunks = ids.flatMap((id) => state.table.chunkAt(id) ?? []);
      addArticle(
        packed,
        chunks.map((chunk) => readChunk(packed, chunk)),
      );
    }
    state = packed;
  };

  return {
    upsert: (chunks) =>
      inTurn(async () => {
        let done = 0;
        for (const article of byArticle(chunks)) {
          const read: ReadChunk[] = [];
          for (const chunk of article) {
            read.push(readChunk(state, chunk));
            if (++done % CHUNKS_PER_SLICE === 0) await setImmediate();
          }
          // Out with the old and in with the new in one go: a search in between sees one of them.
          removeArticle(state, article[0]?.article ?? '');
          addArticle(state, read);
        }
        pack();
      }),
    remove: (articles) =>
      inTurn(async () => {
        for (const article of articles) removeArticle(state, article);
        pack();
      }),
    search: async (query, filter, limit) => searchState(state, query, filter, limit),
    countWith: async (word, filter, limit) => searchState(state, word, filter, limit).length,
    save: () => saveState(state),
    size: () => ({ articles: state.articles.size, chunks: state.table.alive }),
  };
}

function byArticle(chunks: readonly StoredChunk[]): Iterable<readonly StoredChunk[]> {
  const groups = new Map<string, StoredChunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.article);
    if (group) group.push(chunk);
    else groups.set(chunk.article, [chunk]);
  }
  return groups.values();
}
