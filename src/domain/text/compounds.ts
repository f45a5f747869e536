/** Shorter than that a piece of a word is an ending or a chance. */
const SHORTEST_PART = 3;
const LONGEST_WORD = 40;
const MOST_PARTS = 3;

/**
 * The parts of a word that is written together, by the meaning of each; undefined unless every part is known, so that no
 * ordinary word is taken apart. `meaningOf`: of a part with or without what joins it to the next, undefined when it is none.
 */
export function partsOf<Meaning>(word: string, meaningOf: (part: string) => Meaning | undefined): readonly Meaning[] | undefined {
  return word.length > LONGEST_WORD ? undefined : split(word, meaningOf, MOST_PARTS);
}

function split<Meaning>(word: string, meaningOf: (part: string) => Meaning | undefined, most: number): readonly Meaning[] | undefined {
  // The longest first part first: "rucksack" before "ruck".
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = meaningOf(word.slice(0, at));
    if (first === undefined) continue;
    const last = meaningOf(word.slice(at));
    if (last !== undefined) return [first, last];
    const rest = most > 2 ? split(word.slice(at), meaningOf, most - 1) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
}
