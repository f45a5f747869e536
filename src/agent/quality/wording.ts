import { stemOf, wordsOf } from '../../domain/text/words.ts';
import type { Claim } from './claims.ts';
import type { Clause } from './clauses.ts';

/** How far a clause is worded like one of a source. */
export interface Wording {
  /** Share of its words that stand in the source in the same order, 0–1. */
  readonly likeness: number;
  /** Words of the claim that stand where the source has others. */
  readonly replaced: readonly { readonly said: readonly string[]; readonly instead: readonly string[] }[];
}

/** Compares two clauses word by word, with values read as one word each. */
export function compareWording(claim: Clause, source: Pick<Clause, 'text' | 'claims'>): Wording {
  const said = tokensOf(claim);
  const stated = tokensOf(source);
  const { length, pairs } = longestCommon(said, stated);
  const replaced: { said: readonly string[]; instead: readonly string[] }[] = [];
  let [from, to] = [0, 0];
  for (const [here, there] of [...pairs, [said.length, stated.length] as const]) {
    if (here > from && there > to) replaced.push({ said: said.slice(from, here), instead: stated.slice(to, there) });
    [from, to] = [here + 1, there + 1];
  }
  return { likeness: said.length === 0 ? 0 : length / said.length, replaced };
}

function tokensOf({ text, claims }: { readonly text: string; readonly claims: readonly Claim[] }): readonly string[] {
  const plain = claims.reduce(
    (rest, { start, text: value }) => rest.slice(0, start) + '0'.repeat(value.length) + rest.slice(start + value.length),
    text,
  );
  return wordsOf(
    plain
      .replace(/0+/g, ' 0 ')
      .replace(/\bcan(?:['’]t|not)\b/gi, 'can not')
      .replace(/\bwon['’]t\b/gi, 'will not')
      .replace(/n['’]t\b/gi, ' not'),
  ).map(stemOf);
}

/** The longest common subsequence of two lists of words, and the places that it takes in both. */
function longestCommon(
  some: readonly string[],
  others: readonly string[],
): { readonly length: number; readonly pairs: readonly (readonly [number, number])[] } {
  const width = others.length + 1;
  const longest = new Uint16Array((some.length + 1) * width);
  const at = (here: number, there: number): number => longest[here * width + there] ?? 0;
  for (let here = some.length - 1; here >= 0; here--)
    for (let there = others.length - 1; there >= 0; there--)
      longest[here * width + there] =
        some[here] === others[there] ? at(here + 1, there + 1) + 1 : Math.max(at(here + 1, there), at(here, there + 1));
  const pairs: [number, number][] = [];
  for (let here = 0, there = 0; here < some.length && there < others.length;) {
    if (some[here] === others[there]) pairs.push([here++, there++]);
    else if (at(here + 1, there) >= at(here, there + 1)) here++;
    else there++;
  }
  return { length: at(0, 0), pairs };
}
