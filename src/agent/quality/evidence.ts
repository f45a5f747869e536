import { agrees, type Claim } from './claims.ts';
import { goesOn, type Clause, type Statement } from './clauses.ts';
import { likenessIn } from './likeness.ts';
import { isTelling } from './meanings.ts';

/** A sentence of a source with what it needs from the others of its passage. */
export interface SourceStatement extends Statement {
  /** What earlier sentences it leans on speak of: "it", "both", "after that". */
  readonly antecedent: ReadonlySet<string>;
  /** Stems of the whole passage with its headings. */
  readonly passage: ReadonlySet<string>;
}

/** A stem counts the more, the fewer of the sentences have it. */
export type StemWeight = (stem: string) => number;

/** A clause of a source that speaks of what a claim speaks of. */
export interface Evidence {
  readonly source: SourceStatement;
  readonly clause: Clause;
  /** How much of the claim it speaks of, about 0–1. */
  readonly fit: number;
}

/** Words that name nothing count for so much of one that does. */
const FILLING = 0.3;
/** What the rest of the claim's sentence counts for. */
const BESIDE = 0.3;
/** A word that stands in the sentence or its headings, and not in the clause; a clause that goes on about them has them almost as its own. */
const FROM_SENTENCE = 0.55;
const GONE_ON_ABOUT = 0.85;
/** The same value, one of its kind, and a clause that says what has to be paid. */
const SAME_VALUE = 0.8;
const VALUE_NEAR = 0.3;
const PAYMENT = 1;
/** How much of the source's clause the claim repeats. */
const REPEATED = 0.15;
/** A condition is seldom what a claim repeats. */
const CONDITION = 0.15;
/** Clauses as near as this to the nearest speak of the same, and one that agrees is enough. */
const NEARLY_BEST = 0.06;
const MOST = 4;

/** The clauses of the sources that speak of what the clause speaks of, the nearest first. */
export function findEvidence(
  clause: Clause,
  statement: Statement,
  sources: readonly SourceStatement[],
  weight: StemWeight,
): readonly Evidence[] {
  const wanted = wantedFrom(clause, statement, weight);
  const found = sources.flatMap((source) => {
    const context = new Set([...source.stems, ...source.antecedent]);
    const inContext = new Map(wanted.map(({ stem }) => [stem, likenessIn(stem, context)]));
    return source.clauses.map((part) => ({ source, clause: part, fit: fitOf(clause, statement, source, part, wanted, inContext) }));
  });
  const best = found.reduce((most, { fit }) => Math.max(most, fit), 0);
  return found
    .filter(({ fit }) => fit >= best - NEARLY_BEST)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST);
}

interface Wanted {
  readonly stem: string;
  readonly weight: number;
}

function wantedFrom(clause: Clause, { ownStems }: Statement, weight: StemWeight): readonly Wanted[] {
  const worth = (stem: string): number => (isTelling(stem) ? 1 : FILLING) * weight(stem);
  return [
    ...[...clause.stems].map((stem) => ({ stem, weight: worth(stem) })),
    ...[...ownStems].filter((stem) => !clause.stems.has(stem)).map((stem) => ({ stem, weight: BESIDE * worth(stem) })),
  ].filter(({ stem }) => !/^\d/.test(stem));
}

function fitOf(
  clause: Clause,
  statement: Statement,
  source: SourceStatement,
  part: Clause,
  wanted: readonly Wanted[],
  inContext: ReadonlyMap<string, number>,
): number {
  const fromContext = goesOn(part.text) ? GONE_ON_ABOUT : FROM_SENTENCE;
  let total = 0;
  let had = 0;
  for (const { stem, weight } of wanted) {
    total += weight;
    had += weight * Math.max(likenessIn(stem, part.ownStems), fromContext * (inContext.get(stem) ?? 0));
  }
  for (const claim of clause.claims) {
    const agreesWith = (value: Claim): boolean => agrees(claim, clause.text, value);
    total += SAME_VALUE;
    if (part.claims.some(agreesWith)) had += SAME_VALUE;
    else if (source.claims.some(agreesWith) || part.claims.some(({ kind }) => kind === claim.kind)) had += VALUE_NEAR;
  }
  if (clause.direction.free !== 0) {
    total += PAYMENT;
    if (part.direction.free !== 0) had += PAYMENT;
  }
  const told = [...part.ownStems].filter(isTelling);
  const repeated = told.reduce((sum, stem) => sum + likenessIn(stem, statement.ownStems), 0) / Math.max(1, told.length);
  return had / Math.max(total, Number.EPSILON) + REPEATED * repeated - (part.conditional ? CONDITION : 0);
}
