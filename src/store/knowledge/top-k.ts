/**
 * The `limit` candidates with the highest scores, best first; `before` settles ties, so that the order does not depend
 * on when something was added. A bounded heap with the worst on top: O(n log limit).
 */
export function topK(
  candidates: Iterable<number>,
  scoreOf: (candidate: number) => number,
  before: (a: number, b: number) => boolean,
  limit: number,
  /** Asked only about candidates that are good enough. */
  accepts: (candidate: number) => boolean = () => true,
): readonly { readonly candidate: number; readonly score: number }[] {
  if (limit <= 0) return [];
  const heap: { candidate: number; score: number }[] = [];
  const isWorse = (a: { candidate: number; score: number }, b: { candidate: number; score: number }): boolean =>
    a.score < b.score || (a.score === b.score && before(b.candidate, a.candidate));
  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  const worseAt = (a: number, b: number): boolean => {
    const [first, second] = [heap[a], heap[b]];
    return first !== undefined && second !== undefined && isWorse(first, second);
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      let worst = at;
      if (worseAt(2 * at + 1, worst)) worst = 2 * at + 1;
      if (worseAt(2 * at + 2, worst)) worst = 2 * at + 2;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    const worst = heap.length < limit ? undefined : heap[0];
    if (score <= 0 || (worst && score < worst.score) || !accepts(candidate)) continue;
    const entry = { candidate, score };
    if (heap.length < limit) {
      heap.push(entry);
      for (let at = heap.length - 1; at > 0 && worseAt(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    } else if (worst && isWorse(worst, entry)) {
      heap[0] = entry;
      sink();
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}
