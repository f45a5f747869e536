import { saturation } from './bm25.ts';
import type { ChunkTable } from './chunk-table.ts';
import { moved } from './postings.ts';
import type { QueryWord } from './query-word.ts';

/**
 * Scores one chunk in full, from its own words. The sum is always taken in the order of the query's words, so that chunks
 * with the same words have the same score to the last digit.
 */
export function createChunkScorer(table: ChunkTable) {
  /** By stem: which word of the query it is, from 1. */
  let places = new Uint16Array(0);
  let placed: readonly QueryWord[] = [];

  return (words: readonly QueryWord[], penalty: number): ((chunk: number) => number) => {
    for (const { term } of placed) places[term] = 0;
    placed = words;
    for (const [at, { term }] of words.entries()) {
      if (term >= places.length) places = moved(places, new Uint16Array(term * 2 + 1));
      places[term] = at + 1;
    }
    const found = new Uint16Array(words.length + 1);
    const worths = Float64Array.from(words, ({ worth }) => worth);
    const { lengths } = table;
    const { terms, counts, startOf, endOf } = table.words;
    return (chunk) => {
      found.fill(0);
      for (let at = startOf(chunk), end = endOf(chunk); at < end; at++) {
        const place = places[terms[at] ?? 0] ?? 0;
        if (place !== 0) found[place] = counts[at] ?? 0;
      }
      let score = 0;
      for (let word = 0; word < worths.length; word++) {
        const count = found[word + 1] ?? 0;
        if (count > 0) score += (worths[word] ?? 0) * saturation(count, lengths[chunk] ?? 0, penalty);
      }
      return score;
    };
  };
}
