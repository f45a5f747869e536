/** Kinds of values that a sentence may state. */
export type ValueKind =
  | 'money'
  | 'percent'
  | 'measure'
  | 'duration'
  | 'date'
  | 'month'
  | 'weekday'
  | 'time'
  | 'rate'
  | 'ordinal'
  | 'times'
  | 'reference'
  | 'number';

export const WORD_NUMBERS: Readonly<Record<string, number>> = {
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
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const NUMBER = `\\d[\\d,]*(?:\\.\\d+)?|${Object.keys(WORD_NUMBERS)
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|')}`;
const RANGE = `(${NUMBER})(?:\\s*(?:-|–|—|to|or|and)\\s*(${NUMBER}))?`;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** A month without a day; `May` and `March` are words too, so a small word must stand before. */
const BEFORE_MONTH = '(?<=\\b(?:in|from|to|of|until|till|by|since|between|and|through|before|after|every|last|next|this)\\s)';
const CAPITAL_MONTH = MONTH.replace(/(?<=[(|])[a-z]/g, (letter) => letter.toUpperCase());
const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'day',
  nightly: 'night',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
const HALVES: Readonly<Record<string, string>> = { hour: '30 minute', day: '12 hour', year: '6 month' };
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
};
/** Units as written and the name they share; a number alone is never read as one. */
const UNITS: readonly (readonly [written: string, name: string])[] = [
  ['°\\s?C|degrees\\s+Celsius', 'C'],
  ['°\\s?F|degrees\\s+Fahrenheit', 'F'],
  ['[Mm]bit/s|Mbps', 'Mbit/s'],
  ['[Gg]bit/s|Gbps', 'Gbit/s'],
  ['KB|kB', 'KB'],
  ['MB', 'MB'],
  ['GB', 'GB'],
  ['TB', 'TB'],
  ['kg|kilos?|kilograms?', 'kg'],
  ['grams?|g', 'g'],
  ['lbs?|pounds?', 'lb'],
  ['oz|ounces?', 'oz'],
  ['mm|millimet(?:er|re)s?', 'mm'],
  ['cm|centimet(?:er|re)s?', 'cm'],
  ['km|kilomet(?:er|re)s?', 'km'],
  ['met(?:er|re)s?|m', 'm'],
  ['miles?', 'mile'],
  ['inch(?:es)?', 'inch'],
  ['feet|foot|ft', 'ft'],
  ['ml|millilit(?:er|re)s?', 'ml'],
  ['lit(?:er|re)s?', 'l'],
  ['gallons?', 'gallon'],
  ['quarts?', 'quart'],
  ['dB', 'dB'],
  ['lumens?', 'lumen'],
  ['BTU', 'BTU'],
];

/** How one kind of value is written. */
type Reading = { readonly kind: ValueKind; readonly pattern: RegExp; readonly value: (match: RegExpMatchArray) => string | undefined };

/** Tried in this order; what one reading has taken is not read again. */
export const READINGS: readonly Reading[] = [
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
  {
    kind: 'money',
    pattern: /(?:US)?([$€£])\s?(\d[\d,]*(?:\.\d{1,2})?)(\s?k\b)?/g,
    value: (match) => money(match[1], match[2], match[3]),
  },
  {
    kind: 'money',
    pattern: new RegExp(
      `\\b(?:(USD|EUR|GBP|CHF|CAD)\\s?(\\d[\\d,]*(?:\\.\\d{1,2})?)|(${NUMBER})\\s?(dollars?|bucks|USD|euros?|EUR|GBP|CHF|CAD)\\b)`,
      'gi',
    ),
    value: (match) => money(match[1] ?? match[4], match[2] ?? match[3], undefined),
  },
  { kind: 'percent', pattern: new RegExp(`(${NUMBER})\\s?(?:%|per\\s?cent\\b)`, 'gi'), value: (match) => String(toNumber(match[1])) },
  {
    kind: 'percent',
    pattern: /\bhalf\s+(?:of\s+)?(?:the|its|their|your)\s+(?:price|fee|fare|amount|cost|rent|sum|deposit|total|value)\b|\bhalf\s+price\b/gi,
    value: () => '50',
  },
  {
    kind: 'measure',
    pattern: new RegExp(`((?:(?<![\\w)])[-−])?(?:${NUMBER}))\\s?(${UNITS.map(([written]) => written).join('|')})(?![\\w])`, 'g'),
    value: (match) => measure(match[1], match[2]),
  },
  { kind: 'duration', pattern: /\bhalf\s+an?\s+(hour|day|year)\b/gi, value: (match) => HALVES[(match[1] ?? '').toLowerCase()] },
  {
    kind: 'duration',
    pattern:
      /(?<=\b(?:least|most|within|for|in|after|than|about|to|over|by|takes?|needs?|lasts?|waits?|allow|another|one)\s)an?\s+(minute|hour|day|night|week|month|year)\b|\ban?\s+(minute|hour|day|night|week|month|year)(?=\s+(?:ahead|before|earlier|later|in\s+advance|after)\b)/gi,
    value: (match) => duration(['', '1', undefined, undefined, match[1] ?? match[2]]),
  },
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
    pattern: /\b(\d{1,2})(?::(\d{2}))?(?:\s?([ap])\.?m\b\.?|(?=\s?(?:-|–|to|and|until)\s?\d{1,2}(?::\d{2})?\s?([ap])\.?m\b))/gi,
    value: (match) => `${(Number(match[1]) % 12) + ((match[3] ?? match[4])?.toLowerCase() === 'p' ? 12 : 0)}:${match[2] ?? '00'}`,
  },
  { kind: 'time', pattern: /\b(noon|midday|midnight)\b/gi, value: ([text]) => (/midnight/i.test(text) ? '0:00' : '12:00') },
  { kind: 'time', pattern: /\b(\d{1,2}):(\d{2})\b/g, value: (match) => `${Number(match[1])}:${match[2] ?? '00'}` },
  {
    kind: 'weekday',
    pattern: /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(today|tomorrow|yesterday|tonight)\b/gi,
    value: ([text]) => text.toLowerCase().replace(/s$/, ''),
  },
  { kind: 'month', pattern: new RegExp(`${BEFORE_MONTH}${CAPITAL_MONTH}(?![\\w])`, 'g'), value: (match) => String(monthNumber(match[1])) },
  {
    kind: 'times',
    // Before a noun or a pronoun `once` is the conjunction: "once the parcel has arrived".
    pattern: new RegExp(
      `\\b(twice)\\b|\\b(once)(?=\\s+(?:an?|per|every|within|in|each|through|by|at|with|for|on|only|more|free)\\b|\\s*[.,;]|$)|(?<!-)\\b(${NUMBER})\\s+times?(?!\\s+(?:code|password|passcode|pin|zones?)\\b)`,
      'gi',
    ),
    value: (match) => (match[1] ? '2' : match[2] ? '1' : String(toNumber(match[3]))),
  },
  {
    kind: 'rate',
    pattern:
      /(?<![\w-])(?:(?:a|an|per|each|every)\s+(?:single\s+)?(hour|day|night|week|month|quarter|year)|(daily|nightly|weekly|monthly|quarterly|yearly|annual|annually))\b/gi,
    value: (match) => match[1]?.toLowerCase() ?? ADVERBS[(match[2] ?? '').toLowerCase()],
  },
  {
    kind: 'ordinal',
    pattern:
      /\b(?:the|your|its|their|each|every|on)\s+(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\b|\b(\d{1,2})(?:st|nd|rd|th)\b/gi,
    value: (match) => ORDINALS[(match[1] ?? '').toLowerCase()] ?? match[1]?.toLowerCase() ?? match[2],
  },
  { kind: 'number', pattern: /(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w]|\.\d)/g, value: ([text]) => String(toNumber(text)) },
  // `one` is a pronoun as often as a number.
  {
    kind: 'number',
    pattern: new RegExp(`(?<![\\w-])(?!one\\b)(?:${Object.keys(WORD_NUMBERS).join('|')})(?=\\s+[a-z])`, 'gi'),
    value: ([text]) => String(toNumber(text)),
  },
];

