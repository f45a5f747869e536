/** A checkable value in a sentence, in a normal form that two wordings of the same value share. */
export interface Claim {
  readonly kind: 'money' | 'percent' | 'duration' | 'date' | 'weekday' | 'time' | 'reference' | 'number';
  /** `4000` (cents), `5-10 business day`, `11-22`, `LF-10002`, … */
  readonly value: string;
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
}

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};
const NUMBER = `\\d[\\d,]*(?:\\.\\d+)?|${Object.keys(WORD_NUMBERS).join('|')}`;
const RANGE = `(${NUMBER})(?:\\s*(?:-|–|—|to|or|and)\\s*(${NUMBER}))?`;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

type Reading = { readonly kind: Claim['kind']; readonly pattern: RegExp; readonly value: (match: RegExpMatchArray) => string | undefined };

/** Tried in this order; what one reading has taken is not read again. */
const READINGS: readonly Reading[] = [
  {
    kind: 'reference',
    pattern: /\b[A-Z]{1,4}-?\d{3,}(?:-?[A-Z\d]+)*\b|\b(?=[A-Z\d]*\d[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-Z\d]{8,}\b/g,
    value: ([text]) => text.toUpperCase().replace(/-/g, ''),
  },
  { kind: 'date', pattern: /\b(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?\b/g, value: (match) => `${Number(match[2])}-${Number(match[3])}` },
  {
    kind: 'date',
    pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?`, 'gi'),
    value: (match) => monthDay(match[1], match[2]),
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}\\b(?:,?\\s+\\d{4})?`, 'gi'),
    value: (match) => monthDay(match[2], match[1]),
  },
  { kind: 'date', pattern: /\b(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\b/g, value: (match) => `${Number(match[1])}-${Number(match[2])}` },
  { kind: 'money', pattern: /(?:US)?([$€£])\s?(\d[\d,]*(?:\.\d{1,2})?)(\s?k\b)?/g, value: (match) => cents(match[2], match[3]) },
  {
    kind: 'money',
    pattern: new RegExp(`\\b(?:USD\\s?(\\d[\\d,]*(?:\\.\\d{1,2})?)|(${NUMBER})\\s?(?:dollars?|bucks|USD)\\b)`, 'gi'),
    value: (match) => cents(match[1] ?? match[2], undefined),
  },
  { kind: 'percent', pattern: new RegExp(`(${NUMBER})\\s?(?:%|per\\s?cent\\b)`, 'gi'), value: (match) => String(toNumber(match[1])) },
  {
    kind: 'duration',
    pattern: new RegExp(
      `\\b${RANGE}[\\s-]*((?:business|working|calendar|full)[\\s-]+)?(second|minute|hour|day|night|week|month|year)s?\\b`,
      'gi',
    ),
    value: (match) => duration(match),
  },
  {
    kind: 'time',
    pattern: /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?/gi,
    value: (match) => `${(Number(match[1]) % 12) + (match[3]?.toLowerCase() === 'p' ? 12 : 0)}:${match[2] ?? '00'}`,
  },
  { kind: 'time', pattern: /\b(\d{1,2}):(\d{2})\b/g, value: (match) => `${Number(match[1])}:${match[2] ?? '00'}` },
  {
    kind: 'weekday',
    pattern: /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(today|tomorrow|yesterday|tonight)\b/gi,
    value: ([text]) => text.toLowerCase().replace(/s$/, ''),
  },
  { kind: 'number', pattern: /(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w]|\.\d)/g, value: ([text]) => String(toNumber(text)) },
];

/** Every value that a sentence states, in the order of the text. A list number at the start of a line is none. */
export function claimsOf(sentence: string): readonly Claim[] {
  const found: Claim[] = [];
  let rest = sentence.replace(/^(\s*)(\d{1,2}[.)])(?=\s)/, (_, space: string, mark: string) => space + ' '.repeat(mark.length));
  for (const { kind, pattern, value } of READINGS) {
    if (kind !== 'weekday' && !/\d/.test(rest) && !HAS_WORD_NUMBER.test(rest)) continue;
    for (const match of rest.matchAll(pattern)) {
      const normal = value(match);
      if (normal === undefined) continue;
      found.push({ kind, value: normal, text: match[0].trim(), start: match.index });
      rest = rest.slice(0, match.index) + '\u0000'.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
const HAS_WORD_NUMBER = new RegExp(`\\b(?:${Object.keys(WORD_NUMBERS).join('|')})\\b`, 'i');

function toNumber(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return WORD_NUMBERS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));
}

function cents(amount: string | undefined, thousands: string | undefined): string | undefined {
  const value = toNumber(amount) * (thousands === undefined ? 1 : 1_000);
  return Number.isFinite(value) ? String(Math.round(value * 100)) : undefined;
}

function monthDay(month: string | undefined, day: string | undefined): string | undefined {
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? undefined : `${number}-${Number(day)}`;
}

/** `2 weeks` is `14 day` and `24 hours` is `1 day`; business days stay what they are, for they are not days. */
function duration(match: RegExpMatchArray): string | undefined {
  const from = toNumber(match[1]);
  const to = match[2] === undefined ? from : toNumber(match[2]);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const business = /business|working/i.test(match[3] ?? '');
  const unit = (match[4] ?? '').toLowerCase();
  const scale = business
    ? 1
    : unit === 'week'
      ? 7
      : unit === 'year'
        ? 12
        : unit === 'hour' && from % 24 === 0 && to % 24 === 0
          ? 1 / 24
          : 1;
  const name = business
    ? `business ${unit}`
    : unit === 'week' || (unit === 'hour' && scale !== 1)
      ? 'day'
      : unit === 'year'
        ? 'month'
        : unit;
  return from === to ? `${from * scale} ${name}` : `${from * scale}-${to * scale} ${name}`;
}
