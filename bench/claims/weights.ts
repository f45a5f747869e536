import { findUnfoundedCommitment } from '../../src/agent/quality/commitments.ts';
import { readStatement } from '../../src/agent/quality/clauses.ts';
import { leastDoubtful, scoreOf, weigh, type Weighed } from '../../src/agent/quality/entailment.ts';
import { FEATURES, QUESTIONS, type EvidenceWeights, type Question } from '../../src/agent/quality/evidence-features.ts';
import { findVeto } from '../../src/agent/quality/groundedness.ts';
import { readSources } from '../../src/agent/quality/sources.ts';
import { sentencesOf } from '../../src/domain/text/sentences.ts';
import { DEVELOPMENT_FILES, readEntailmentSet, type LabelledClaim } from '../../test/agent/quality/entailment-set.ts';
import { passage } from '../../test/support/passages.ts';
import { fitLogistic } from './logistic.ts';

const RIDGE = 3;
/** Weights and the choice of the least doubtful evidence depend on each other, and settle in so many rounds. */
const ROUNDS = 4;
const PARTS = 8;
/** Claims about something else are easy and many, so each counts for less; of inventions about the right thing there are few. */
const FOREIGN = { perPassage: 4, weight: 0.25 };
const INVENTED_WEIGHT = 3;
/**
 * Log-odds from which on a claim is stopped: below an even chance, since a wrong sentence that is sent costs more than a right
 * one that a person has to say. 0.2 up or down is 2 points of contradictions for 2 of true claims.
 */
const STOPS_ABOVE: Readonly<Record<Question, number>> = { contradicted: -0.2, invented: -0.5 };

/** A development claim as the gate sees it. */
export interface Case {
  readonly set: string;
  readonly passage: string;
  readonly label: 'true' | 'invented' | 'contradicted';
  readonly weight: number;
  /** Stopped by a value, a name or a promise, whatever the weights are. */
  readonly isVetoed: boolean;
  readonly weighed: readonly Weighed[];
}

function caseOf(labelled: LabelledClaim, set: string, weight: number): Case {
  const sources = readSources(
    [{ ...passage({ article: labelled.title, title: labelled.title, text: labelled.passage }), score: 1 }],
    [],
    [],
  );
  const statements = sentencesOf(labelled.claim)
    .filter((sentence) => !sentence.endsWith('?'))
    .map((sentence) => readStatement(sentence));
  const label = labelled.label === 'true' || labelled.label === 'invented' ? labelled.label : 'contradicted';
  return {
    set,
    passage: labelled.passage,
    label,
    weight: label === 'invented' ? INVENTED_WEIGHT * weight : weight,
    isVetoed: statements.some(
      (statement) =>
        findVeto(statement, labelled.claim, sources) !== undefined || findUnfoundedCommitment(statement.text, sources) !== undefined,
    ),
    weighed: statements.flatMap((statement) => weigh(statement, sources.statements, sources.weight)),
  };
}

/** Every development claim, and true claims of other passages as claims about something else. */
export function readCases(): readonly Case[] {
  const sets = DEVELOPMENT_FILES.map(({ name, file, halves, weight }) => {
    const { development, heldBack } = readEntailmentSet(file);
    return { name, weight, claims: halves === 'both' ? [...development, ...heldBack] : development };
  });
  const all = sets.flatMap(({ claims }) => claims);
  const strangers = all.filter(({ label }) => label === 'true');
  const passages = [...new Map(all.map((claim) => [claim.passage, claim])).values()];
  const foreign = passages.flatMap((home, at) =>
    Array.from({ length: FOREIGN.perPassage }, (_, turn) => strangers[(at * 31 + turn * 197 + 101) % strangers.length])
      .filter((claim) => claim !== undefined)
      .filter((claim) => claim.passage !== home.passage)
      .map(({ claim }) => caseOf({ ...home, claim, label: 'invented' }, 'about something else', FOREIGN.weight / INVENTED_WEIGHT)),
  );
  return [...sets.flatMap(({ name, claims, weight }) => claims.map((claim) => caseOf(claim, name, weight))), ...foreign];
}

