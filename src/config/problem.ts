import type { z } from 'zod';
import { closest } from '../domain/closest.ts';
import { keysAt, typeAt } from './schema-keys.ts';

/** One thing that is wrong with the configuration, in the words of whoever has to put it right. */
export interface Problem {
  /** A file as the operator would name it, `.env` or `environment`. */
  readonly source: string;
  readonly line: number | undefined;
  /** Dotted path in the file, or the variable's name; empty for the file as a whole. */
  readonly path: string;
  /** Ends in what was expected. Never holds the value of a secret. */
  readonly text: string;
}

/** `config/policies.yaml:3: approval.refundAboveCents: found "ten", expected a whole number` */
export function formatProblem({ source, line, path, text }: Problem): string {
  return [line === undefined ? source : `${source}:${line}`, path, text].filter((part) => part !== '').join(': ');
}

/** A problem with the path it stands at, before a file has given it a line. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Says what a schema has against a value, one finding a mistake. */
export function findMistakes(schema: z.ZodType, value: unknown): readonly Finding[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue): readonly Finding[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], text: describeUnknownKey(keysAt(schema, issue.path), key) }));
    }
    const found = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(value, issue.path);
    const expected = issue.code === 'invalid_type' ? (TYPE_PHRASES[typeAt(schema, issue.path)] ?? issue.expected) : describeExpected(issue);
    const text = found === undefined ? `missing, expected ${expected}` : `found ${show(found)}, expected ${expected}`;
    return [{ path: issue.path, text }];
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at !== null && typeof at === 'object' ? Reflect.get(at, key) : undefined), value);
}

function describeUnknownKey(known: readonly string[], key: string): string {
  const meant = closest(key, known);
  if (meant) return `unknown key, did you mean "${meant}"?`;
  return known.length > 0 ? `unknown key, expected one of ${known.join(', ')}` : 'unknown key, expected nothing here';
}

function describeExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPE_PHRASES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return describeBound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
  if (issue.code === 'too_big') return describeBound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
  // What is wrong with a name says more than that a name is wrong.
  if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map(describeExpected).join('');
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.slice(0, 1).map(describeExpected)).join(' or ');
  return issue.message;
}

function describeBound(origin: string, relation: string, limit: number | bigint): string {
  const unit = origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '';
  return `${relation} ${limit}${unit}`;
}

const TYPE_PHRASES: Readonly<Record<string, string>> = {
  'whole number': 'a whole number',
  int: 'a whole number',
  number: 'a number',
  text: 'text',
  string: 'text',
  'true or false': 'true or false',
  list: 'a list',
  array: 'a list',
  block: 'a block of keys',
};

/** Short enough for one line; a long text is cut. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
