import { agrees, COMPARED, type Claim } from './claims.ts';
import type { Clause, Statement } from './clauses.ts';
import { compareWith, stemsAround, type Comparison } from './comparison.ts';
import { namesAnotherKind } from './contrasts.ts';
import { differing } from './directions.ts';
import type { Evidence, StemWeight } from './evidence.ts';
import { isKnown } from './likeness.ts';
import { isTelling } from './meanings.ts';
import { stemOf } from '../../domain/text/words.ts';
import { isBoundElsewhere } from './value-binding.ts';

/** Why a source does not support a clause. */
export type Doubt = 'not_in_sources' | 'value_contradicts_source' | 'negation_flipped' | 'exception_left_out' | 'words_of_another_rule';

/** How to add features up, and from which sum on a claim is stopped. */
export interface EvidenceWeights {
  readonly start: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly stopsAbove: number;
}

/** Does the source speak against it, and does the source speak of it at all? */
export type Question = 'contradicted' | 'invented';
export const QUESTIONS: readonly Question[] = ['contradicted', 'invented'];

interface Feature {
  readonly name: string;
  readonly doubt: Doubt;
  readonly answers: readonly Question[];
  readonly value: (pair: Comparison) => number;
}

const answering =
  (...answers: readonly Question[]) =>
  (name: string, doubt: Doubt, value: (pair: Comparison) => number | boolean): Feature => ({
    name,
    doubt,
    answers,
    value: (pair) => Number(value(pair)),
  });
const invented = answering('invented');
const either = answering('invented', 'contradicted');
const against = answering('contradicted');

