import { editDistance } from './edit-distance.ts';

/**
 * True when two words differ by one slip of the keyboard: a letter missing, doubled, wrong or swapped with its
 * neighbour; two slips for words of eight letters and more. Short words must be equal, because `tent` is not `rent`.
 * Answering one question compares some ten thousand words, nearly all of them far apart: what is cheap decides first.
 */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  const allowed = length >= 8 ? 2 : 1;
  if (length < 4 || Math.abs(a.length - b.length) > allowed) return false;
  if (length < 6 && a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  return differsByAtMost(allowed, a, b) && !/\d/.test(a) && !/\d/.test(b);
}

/** What both begin and end with alike adds nothing to their distance. */
function differsByAtMost(allowed: number, a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  const longest = Math.max(a.length, b.length) - start - end;
  if (longest <= allowed) return true;
  if (allowed === 1 && longest !== 2) return false;
  if (allowed > 1 && lettersApart(a, b) > allowed) return false;
  return editDistance(a.slice(start, a.length - end), b.slice(start, b.length - end)) <= allowed;
}

/** How many letters one has and the other lacks, the greater way round; never more than the distance. */
function lettersApart(a: string, b: string): number {
  const [ofA, ofB] = [letters(a), letters(b)];
  return Math.max(bits(ofA & ~ofB), bits(ofB & ~ofA));
}

/** One bit a letter; letters that share a bit only make words look nearer than they are. */
function letters(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
