import type { Passage } from '../../domain/classification.ts';
import { sentencesOf } from '../../domain/text/sentences.ts';
import { wordsOf } from '../../domain/text/words.ts';
import { COMPARED, keyOf } from './claims.ts';
import { leansBack, readStatement, type Statement } from './clauses.ts';
import type { SourceStatement, StemWeight } from './evidence.ts';

/** What a reply may rely on, read once. */
export interface Sources {
  readonly statements: readonly SourceStatement[];
  readonly weight: StemWeight;
  /** Every word of passages, facts and the customer, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Their sentences, for what is quoted word by word. */
  readonly sentences: ReadonlySet<string>;
  /** Values that stand alone in a tool's result, such as `$40.00`: they need no words around them. */
  readonly bareValues: ReadonlySet<string>;
  /** Values that the customer said: good for an echo, never for a promise. */
  readonly saidByCustomer: ReadonlySet<string>;
}

/** A fact of at most so many words is a value and not a sentence. */
const BARE_WORDS = 4;

export function readSources(passages: readonly Passage[], facts: readonly string[], customerWords: readonly string[]): Sources {
  const statements = passages.flatMap(({ title, heading, text }) => statementsOf(text, `${title} ${heading}`));
  const bareValues = new Set<string>();
  const told = facts.map((fact) => statementsOf(fact, ''));
  // What is on file about one case belongs together, as the sentences of a passage do.
  const passage = new Set(told.flat().flatMap(({ stems }) => [...stems]));
  for (const [at, fact] of facts.entries()) {
    const isBare = fact.split(/\s+/).length <= BARE_WORDS || /^\s*[[{]/.test(fact);
    for (const statement of told[at] ?? []) {
      statements.push({ ...statement, passage });
      if (isBare) for (const value of valuesOf(statement)) bareValues.add(value);
    }
  }
  const saidByCustomer = new Set(customerWords.flatMap((words) => [...valuesOf(readStatement(words))]));
  const texts = [...passages.flatMap(({ title, heading, text }) => [title, heading, text]), ...facts, ...customerWords];
  return {
    statements,
    words: new Set(texts.flatMap(wordsOf)),
    weight: weightsOf(statements),
    sentences: new Set(statements.map(({ text }) => bare(text))),
    bareValues,
    saidByCustomer,
  };
}

const MAX_READ = 5_000;
const read = new Map<string, readonly SourceStatement[]>();

/** The same articles, policies and approved sentences come with every reply, so each is read once. */
function statementsOf(text: string, context: string): readonly SourceStatement[] {
  const key = `${context}\n${text}`;
  const known = read.get(key);
  if (known) return known;
  const sentences = sentencesOf(text).map((sentence) => readStatement(sentence, context));
  const passage = new Set(sentences.flatMap(({ stems }) => [...stems]));
  const statements: SourceStatement[] = [];
  for (const sentence of sentences) statements.push({ ...sentence, passage, antecedent: antecedentOf(sentence.text, statements) });
  if (read.size >= MAX_READ) read.clear();
  read.set(key, statements);
  return statements;
}

function antecedentOf(sentence: string, before: readonly SourceStatement[]): ReadonlySet<string> {
  if (!leansBack(sentence)) return new Set();
  const reach = /\bboth\b/i.test(sentence) ? 2 : 1;
  return new Set(before.slice(-reach).flatMap(({ ownStems, antecedent }) => [...ownStems, ...antecedent]));
}

/** A stem counts the more, the fewer of the sentences have it. */
function weightsOf(statements: readonly SourceStatement[]): StemWeight {
  const spread = new Map<string, number>();
  for (const { ownStems } of statements) for (const stem of ownStems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + statements.length / (spread.get(stem) ?? 1));
}

const valuesOf = ({ clauses }: Statement): ReadonlySet<string> =>
  new Set(clauses.flatMap(({ claims }) => claims.filter(({ kind }) => !COMPARED.has(kind)).map(keyOf)));

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
