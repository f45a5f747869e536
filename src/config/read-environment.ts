import { closest } from '../domain/closest.ts';
import { readDotEnv } from './dot-env.ts';
import { show, type Problem } from './problem.ts';
import { RESERVED, VARIABLES, type Variable } from './variables.ts';

export interface Environment {
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
  text(name: string): string | undefined;
  /** Undefined when unset, and when unusable: that is among the problems then. */
  number(name: string): number | undefined;
  /** A problem with this variable, at its line when it comes from `.env`. */
  problem(name: string, text: string): Problem;
}

/** Puts `.env` under the real environment, which wins. An empty value counts as unset. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>, dotEnv: string | undefined): Environment {
  const file = readDotEnv(dotEnv ?? '');
  const fromFile = file.values;
  const given = (value: string | undefined): string | undefined => (value === undefined || value.trim() === '' ? undefined : value.trim());
  const text = (name: string): string | undefined => given(env[name]) ?? given(fromFile[name]);
  const problem = (name: string, message: string): Problem => {
    const inFile = given(env[name]) === undefined && fromFile[name] !== undefined;
    return { source: inFile ? '.env' : 'environment', line: inFile ? file.lineOf(name) : undefined, path: name, text: message };
  };
  const badValues = VARIABLES.flatMap((variable) => {
    const value = text(variable.name);
    const expected = value === undefined ? undefined : CHECKS[variable.kind](value);
    // A secret is never repeated, not even a wrong one.
    const found = variable.kind === 'secret' ? 'this value' : show(value);
    return expected === undefined ? [] : [problem(variable.name, `found ${found}, expected ${expected}`)];
  });
  const misspelt = Object.keys(fromFile).flatMap((name) => describeMisspelt(name, (message) => problem(name, message)));
  return {
    problems: [
      ...file.mistakes.map(({ line, name, text: said }) => ({ source: '.env', line, path: name, text: said })),
      ...badValues,
      ...misspelt,
    ],
    warnings: describeReserved({ ...fromFile, ...env }),
    text,
    number: (name) => (badValues.some(({ path }) => path === name) || text(name) === undefined ? undefined : Number(text(name))),
    problem,
  };
}

/** Each says what was expected, or nothing when the value is good. */
const CHECKS: Readonly<Record<Variable['kind'], (value: string) => string | undefined>> = {
  text: (value) => (/[\r\n]/.test(value) ? 'one line' : undefined),
  folder: () => undefined,
  secret: (value) => (/[\r\n]/.test(value) ? 'one line' : undefined),
  port: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? undefined : 'a port, 0 to 65535'),
  host: (value) => (/^[\w.:[\]-]+$/.test(value) && !value.includes('://') ? undefined : 'a host name such as mail.example.com'),
  address: (value) => (/^[^\s@<>]+@[^\s@<>]+$/.test(value) ? undefined : 'a mail address such as support@example.com'),
  url: (value) => (URL.canParse(value) && /^https?:\/\//i.test(value) ? undefined : 'a URL that begins with https://'),
  tls: (value) => (['implicit', 'starttls', 'none'].includes(value) ? undefined : 'one of implicit, starttls, none'),
};

const OWN_PREFIX = /^(?:IMAP|SMTP|DESKHAND|SUPPORT|DESK)_/;

/** Only `.env` is ours alone; the environment holds other programs' names too. */
function describeMisspelt(name: string, problem: (message: string) => Problem): readonly Problem[] {
  const names = VARIABLES.map((variable) => variable.name);
  if (names.includes(name) || !OWN_PREFIX.test(name)) return [];
  const meant = closest(name, names);
  return [problem(meant ? `unknown variable, did you mean ${meant}?` : 'unknown variable, expected one from docs/configuration.md')];
}

function describeReserved(values: Readonly<Record<string, string | undefined>>): readonly string[] {
  return RESERVED.filter((name) => values[name]).map((name) => `${name} is set, but this version does not read it`);
}
