import { editDistance } from './edit-distance.ts';

/**
 * True when two words differ by one slip of the keyboard: a letter missing, doubled, wrong or swapped with its
 * neighbour; two slips for words of eight letters and more. Short words must be equal, because `tent` is not `rent`.
 * Answering one question compares some ten thousand words, nearly all of them far apart: what is cheap decides first.
 */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  return a.length < b.length ? isNearTo(a, b) : isNearTo(b, a);
}

function isNearTo(short: string, long: string): boolean {
  const { length } = short;
  const allowed = length >= 8 ? 2 : 1;
  if (length < 4 || long.length - length > allowed) return false;
  if (length < 6 && short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  return differsByAtMost(allowed, short, long) && !/\d/.test(short) && !/\d/.test(long);
}

/** What both begin and end with alike adds nothing to their distance. */
function differsByAtMost(allowed: number, short: string, long: string): boolean {
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  let last = short.length;
  let lastOfLong = long.length;
  while (last > start && short.charCodeAt(last - 1) === long.charCodeAt(lastOfLong - 1)) {
    last -= 1;
    lastOfLong -= 1;
  }
  const different = lastOfLong - start;
  if (different <= allowed) return true;
  if (allowed === 1 && different !== 2) return false;
  if (allowed > 1 && lacks(short, long) > allowed) return false;
  return editDistance(short.slice(start, last), long.slice(start, lastOfLong)) <= allowed;
}

/** How many letters of the longer word the shorter one lacks; never more than their distance. */
const lacks = (short: string, long: string): number => bits(letters(long) & ~letters(short));

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
