/**
 * How a language tells a day from today. Every text is the source of a regular expression over folded text; where it has a
 * placeholder, the words for it may stand. Repetitions are bounded.
 */
export interface DateWords {
  /** Seven, Sunday first. */
  readonly weekdays: readonly string[];
  readonly units: Readonly<Record<DateUnit | 'weekend', string>>;
  /** Number words with what they mean: a number, or `a few`, which tells no day. The first that fits counts. */
  readonly counts: readonly (readonly [said: string, means: string])[];
  readonly phrases: Readonly<Record<DateMeaning, readonly string[]>>;
}

export type DateUnit = 'day' | 'week' | 'month' | 'year';

/**
 * What can be meant, in the words with which English says it, so that one calendar counts for all languages. COUNT is a number,
 * UNIT a day, week, month or year, PERIOD one of the longer three or a weekend, WEEKDAY a name, DAY the day of a month.
 */
export const DATE_MEANINGS = [
  'the day before yesterday',
  'the day after tomorrow',
  'a week ago',
  'fortnight ago',
  'COUNT UNIT ago',
  'in COUNT UNIT',
  'the DAY of last month',
  'the DAY of this month',
  'the DAY of next month',
  'last PERIOD',
  'this PERIOD',
  'next PERIOD',
  'last WEEKDAY',
  'this WEEKDAY',
  'next WEEKDAY',
  'by WEEKDAY',
  'yesterday',
  'today',
  'tomorrow',
  'WEEKDAY',
  'the DAY',
] as const;

export type DateMeaning = (typeof DATE_MEANINGS)[number];

/** After the day of a month: "el 3 piezas" counts pieces, "el 3/4" is another date. */
export const NOTHING_COUNTED = '(?!\\s{0,3}[\\p{L}\\d%€$]|\\s?[/.:,-]\\s?\\d)';
