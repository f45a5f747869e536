import type { ValueWords } from '../languages/language.ts';
import { amountOf, isoDate, shortDate } from './entity-values.ts';

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

function rulesOf({ months, weekdays, relativeDates, dayFirst, currencies, phone }: ValueWords): readonly FoldedEntityRule[] {
  const month = months.map(({ source }) => `(?:${source})`).join('|');
  // "14 de marzo de 2026", "14. März", "le 1er mars 2026".
  const dayAndMonth = `(\\d{1,2})(?:\\.|º|ª|er|eme|e|ste|de)?\\s+(?:de |di |d')?(${month})\\b\\.?(?:\\s+(?:de |del |do )?(\\d{4}))?`;
  return [
    {
      type: 'amount',
      pattern: new RegExp(`\\b\\d{1,9}(?:[.,]\\d{3})*(?:[.,]\\d{1,2})?\\s?(${currencies.source})\\b`, 'gu'),
      value: ([text, currency = '']) => amountOf(text.replace(currency, inEnglish(currency))),
    },
    ...(dayFirst ? [SLASHED] : []),
    { type: 'date', pattern: new RegExp(`\\b${dayAndMonth}`, 'gu'), value: (match) => dateIn(match, months) },
    { type: 'date', pattern: new RegExp(`\\b(?:${relativeDates.source}|${weekdays.source})\\b`, 'gu'), value: ([text]) => text },
    { type: 'phone', pattern: new RegExp(`\\b(?:${phone.source})\\b\\D{0,20}\\b(\\d{9,11})\\b`, 'gu'), value: ([, digits]) => digits },
  ];
}

/** `3/4/2026` is in April where the day comes first. */
const SLASHED: FoldedEntityRule = {
  type: 'date',
  pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/gu,
  value: ([, day, month, year]) => (year === undefined ? shortDate(month, day) : isoDate(year, month, day)),
};

/** The word by which the currency is told apart. */
function inEnglish(currency: string): string {
  if (currency.startsWith('cen')) return 'cents';
  return currency.startsWith('eur') ? 'euros' : 'dollars';
}

function dateIn([, day, name = '', year]: RegExpExecArray, months: readonly RegExp[]): string | undefined {
  const month = String(months.findIndex(({ source }) => new RegExp(`^(?:${source})$`, 'u').test(name)) + 1);
  return year === undefined ? shortDate(month, day) : isoDate(year, month, day);
}
