import { setImmediate } from 'node:timers/promises';
import type { LanguageWords } from '../../domain/text/language-words.ts';
import { createState, type IndexState } from './index-state.ts';
import { createChunkTable, type StoredChunk } from './chunk-table.ts';
import { createChunkWords } from './chunk-words.ts';
import { measureOf } from './measure.ts';
import { Postings } from './postings.ts';
import { createVocabulary, type SavedVocabulary } from './vocabulary.ts';

/**
 * The living chunks of an index with their words already counted, which is what takes long. Lists of chunks by word are
 * made again from it: that is quicker than reading them.
 */
export interface SavedIndex extends SavedVocabulary {
  readonly language: string;
  readonly chunks: readonly StoredChunk[];
  /** Weighted words of each chunk, and how many different stems it has. */
  readonly lengths: Uint16Array;
  readonly stemsPerChunk: Int32Array;
  /** The stems of each chunk by id with their weighted counts, one chunk after the other. */
  readonly terms: Int32Array;
  readonly counts: Uint16Array;
}

const NO_NUMBERS = new Int32Array(0);
const NO_COUNTS = new Uint16Array(0);

/** Chunks of a language in which nobody has asked yet: their words are not counted. */
export const unreadIndex = (language: string, chunks: readonly StoredChunk[]): SavedIndex => ({
  language,
  chunks,
  lengths: NO_COUNTS,
  stemsPerChunk: NO_NUMBERS,
  terms: NO_NUMBERS,
  counts: NO_COUNTS,
  stems: [],
  grams: [],
  stemsPerGram: NO_NUMBERS,
  gramStems: NO_NUMBERS,
});

export const isUnread = ({ chunks, lengths }: SavedIndex): boolean => lengths.length < chunks.length;

/** Chunks put back between two looks at the event loop: about 2 ms of work. */
const CHUNKS_PER_SLICE = 500;

export function saveState({ words, vocabulary, table }: IndexState): SavedIndex {
  const living = Array.from({ length: table.used }, (_, id) => id).filter((id) => table.isAlive(id));
  const { startOf, endOf } = table.words;
  const stemsPerChunk = Int32Array.from(living, (id) => endOf(id) - startOf(id));
  const total = stemsPerChunk.reduce((sum, stems) => sum + stems, 0);
  const [terms, counts] = [new Int32Array(total), new Uint16Array(total)];
  let from = 0;
  for (const id of living) {
    terms.set(table.words.terms.subarray(startOf(id), endOf(id)), from);
    counts.set(table.words.counts.subarray(startOf(id), endOf(id)), from);
    from += endOf(id) - startOf(id);
  }
  return {
    language: words.language,
    chunks: living.flatMap((id) => table.chunkAt(id) ?? []),
    lengths: Uint16Array.from(living, (id) => table.lengths[id] ?? 0),
    stemsPerChunk,
    terms,
    counts,
    ...vocabulary.save(),
  };
}

export async function restoreState(words: LanguageWords, saved: SavedIndex): Promise<IndexState> {
  const chunksWith = new Int32Array(saved.stems.length);
  for (const term of saved.terms) chunksWith[term] = (chunksWith[term] ?? 0) + 1;
  const table = createChunkTable(createChunkWords(saved.terms, saved.counts, saved.stemsPerChunk));
  const articles = new Map<string, number[]>();
  for (const [at, chunk] of saved.chunks.entries()) {
    const id = table.add(chunk, saved.lengths[at] ?? 0);
    const known = articles.get(chunk.article);
    if (known) known.push(id);
    else articles.set(chunk.article, [id]);
    if (at % CHUNKS_PER_SLICE === 0) await setImmediate();
  }
  return { ...createState(words, createVocabulary(saved, chunksWith), table, postingsFrom(saved, chunksWith)), articles };
}

/** The chunks with each stem: what is listed by chunk, listed by stem. All lists lie in two arrays. */
function postingsFrom({ lengths, stemsPerChunk, terms, counts }: SavedIndex, chunksWith: Int32Array): Postings[] {
  const [entries, values] = [new Int32Array(terms.length), new Int32Array(terms.length)];
  const next = new Int32Array(chunksWith.length);
  for (let term = 1; term < next.length; term++) next[term] = (next[term - 1] ?? 0) + (chunksWith[term - 1] ?? 0);
  let at = 0;
  for (let chunk = 0; chunk < stemsPerChunk.length; chunk++) {
    for (const to = at + (stemsPerChunk[chunk] ?? 0); at < to; at++) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      entries[place] = chunk;
      values[place] = measureOf(counts[at] ?? 0, lengths[chunk] ?? 0);
      next[term] = place + 1;
    }
  }
  // `next` now holds where each list ends.
  return Array.from(chunksWith, (length, term) => {
    const end = next[term] ?? 0;
    return new Postings(entries.subarray(end - length, end), values.subarray(end - length, end));
  });
}
