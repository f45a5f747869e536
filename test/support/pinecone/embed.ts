import { stemsOf } from '../../../src/domain/text/words.ts';

const DIMENSIONS = 4_096;

/** Words that a real embedding puts close together, by stem. */
const ALIKE: readonly (readonly string[])[] = [
  ['refund', 'reimburse', 'repay'],
  ['parcel', 'package', 'shipment'],
  ['boot', 'footwear', 'shoe'],
];
const MEANINGS = new Map(ALIKE.flatMap((words) => words.map((word) => [stemsOf(word)[0] ?? word, words[0] ?? word] as const)));

/** A deterministic stand-in for a hosted model: a unit vector of hashed words, in which some words mean the same. */
export function embed(text: string): ReadonlyMap<number, number> {
  const vector = new Map<number, number>();
  for (const stem of stemsOf(text)) {
    const at = hashOf(MEANINGS.get(stem) ?? stem) % DIMENSIONS;
    vector.set(at, (vector.get(at) ?? 0) + 1);
  }
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([at, value]) => [at, value / length]));
}

export function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [at, value] of a) sum += value * (b.get(at) ?? 0);
  return Math.min(1, sum);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 2_166_136_261;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
