/** A day of the calendar, without an hour. `month` 1–12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day on which a moment falls where the shop is. `timezone` is an IANA name. */
export function dayIn(at: Date, timezone: string): Day {
  const parts = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: timezone }).formatToParts(
    at,
  );
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** `2026-03-14`. */
export const isoDay = ({ year, month, day }: Day): string => `${year}-${twoDigits(month)}-${twoDigits(day)}`;

/**
 * The day, or the week, month or year, that the words mean when they are said on `today`: `2026-03-14`, `2026-W11`,
 * `2026-03`, `2025`; nothing when they mean none. `words` as an entity of type `date` has them: small letters, single spaces.
 * A weekday alone is the last one, since customers tell what has been; with "by", "until" or "next" it is the coming one.
 */
export function dayOf(words: string, today: Day): string | undefined {
  for (const { pattern, mean } of PHRASES) {
    const match = pattern.exec(words);
    if (match) return mean(match, today);
  }
  return undefined;
}

/** Whether a day lies in what `dayOf` or a date in full means: that day, week, month or year. */
export const isWithin = (meant: string, day: Day): boolean =>
  /^\d{4}(?:-\d{2}){0,2}$/.test(meant) ? `${isoDay(day)}-`.startsWith(`${meant}-`) : meant === isoWeek(day);

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const DAYS_A_WEEK = 7;
const SATURDAY = 6;
/** More than that is no memory of an order. */
const MOST_YEARS = 50;

interface Phrase {
  readonly pattern: RegExp;
  readonly mean: (match: RegExpExecArray, today: Day) => string | undefined;
}

/** The first that fits decides. */
const PHRASES: readonly Phrase[] = [
  { pattern: /^(?:today|tonight|this (?:morning|afternoon|evening))$/, mean: (_, today) => isoDay(today) },
  { pattern: /^(?:the )?day before yesterday$/, mean: (_, today) => isoDay(shift(today, -2)) },
  { pattern: /^(?:the )?day after tomorrow$/, mean: (_, today) => isoDay(shift(today, 2)) },
  { pattern: /^(?:yesterday|last night)$/, mean: (_, today) => isoDay(shift(today, -1)) },
  { pattern: /^tomorrow$/, mean: (_, today) => isoDay(shift(today, 1)) },
  { pattern: /^(?:a )?fortnight ago$/, mean: (_, today) => isoDay(shift(today, -2 * DAYS_A_WEEK)) },
  { pattern: /^(.+?) (day|week|month|year)s? ago$/, mean: ([, count, unit], today) => away(count, unit, -1, today) },
  { pattern: /^in (.+?) (day|week|month|year)s?$/, mean: ([, count, unit], today) => away(count, unit, 1, today) },
  { pattern: /^(.+?) (day|week|month|year)s? from now$/, mean: ([, count, unit], today) => away(count, unit, 1, today) },
  { pattern: /^(last|this|next|past) (week|month|year|weekend)$/, mean: ([, which, unit], today) => period(which, unit, today) },
  {
    pattern: /^(?:(on|since|last|past|this|next|by|until|till|before|from) )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/,
    mean: ([, which, name], today) => weekday(which, name, today),
  },
  {
    pattern: /^(?:(?:on|since|by|until|till|before|after|from|of) )?the (\d{1,2})(?:st|nd|rd|th)?(?: of (last|this|next) month)?$/,
    mean: ([, day, which], today) => dayOfMonth(Number(day), which, today),
  },
  { pattern: /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?$/, mean: ([, month, day], today) => nearest(month, day, today) },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3})[a-z]*$/, mean: ([, day, month], today) => nearest(month, day, today) },
];

function away(count: string | undefined, unit: string | undefined, direction: 1 | -1, today: Day): string | undefined {
  const number = numberOf(count ?? '');
  if (number === undefined) return undefined;
  const steps = number * direction;
  if (unit === 'day') return isoDay(shift(today, steps));
  if (unit === 'week') return isoDay(shift(today, steps * DAYS_A_WEEK));
  const months = unit === 'year' ? steps * 12 : steps;
  return Math.abs(months) > MOST_YEARS * 12 ? undefined : isoDay(shiftMonths(today, months));
}

/** "a few" means no number. */
function numberOf(words: string): number | undefined {
  const plain = words.replace(/^(?:about|around|like|some) /, '');
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  if (/^an?$/.test(plain)) return 1;
  if (/^(?:a )?couple(?: of)?$/.test(plain)) return 2;
  const named = NUMBERS.indexOf(plain);
  return named > 0 ? named : undefined;
}

function period(which: string | undefined, unit: string | undefined, today: Day): string | undefined {
  const steps = which === 'next' ? 1 : which === 'this' ? 0 : -1;
  if (unit === 'week') return isoWeek(shift(today, steps * DAYS_A_WEEK));
  if (unit === 'year') return String(today.year + steps);
  if (unit === 'month') {
    const { year, month } = shiftMonths(today, steps);
    return `${year}-${twoDigits(month)}`;
  }
  // The Saturday; on a Sunday "this weekend" has begun.
  return isoDay(shift(today, SATURDAY - (weekdayOf(today) || DAYS_A_WEEK) + steps * DAYS_A_WEEK));
}

const COMING = new Set(['next', 'this', 'by', 'until', 'till', 'before']);

function weekday(which: string | undefined, name: string | undefined, today: Day): string {
  const wanted = WEEKDAYS.indexOf(name ?? '');
  const ahead = (wanted - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  if (!COMING.has(which ?? '')) return isoDay(shift(today, ahead - DAYS_A_WEEK));
  return isoDay(shift(today, ahead === 0 && which === 'next' ? DAYS_A_WEEK : ahead));
}

/** "the 3rd" is the last one that has been, unless a month is named. */
function dayOfMonth(day: number, which: string | undefined, today: Day): string | undefined {
  const months = which === 'last' ? -1 : which === 'next' ? 1 : which === 'this' || day <= today.day ? 0 : -1;
  const { year, month } = shiftMonths({ ...today, day: 1 }, months);
  return existing({ year, month, day });
}

/** A day without a year is the one nearest to today. */
function nearest(monthName: string | undefined, day: string | undefined, today: Day): string | undefined {
  const month = MONTHS.indexOf(monthName ?? '') + 1;
  if (month === 0) return undefined;
  const distance = (candidate: Day): number => Math.abs(timeOf(candidate) - timeOf(today));
  const [best] = [-1, 0, 1]
    .map((years) => ({ year: today.year + years, month, day: Number(day) }))
    .filter((candidate) => existing(candidate) !== undefined)
    .sort((left, right) => distance(left) - distance(right));
  return best && isoDay(best);
}

const timeOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

function fromTime(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const shift = (from: Day, days: number): Day => fromTime(timeOf({ ...from, day: from.day + days }));

/** The same day of another month, or its last one: a month before March 31 is February 28. */
function shiftMonths({ year, month, day }: Day, months: number): Day {
  const last = fromTime(Date.UTC(year, month + months, 0));
  return { ...last, day: Math.min(day, last.day) };
}

/** 0 is Sunday. */
const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

function existing(day: Day): string | undefined {
  return isoDay(fromTime(timeOf(day))) === isoDay(day) ? isoDay(day) : undefined;
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(day: Day): string {
  const thursday = shift(day, 4 - (weekdayOf(day) || DAYS_A_WEEK));
  const days = (timeOf(thursday) - timeOf({ year: thursday.year, month: 1, day: 1 })) / 86_400_000;
  return `${thursday.year}-W${twoDigits(Math.floor(days / DAYS_A_WEEK) + 1)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
