import { agrees } from './claims.ts';
import { goesOn, leansBack, overlap, type Clause, type Statement } from './clauses.ts';
import { namesAnotherKind } from './contrasts.ts';
import { isTelling, meaningsOf } from './meanings.ts';
import { hasUndoneWord, isOpposed, namesFree } from './polarity.ts';
import { differsInValue } from './value-binding.ts';

/** Why a source does not support a clause, although it speaks of the same thing. */
export type Contradiction = 'value_contradicts_source' | 'negation_flipped' | 'exception_left_out' | 'words_of_another_rule';

/** A sentence of a source with the others of its passage. */
export interface SourceStatement extends Statement {
  /** What earlier sentences it leans on speak of: "it", "both", "after that". */
  readonly antecedent: ReadonlySet<string>;
  /** Stems of the whole passage, so that words of another rule are told from a paraphrase. */
  readonly passage: ReadonlySet<string>;
  readonly passageText: string;
  /** Sides that clauses of the passage take, as `pay:-1`. */
  readonly sides: ReadonlySet<string>;
}

/** Weights of stems: a word that every sentence has tells little. */
export type StemWeight = (stem: string) => number;

/** A source that has less of the clause, by weight, speaks of something else. */
const SAME_THING = 0.5;
/** And of this share its own words must be. */
const OWN = 0.3;
/** What a value counts for, beside words of 0.7 to 4. */
const VALUE = 1;
/** Sources whose fit is within this of the best are asked too; one that agrees is enough. */
const NEARLY_BEST = 0.1;
/** A stem that the sentence itself lacks and its context has. */
const FROM_CONTEXT = 0.6;
/** What a clause of few words names itself, beside what the rest of its sentence names. */
const OWN_WORDS = 0.25;
/** Clauses as near as this to the nearest are asked too. */
const WINDOW = 0.05;
/** Share of an `only` that a claim must name to stay within it. */
const NARROWED = 0.6;

