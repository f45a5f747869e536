import type { OrderLine } from './order-records.ts';

/** Words that say nothing about which thing is meant. */
const EMPTY_WORDS = new Set([
  'the',
  'a',
  'an',
  'my',
  'one',
  'of',
  'in',
  'and',
  'that',
  'this',
  'it',
  'item',
  'just',
  'only',
  'set',
  'pair',
]);
const SHORTEST_FUZZY_WORD = 4;

/** The lines a customer means by `item`: those that share most words with it, typing slips forgiven. Empty when none is close. */
export function matchingLines(lines: readonly OrderLine[], item: string): readonly OrderLine[] {
  const wanted = wordsOf(item).filter((word) => !EMPTY_WORDS.has(word));
  if (wanted.length === 0) return [];
  const scored = lines.map((line) => ({ line, score: closeness(wanted, wordsOf(line.name)) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score > 0 && score === best).map(({ line }) => line);
}

/** Share of common words of both sides, 0–1; 0 unless at least half of the wanted words occur. */
function closeness(wanted: readonly string[], name: readonly string[]): number {
  const found = wanted.filter((word) => name.some((other) => isSameWord(word, other))).length;
  return found * 2 < wanted.length ? 0 : (2 * found) / (wanted.length + name.length);
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  return Math.min(left.length, right.length) >= SHORTEST_FUZZY_WORD && isOneSlipApart(left, right);
}

/** One letter more, less, wrong, or two neighbours swapped. */
function isOneSlipApart(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const restLeft = left.slice(start);
  const restRight = right.slice(start);
  const swapped = restLeft[0] === restRight[1] && restLeft[1] === restRight[0] && restLeft.slice(2) === restRight.slice(2);
  return swapped || restLeft.slice(1) === restRight.slice(1) || restLeft === restRight.slice(1) || restLeft.slice(1) === restRight;
}
