import type { Clause, Statement } from './clauses.ts';
import { findEvidence, type SourceStatement, type StemWeight } from './evidence.ts';
import { FEATURES, featuresOf, QUESTIONS, type Doubt, type EvidenceWeights } from './evidence-features.ts';
import { EVIDENCE_WEIGHTS } from './evidence-weights.ts';
import { isTelling } from './meanings.ts';

/** A clause that its sources speak against. */
export interface Contradiction {
  readonly rule: Doubt;
  readonly claim: string;
}

/** What the best evidence for a clause says, one list of features for each nearly best clause of the sources. */
export interface Weighed {
  readonly clause: Clause;
  readonly candidates: readonly (readonly number[])[];
}

/** Each clause of a sentence that asserts something beside its evidence. */
export function weigh(statement: Statement, sources: readonly SourceStatement[], weight: StemWeight): readonly Weighed[] {
  const asserting = statement.clauses.filter(({ exception, conditional }) => !exception && !conditional);
  return (asserting.length > 0 ? asserting : statement.clauses)
    .filter(({ stems, claims }) => [...stems].some(isTelling) || claims.length > 0)
    .map((clause) => ({
      clause,
      candidates: findEvidence(clause, statement, sources, weight).map((evidence) => featuresOf(clause, statement, evidence, weight)),
    }));
}

/** The sum of weighted features: the log-odds that the claim is contradicted, or invented. */
export const scoreOf = (features: readonly number[], { start, weights }: EvidenceWeights): number =>
  FEATURES.reduce((sum, { name }, at) => sum + (weights[name] ?? 0) * (features[at] ?? 0), start);

/** Of several clauses that speak of the same one that agrees is enough, so the least doubtful speaks. */
export function leastDoubtful(candidates: readonly (readonly number[])[], weights: EvidenceWeights): readonly number[] | undefined {
  return candidates.reduce<readonly number[] | undefined>(
    (least, features) => (least === undefined || scoreOf(features, weights) < scoreOf(least, weights) ? features : least),
    undefined,
  );
}

/** The first of the two questions, contradicted and invented, that a clause of the sentence fails. */
export function findContradiction(
  statement: Statement,
  sources: readonly SourceStatement[],
  weight: StemWeight,
): Contradiction | undefined {
  const weighed = weigh(statement, sources, weight);
  for (const question of QUESTIONS) {
    const weights = EVIDENCE_WEIGHTS[question];
    for (const { clause, candidates } of weighed) {
      const features = leastDoubtful(candidates, weights);
      if (features === undefined || scoreOf(features, weights) <= weights.stopsAbove) continue;
      return { rule: question === 'invented' ? 'not_in_sources' : reasonFor(features, weights), claim: clause.text };
    }
  }
  return undefined;
}

/** What weighs most. */
function reasonFor(features: readonly number[], { weights }: EvidenceWeights): Doubt {
  const doubts = new Map<Doubt, number>();
  for (const [at, { name, doubt }] of FEATURES.entries()) {
    const weighed = (weights[name] ?? 0) * (features[at] ?? 0);
    if (weighed > 0) doubts.set(doubt, (doubts.get(doubt) ?? 0) + weighed);
  }
  return [...doubts].reduce<readonly [Doubt, number]>((most, one) => (one[1] > most[1] ? one : most), ['words_of_another_rule', 0])[0];
}