const UNIVERSAL = new RegExp(
  [
    String.raw`\ball(?!\s+(?:of\s+)?(?:your|the)\s+money|\s+(?:we|you)\s+need)\b`,
    String.raw`\bevery(?!\s+(?:\d|two|three|four|five|six|ten|fifteen|twenty|thirty|other|hour|minute|day|night|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)`,
    String.raw`\b(?:everyone|everybody|everywhere|anyone|anybody|anywhere|always|whenever|forever|for\s+ever|whatever|whichever|wherever)\b`,
    String.raw`(?<!n['’]t\s(?:\w+\s){1,3})\banything\b`,
    String.raw`\bany\s+(?:time|number|reason|hour|amount|kind)\b|\bas\s+often\s+as\b|\bas\s+(?:many|much)\s+as\s+you\b|\bno\s+matter\b`,
  ].join('|'),
  'i',
);
/** Says of each one what `every` says of all. */
const OF_EACH = /\b(?:each|per|in\s+full|any|of\s+an?)\b/i;
const AT_ONCE = /\b(?:immediately|at\s+once|straight\s+away|right\s+away|instantly|at\s+any\s+time|as\s+soon\s+as|same\s+day)\b/i;
const ONLY = /\b(?:only|just|nobody\s+but|no\s+one\s+but|unless|except|alone)\b/i;
const MOST = 4;
/** What speaks for or against a claim beside its evidence, each by its name in the table of weights. */
export const FEATURES: readonly Feature[] = [
  invented('foreign', 'not_in_sources', ({ foreign, statement }) => shareOf(foreign, statement)),
  invented('foreignMost', 'not_in_sources', ({ foreign, statement }) => 2 * Math.max(0, shareOf(foreign, statement) - 0.5)),
  either('foreignCount', 'not_in_sources', ({ foreign }) => Math.min(MOST, foreign.length)),
  invented('endsForeign', 'not_in_sources', ({ foreign, statement }) => {
    const told = [...statement.ownStems].filter(isTelling);
    return told.length > 0 && foreign.includes(told.at(-1) ?? '') && !foreign.includes(told[0] ?? '');
  }),
  either('valuesHold', 'not_in_sources', holdsItsValues),
  invented('missingInSentence', 'not_in_sources', (pair) => weightShare(pair, pair.missing)),
  either('missingInClause', 'words_of_another_rule', (pair) =>
    weightShare(
      pair,
      pair.telling.filter((stem) => !isKnown(stem, pair.evidence.clause.stems)),
    ),
  ),
  either('elsewhere', 'words_of_another_rule', ({ strangers }) => Math.min(2, strangers.length)),
  against('subjectElsewhere', 'words_of_another_rule', hasSubjectElsewhere),
  either('dropped', 'words_of_another_rule', ({ dropped }) => dropped),
  against('replaced', 'words_of_another_rule', ({ quoted, replaced }) => quoted * Math.min(2, replaced)),
  against('otherKind', 'words_of_another_rule', ({ claim, evidence }) => namesAnotherKind(claim.stems, evidence.clause.ownStems)),

  against('turned', 'negation_flipped', (pair) => isPlainlyTurned(pair) && !pair.denialDiffers && !differInOnly(pair)),
  against('turnedSurely', 'negation_flipped', (pair) =>
    isPlainlyTurned(pair) && !pair.denialDiffers ? Math.max(0, pair.evidence.fit - 0.5) : 0,
  ),
  against('turnedInQuote', 'negation_flipped', (pair) => (isPlainlyTurned(pair) ? pair.quoted : 0)),
  against('deniedInQuote', 'negation_flipped', ({ denialDiffers, negationDiffers, quoted }) =>
    denialDiffers && !negationDiffers ? quoted : 0,
  ),
  against('saidBeside', 'negation_flipped', saysItBeside),
  against('payment', 'negation_flipped', differsInPayment),
  against('matter', 'negation_flipped', ({ claim, evidence }) =>
    Math.min(2, differing(claim.direction.matters, evidence.clause.direction.matters).length),
  ),
  against('modality', 'negation_flipped', differsInModality),
  against('opposite', 'negation_flipped', ({ opposites, negationDiffers }) => (negationDiffers ? 0 : Math.min(2, opposites))),
  against('antonym', 'negation_flipped', ({ antonyms, negationDiffers }) => antonyms % 2 === 1 && !negationDiffers),
  against('oppositeInQuote', 'negation_flipped', ({ opposites, antonyms, negationDiffers, quoted }) =>
    opposites + antonyms > 0 && !negationDiffers ? quoted : 0,
  ),

  against('otherValue', 'value_contradicts_source', (pair) => valuesOf(pair).some((claim) => isStatedOtherwise(claim, pair))),
  against('boundElsewhere', 'value_contradicts_source', (pair) =>
    valuesOf(pair).some((claim) => isBoundElsewhere(claim, pair.claim, pair.statement, pair.evidence.source)),
  ),
  against('otherRate', 'value_contradicts_source', (pair) =>
    pair.claim.claims.some((claim) => COMPARED.has(claim.kind) && isStatedOtherwise(claim, pair)),
  ),
  against('otherUnit', 'value_contradicts_source', ({ claim, evidence }) => countsByAnother(claim.text, evidence.clause.text)),

  against(
    'universal',
    'exception_left_out',
    ({ claim, evidence: { clause } }) =>
      UNIVERSAL.test(claim.text) &&
      !/\b(?:only|just)\b/i.test(claim.text) &&
      !claim.direction.negative &&
      !UNIVERSAL.test(clause.text) &&
      !OF_EACH.test(clause.text),
  ),
  against('onlyDropped', 'exception_left_out', (pair) => saysOnly(pair) && !ONLY.test(pair.statement.text)),
  against('onlyKept', 'exception_left_out', (pair) => saysOnly(pair) && ONLY.test(pair.statement.text)),
  against('exceptionDenied', 'exception_left_out', ({ namesException, negationDiffers }) => namesException && !negationDiffers),
  against('atOnce', 'exception_left_out', ({ claim, evidence }) => AT_ONCE.test(claim.text) && !AT_ONCE.test(evidence.source.text)),
  against('never', 'negation_flipped', ({ claim, evidence }) => /\bnever\b/i.test(claim.text) && !/\bnever\b/i.test(evidence.source.text)),
];

/** The features of a clause beside its evidence, in the order of `FEATURES`. */
export function featuresOf(claim: Clause, statement: Statement, evidence: Evidence, weight: StemWeight): readonly number[] {
  const pair = compareWith(claim, statement, evidence, weight);
  return FEATURES.map(({ value }) => value(pair));
}

