/** What English makes one word of another with, stemmed: `compens` and `compensat`, `renew` and `renewal`. */
const ENDING =
  /^(?:al|at|ation|ion|ment|er|or|ing|abl|ibl|iv|ant|anc|enc|ent|y|i|iti|ness|ful|li|ship|ed|s|en|r|e|d|n|is|iz|age|ag|ic|ur|st|hood)*$/;
const LONG_ROOT = 4;
const SHORT_ROOT = 3;
/** Letters that an ending may have. */
const MAX_ENDING = 5;
const DERIVED = 0.8;
const DERIVED_FROM_SHORT = 0.7;
/** From here on two stems count as one word. */
const ALIKE = 0.5;

/** How alike two stems are, 0–1: the same, one derived from the other, or strangers. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  let root = 0;
  while (root < one.length && root < other.length && one[root] === other[root]) root++;
  if (root < SHORT_ROOT || !ENDING.test(one.slice(root)) || !ENDING.test(other.slice(root))) return 0;
  if (root >= LONG_ROOT && Math.max(one.length, other.length) - root <= MAX_ENDING) return DERIVED;
  return root === Math.min(one.length, other.length) ? DERIVED_FROM_SHORT : 0;
}

/** The likeness of the stem in a set that is most like it. */
export function likenessIn(stem: string, stems: ReadonlySet<string>): number {
  if (stems.has(stem)) return 1;
  let best = 0;
  for (const other of stems) best = Math.max(best, likeness(stem, other));
  return best;
}

export const isKnown = (stem: string, stems: ReadonlySet<string>): boolean => likenessIn(stem, stems) >= ALIKE;
