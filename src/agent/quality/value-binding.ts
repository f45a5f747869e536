import { agrees, COMPARED, keyOf, type Claim } from './claims.ts';
import type { Clause, Statement } from './clauses.ts';
import { meaningsOf } from './meanings.ts';

/** The source states another value of the kind, for the very words of the claim. */
export function differsInValue(claim: Claim, clause: Clause, near: readonly Clause[], source: Statement): boolean {
  const stated = source.claims.filter(({ kind }) => kind === claim.kind);
  const isStated = stated.some((value) => agrees(claim, clause.text, value));
  if (claim.kind === 'rate' && !isStated && isPriceOf(claim, clause) && namesOneSum(near, source)) return true;
  if (stated.length === 0) return false;
  if (COMPARED.has(claim.kind)) return !isStated && near.some((part) => part.claims.some(({ kind }) => kind === claim.kind));
  return !isStated || !isBoundTo(claim, clause, source);
}

/** "$30 per day": the rate stands right behind a sum. */
const isPriceOf = ({ start }: Claim, { claims }: Clause): boolean =>
  claims.some(({ kind, start: at, text }) => kind === 'money' && at < start && start - at - text.length <= 2);

/** "$30 for the whole rental": the sum is said to be all there is. */
const namesOneSum = (near: readonly Clause[], { text }: Statement): boolean =>
  ONE_SUM.test(text) && near.some(({ claims }) => claims.some(({ kind }) => kind === 'money'));
const ONE_SUM = /\b(?:flat|whole|entire|in\s+total|one-off|one-time|altogether|(?:only|just)\s+once)\b/i;

/**
 * Of several values of one kind in a sentence each has words around it. The claim must have as large a share of its own
 * value's words as of any other's that it does not state as well.
 */
function isBoundTo(claim: Claim, clause: Clause, source: Statement): boolean {
  const values = source.claims.filter(({ kind }) => kind === claim.kind);
  const owned = wordsOfValues(source, values);
  const said = new Set([...clause.stems, ...clause.claims.map(keyOf)]);
  const share = (value: Claim): number => {
    const words = owned.get(value) ?? [];
    return words.length === 0 ? 0.5 : words.filter((word) => said.has(word)).length / words.length;
  };
  const isSaid = (value: Claim): boolean => clause.claims.some((other) => agrees(other, clause.text, value));
  const own = Math.max(...values.filter((value) => agrees(claim, clause.text, value)).map(share));
  const other = Math.max(0, ...values.filter((value) => !isSaid(value)).map(share));
  return own >= other - TIE;
}

/** Shares as near as this are no difference. */
const TIE = 0.05;
/** Words that a comma, `and` or `or` counts for: what stands behind it belongs to something else. */
const BOUNDARY = 5;

/** Each word of a sentence and each value of another kind, given to the value of this kind that it stands nearest to. */
function wordsOfValues({ text, claims }: Statement, values: readonly Claim[]): ReadonlyMap<Claim, readonly string[]> {
  const isInside = (at: number): boolean => claims.some(({ start, text: value }) => at >= start && at < start + value.length);
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((word) =>
    isInside(word.index) ? [] : meaningsOf(word[0]).map((stem) => ({ word: stem, at: word.index })),
  );
  const others = claims
    .filter(({ kind, start }) => kind !== values[0]?.kind && !values.some((value) => value.start === start))
    .map((value) => ({ word: keyOf(value), at: value.start }));
  const owned = new Map<Claim, string[]>();
  for (const { word, at } of [...words, ...others]) {
    const [nearest] = [...values].sort((a, b) => distance(text, at, a.start) - distance(text, at, b.start));
    if (nearest) owned.set(nearest, [...(owned.get(nearest) ?? []), word]);
  }
  return owned;
}

function distance(text: string, from: number, to: number): number {
  const between = text.slice(Math.min(from, to), Math.max(from, to));
  return between.split(/\s+/).length + BOUNDARY * (between.match(/[,;]\s|\s(?:and|or)\s/g) ?? []).length;
}
