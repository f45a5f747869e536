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

/** Optimal string alignment distance: insert, delete, replace, swap neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
