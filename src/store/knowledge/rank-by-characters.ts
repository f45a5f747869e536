import type { ChunkTable } from './chunk-table.ts';
import { topK, type Scored } from './top-k.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Ranks chunks by the cosine of character n-gram vectors, taking different stems of a chunk as unrelated when its length
 * is measured. The length of a chunk's vector is kept until the vocabulary changes.
 */
export function createCharacterRanking(
  vocabulary: Vocabulary,
  table: ChunkTable,
): (words: ReadonlyMap<string, number>, candidates: readonly number[], before: (a: number, b: number) => boolean) => readonly Scored[] {
  let squaredLengths: Float64Array = new Float64Array(0);
  let vectorLengths = new Float64Array(0);
  let measuredAt = -1;

  const measureLength = (chunk: number): number => {
    const { terms, counts, startOf, endOf } = table.words;
    let sum = 0;
    for (let at = startOf(chunk), end = endOf(chunk); at < end; at++) sum += (counts[at] ?? 0) ** 2 * (squaredLengths[terms[at] ?? 0] ?? 0);
    vectorLengths[chunk] = Math.sqrt(sum);
    return Math.sqrt(sum);
  };

  return (words, candidates, before) => {
    if (measuredAt !== vocabulary.version || vectorLengths.length < table.used) {
      squaredLengths = vocabulary.grams.squaredLengths();
      vectorLengths = new Float64Array(table.used);
      measuredAt = vocabulary.version;
    }
    const { terms, counts, startOf, endOf } = table.words;
    return vocabulary.grams.compare(words, (products) => {
      const likenessOf = (chunk: number): number => {
        let product = 0;
        for (let at = startOf(chunk), end = endOf(chunk); at < end; at++) product += (counts[at] ?? 0) * (products[terms[at] ?? 0] ?? 0);
        return product === 0 ? 0 : product / (vectorLengths[chunk] || measureLength(chunk));
      };
      return topK(candidates, likenessOf, before, candidates.length);
    });
  };
}
