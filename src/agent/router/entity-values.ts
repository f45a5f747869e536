const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/c\$|cad|canadian/i, 'CAD'],
  [/€|eur/i, 'EUR'],
  [/£|gbp|quid|sterling/i, 'GBP'],
  [/a\$|aud|australian/i, 'AUD'],
  [/chf/i, 'CHF'],
  [/./, 'USD'],
];

/** `$40` → `USD 40.00`, `€12,50` → `EUR 12.50`, `1,240.5 dollars` → `USD 1240.50`, `99 cents` → `USD 0.99`. */
export function amountOf(text: string): string {
  const currency = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1] ?? 'USD';
  const digits = (text.match(/[\d.,]*\d/)?.[0] ?? '0').replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const amount = Number(digits) / (/cents/i.test(text) ? 100 : 1);
  return `${currency} ${amount.toFixed(2)}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ISO 8601 where the text names day, month and year; else the words themselves, since only a clock could say more. */
export function dateOf(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^on\s+/, '')
    .replace(/\s+/g, ' ');
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return isoDate(plain.slice(0, 4), plain.slice(5, 7), plain.slice(8));
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?$/.exec(plain);
  if (slashed) return slashed[3] === undefined ? shortDate(slashed[1], slashed[2]) : isoDate(slashed[3], slashed[1], slashed[2]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2,4})?$/.exec(plain);
  if (dotted) return dotted[3] === undefined ? shortDate(dotted[2], dotted[1]) : isoDate(dotted[3], dotted[2], dotted[1]);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`).test(plain)) + 1;
  const year = /\b\d{4}\b/.exec(plain)?.[0];
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(plain)?.[1];
  if (month > 0 && year !== undefined && day !== undefined) return isoDate(year, String(month), day);
  return plain;
}

/** US order of day and month, as the shop's customers write it; nothing when there is no such day. */
export function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const fullYear = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  if (!isDay(Number(month), Number(day))) return undefined;
  return `${fullYear}-${String(Number(month)).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`;
}

/** `mar 14`; nothing when there is no such day. */
export function shortDate(month: string | undefined, day: string | undefined): string | undefined {
  const name = MONTHS[Number(month) - 1];
  return name !== undefined && isDay(Number(month), Number(day)) ? `${name} ${Number(day)}` : undefined;
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const CODE_BEFORE =
  /(?:\b(?:code|passcode|otp|pin)\b[^\d]{0,24}|^\s*(?:it\s*is|its|it['’]s|here(?:\s+(?:it\s+is|you\s+go))?|ok|okay|yes|sure|the)?[\s,:.!–-]*)$/i;
const OTHER_CODE = /\b(?:zip|postal|post|promo|discount|coupon|voucher|area|gift|order|purchase|ticket)\b[^\d]{0,24}$/i;

/** Six digits count as a one-time code when they stand alone or behind the word; a ZIP or promotion code does not. */
export function codeOf(match: RegExpExecArray, text: string): string | undefined {
  const before = text.slice(Math.max(0, match.index - 48), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
  if (OTHER_CODE.test(before) || !/^\d(?:[\s-]?\d){5}$/.test(match[0]) || /\d\s\d\d?\s\d{3}/.test(match[0])) return undefined;
  const standsAlone = CODE_BEFORE.test(before) || /^\s*(?:is|was)\s+(?:the|my)\s+(?:code|pin)\b/i.test(after);
  const nothingFollows = /\bcode|otp|pin\b/i.test(before) || /^[\s.!,]*(?:$|\n|(?:is|was)\b|thanks|thank)/i.test(after);
  return standsAlone && nothingFollows ? match[0].replace(/\D/g, '') : undefined;
}