const UNIVERSAL =
  /\b(?:all|every(?!\s+(?:\d|two|three|four|five|six|ten|fifteen|twenty|thirty|other|hour|minute|day|night|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)|everything|everyone|everybody|everywhere|anyone|anybody|(?<!(?:n['’]t|not)\s\w{3,8}\s)anything|whatever|always|at\s+any\s+time|any(?!\s+(?:more|longer|further)\b))\b/i;

/** How far a statement speaks of what the clause speaks of, 0–1; 0 when it holds too little of it itself. */
export function fitOf(clause: Clause, statement: SourceStatement, weight: StemWeight): number {
  let total = 0;
  let own = 0;
  let context = 0;
  for (const stem of clause.stems) {
    if (/^\d+$/.test(stem)) continue;
    const worth = weight(stem);
    total += worth;
    if (statement.ownStems.has(stem)) own += worth;
    else if (statement.stems.has(stem) || statement.antecedent.has(stem)) context += worth;
  }
  for (const claim of clause.claims) {
    total += VALUE;
    if (statement.claims.some((value) => agrees(claim, clause.text, value))) own += VALUE;
  }
  return total === 0 || own / total < OWN ? 0 : (own + FROM_CONTEXT * context) / total;
}

/**
 * What the sources that speak of the clause's subject hold against it, or undefined when one of them agrees or none speaks
 * of it. `weight` comes from how many source sentences hold a stem.
 */
export function findContradiction(
  clause: Clause,
  statement: Statement,
  sources: readonly SourceStatement[],
  weight: StemWeight,
): Contradiction | undefined {
  const fits = sources.map((source) => ({ source, fit: fitOf(clause, source, weight) }));
  const best = Math.max(0, ...fits.map(({ fit }) => fit));
  if (best < SAME_THING) return undefined;
  let first: Contradiction | undefined;
  for (const { source } of fits.filter(({ fit }) => fit >= best - NEARLY_BEST).sort((a, b) => b.fit - a.fit)) {
    const problem = contradictionWith(clause, statement, source);
    if (problem === undefined) return undefined;
    first ??= problem;
  }
  return first;
}

function contradictionWith(clause: Clause, statement: Statement, source: SourceStatement): Contradiction | undefined {
  const near = nearestClauses(clause, source);
  const turned = hasOpposedCondition(statement, source);
  if (near.every((part) => isTurnedRound(clause, statement, part, turned))) return 'negation_flipped';
  if (clause.claims.some((claim) => differsInValue(claim, clause, near, source))) return 'value_contradicts_source';
  if (borrowsSide(clause, near, source)) return 'negation_flipped';
  // One clause that supports all of it is enough; two that each support a part are not.
  const problems = near.map((part): Contradiction | undefined => {
    if (isTurnedRound(clause, statement, part, turned)) return 'negation_flipped';
    if (leavesOutLimit(clause, statement, part, source)) return 'exception_left_out';
    if (namesAnotherKind(clause.stems, part.ownStems)) return 'words_of_another_rule';
    return mixesRules(clause, part, source) ? 'words_of_another_rule' : undefined;
  });
  return problems.includes(undefined) ? undefined : problems[0];
}

/**
 * Whether a clause says the opposite of a part of the source, and no other clause of its sentence says that part as it is:
 * "bring your own bike, since we do not provide one". What is excepted is said again by any clause that denies.
 */
function isTurnedRound(clause: Clause, statement: Statement, part: Clause, turned: boolean): boolean {
  if ((isOpposed(clause, part) !== hasUndoneWord(clause.text, part.text)) === turned) return false;
  const others = statement.clauses.filter((other) => other.text !== clause.text);
  if (part.exception && others.some(({ polarity }) => polarity.negative)) return false;
  return !others.some((other) => !other.conditional && sharesWords(other, part) && !isOpposed(other, part));
}

const sharesWords = (clause: Clause, part: Clause): boolean =>
  [...clause.ownStems].some((stem) => isTelling(stem) && part.ownStems.has(stem));

/** "If you cancel less than 8 weeks before" against "if you cancel more than 8 weeks before": what follows is turned round. */
function hasOpposedCondition(statement: Statement, source: SourceStatement): boolean {
  return statement.clauses.some(
    (claimed) =>
      claimed.conditional &&
      source.clauses.some(
        (stated) => stated.conditional && overlap(claimed.ownStems, stated.ownStems) >= SAME_THING && isOpposed(claimed, stated),
      ),
  );
}

/** The clauses of a statement that share most with the claim. */
function nearestClauses(clause: Clause, { clauses }: SourceStatement): readonly Clause[] {
  const subject = clauses[0]?.ownStems ?? new Set();
  const scored = clauses.map((part) => {
    if (part.exception) return { part, fit: overlap(part.ownStems, clause.stems) >= 0.5 ? overlap(clause.stems, part.stems) + 0.1 : 0 };
    const inherited = new Set(goesOn(part.text) ? [...subject].filter((stem) => !part.ownStems.has(stem)) : []);
    const fit = overlap(clause.stems, part.ownStems) + FROM_CONTEXT * overlap(clause.stems, inherited);
    const own = OWN_WORDS * overlap(clause.ownStems, part.ownStems);
    return { part, fit: fit + 0.1 * overlap(part.ownStems, clause.stems) + own };
  });
  const rules = scored.filter(({ part }) => !part.conditional);
  const best = Math.max(0, ...(rules.length > 0 ? rules : scored).map(({ fit }) => fit));
  return (rules.length > 0 ? rules : scored).filter(({ fit }) => fit >= best - WINDOW).map(({ part }) => part);
}

/** A rule that holds for some is said of all, or without what it is narrowed to. */
function leavesOutLimit(clause: Clause, statement: Statement, part: Clause, source: SourceStatement): boolean {
  // A limit may be a value, such as a weekday.
  const named = new Set([...statement.stems, ...meaningsOf(statement.text)]);
  const narrowing = source.clauses.filter(
    (other) => other.onlyFor.length > 0 && (other === part || overlap(other.ownStems, clause.stems) >= SAME_THING),
  );
  if (narrowing.some(({ onlyFor }) => Math.max(...onlyFor.map((stems) => overlap(stems, named))) < NARROWED)) return true;
  if (!UNIVERSAL.test(clause.text) || clause.polarity.negative || statement.hasException) return false;
  if (UNIVERSAL.test(part.text)) return afterUniversal(part.text).some((stem) => !statement.stems.has(stem));
  return [...part.ownStems].some((stem) => isTelling(stem) && !statement.stems.has(stem));
}

/** Whether something costs is said by another sentence of the passage, and the other way round. */
function borrowsSide(clause: Clause, near: readonly Clause[], source: SourceStatement): boolean {
  const side = clause.polarity.sides.get('pay');
  if (side === undefined || (side === -1 && !namesFree(clause.text)) || near.some(({ polarity }) => polarity.sides.has('pay')))
    return false;
  return source.sides.has(`pay:${-side}`) && !source.sides.has(`pay:${side}`);
}

/** What `all` and its like are said of: "all other parts", "all long flights". */
function afterUniversal(text: string): readonly string[] {
  const [, next = ''] = new RegExp(`(?:${UNIVERSAL.source})((?:\\s+[^\\s,.;]+){1,2})`, 'i').exec(text) ?? [];
  return [...(/\bother\b/i.test(next) ? ['other'] : []), ...meaningsOf(next).filter(isTelling)];
}

/** Words that the rule lacks and another one of the same passage has: two rules were put together. */
function mixesRules(clause: Clause, part: Clause, source: SourceStatement): boolean {
  // What is ruled out is ruled out from another rule, and may be told in its words.
  if (part.polarity.negative) return false;
  const known = wordsAround(part, source);
  const spanned = source.clauses.filter(
    (other) => other !== part && !isOpposed(clause, other) && overlap(other.ownStems, clause.stems) >= NARROWED,
  );
  const both = new Set(spanned.flatMap(({ ownStems }) => [...ownStems]));
  return [...clause.stems].some(
    (stem) =>
      !JUDGED_BY_SIDE.has(stem) &&
      isTelling(stem) &&
      !known.has(stem) &&
      !both.has(stem) &&
      source.passage.has(stem) &&
      !isShortenedIn(part, stem, source),
  );
}

/** "The yard" after "the recycling yard": a noun that stands bare in the clause and with the word before it elsewhere. */
function isShortenedIn(part: Clause, stem: string, { passageText }: SourceStatement): boolean {
  const nouns = [...part.text.matchAll(/\b(?:the|an?|your|our|this|its)\s+([\p{L}]+)/giu)].flatMap((match) => meaningsOf(match[1] ?? ''));
  const words = meaningsOf(passageText);
  return words.some((word, at) => word === stem && nouns.includes(words[at + 1] ?? ''));
}

/** Who pays, how much and whether something may be done is judged by sides and values. */
const JUDGED_BY_SIDE: ReadonlySet<string> = new Set(meaningsOf('pay allow accept include exclude cover welcome require'));

/** What a clause speaks of: its own words, its headings, conditions in its sentence, and the subject that it goes on about. */
function wordsAround(part: Clause, source: SourceStatement): ReadonlySet<string> {
  const first = source.clauses[0];
  const beside = source.clauses.filter(
    (other) => other.conditional || other.exception || goesOn(other.text) || (other === first && goesOn(part.text)),
  );
  const title = [...source.stems].filter((stem) => !source.ownStems.has(stem));
  const before = leansBack(part.text) || leansBack(source.text) ? source.antecedent : [];
  return new Set([...part.stems, ...title, ...before, ...beside.flatMap(({ stems }) => [...stems])]);
}
