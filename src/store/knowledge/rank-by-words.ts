import { createChunkScorer } from './chunk-scorer.ts';
import type { ChunkTable } from './chunk-table.ts';
import { createContenders, type Contenders } from './contenders.ts';
import type { QueryWord } from './query-word.ts';
import { topK, type Scored } from './top-k.ts';

/** Sums of the same numbers in another order differ in their last digits; a chunk is only passed over beyond that. */
const ROUNDING = 1 - 1e-9;
/** A list of so many chunks for each that is wanted costs more to read than its bar costs to raise (measured: `npm run bench -- retrieval`). */
const WORTH_A_LOOK = 10;
/** So many chunks for each that is wanted are scored at once rather than thinned out word by word (measured: the same). */
const FEW = 2;

export interface WordQuery {
  readonly words: readonly QueryWord[];
  /** `lengthPenalty` of the mean length. */
  readonly penalty: number;
  readonly passes: (chunk: number) => boolean;
  /** Only these chunks. */
  readonly within?: readonly number[] | undefined;
  readonly limit: number;
  readonly before: (a: number, b: number) => boolean;
}

/**
 * Ranks chunks by BM25, exactly, without reading what cannot matter (MaxScore, Turtle & Flood 1995):
 *
 * 1. Words are read from the most to the least telling, adding up what each chunk earns, until the words that are left
 *    cannot lift an unseen chunk over the bar. The bar is known early, because the most promising chunks are scored in
 *    full after each word.
 * 2. The next words are only added to the chunks that were seen, and those drop out that cannot get there any more.
 * 3. The few that remain are scored in full.
 */
export function createWordRanking(table: ChunkTable): (query: WordQuery) => readonly Scored[] {
  const scorer = createChunkScorer(table);
  const contenders = createContenders();

  return ({ words, penalty, passes, within, limit, before }) => {
    const scoreOf = scorer(words, penalty);
    if (within) return topK(within.filter(passes), scoreOf, before, limit);
    contenders.ensureRoom(table.used);
    const ordered = [...words].sort((a, b) => b.bound - a.bound || a.postings.length - b.postings.length);
    /** What the words that are left add to a chunk at most, and what the `limit`-th best chunk has at least. */
    let left = ordered.reduce((sum, { bound }) => sum + bound, 0);
    let bar = 0;
    let next = 0;

    for (; next < ordered.length && left >= bar; next++) {
      const word = ordered[next];
      if (!word) break;
      left -= word.bound;
      contenders.read(word, penalty, bar - left, passes);
      const after = ordered[next + 1]?.postings.length ?? 0;
      if (left >= bar && after > limit * WORTH_A_LOOK) bar = Math.max(bar, barOf(contenders, scoreOf, limit));
    }
    const dropOthers = (): void => {
      bar = Math.max(bar, contenders.kthEarned(limit) * ROUNDING);
      contenders.drop(bar - left);
    };
    for (dropOthers(); next < ordered.length && contenders.count > limit * FEW; next++) {
      const word = ordered[next];
      if (!word) break;
      left -= word.bound;
      contenders.add(word, penalty, table.lengths);
      dropOthers();
    }
    const best = topK(contenders.chunks(), scoreOf, before, limit);
    contenders.clear();
    return best;
  };
}

/** The score of the `limit`-th best chunk is at least this: what the most promising so far come to with all their words. */
function barOf(contenders: Contenders, scoreOf: (chunk: number) => number, limit: number): number {
  if (contenders.count < limit) return 0;
  const scores = new Float64Array(limit);
  for (const [at, chunk] of contenders.best(limit).entries()) scores[at] = scoreOf(chunk);
  return Math.min(...scores) * ROUNDING;
}
