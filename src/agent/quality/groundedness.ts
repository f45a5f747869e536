import { wordsOf } from '../../domain/text/words.ts';
import { agrees, COMPARED, keyOf, type Claim } from './claims.ts';
import { overlap, readStatement, type Clause, type Statement } from './clauses.ts';
import { isTelling } from './meanings.ts';
import { findContradiction, type Contradiction } from './entailment.ts';
import type { Sources } from './sources.ts';

export interface GroundingProblem {
  readonly rule: Contradiction | 'value_not_in_sources' | 'unknown_name' | 'not_in_sources';
  readonly claim: string;
}

/** A value must stand in a source that is about the same thing: this share of the clause's words. */
const SAME_SUBJECT = 0.25;
/** A source with another value of the same kind wins when it fits the words this much better. */
const BETTER_BY = 0.12;
/** Statements this alike speak of the same thing. */
const SAME_CLAIM = 0.6;
/** A sentence without values needs this share of its words in one source, or the second share in all together. */
const COVERED_BY_ONE = 0.45;
/** Of at most this many words more than half must be there: one that half of them make up may be invented. */
const FEW_WORDS = 4;
const COVERED_BY_ALL = 0.75;
/** The first thing that a sentence says and the sources do not, or undefined. `reply` is the whole reply: an exception may stand in another sentence. */
export function findUngrounded(sentence: string, reply: string, sources: Sources): GroundingProblem | undefined {
  const statement = readStatement(sentence);
  const echo = /\byou(?:['’]ve|\s+have)?\s+(?:said|mentioned|wrote|written|asked|told|gave|given)\b|\?\s*$/i.test(sentence);
  for (const clause of statement.clauses) {
    for (const claim of clause.claims) {
      if (COMPARED.has(claim.kind)) continue;
      const problem = checkValue(claim, clause, statement, sources, echo);
      if (problem) return problem;
    }
  }
  if (echo) return undefined;
  return (
    checkNames(statement, sources) ??
    checkContradiction(statement, sources) ??
    checkExceptions(statement, reply, sources) ??
    checkCoverage(statement, sources)
  );
}

function checkValue(claim: Claim, clause: Clause, statement: Statement, sources: Sources, echo: boolean): GroundingProblem | undefined {
  const key = keyOf(claim);
  if (sources.bareValues.has(key)) return undefined;
  if (sources.saidByCustomer.has(key) && (echo || claim.kind === 'reference')) return undefined;
  // "If you are not yet 18": what the clause is about stands in the rest of the sentence.
  const isShort = ![...clause.stems].some(isTelling);
  let support = -1;
  let rival = -1;
  for (const source of sources.statements) {
    const sameKind = source.claims.filter(({ kind }) => kind === claim.kind);
    if (sameKind.length === 0) continue;
    const whole = overlap(statement.stems, source.stems);
    const fit = isShort ? whole : 0.6 * overlap(clause.stems, source.ownStems) + 0.4 * whole;
    if (sameKind.some((stated) => agrees(claim, clause.text, stated))) support = Math.max(support, fit);
    else if (claim.kind !== 'reference') rival = Math.max(rival, fit);
  }
  const needsSubject = claim.kind !== 'reference' && clause.stems.size + statement.stems.size > 4;
  if (support === -1) return { rule: rival >= SAME_SUBJECT ? 'value_contradicts_source' : 'value_not_in_sources', claim: claim.text };
  if (rival > support + BETTER_BY) return { rule: 'value_contradicts_source', claim: claim.text };
  if (needsSubject && support < SAME_SUBJECT) return { rule: 'value_not_in_sources', claim: claim.text };
  return undefined;
}

/** A name that no source and no customer has said, within a sentence: "we deliver to Nevada". Weekdays and months are values. */
function checkNames({ text, claims }: Statement, sources: Sources): GroundingProblem | undefined {
  for (const match of text.matchAll(/(?<=[\p{Ll}\d,]\s)\p{Lu}[\p{L}\d'’&-]+/gu)) {
    const name = match[0].replace(/['’]s$/, '');
    const isValue = claims.some(({ start, text: value }) => match.index >= start && match.index < start + value.length);
    if (!isValue && !COMMON_CAPITALS.test(name) && !wordsOf(name).every((word) => sources.words.has(word)))
      return { rule: 'unknown_name', claim: name };
  }
  return undefined;
}

const COMMON_CAPITALS =
  /^(?:I|AI|ID|OK|PDF|URL|FAQ|SMS|VAT|PIN|Internet|English|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|I['’]\w+)$/;

/** A clause of a word or two is about what the rest of its sentence names. */
function subjectsOf(clause: Clause, { clauses }: Statement): ReadonlySet<string> {
  if ([...clause.stems].filter(isTelling).length > 1) return clause.stems;
  // "If you are not a member": what follows is about others.
  const beside = clauses.filter(({ exception, conditional, polarity }) => !exception && !(conditional && polarity.negative));
  return new Set([clause, ...beside].flatMap(({ stems }) => [...stems]));
}

function checkContradiction(statement: Statement, sources: Sources): GroundingProblem | undefined {
  for (const clause of statement.clauses) {
    if (clause.exception || clause.conditional) continue;
    const whole = { ...clause, stems: subjectsOf(clause, statement) };
    if (![...clause.stems].some(isTelling) && clause.claims.length === 0 && clause.polarity.sides.size === 0) continue;
    const rule = findContradiction(whole, statement, sources.statements, sources.weight);
    if (rule) return { rule, claim: clause.text };
  }
  return undefined;
}

const UNIVERSAL = /\b(?:all|any|every|everything|anything|always|each|whatever)\b/i;

/** "Everything can be returned" is false when the source goes on with "except …" and the reply does not. */
function checkExceptions(statement: Statement, reply: string, sources: Sources): GroundingProblem | undefined {
  if (!UNIVERSAL.test(statement.text) || statement.hasException) return undefined;
  const replyStems = readStatement(reply).stems;
  for (const source of sources.statements) {
    const exception = source.clauses.find((clause) => clause.exception);
    const rule = source.clauses.find((clause) => !clause.exception);
    if (!exception || !rule || overlap(statement.stems, rule.stems) < SAME_CLAIM) continue;
    const excepted = new Set([...exception.ownStems].filter((stem) => !rule.stems.has(stem)));
    if (overlap(excepted, replyStems) < 0.5) return { rule: 'exception_left_out', claim: statement.text };
  }
  return undefined;
}

function checkCoverage(statement: Statement, sources: Sources): GroundingProblem | undefined {
  const telling = [...statement.ownStems].filter(isTelling);
  const values = statement.claims.filter(({ kind }) => !COMPARED.has(kind));
  const wanted = telling.length + values.length;
  if (wanted === 0) return undefined;
  const covered = (stems: ReadonlySet<string>, stated: readonly Claim[]): number =>
    telling.filter((stem) => stems.has(stem)).length +
    values.filter((claim) => stated.some((value) => agrees(claim, statement.text, value))).length;
  const byOne = sources.statements.map(({ stems, antecedent, claims }) => covered(new Set([...stems, ...antecedent]), claims) / wanted);
  if (Math.max(0, ...byOne) >= (wanted <= 2 ? 0.5 : wanted <= FEW_WORDS ? 0.51 : COVERED_BY_ONE)) return undefined;
  const all = new Set(sources.statements.flatMap(({ stems }) => [...stems]));
  const everyValue = sources.statements.flatMap(({ claims }) => claims);
  return covered(all, everyValue) / wanted >= COVERED_BY_ALL ? undefined : { rule: 'not_in_sources', claim: statement.text };
}
