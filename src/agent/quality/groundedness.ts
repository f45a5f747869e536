import { sentencesOf } from '../../domain/text/sentences.ts';
import type { Passage } from '../../domain/classification.ts';
import type { Claim } from './claims.ts';
import { overlap, readStatement, type Clause, type Statement } from './clauses.ts';

/** What a reply may rely on, read once. */
export interface Sources {
  readonly statements: readonly Statement[];
  /** Their sentences, for what is quoted word by word. */
  readonly sentences: ReadonlySet<string>;
  /** Values that stand alone in a tool's result, such as `$40.00`: they need no words around them. */
  readonly bareValues: ReadonlySet<string>;
  /** Values that the customer said: good for an echo, never for a promise. */
  readonly saidByCustomer: ReadonlySet<string>;
}

export interface GroundingProblem {
  readonly rule: 'value_not_in_sources' | 'value_contradicts_source' | 'negation_flipped' | 'exception_left_out' | 'not_in_sources';
  readonly claim: string;
}

/** A value must stand in a source that is about the same thing: this share of the clause's words. */
const SAME_SUBJECT = 0.25;
/** A source with another value of the same kind wins when it fits the words this much better. */
const BETTER_BY = 0.12;
/** Clauses this alike speak of the same thing, so that one must not deny what the other says. */
const SAME_CLAIM = 0.6;
/** A sentence without values needs this share of its words in one source, or the second share in all together. */
const COVERED_BY_ONE = 0.6;
const COVERED_BY_ALL = 0.75;
/** A fact of at most so many words is a value and not a sentence. */
const BARE_WORDS = 4;

