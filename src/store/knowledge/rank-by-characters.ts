import type { ChunkTable } from './chunk-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Cosine of character n-gram vectors, taking different stems of a chunk as unrelated when its length is measured. The
 * length of a candidate's vector is kept until the vocabulary changes.
 */
export function createCharacterRanking(
  vocabulary: Vocabulary,
  table: ChunkTable,
): (words: ReadonlyMap<string, number>, candidates: readonly number[]) => ReadonlyMap<number, number> {
  let vectorLengths = new Float64Array(0);
  let measuredAt = -1;

  const vectorLength = (chunk: number): number => {
    const known = vectorLengths[chunk] ?? 0;
    if (known > 0) return known;
    const [terms, counts] = [table.termsOf(chunk), table.countsOf(chunk)];
    let sum = 0;
    for (let index = 0; index < terms.length; index++) sum += (counts[index] ?? 0) ** 2 * vocabulary.squaredLength(terms[index] ?? 0);
    vectorLengths[chunk] = Math.sqrt(sum);
    return Math.sqrt(sum);
  };

  return (words, candidates) => {
    if (measuredAt !== vocabulary.version || vectorLengths.length < table.used) {
      vectorLengths = new Float64Array(table.used);
      measuredAt = vocabulary.version;
    }
    const similarities = vocabulary.similarities(words);
    const likeness = new Map<number, number>();
    for (const chunk of candidates) {
      const [terms, counts] = [table.termsOf(chunk), table.countsOf(chunk)];
      let product = 0;
      for (let index = 0; index < terms.length; index++) product += (counts[index] ?? 0) * (similarities[terms[index] ?? 0] ?? 0);
      const length = vectorLength(chunk);
      likeness.set(chunk, length === 0 ? 0 : product / length);
    }
    return likeness;
  };
}