function toNumber(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return WORD_NUMBERS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));
}

const SYMBOLS: Readonly<Record<string, string>> = {
  dollar: '$',
  dollars: '$',
  bucks: '$',
  usd: '$',
  euro: '€',
  euros: '€',
  eur: '€',
  gbp: '£',
};

/** `$4000`: the currency and its hundredths. */
function money(currency: string | undefined, amount: string | undefined, thousands: string | undefined): string | undefined {
  const value = toNumber(amount) * (thousands === undefined ? 1 : 1_000);
  const name = (currency ?? '').toLowerCase();
  return Number.isFinite(value) ? `${SYMBOLS[name] ?? name.toUpperCase()}${Math.round(value * 100)}` : undefined;
}

function measure(amount: string | undefined, unit: string | undefined): string | undefined {
  const value = toNumber(amount?.replace(/^[-−]/, ''));
  const name = UNITS.find(([written]) => new RegExp(`^(?:${written})$`).test(unit ?? ''))?.[1];
  return name === undefined || !Number.isFinite(value) ? undefined : `${/^[-−]/.test(amount ?? '') ? '-' : ''}${value} ${name}`;
}

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function monthDay(month: string | undefined, day: string | undefined): string | undefined {
  if (month === 'may') return undefined; // The verb: "children under 14 may".
  const number = monthNumber(month);
  return number === 0 ? undefined : `${number}-${Number(day)}`;
}

/** `2 weeks` is `14 day`, `24 hours` is `1 day` and `2 hours` is `120 minute`; business days stay what they are, for they are not days. */
function duration(match: readonly (string | undefined)[]): string | undefined {
  const from = toNumber(match[1]);
  const to = match[2] === undefined ? from : toNumber(match[2]);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const business = /business|working/i.test(match[3] ?? '');
  const unit = (match[4] ?? '').toLowerCase();
  const inDays = from % 24 === 0 && to % 24 === 0;
  const scale = business ? 1 : unit === 'week' ? 7 : unit === 'year' ? 12 : unit === 'hour' ? (inDays ? 1 / 24 : 60) : 1;
  const name = business
    ? `business ${unit}`
    : unit === 'week' || (unit === 'hour' && inDays)
      ? 'day'
      : unit === 'hour'
        ? 'minute'
        : unit === 'year'
          ? 'month'
          : unit;
  return from === to ? `${from * scale} ${name}` : `${from * scale}-${to * scale} ${name}`;
}