export function readSources(passages: readonly Passage[], facts: readonly string[], customerWords: readonly string[]): Sources {
  const statements = passages.flatMap(({ title, heading, text }) => statementsOf(text, `${title} ${heading}`));
  const bareValues = new Set<string>();
  for (const fact of facts) {
    const isBare = fact.split(/\s+/).length <= BARE_WORDS || /^\s*[[{]/.test(fact);
    for (const statement of statementsOf(fact, '')) {
      statements.push(statement);
      if (isBare) for (const value of valuesOf(statement)) bareValues.add(value);
    }
  }
  const saidByCustomer = new Set(customerWords.flatMap((words) => [...valuesOf(readStatement(words))]));
  return { statements, sentences: new Set(statements.map(({ text }) => bare(text))), bareValues, saidByCustomer };
}

const MAX_READ = 5_000;
const read = new Map<string, readonly Statement[]>();

/** The same articles, policies and approved sentences come with every reply, so each is read once. */
function statementsOf(text: string, context: string): readonly Statement[] {
  const key = `${context}\n${text}`;
  const known = read.get(key);
  if (known) return known;
  const statements = sentencesOf(text).map((sentence) => readStatement(sentence, context));
  if (read.size >= MAX_READ) read.clear();
  read.set(key, statements);
  return statements;
}

const keyOf = ({ kind, value }: Claim): string => `${kind}:${value}`;
const valuesOf = ({ clauses }: Statement): ReadonlySet<string> => new Set(clauses.flatMap(({ claims }) => claims.map(keyOf)));

/** A sentence without Markdown's marks, list marks and case. */
function bare(sentence: string): string {
  return sentence
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '')
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True when the sentence stands in a source exactly as it is. */
export function isQuoted(sentence: string, sources: Sources): boolean {
  return sources.sentences.has(bare(sentence));
}

/** True when every value of the text stands somewhere in the sources or in the customer's words. */
export function hasKnownValues(text: string, sources: Sources): boolean {
  return [...valuesOf(readStatement(text))].every(
    (value) =>
      sources.bareValues.has(value) ||
      sources.saidByCustomer.has(value) ||
      sources.statements.some((statement) => valuesOf(statement).has(value)),
  );
}

/** The first thing that a sentence says and the sources do not, or undefined. `reply` is the whole reply: an exception may stand in another sentence. */
export function findUngrounded(sentence: string, reply: string, sources: Sources): GroundingProblem | undefined {
  const statement = readStatement(sentence);
  const echo = /\byou(?:['’]ve|\s+have)?\s+(?:said|mentioned|wrote|written|asked|told|gave|given)\b|\?\s*$/i.test(sentence);
  for (const clause of statement.clauses) {
    for (const claim of clause.claims) {
      const problem = checkValue(claim, clause, statement, sources, echo);
      if (problem) return problem;
    }
  }
  if (echo) return undefined;
  return checkPolarity(statement, sources) ?? checkExceptions(statement, reply, sources) ?? checkCoverage(statement, sources);
}

function checkValue(claim: Claim, clause: Clause, statement: Statement, sources: Sources, echo: boolean): GroundingProblem | undefined {
  const key = keyOf(claim);
  if (sources.bareValues.has(key)) return undefined;
  if (sources.saidByCustomer.has(key) && (echo || claim.kind === 'reference')) return undefined;
  let support = -1;
  let rival = -1;
  for (const source of sources.statements) {
    for (const part of source.clauses) {
      const sameKind = part.claims.filter(({ kind }) => kind === claim.kind);
      if (sameKind.length === 0) continue;
      const fit = 0.6 * overlap(clause.stems, part.stems) + 0.4 * overlap(statement.stems, source.stems);
      if (sameKind.some(({ value }) => value === claim.value)) support = Math.max(support, fit);
      else if (claim.kind !== 'reference') rival = Math.max(rival, fit);
    }
  }
  const needsSubject = claim.kind !== 'reference' && clause.stems.size + statement.stems.size > 4;
  if (support === -1) return { rule: rival >= SAME_SUBJECT ? 'value_contradicts_source' : 'value_not_in_sources', claim: claim.text };
  if (rival > support + BETTER_BY) return { rule: 'value_contradicts_source', claim: claim.text };
  if (needsSubject && support < SAME_SUBJECT) return { rule: 'value_not_in_sources', claim: claim.text };
  return undefined;
}

/** Pairs of which a statement holds one and its source the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfree\b|\bno\s+(?:charge|cost|fee)\b/i, /\bpaid\s+by\s+you\b|\byou\s+pay\b|\bcosts?\s+extra\b|[$€£]\d/i],
  [/\bopen\b/i, /\bclosed\b/i],
  [/\bbefore\b/i, /\bafter\b/i],
  [/\b(?:more|over|above)\b/i, /\b(?:less|under|below)\b/i],
  [/\brefundable\b/i, /\bnon-?refundable\b/i],
  [/\bincluded\b/i, /\b(?:excluded|not\s+included|extra)\b/i],
  [/\brequired\b/i, /\b(?:optional|not\s+required)\b/i],
  [/\balways\b/i, /\bnever\b/i],
  [/\baccept(?:s|ed)?\b/i, /\b(?:refuse[sd]?|reject(?:s|ed)?|decline[sd]?)\b/i],
  [/\bminimum\b|\bat\s+least\b/i, /\bmaximum\b|\bat\s+most\b|\bup\s+to\b/i],
];

function checkPolarity(statement: Statement, sources: Sources): GroundingProblem | undefined {
  for (const clause of statement.clauses) {
    if (clause.stems.size < 2 || clause.exception) continue;
    const alike = sources.statements.flatMap((source) =>
      source.clauses
        .filter((part) => !part.exception || overlap(part.ownStems, clause.stems) > 0)
        .map((part) => ({ part, fit: overlap(clause.stems, part.stems) + 0.15 * overlap(part.stems, clause.stems) })),
    );
    const best = Math.max(0, ...alike.map(({ fit }) => fit));
    if (best < SAME_CLAIM) continue;
    const nearest = alike.filter(({ fit }) => fit >= best - 0.08).map(({ part }) => part);
    if (nearest.every((part) => contradicts(clause, part))) return { rule: 'negation_flipped', claim: clause.text };
  }
  return undefined;
}

function contradicts(claim: Clause, source: Clause): boolean {
  const swapped = OPPOSITES.some(
    ([one, other]) =>
      (one.test(claim.text) && !other.test(claim.text) && other.test(source.text) && !one.test(source.text)) ||
      (other.test(claim.text) && !one.test(claim.text) && one.test(source.text) && !other.test(source.text)),
  );
  return swapped !== (claim.negative !== source.negative);
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
  if (statement.stems.size === 0) return undefined;
  if (sources.statements.some((source) => overlap(statement.stems, source.stems) >= COVERED_BY_ONE)) return undefined;
  const all = new Set(sources.statements.flatMap(({ stems }) => [...stems]));
  return overlap(statement.stems, all) >= COVERED_BY_ALL ? undefined : { rule: 'not_in_sources', claim: statement.text };
}