/** The most doubtful clause beside its least doubtful evidence. */
function featuresFor({ weighed }: Case, weights: EvidenceWeights): readonly number[] | undefined {
  let worst: readonly number[] | undefined;
  for (const { candidates } of weighed) {
    const features = leastDoubtful(candidates, weights);
    if (features && (worst === undefined || scoreOf(features, weights) > scoreOf(worst, weights))) worst = features;
  }
  return worst;
}

/** Before anything is learned the evidence that repeats most of the claim speaks. */
const UNLEARNED: EvidenceWeights = { start: 0, weights: { missingInClause: 1 }, stopsAbove: 0 };

/** Weights for one question, from true claims and those that fail it. */
function fit(cases: readonly Case[], question: Question): EvidenceWeights {
  const learned = cases.filter(({ label, isVetoed }) => !isVetoed && (label === 'true' || label === question));
  const asked = FEATURES.flatMap(({ name, answers }, at) => (answers.includes(question) ? [{ name, at }] : []));
  let weights = UNLEARNED;
  for (let round = 0; round < ROUNDS; round++) {
    const examples = learned.flatMap((one) => {
      const features = featuresFor(one, weights);
      return features
        ? [
            {
              features: asked.map(({ at }) => features[at] ?? 0),
              label: one.label === 'true' ? (0 as const) : (1 as const),
              weight: one.weight,
            },
          ]
        : [];
    });
    const [start = 0, ...fitted] = fitLogistic(examples, RIDGE);
    weights = {
      start,
      weights: Object.fromEntries(asked.map(({ name }, at) => [name, fitted[at] ?? 0])),
      stopsAbove: STOPS_ABOVE[question],
    };
  }
  return weights;
}

/** The cases that weights stop which were fitted without their passages. */
function crossValidate(cases: readonly Case[]): ReadonlySet<Case> {
  const parts = new Map([...new Set(cases.map((one) => one.passage))].map((text, at) => [text, at % PARTS]));
  const stopped = new Set(cases.filter(({ isVetoed }) => isVetoed));
  for (let part = 0; part < PARTS; part++) {
    for (const question of QUESTIONS) {
      const weights = fit(
        cases.filter((one) => parts.get(one.passage) !== part),
        question,
      );
      for (const one of cases.filter(({ passage: text }) => parts.get(text) === part)) {
        const features = featuresFor(one, weights);
        if (features && scoreOf(features, weights) > weights.stopsAbove) stopped.add(one);
      }
    }
  }
  return stopped;
}

/** What eight parts of the passages say when the weights were fitted on the other seven. */
export function report(cases: readonly Case[]): string {
  const stopped = crossValidate(cases);
  return [...new Set(cases.map(({ set }) => set))]
    .map((set) => {
      const shares = (['contradicted', 'invented', 'true'] as const).flatMap((label) => {
        const some = cases.filter((one) => one.set === set && one.label === label);
        const share = (100 * some.filter((one) => stopped.has(one)).length) / some.length;
        return some.length === 0 ? [] : [`${label} ${share.toFixed(1)} % of ${some.length}`];
      });
      return `${set.padEnd(24)} stopped: ${shares.join(', ')}\n`;
    })
    .join('');
}

/** The weights that these cases give. */
export const weightsFrom = (cases: readonly Case[]): readonly (readonly [Question, EvidenceWeights])[] =>
  QUESTIONS.map((question) => [question, fit(cases, question)]);

/** The file that holds them, as the formatter leaves it. */
export function fileOf(fitted: readonly (readonly [Question, EvidenceWeights])[]): string {
  const rounded = (weight: number): string => String(Number(weight.toFixed(2)));
  const entries = fitted.map(([question, { start, weights, stopsAbove }]) => {
    const rows = Object.entries(weights).map(([name, weight]) => `      ${name}: ${rounded(weight)},\n`);
    return `  ${question}: {\n    start: ${rounded(start)},\n    weights: {\n${rows.join('')}    },\n    stopsAbove: ${stopsAbove},\n  },\n`;
  });
  return `import type { EvidenceWeights, Question } from './evidence-features.ts';

/** Log-odds, fitted on the development claims by \`node bench/claims-fit.ts --write\`; not edited by hand. */
export const EVIDENCE_WEIGHTS: Readonly<Record<Question, EvidenceWeights>> = {
${entries.join('')}};
`;
}
