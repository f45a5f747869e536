import { agrees, keyOf, type Claim } from './claims.ts';
import type { Clause, Statement } from './clauses.ts';
import { isTelling, meaningsOf } from './meanings.ts';

/** Where what belongs to one value ends and what belongs to the next begins. */
const BOUNDARY = /[,;:]\s|\s(?:and|or|but|while|whereas)\s|\s[–—-]\s/;
/** "80% of fillings": what the value is said of follows it. "Basic costs $9": it went before. */
const SAID_AFTER = /^\s*(?:of|for|in|on|per|off|with|at|from|to|when|if)\b/;

/** What the sentence begins with is still spoken of. */
const GOES_ON = /\b(?:it|they|this|that)\b/i;

/**
 * Whether a clause states one value of a source's sentence with the words of another: "the plan pays 80% of crowns" where
 * the source has 80% for fillings and 50% for crowns. The first word of a clause, its subject, counts twice,
 * unless the source's sentence begins with it and may mean it of every value.
 */
export function isBoundElsewhere(claim: Claim, clause: Clause, statement: Statement, source: Statement): boolean {
  const ofKind = source.claims.filter(({ kind }) => kind === claim.kind);
  const right = ofKind.filter((value) => agrees(claim, clause.text, value));
  const wrong = ofKind.filter((value) => !statement.claims.some((other) => agrees(other, statement.text, value)));
  if (right.length === 0 || wrong.length === 0) return false;
  const said = new Set([
    ...[...statement.ownStems].filter(isTelling),
    ...statement.claims.filter(({ kind }) => kind !== claim.kind).map(keyOf),
  ]);
  const [subject] = [...clause.ownStems].filter(isTelling);
  const lead = new Set(meaningsOf(source.text.slice(0, ofKind[0]?.start)));
  let own = 0;
  let others = 0;
  for (const [word, values] of ownersOf(source, ofKind)) {
    if (!said.has(word)) continue;
    const [isRight, isWrong] = [right.some((value) => values.has(value)), wrong.some((value) => values.has(value))];
    if (isRight && !isWrong) own++;
    if (isWrong && !isRight) others += word === subject && !lead.has(word) ? 2 : 1;
  }
  return others > own;
}

/**
 * The words of a sentence, and its values of other kinds, by the values that they are said of. Words before the first of
 * several belong to all and to none.
 */
function ownersOf({ text, claims }: Statement, values: readonly Claim[]): ReadonlyMap<string, ReadonlySet<Claim>> {
  const owners = new Map<string, Set<Claim>>();
  const give = (from: number, to: number, value: Claim): void => {
    const others = claims.filter(({ kind, start }) => kind !== value.kind && start >= from && start < to).map(keyOf);
    for (const word of [...meaningsOf(text.slice(from, to)), ...others]) owners.set(word, (owners.get(word) ?? new Set()).add(value));
  };
  for (const [at, value] of values.entries()) {
    const end = value.start + value.text.length;
    const next = values[at + 1];
    const after = text.slice(end, next?.start);
    const saidAfter = SAID_AFTER.test(after);
    const boundary = end + (BOUNDARY.exec(after)?.index ?? (saidAfter ? after.length : 0));
    give(end, next === undefined ? text.length : boundary, value);
    if (next !== undefined) give(boundary, next.start, next);
    if (at === 0 && !saidAfter && !GOES_ON.test(text.slice(boundary, next?.start))) give(0, value.start, value);
  }
  return owners;
}
