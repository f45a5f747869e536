import { editDistance } from './edit-distance.ts';

/**
 * True when two words differ by one slip of the keyboard: a letter missing, doubled, wrong or swapped with its
 * neighbour; two slips for words of eight letters and more. Short words must be equal, because `tent` is not `rent`.
 */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 4 || /\d/.test(a) || /\d/.test(b)) return false;
  const allowed = length >= 8 ? 2 : 1;
  if (Math.abs(a.length - b.length) > allowed) return false;
  if (length < 6 && a[0] !== b[0]) return false;
  return editDistance(a, b) <= allowed;
}
