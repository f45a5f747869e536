import { setImmediate } from 'node:timers/promises';
import type { Passage } from '../../domain/classification.ts';
import { ENGLISH_WORDS, type LanguageWords } from '../../domain/text/language-words.ts';
import type { ChunkTable, StoredChunk } from './chunk-table.ts';
import {
  addArticle,
  emptyState,
  growthOf,
  meanLength,
  measureAgain,
  readChunk,
  removeArticle,
  type IndexState,
  type ReadChunk,
} from './index-state.ts';
import type { KnowledgeFilter, KnowledgeIndex } from './knowledge-index.ts';
import { restoreState, saveState, type SavedIndex } from './save-state.ts';
import type { WordList } from './rank-by-words.ts';
import { topK } from './top-k.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fuseRanks } from './fuse-ranks.ts';

/** How many of BM25's best are compared by characters. */
const CANDIDATES = 100;
/** A guessed spelling counts less than the word itself. */
const SPELLING_WEIGHT = 0.7;
/** Chunks read between two looks at the event loop: about 2 ms of work. */
const CHUNKS_PER_SLICE = 32;
/** Removed chunks leave holes in the lists; beyond this share everything is packed anew. */
const HOLES_BEFORE_PACKING = 0.5;
/** Beyond this the bounds of the words say too little, and are measured anew at today's mean length. */
const BOUNDS_MAY_GROW = 1.1;

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
export function createInProcessIndex(words = ENGLISH_WORDS, state = emptyState(words)): InProcessIndex {
  let writing: Promise<void> = Promise.resolve();

  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  };
  const pack = (): void => {
    if (growthOf(state) > BOUNDS_MAY_GROW) measureAgain(state);
    const holes = state.table.used - state.table.alive;
    if (holes < 1_000 || holes < state.table.used * HOLES_BEFORE_PACKING) return;
    const packed = emptyState(words);
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
    search: async (query, filter, limit) => search(state, query, filter, limit),
    countWith: async (word, filter, limit) => search(state, word, filter, limit).length,
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

function search(state: IndexState, query: string, filter: KnowledgeFilter, limit: number): readonly Passage[] {
  const { table, vocabulary } = state;
  const words = new Map<string, number>();
  for (const stem of state.words.stemsOf(query)) words.set(stem, (words.get(stem) ?? 0) + 1);
  if (words.size === 0 || table.alive === 0) return [];
  const before = (a: number, b: number): boolean => isBefore(table.chunkAt(a), table.chunkAt(b));

  const lists = wordLists(state, weightTerms(vocabulary, words));
  const byWords = state.rankByWords({
    lists,
    lengths: table.lengths(),
    average: meanLength(table),
    used: table.used,
    passes: table.passing(filter),
    within: fewerInCategories(table, filter, lists),
    limit: Math.max(CANDIDATES, limit),
    before,
  });
  const likeness = state.likenessOf(
    words,
    byWords.map(({ candidate }) => candidate),
  );
  const byCharacters = topK(likeness.keys(), (id) => likeness.get(id) ?? 0, before, likeness.size);

  const fused = fuseRanks([byWords, byCharacters].map((ranking) => ranking.map(({ candidate }) => candidate)));
  return topK(fused.keys(), (id) => fused.get(id) ?? 0, before, limit).flatMap(({ candidate, score }) => {
    const chunk = table.chunkAt(candidate);
    return chunk ? [{ ...chunk, score }] : [];
  });
}

/** A word that occurs nowhere is read as what it may be a misspelling of. Repeated words weigh more: they are the topic. */
function weightTerms(vocabulary: Vocabulary, words: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const [stem, count] of words) {
    const id = vocabulary.idOf(stem);
    if (id !== undefined && vocabulary.chunksWith(id) > 0) {
      weights.set(id, (weights.get(id) ?? 0) + count);
      continue;
    }
    const spellings = vocabulary.spellingsOf(stem);
    for (const spelling of spellings) weights.set(spelling, (weights.get(spelling) ?? 0) + (count * SPELLING_WEIGHT) / spellings.length);
  }
  return weights;
}

function wordLists(state: IndexState, terms: ReadonlyMap<number, number>): readonly WordList[] {
  const { table, vocabulary, postings, highest } = state;
  const growth = growthOf(state);
  return [...terms].flatMap(([term, weight]) => {
    const list = postings[term];
    if (!list) return [];
    const chunksWith = vocabulary.chunksWith(term);
    return {
      chunks: list.entries(),
      counts: list.weights(),
      length: list.length,
      worth: weight * Math.log(1 + (table.alive - chunksWith + 0.5) / (chunksWith + 0.5)),
      highest: (highest[term] ?? 0) * growth,
    };
  });
}

/** The chunks of the wanted categories, where walking through them is less work than reading the words' lists. */
function fewerInCategories(table: ChunkTable, { categories }: KnowledgeFilter, lists: readonly WordList[]): readonly number[] | undefined {
  if (!categories) return undefined;
  const wanted = table.inCategories(categories);
  return wanted.size * lists.length < lists.reduce((sum, { length }) => sum + length, 0) ? wanted.chunks() : undefined;
}

function isBefore(a: StoredChunk | undefined, b: StoredChunk | undefined): boolean {
  if (!a || !b) return a !== undefined;
  return a.article === b.article ? a.chunk < b.chunk : a.article < b.article;
}
