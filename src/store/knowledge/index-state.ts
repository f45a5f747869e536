import type { LanguageWords } from '../../domain/text/language-words.ts';
import { createChunkTable, type ChunkTable, type StoredChunk } from './chunk-table.ts';
import { createPostings, type Postings } from './postings.ts';
import { createCharacterRanking } from './rank-by-characters.ts';
import { createWordRanking, saturation } from './rank-by-words.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A word of the title or of a heading counts as two of the text (measured: performance.md §2.2 and bench/answer-quality.ts). */
const TITLE_WEIGHT = 2;
const HEADING_WEIGHT = 2;
/** A word of the ways customers ask for a passage, however many of them have it. */
const ASKED_WEIGHT = 2;
/** Everything that an index of one language knows; only this file changes it. */
export interface IndexState {
  readonly words: LanguageWords;
  readonly vocabulary: Vocabulary;
  readonly table: ChunkTable;
  /** stem id → chunks with the stem, each with its weighted count. */
  readonly postings: Postings[];
  /** stem id → the highest saturation that a chunk had when it was added. */
  readonly highest: number[];
  /** The shortest mean length since then: a longer mean lifts saturations by no more than their quotient. */
  readonly shortest: { average: number };
  readonly rankByWords: ReturnType<typeof createWordRanking>;
  readonly likenessOf: ReturnType<typeof createCharacterRanking>;
  readonly articles: Map<string, number[]>;
}

export function emptyState(words: LanguageWords, vocabulary: Vocabulary = createVocabulary()): IndexState {
  const table = createChunkTable();
  return {
    words,
    vocabulary,
    table,
    postings: [],
    highest: [],
    shortest: { average: Infinity },
    rankByWords: createWordRanking(),
    likenessOf: createCharacterRanking(vocabulary, table),
    articles: new Map(),
  };
}

/** A chunk with its words counted, not in the index yet. */
export interface ReadChunk {
  readonly chunk: StoredChunk;
  readonly terms: Int32Array;
  readonly counts: Float32Array;
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
  return { chunk, terms: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()), length };
}

export function addArticle(state: IndexState, chunks: readonly ReadChunk[]): void {
  const article = chunks[0]?.chunk.article;
  if (article === undefined) return;
  state.articles.set(
    article,
    chunks.map((chunk) => addChunk(state, chunk)),
  );
}

function addChunk(state: IndexState, { chunk, terms, counts, length }: ReadChunk): number {
  const { vocabulary, table, postings, highest, shortest } = state;
  const id = table.add(chunk, length, terms, counts);
  const average = meanLength(table);
  shortest.average = Math.min(shortest.average, average);
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] ?? 0;
    vocabulary.occur(term);
    const list = postings[term] ?? createPostings();
    postings[term] = list;
    list.push(id, counts[index] ?? 0);
    highest[term] = Math.max(highest[term] ?? 0, saturation(counts[index] ?? 0, length, average));
  }
  return id;
}

export function removeArticle({ vocabulary, table, articles }: IndexState, article: string): void {
  for (const id of articles.get(article) ?? []) {
    for (const term of table.termsOf(id)) vocabulary.vanish(term);
    table.remove(id);
  }
  articles.delete(article);
}

/** How much higher saturations may be now than when they were noted. */
export const growthOf = ({ table, shortest }: IndexState): number => Math.max(1, meanLength(table) / shortest.average);

export function measureAgain({ table, postings, highest, shortest }: IndexState): void {
  const average = meanLength(table);
  shortest.average = average;
  const lengths = table.lengths();
  postings.forEach((list, term) => {
    let most = 0;
    for (let at = 0; at < list.length; at++) most = Math.max(most, saturation(list.weightAt(at), lengths[list.at(at)] ?? 0, average));
    highest[term] = most;
  });
}

export const meanLength = ({ totalLength, alive }: ChunkTable): number => totalLength / Math.max(1, alive);
