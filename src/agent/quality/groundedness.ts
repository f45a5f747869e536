import { wordsOf } from '../../domain/text/words.ts';
import { agrees, COMPARED, keyOf, type Claim } from './claims.ts';
import { overlap, readStatement, type Clause, type Statement } from './clauses.ts';
import type { Doubt } from './evidence-features.ts';
import { findContradiction } from './entailment.ts';
import type { Sources } from './sources.ts';

export interface GroundingProblem {
  readonly rule: Doubt | 'value_not_in_sources' | 'unknown_name';
  readonly claim: string;
}

/** A source with so much of a sentence's words that states another value of the kind contradicts it. */
const SAME_SUBJECT = 0.25;
/** Statements this alike speak of the same thing. */
const SAME_CLAIM = 0.6;

/** The first thing that a sentence says and the sources do not, or undefined. `reply` is the whole reply: an exception may stand in another sentence. */
export function findUngrounded(sentence: string, reply: string, sources: Sources): GroundingProblem | undefined {
  const statement = readStatement(sentence);
  const isEcho = /\byou(?:['’]ve|\s+have)?\s+(?:said|mentioned|wrote|written|asked|told|gave|given)\b|\?\s*$/i.test(sentence);
  return (
    findVeto(statement, reply, sources, isEcho) ?? (isEcho ? undefined : findContradiction(statement, sources.statements, sources.weight))
  );
}

/** What no evidence makes up for: a value or a name from nowhere, and an exception that the reply keeps to itself. */
export function findVeto(statement: Statement, reply: string, sources: Sources, isEcho = false): GroundingProblem | undefined {
  for (const clause of statement.clauses) {
    for (const claim of clause.claims) {
      const problem = COMPARED.has(claim.kind) ? undefined : checkValue(claim, clause, statement, sources, isEcho);
      if (problem) return problem;
    }
  }
  return isEcho ? undefined : (checkNames(statement, sources) ?? checkExceptions(statement, reply, sources));
}

/** A value that no source states is stopped, whatever else speaks for its sentence. */
function checkValue(claim: Claim, clause: Clause, statement: Statement, sources: Sources, isEcho: boolean): GroundingProblem | undefined {
  const key = keyOf(claim);
  if (sources.bareValues.has(key)) return undefined;
  if (sources.saidByCustomer.has(key) && (isEcho || claim.kind === 'reference')) return undefined;
  if (sources.statements.some(({ claims }) => claims.some((stated) => agrees(claim, clause.text, stated)))) return undefined;
  const isContradicted = sources.statements.some(
    ({ claims, stems }) => claims.some(({ kind }) => kind === claim.kind) && overlap(statement.ownStems, stems) >= SAME_SUBJECT,
  );
  return { rule: isContradicted && claim.kind !== 'reference' ? 'value_contradicts_source' : 'value_not_in_sources', claim: claim.text };
}

/** A name that no source and no customer has said, within a sentence: "we deliver to Nevada". Weekdays and months are values. */
function checkNames({ text, claims }: Statement, sources: Sources): GroundingProblem | undefined {
  for (const match of text.matchAll(/(?<=[\p{Ll}\d,]\s)\p{Lu}[\p{L}\d'’&-]+/gu)) {
    const name = match[0].replace(/['’]s$/, '');
    const isValue = claims.some(({ start, text: value }) => match.index >= start && match.index < start + value.length);
    if (!isValue && !COMMON_CAPITALS.test(name) && !isNamed(name, sources)) return { rule: 'unknown_name', claim: name };
  }
  return undefined;
}

/** In full, in the singular, or by its initials: "UK" for "United Kingdom". */
const isNamed = (name: string, { words, statements }: Sources): boolean =>
  wordsOf(name).every((word) => words.has(word) || words.has(word.replace(/s$/, ''))) ||
  (/^\p{Lu}{2,}$/u.test(name) && statements.some(({ text }) => initialsIn(text).includes(name)));

const initialsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+/gu)].map(([names]) => names.replace(/\P{Lu}/gu, ''));

const COMMON_CAPITALS =
  /^(?:I|AI|ID|OK|PDF|URL|FAQ|SMS|VAT|PIN|Internet|English|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|I['’]\w+)$/;

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
