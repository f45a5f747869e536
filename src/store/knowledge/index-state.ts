import type { LanguageWords } from '../../domain/text/language-words.ts';
import { createChunkTable, type StoredChunk } from './chunk-table.ts';
import { MOST } from './measure.ts';
import type { Postings } from './postings.ts';
import { createCharacterRanking } from './rank-by-characters.ts';
import { createWordRanking } from './rank-by-words.ts';
import { createVocabulary } from './vocabulary.ts';
import { createWordLists } from './word-lists.ts';

/** A word of the title or of a heading counts as two of the text (measured: performance.md §2.2 and bench/answer-quality.ts). */
const TITLE_WEIGHT = 2;
const HEADING_WEIGHT = 2;
/** A word of the ways customers ask for a passage, however many of them have it. */
const ASKED_WEIGHT = 2;

/** Everything that an index of one language knows; only this file changes it. */
export type IndexState = ReturnType<typeof createState>;

/** An empty one, or one around what was read from a file. */
export function createState(words: LanguageWords, vocabulary = createVocabulary(), table = createChunkTable(), lists: Postings[] = []) {
  return {
    words,
    vocabulary,
    table,
    wordLists: createWordLists(table, lists),
    rankByWords: createWordRanking(table),
    rankByCharacters: createCharacterRanking(vocabulary, table),
    /** Article → its chunks. */
    articles: new Map<string, number[]>(),
  };
}

/** A chunk with its words counted, not in the index yet. */
export interface ReadChunk {
  readonly chunk: StoredChunk;
  readonly terms: Int32Array;
  readonly counts: Uint16Array;
  readonly length: number;
}

export function readChunk({ words, vocabulary }: IndexState, chunk: StoredChunk): ReadChunk {
  const counts = new Map<number, number>();
  let length = 0;
  for (const [text, weight] of [
    [chunk.title, TITLE_WEIGHT],
    [chunk.heading, HEADING_WEIGHT],
    [chunk.text, 1],
  ] as const) {
    for (const stem of words.stemsOf(text)) {
      const term = vocabulary.intern(stem);
      counts.set(term, (counts.get(term) ?? 0) + weight);
      length += weight;
    }
  }
  // Ten phrasings of one question do not make a passage long, and their words are one subject, not ten.
  for (const stem of new Set((chunk.asked ?? []).flatMap((text) => words.stemsOf(text)))) {
    const term = vocabulary.intern(stem);
    counts.set(term, (counts.get(term) ?? 0) + ASKED_WEIGHT);
  }
  return {
    chunk,
    terms: Int32Array.from(counts.keys()),
    counts: Uint16Array.from(counts.values(), (count) => Math.min(count, MOST)),
    length: Math.min(length, MOST),
  };
}

export function addArticle(state: IndexState, chunks: readonly ReadChunk[]): void {
  const article = chunks[0]?.chunk.article;
  if (article === undefined) return;
  state.articles.set(
    article,
    chunks.map((chunk) => addChunk(state, chunk)),
  );
}

function addChunk({ vocabulary, table, wordLists }: IndexState, { chunk, terms, counts, length }: ReadChunk): number {
  const id = table.add(chunk, length);
  table.words.add(terms, counts);
  for (const [at, term] of terms.entries()) {
    vocabulary.occur(term);
    wordLists.add(term, id, counts[at] ?? 0);
  }
  return id;
}

export function removeArticle({ vocabulary, table, articles }: IndexState, article: string): void {
  const { terms, startOf, endOf } = table.words;
  for (const id of articles.get(article) ?? []) {
    for (let at = startOf(id); at < endOf(id); at++) vocabulary.vanish(terms[at] ?? 0);
    table.remove(id);
  }
  articles.delete(article);
}
