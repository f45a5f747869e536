export interface Scored {
  readonly candidate: number;
  readonly score: number;
}

/**
 * The `limit` candidates with the highest scores above 0, best first; `before` settles ties, so that the order does not
 * depend on when something was added.
 */
export function topK(
  candidates: ArrayLike<number>,
  scoreOf: (candidate: number) => number,
  before: (a: number, b: number) => boolean,
  limit: number,
): readonly Scored[] {
  if (limit <= 0) return [];
  const scores = new Float64Array(candidates.length);
  for (let at = 0; at < scores.length; at++) scores[at] = scoreOf(candidates[at] ?? 0);
  const least = limit < scores.length ? kthLargest(scores.slice(), limit) : 0;
  const best: Scored[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score > 0 && score >= least) best.push({ candidate: candidates[at] ?? 0, score });
  }
  return best.sort((a, b) => b.score - a.score || (before(a.candidate, b.candidate) ? -1 : 1)).slice(0, limit);
}

/** The k-th largest of at least k values, k from 1 (Hoare's selection); changes their order. */
export function kthLargest(values: Float64Array, k: number): number {
  const wanted = values.length - k;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = swapped;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted] ?? 0;
}
