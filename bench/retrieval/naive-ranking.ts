import { stemsOf } from '../../src/domain/text/words.ts';
import type { MadeChunk } from './made-corpus.ts';

/**
 * BM25 by the book over every chunk, without any list of words: what the index's early termination has to equal.
 * Give it the chunks once and many queries, because it reads everything for each of them.
 */
export function naiveRanking(chunks: readonly MadeChunk[]): (query: string, limit: number) => readonly string[] {
  const bags = chunks.map(({ title, heading, text }) => {
    const bag = new Map<string, number>();
    for (const [words, weight] of [
      [title, 2],
      [heading, 2],
      [text, 1],
    ] as const) {
      for (const stem of stemsOf(words)) bag.set(stem, (bag.get(stem) ?? 0) + weight);
    }
    return bag;
  });
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, chunks.length);
  return (query, limit) => {
    const scores = new Float64Array(chunks.length);
    for (const stem of stemsOf(query)) {
      const having = bags.reduce((sum, bag) => sum + (bag.has(stem) ? 1 : 0), 0);
      const idf = Math.log(1 + (chunks.length - having + 0.5) / (having + 0.5));
      bags.forEach((bag, at) => {
        const count = bag.get(stem) ?? 0;
        if (count > 0)
          scores[at] = (scores[at] ?? 0) + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / average));
      });
    }
    const nameAt = (at: number): string => `${chunks[at]?.article}#${chunks[at]?.chunk}`;
    return [...scores.keys()]
      .filter((at) => (scores[at] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (nameAt(a) < nameAt(b) ? -1 : 1))
      .slice(0, limit)
      .map(nameAt);
  };
}
