import { READINGS, WORD_NUMBERS, type ValueKind } from './value-readings.ts';

/** A checkable value in a sentence, in a normal form that two wordings of the same value share. */
export interface Claim {
  readonly kind: ValueKind;
  /** `$4000` (hundredths), `5-10 business day`, `11-22`, `LF-10002`, … */
  readonly value: string;
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
}

/** Every value that a sentence states, in the order of the text. A list number at the start of a line is none. */
export function claimsOf(sentence: string): readonly Claim[] {
  const found: Claim[] = [];
  let rest = sentence.replace(/^(\s*)(\d{1,2}[.)])(?=\s)/, (_, space: string, mark: string) => space + ' '.repeat(mark.length));
  for (const { kind, pattern, value } of READINGS) {
    if (!WORDED.has(kind) && !/\d/.test(rest) && !HAS_WORD_NUMBER.test(rest)) continue;
    for (const match of rest.matchAll(pattern)) {
      const normal = value(match);
      if (normal === undefined) continue;
      found.push({ kind, value: normal, text: match[0].trim(), start: match.index });
      if (kind === 'date') found.push({ kind: 'month', value: normal.split('-')[0] ?? '', text: match[0].trim(), start: match.index });
      rest = rest.slice(0, match.index) + '\u0000'.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return withSharedUnits(
    sentence,
    found.sort((a, b) => a.start - b.start),
  );
}

/** Units that a second number of the same list goes without: "panels carry 25 years, inverters 10". */
const SHARED: ReadonlySet<ValueKind> = new Set(['duration', 'measure', 'money', 'percent']);
/** Nothing but the number itself stands before the next comma. */
const ENDS = /^\s*(?:[,;.]|and\b|$)/;

/** A number that nothing follows takes the unit of the value before it. */
function withSharedUnits(sentence: string, found: readonly Claim[]): readonly Claim[] {
  return found.map((claim, at) => {
    const before = found.slice(0, at).findLast(({ kind }) => SHARED.has(kind));
    if (claim.kind !== 'number' || before === undefined || !ENDS.test(sentence.slice(claim.start + claim.text.length))) return claim;
    const value = before.kind === 'money' ? String(Number(claim.value) * 100) : claim.value;
    return { ...claim, kind: before.kind, value: before.value.replace(/\d[\d.]*(?:-\d[\d.]*)?/, scaledTo(before, value)) };
  });
}

/** In the unit of `before` as it was written: two weeks are kept as 14 days. */
function scaledTo({ kind, value, text }: Claim, number: string): string {
  const [written] = /\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  const [kept] = /\d[\d.]*/.exec(value) ?? [];
  if (kind !== 'duration' || written === undefined || kept === undefined) return number;
  return String((Number(number) * Number(kept)) / Number(written.replaceAll(',', '')));
}

/** The same for two claims of the same value. */
export const keyOf = ({ kind, value }: Claim): string => `${kind}:${value}`;

const UP_TO = /\b(?:up\s+to|at\s+most|within|maximum(?:\s+of)?|no\s+more\s+than|as\s+long\s+as)\s*$/i;
const AT_LEAST = /\b(?:at\s+least|minimum(?:\s+of)?|from|as\s+little\s+as)\s*$/i;

/** Whether a source that states `stated` lets `sentence` state `claim`: the same value, or the end of its range that is meant. */
export function agrees(claim: Claim, sentence: string, stated: Claim): boolean {
  if (claim.kind === 'duration' && stated.kind === 'rate') return claim.value === ONE_OF[stated.value];
  if (claim.kind === 'number' && stated.kind !== 'number' && countOf(stated) === claim.value) return true;
  if (claim.kind !== stated.kind) return false;
  if (claim.value === stated.value) return true;
  const [, from, to, unit] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)( .+)?$/.exec(stated.value) ?? [];
  const before = sentence.slice(0, claim.start);
  if (to !== undefined && UP_TO.test(before)) return claim.value === `${to}${unit ?? ''}`;
  return from !== undefined && AT_LEAST.test(before) && claim.value === `${from}${unit ?? ''}`;
}

/** "For one year you pay $70" where the source says "$70 a year". */
const ONE_OF: Readonly<Record<string, string>> = { day: '1 day', night: '1 night', week: '7 day', month: '1 month', year: '12 month' };

/** The bare number that a value is written with: a claim may leave out what is counted, or call it something else. */
function countOf({ text }: Claim): string | undefined {
  const [written] = COUNT.exec(text) ?? [];
  if (written === undefined) return undefined;
  const word = written.toLowerCase();
  return word === 'once' ? '1' : word === 'twice' ? '2' : String(WORD_NUMBERS[word] ?? Number(word.replaceAll(',', '')));
}
const COUNT = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|\\b(?:once|twice|${Object.keys(WORD_NUMBERS).join('|')})\\b`, 'i');

/** Kinds that only tell one value from another: a source without any neither supports nor denies them. */
export const COMPARED: ReadonlySet<ValueKind> = new Set(['rate', 'ordinal', 'times']);
const HAS_WORD_NUMBER = new RegExp(`\\b(?:${Object.keys(WORD_NUMBERS).join('|')})\\b`, 'i');
/** Kinds that are written without a number. */
const WORDED: ReadonlySet<ValueKind> = new Set(['weekday', 'month', 'rate', 'ordinal', 'times', 'percent', 'duration', 'time']);