const shareOf = (foreign: readonly string[], { ownStems, claims }: Statement): number =>
  foreign.length / Math.max(1, [...ownStems].filter(isTelling).length + claims.length);

function weightShare({ telling, weight }: Comparison, stems: readonly string[]): number {
  const sum = (some: readonly string[]): number => some.reduce((total, stem) => total + weight(stem), 0);
  return telling.length === 0 ? 0 : sum(stems) / sum(telling);
}

/** The claim's first telling word belongs to another sentence, and the source's to none of the claim. */
function hasSubjectElsewhere({ claim, statement, evidence }: Comparison): boolean {
  const [subject] = [...claim.ownStems].filter(isTelling);
  const [other] = [...evidence.clause.ownStems].filter(isTelling);
  if (subject === undefined || other === undefined || isKnown(other, statement.ownStems)) return false;
  return !isKnown(subject, stemsAround(evidence)) && isKnown(subject, evidence.source.passage);
}

function differsInPayment({ claim, evidence }: Comparison): boolean {
  return claim.direction.free * evidence.clause.direction.free === -1;
}

const isPlainlyTurned = ({ isTurned, namesException }: Comparison): boolean => isTurned && !namesException;

/** "Only beds" and "no tables" go together; an exception speaks for itself. */
const differInOnly = ({ statement, evidence: { clause, source } }: Comparison): boolean =>
  !clause.exception && ONLY.test(source.text) !== ONLY.test(statement.text);

const saysOnly = ({ claim, evidence }: Comparison): boolean => /\bonly\b/i.test(evidence.clause.text) && !claim.direction.negative;

/** Another clause of the claim's sentence says the same thing the way round that the source does. */
function saysItBeside({ claim, statement, evidence: { clause }, negationDiffers, denialDiffers }: Comparison): boolean {
  if (!negationDiffers && !denialDiffers) return false;
  return statement.clauses.some(
    (other) =>
      other !== claim &&
      !other.conditional &&
      other.direction.negative === clause.direction.negative &&
      [...other.ownStems].some((stem) => isTelling(stem) && isKnown(stem, clause.ownStems)),
  );
}

/** What may be done in the one has to be done in the other. */
function differsInModality({ claim, evidence }: Comparison): boolean {
  const [said, stated] = [claim.direction.matters, evidence.clause.direction.matters];
  const isSwapped = (one: string, other: string): boolean =>
    said.has(one) && !said.has(other) && stated.has(other) && !stated.has(one) && said.get(one) === stated.get(other);
  return isSwapped('permit', 'need') || isSwapped('need', 'permit');
}

const valuesOf = ({ claim }: Comparison): readonly Claim[] => claim.claims.filter(({ kind }) => !COMPARED.has(kind));

/** The sentence states values of the kind, and this is none of them. */
function isStatedOtherwise(value: Claim, { claim, evidence }: Comparison): boolean {
  const stated = evidence.source.claims.filter(({ kind }) => kind === value.kind);
  return stated.length > 0 && !stated.some((other) => agrees(value, claim.text, other));
}

/** It states values, and the source states each of them, of the same thing and the same way round. */
function holdsItsValues(pair: Comparison): boolean {
  const { claim, statement, evidence, namesException, strangers, opposites } = pair;
  const { source } = evidence;
  if (statement.claims.length === 0 || namesException || strangers.length > 0) return false;
  if (opposites > 0 || differsInPayment(pair)) return false;
  return statement.claims.every(
    (value) => source.claims.some((stated) => agrees(value, statement.text, stated)) && !isBoundElsewhere(value, claim, statement, source),
  );
}

/** "$2 per day" against "$2 per ride". */
function countsByAnother(claim: string, source: string): boolean {
  const [said, stated] = [countedBy(claim), countedBy(source)];
  return said.length > 0 && stated.length > 0 && !said.some((unit) => stated.includes(unit));
}

const countedBy = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:per|each|every|(?<=\d\s)an?)\s+(?:single\s+|further\s+)?([a-z]+)/gi)].map(([, unit = '']) =>
    stemOf(unit.toLowerCase()),
  );
