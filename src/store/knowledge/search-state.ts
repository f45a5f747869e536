import type { Passage } from '../../domain/classification.ts';
import { inverseDocumentFrequency, lengthPenalty } from './bm25.ts';
import type { ChunkTable, StoredChunk } from './chunk-table.ts';
import { fuseRanks } from './fuse-ranks.ts';
import type { IndexState } from './index-state.ts';
import type { KnowledgeFilter } from './knowledge-index.ts';
import type { QueryWord } from './query-word.ts';
import { topK } from './top-k.ts';
import type { Vocabulary } from './vocabulary.ts';
import { meanLength } from './word-lists.ts';

/** How many of BM25's best are compared by characters. */
const CANDIDATES = 100;
/** A guessed spelling counts less than the word itself. */
const SPELLING_WEIGHT = 0.7;

/** The best chunks by words and by characters, fused by their places in both rankings. */
export function searchState(state: IndexState, query: string, filter: KnowledgeFilter, limit: number): readonly Passage[] {
  const { table, vocabulary } = state;
  const stems = new Map<string, number>();
  for (const stem of state.words.stemsOf(query)) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  if (stems.size === 0 || table.alive === 0) return [];
  const before = (a: number, b: number): boolean => isBefore(table.chunkAt(a), table.chunkAt(b));

  const words = queryWords(state, weightTerms(vocabulary, stems));
  const byWords = state
    .rankByWords({
      words,
      penalty: lengthPenalty(meanLength(table)),
      passes: table.passing(filter),
      within: fewInCategories(table, filter, words),
      limit: Math.max(CANDIDATES, limit),
      before,
    })
    .map(({ candidate }) => candidate);
  const byCharacters = state.rankByCharacters(stems, byWords, before).map(({ candidate }) => candidate);

  const fused = fuseRanks([byWords, byCharacters]);
  return topK(byWords, (chunk) => fused.get(chunk) ?? 0, before, limit).flatMap(({ candidate, score }) => {
    const chunk = table.chunkAt(candidate);
    return chunk ? [{ ...chunk, score }] : [];
  });
}

/** A word that occurs nowhere is read as what it may be a misspelling of. Repeated words weigh more: they are the topic. */
function weightTerms(vocabulary: Vocabulary, stems: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const [stem, count] of stems) {
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

function queryWords({ table, vocabulary, wordLists }: IndexState, weights: ReadonlyMap<number, number>): readonly QueryWord[] {
  return [...weights].flatMap(([term, weight]) => {
    const postings = wordLists.postingsOf(term);
    if (!postings) return [];
    const worth = weight * inverseDocumentFrequency(table.alive, vocabulary.chunksWith(term));
    return { term, worth, bound: worth * wordLists.boundOf(term), postings, counts: wordLists.countsOf(term) };
  });
}

/** Of the words' lists about this share is read before it is clear which chunks are the best (measured: 12,000 of 220,000 entries). */
const SHARE_READ = 1 / 16;

/** The chunks of the wanted categories, where reading all their words is less work than what is read of the words' lists. */
function fewInCategories(table: ChunkTable, { categories }: KnowledgeFilter, words: readonly QueryWord[]): readonly number[] | undefined {
  if (!categories) return undefined;
  const wanted = table.inCategories(categories);
  const stems = wanted.size * (table.words.endOf(table.used - 1) / table.used);
  return stems < SHARE_READ * words.reduce((sum, { postings }) => sum + postings.length, 0) ? wanted.chunks() : undefined;
}

function isBefore(a: StoredChunk | undefined, b: StoredChunk | undefined): boolean {
  if (!a || !b) return a !== undefined;
  return a.article === b.article ? a.chunk < b.chunk : a.article < b.article;
}
