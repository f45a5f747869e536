import type { Conditions, PolicySettings, Predicate, PredicateTest } from '../../domain/playbook.ts';
import type { PolicyBreach } from '../../tools/policy.ts';

/** What a predicate can look at; read at the edge, once for all predicates of a call. */
export interface PredicateFacts {
  readonly input: unknown;
  readonly amountCents: number | undefined;
  /** Fields of the record that the call names, and of the proved customer's own. */
  readonly record: unknown;
  readonly customer: unknown;
  /** All that the customer wrote in this conversation. */
  readonly said: readonly string[];
  readonly at: Date;
}

const DAY_MS = 86_400_000;

/** Which rows of `predicates:` are about this tool. */
export const predicatesFor = ({ predicates }: PolicySettings, tool: string): readonly Predicate[] =>
  predicates.filter(({ tools }) => tools.includes(tool));

/** Needs fields of the company's system, which not every pack can show. */
export const looksAtRecords = ({ when, unless = {} }: Predicate): boolean =>
  [...Object.keys(when), ...Object.keys(unless)].some(isOfRecord);

const isOfRecord = (path: string): boolean => /^(?:record|customer)\./.test(path);

/**
 * The first predicate that objects: everything under `when` holds, and not everything under `unless`. Throws a TypeError
 * when a record lacks a field that is compared: a misspelled name must not pass for a rule that never objects.
 */
export function judgePredicates(predicates: readonly Predicate[], facts: PredicateFacts): PolicyBreach | undefined {
  for (const row of predicates) requireFields(row, facts);
  const broken = predicates.find(({ when, unless }) => holds(when, facts) && !(unless !== undefined && holds(unless, facts)));
  if (!broken) return undefined;
  const { name, customer, human, when } = broken;
  const evidence = Object.keys(when).map((path) => `${path} is ${JSON.stringify(factAt(path, facts)) ?? 'not known'}`);
  return { rule: { name, customer, human, policy: 'config/policies.yaml, predicates' }, evidence: evidence.join(', ') };
}

function requireFields({ name, when, unless = {} }: Predicate, facts: PredicateFacts): void {
  for (const [path, test] of [...Object.entries(when), ...Object.entries(unless)]) {
    const mayBeAbsent = typeof test === 'object' && test.known !== undefined;
    if (isOfRecord(path) && !mayBeAbsent && factAt(path, facts) === undefined) throw new TypeError(`${name}: there is no ${path}`);
  }
}

const holds = (conditions: Conditions, facts: PredicateFacts): boolean =>
  Object.entries(conditions).every(([path, test]) => isMet(factAt(path, facts), test, facts.at));

/** `input.reason`, `record.lines.length`, `said`: own fields only. */
function factAt(path: string, { said, ...facts }: PredicateFacts): unknown {
  if (path === 'said') return said.join('\n');
  let value: unknown = facts;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** Every named test has to pass; a fact that is not there passes none but `known: false`. */
function isMet(fact: unknown, test: PredicateTest, at: Date): boolean {
  if (typeof test !== 'object') return equals(fact, test);
  const { is, in: oneOf, above, atLeast, below, atMost, contains, olderThanDays, youngerThanDays, known } = test;
  const number = typeof fact === 'number' ? fact : Number.NaN;
  const ageDays = typeof fact === 'string' ? (at.getTime() - Date.parse(fact)) / DAY_MS : Number.NaN;
  // A test that is not asked passes; a comparison with NaN never does.
  return (
    (is === undefined || equals(fact, is)) &&
    (oneOf === undefined || oneOf.some((value) => equals(fact, value))) &&
    (above === undefined || number > above) &&
    (atLeast === undefined || number >= atLeast) &&
    (below === undefined || number < below) &&
    (atMost === undefined || number <= atMost) &&
    (contains === undefined || holdsText(fact, contains)) &&
    (olderThanDays === undefined || ageDays > olderThanDays) &&
    (youngerThanDays === undefined || ageDays < youngerThanDays) &&
    (known === undefined || known === (fact !== undefined && fact !== null))
  );
}

const equals = (fact: unknown, value: string | number | boolean): boolean =>
  typeof fact === 'string' && typeof value === 'string' ? fact.toLowerCase() === value.toLowerCase() : fact === value;

function holdsText(fact: unknown, text: string): boolean {
  if (Array.isArray(fact)) return fact.some((one) => equals(one, text));
  return typeof fact === 'string' && fact.toLowerCase().includes(text.toLowerCase());
}
