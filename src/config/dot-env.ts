import { parseEnv } from 'node:util';

/** What `.env` says, and the lines of it that would silently mean something else than they look like. */
export interface DotEnv {
  readonly values: Readonly<Record<string, string>>;
  readonly mistakes: readonly DotEnvMistake[];
  /** The line that counts for this name. */
  lineOf(name: string): number | undefined;
}

export interface DotEnvMistake {
  readonly line: number;
  /** The variable, or nothing where the line names none. */
  readonly name: string;
  /** What is wrong and what was expected; never the value, which may be a secret. */
  readonly text: string;
}

interface Assignment {
  readonly line: number;
  readonly name: string;
  readonly raw: string;
  /** It begins with a quote that nothing closes. */
  readonly isOpen: boolean;
}

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;
/** Editors on some systems write it in front of the first name, which then is another name. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads the text of `.env` as Node does. Node takes every text; what it would quietly drop or cut is named here instead. */
export function readDotEnv(file: string): DotEnv {
  const text = file.replace(BYTE_ORDER_MARK, '');
  if (/[\0\uFFFD]/.test(text)) return unreadable();
  const { assignments, strays } = linesOf(text.split(/\r?\n/));
  return {
    values: Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? ''])),
    mistakes: [...strays, ...assignments.flatMap(mistakesOf), ...repeated(assignments)].toSorted((one, other) => one.line - other.line),
    lineOf: (name) => assignments.findLast((one) => one.name === name)?.line,
  };
}

/** Anything but UTF-8 has no names that we know. */
function unreadable(): DotEnv {
  const mistake = { line: 1, name: '', text: 'not readable as text, expected a file saved as UTF-8' };
  return { values: {}, mistakes: [mistake], lineOf: () => undefined };
}

/** The assignments; values in quotes may go on over several lines. */
function linesOf(lines: readonly string[]): { readonly assignments: readonly Assignment[]; readonly strays: readonly DotEnvMistake[] } {
  const assignments: Assignment[] = [];
  const strays: DotEnvMistake[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, raw = ''] = ASSIGNMENT.exec(lines[at] ?? '') ?? [];
    if (name !== undefined) {
      const more = linesToClose(raw, lines.slice(at + 1));
      assignments.push({ line: at + 1, name, raw: raw.trim(), isOpen: more === 0 && openQuote(raw) !== undefined });
      at += more;
    } else if (!/^\s*(?:#|$)/.test(lines[at] ?? '')) {
      strays.push({ line: at + 1, name: '', text: 'not an assignment, expected NAME=value' });
    }
  }
  return { assignments, strays };
}

/** How many more lines the value takes: those up to its closing quote, none where it has none. */
function linesToClose(raw: string, following: readonly string[]): number {
  const quote = openQuote(raw);
  return quote === undefined ? 0 : following.findIndex((line) => line.includes(quote)) + 1;
}

function openQuote(raw: string): string | undefined {
  const [quote] = raw;
  return (quote === '"' || quote === "'" || quote === '`') && !raw.slice(1).includes(quote) ? quote : undefined;
}

function mistakesOf({ line, name, raw, isOpen }: Assignment): readonly DotEnvMistake[] {
  if (isOpen) return [{ line, name, text: 'the quote is not closed, expected the value in one pair of quotes' }];
  if (/^[“”„‘’‚«»]/.test(raw)) return [{ line, name, text: 'typographic quotes become part of the value, expected plain ones (")' }];
  if (/^[^"'`#\s][^#]*[^\s#]#/.test(raw))
    return [{ line, name, text: 'a # ends the value here, expected quotes around a value that has one' }];
  return [];
}

function repeated(assignments: readonly Assignment[]): readonly DotEnvMistake[] {
  return assignments.flatMap(({ line, name }, at) => {
    const earlier = assignments.slice(0, at).find((one) => one.name === name);
    return earlier === undefined ? [] : [{ line, name, text: `stands on line ${earlier.line} already, expected each name once` }];
  });
}
