import { DATE_MEANINGS, type DateMeaning, type DateUnit, type DateWords } from '../languages/date-words.ts';

/** A wording over folded text, and what it means in the words that `dayOf` reads: `vor 3 Tagen` → `3 days ago`. */
export interface RelativeDate {
  readonly pattern: RegExp;
  readonly mean: (match: RegExpExecArray) => string;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const UNITS: readonly DateUnit[] = ['day', 'week', 'month', 'year'];
const PERIODS = ['weekend', 'week', 'month', 'year'] as const;

/** What a placeholder finds: one row for each of its meanings, with the words for it. */
type Vocabulary = readonly (readonly [said: string, means: string])[];

/** The wordings of a language, the fuller ones first: "vorgestern" before "gestern". */
export function relativeDates({ weekdays, units, counts, phrases }: DateWords): readonly RelativeDate[] {
  const vocabularies: Readonly<Record<string, Vocabulary>> = {
    COUNT: counts,
    UNIT: UNITS.map((unit) => [units[unit], unit]),
    PERIOD: PERIODS.map((unit) => [units[unit], unit]),
    WEEKDAY: weekdays.map((said, index) => [said, WEEKDAYS[index] ?? '']),
    DAY: [],
  };
  return DATE_MEANINGS.flatMap((meaning) => phrases[meaning].map((said) => wording(said, meaning, vocabularies)));
}

function wording(said: string, meaning: DateMeaning, vocabularies: Readonly<Record<string, Vocabulary>>): RelativeDate {
  const source = anySpaces(said).replace(/[A-Z]{3,}/g, (name) => group(name, vocabularies[name] ?? []));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
    mean: ({ groups = {} }) =>
      meaning.replace(/[A-Z]{3,}/g, (name) => {
        const words = groups[name] ?? '';
        const means = meaningOf(words, vocabularies[name] ?? []);
        return name === 'UNIT' && groups['COUNT'] !== undefined ? `${means}s` : means;
      }),
  };
}

/** People break lines and type two spaces; `[- ]` is a hyphen or one of those. */
const anySpaces = (said: string): string => said.replaceAll('[- ]', '[-\\s]').replaceAll(' ?', '\\s{0,3}').replaceAll(' ', '\\s{1,3}');

const group = (name: string, vocabulary: Vocabulary): string =>
  `(?<${name}>${[...(TAKES_DIGITS[name] ?? []), ...vocabulary.map(([said]) => said)].join('|')})`;

/** Numbers may be written as digits: so many for a count, so many for a day of the month. */
const TAKES_DIGITS: Readonly<Record<string, readonly string[]>> = { COUNT: ['\\d{1,3}'], DAY: ['\\d{1,2}'] };

const meaningOf = (words: string, vocabulary: Vocabulary): string =>
  vocabulary.find(([said]) => new RegExp(`^(?:${said})$`, 'u').test(words.replace(/\s+/g, ' ')))?.[1] ?? words;
