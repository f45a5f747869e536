import { setImmediate } from 'node:timers/promises';
import type { LanguageWords } from '../../domain/text/language-words.ts';
import type { StoredChunk } from './chunk-table.ts';
import { emptyState, measureAgain, type IndexState } from './index-state.ts';
import { openPostings, type Postings } from './postings.ts';
import { createVocabulary, type SavedVocabulary } from './vocabulary.ts';

/**
 * The living chunks of an index with their words already counted, which is what takes long. Lists of chunks by word are
 * made again from it: that is quicker than reading them.
 */
export interface SavedIndex extends SavedVocabulary {
  readonly language: string;
  readonly chunks: readonly StoredChunk[];
  /** Weighted words of each chunk, and how many different stems it has. */
  readonly lengths: Float32Array;
  readonly stemsPerChunk: Int32Array;
  /** The stems of each chunk by id with their weighted counts, one chunk after the other. */
  readonly terms: Int32Array;
  readonly counts: Float32Array;
}

const NO_NUMBERS = new Int32Array(0);
const NO_WEIGHTS = new Float32Array(0);

/** Chunks of a language in which nobody has asked yet: their words are not counted. */
export const unreadIndex = (language: string, chunks: readonly StoredChunk[]): SavedIndex => ({
  language,
  chunks,
  lengths: NO_WEIGHTS,
  stemsPerChunk: NO_NUMBERS,
  terms: NO_NUMBERS,
  counts: NO_WEIGHTS,
  stems: [],
  grams: [],
  stemsPerGram: NO_NUMBERS,
  gramStems: NO_NUMBERS,
  gramCounts: NO_WEIGHTS,
});

export const isUnread = ({ chunks, lengths }: SavedIndex): boolean => lengths.length < chunks.length;

/** Chunks put back between two looks at the event loop: about 2 ms of work. */
const CHUNKS_PER_SLICE = 500;

export function saveState({ words, vocabulary, table }: IndexState): SavedIndex {
  const living = Array.from({ length: table.used }, (_, id) => id).filter((id) => table.isAlive(id));
  const stemsPerChunk = Int32Array.from(living, (id) => table.termsOf(id).length);
  const total = stemsPerChunk.reduce((sum, stems) => sum + stems, 0);
  const [terms, counts] = [new Int32Array(total), new Float32Array(total)];
  let from = 0;
  for (const id of living) {
    terms.set(table.termsOf(id), from);
    counts.set(table.countsOf(id), from);
    from += table.termsOf(id).length;
  }
  const lengths = table.lengths();
  return {
    language: words.language,
    chunks: living.flatMap((id) => table.chunkAt(id) ?? []),
    lengths: Float32Array.from(living, (id) => lengths[id] ?? 0),
    stemsPerChunk,
    terms,
    counts,
    ...vocabulary.save(),
  };
}

export async function restoreState(words: LanguageWords, saved: SavedIndex): Promise<IndexState> {
  const { chunks, lengths, stemsPerChunk, terms, counts } = saved;
  const chunksWith = new Int32Array(saved.stems.length);
  for (const term of terms) chunksWith[term] = (chunksWith[term] ?? 0) + 1;
  const state = emptyState(words, createVocabulary(saved, chunksWith));
  for (const list of postingsFrom(saved, chunksWith)) state.postings.push(list);
  let from = 0;
  for (const [at, chunk] of chunks.entries()) {
    const to = from + (stemsPerChunk[at] ?? 0);
    const id = state.table.add(chunk, lengths[at] ?? 0, terms.subarray(from, to), counts.subarray(from, to));
    const known = state.articles.get(chunk.article);
    if (known) known.push(id);
    else state.articles.set(chunk.article, [id]);
    from = to;
    if (at % CHUNKS_PER_SLICE === 0) await setImmediate();
  }
  measureAgain(state);
  return state;
}

/** The chunks with each stem: what is listed by chunk, listed by stem. All lists lie in two arrays. */
function postingsFrom({ stemsPerChunk, terms, counts }: SavedIndex, chunksWith: Int32Array): readonly Postings[] {
  const [entries, weights] = [new Int32Array(terms.length), new Float32Array(terms.length)];
  const next = new Int32Array(chunksWith.length);
  for (let term = 1; term < next.length; term++) next[term] = (next[term - 1] ?? 0) + (chunksWith[term - 1] ?? 0);
  let at = 0;
  for (let chunk = 0; chunk < stemsPerChunk.length; chunk++) {
    for (const to = at + (stemsPerChunk[chunk] ?? 0); at < to; at++) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      entries[place] = chunk;
      weights[place] = counts[at] ?? 0;
      next[term] = place + 1;
    }
  }
  // `next` now holds where each list ends.
  return Array.from(chunksWith, (length, term) => {
    const end = next[term] ?? 0;
    return openPostings(entries.subarray(end - length, end), weights.subarray(end - length, end));
  });
}
