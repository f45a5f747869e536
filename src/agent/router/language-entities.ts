import type { ValueWords } from '../languages/language.ts';
import { amountOf, isoDate, shortDate } from './entity-values.ts';
import { relativeDates } from './language-dates.ts';

/** A rule over folded text: small letters without accents. */
export interface FoldedEntityRule {
  readonly type: 'amount' | 'date' | 'phone';
  readonly pattern: RegExp;
  value(match: RegExpExecArray): string | undefined;
}

const built = new WeakMap<ValueWords, readonly FoldedEntityRule[]>();

/** Amounts, dates and phone numbers as one language writes them; what numbers and signs alone tell is read for all languages alike. */
export function languageEntityRules(values: ValueWords): readonly FoldedEntityRule[] {
  const known = built.get(values) ?? rulesOf(values);
  built.set(values, known);
  return known;
}

function rulesOf({ months, firstDay, dates, currencies, phone }: ValueWords): readonly FoldedEntityRule[] {
  const month = months.map(({ source }) => `(?:${source})`).join('|');
  // "14 de marzo de 2026", "14. März", "le 1er mars 2026", "ersten Mai".
  const dayAndMonth = `(?<!\\p{L})(\\d{1,2}|${firstDay.source})(?:\\.|º|ª|er|eme|e|ste|de)?\\s{1,3}(?:de |di |d')?(${month})\\b\\.?(?:\\s{1,3}(?:de |del |do )?(\\d{4}))?`;
  return [
    {
      type: 'amount',
      pattern: new RegExp(`\\b\\d{1,9}(?:[.,]\\d{3})*(?:[.,]\\d{1,2})?\\s?(${currencies.source})\\b`, 'gu'),
      value: ([text, currency = '']) => amountOf(text.replace(currency, inEnglish(currency))),
    },
    ...NUMBERED_DATES,
    { type: 'date', pattern: new RegExp(`\\b${dayAndMonth}`, 'gu'), value: (match) => dateIn(match, months) },
    ...relativeDates(dates).map(({ pattern, mean }) => ({ type: 'date', pattern, value: mean }) as const),
    { type: 'phone', pattern: new RegExp(`\\b(?:${phone.source})\\b\\D{0,20}\\b(\\d{9,11})\\b`, 'gu'), value: ([, digits]) => digits },
  ];
}

/** Everywhere but in English the day comes first: `3/4/2026`, `03-04-2026` and "am 3.4" are in April. */
const NUMBERED_DATES: readonly FoldedEntityRule[] = [
  {
    type: 'date',
    pattern: /(?<![\p{L}\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[.-]\d)/gu,
    value: ([, day, , month, year]) => isoDate(year, month, day),
  },
  { type: 'date', pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu, value: ([, day, month]) => shortDate(month, day) },
  {
    type: 'date',
    // Without a preposition "3.11" is a price or a number of a version.
    pattern:
      /\b(?:am|vom|seit dem|seit|ab dem|bis zum|op|sinds|vanaf|el|del|desde el|le|du|depuis le|il|dal|dia)\s(\d{1,2})\.(\d{1,2})(?![\d/€$%]|[.,-]\d| ?(?:euros?|dollars?|dolares|dollari|kg|cm|mm|g|l)\b)/gu,
    value: ([, day, month]) => shortDate(month, day),
  },
];

/** The word by which the currency is told apart. */
function inEnglish(currency: string): string {
  if (currency.startsWith('cen')) return 'cents';
  return currency.startsWith('eur') ? 'euros' : 'dollars';
}

function dateIn([, said = '', name = '', year]: RegExpExecArray, months: readonly RegExp[]): string | undefined {
  const day = /^\d/.test(said) ? said : '1';
  const month = String(months.findIndex(({ source }) => new RegExp(`^(?:${source})$`, 'u').test(name)) + 1);
  return year === undefined ? shortDate(month, day) : isoDate(year, month, day);
}
