import type { Entity } from '../../domain/classification.ts';
import type { ValueWords } from '../languages/language.ts';
import { fold } from '../languages/pattern.ts';
import { codePointOffsets } from './code-points.ts';
import { amountOf, codeOf, dateOf } from './entity-values.ts';
import { languageEntityRules } from './language-entities.ts';
import { orderIdForms, type OrderIdForms } from './order-ids.ts';

/** Longest text that is searched, in UTF-16 units; patterns below are linear, this bounds the work as well. */
const LONGEST_TEXT = 20_000;

interface EntityRule {
  /** Without a type the span is only taken: nothing else is found within it. */
  readonly type: string | undefined;
  readonly pattern: RegExp;
  /** The normal form, or nothing when the match is something else after all. */
  value(match: RegExpExecArray, text: string): string | undefined;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple(?: of)?|(?:a )?few)';
const BEFORE_DAY = '(?:on|since|by|until|till|before|after|from)';
const DATE = new RegExp(
  [
    '\\b\\d{4}-\\d{2}-\\d{2}\\b',
    '\\b\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?\\b(?!\\/)',
    '\\b\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})?(?!\\d)',
    `\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:,?\\s+\\d{4})?`,
    `\\b${COUNT}\\s+(?:days?|weeks?|months?|years?)\\s+(?:ago|from now)\\b`,
    `\\bin ${COUNT}\\s+(?:days?|weeks?|months?|years?)\\b(?!\\s+(?:time)?\\s*(?:of|old))`,
    '\\b(?:a\\s+)?fortnight ago\\b',
    `\\b(?:last|next|this|past)\\s+(?:${WEEKDAY}|week|month|year|weekend)\\b`,
    '\\b(?:the )?day (?:before yesterday|after tomorrow)\\b',
    '\\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\\b',
    `\\b(?:${BEFORE_DAY}\\s+)?${WEEKDAY}s?\\b`,
    `\\b${BEFORE_DAY}\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)\\b(?!\\s+(?:time|floor|order|one|item|day|try|attempt|street|avenue|message|e-?mail|call))(?:\\s+of\\s+(?:last|this|next)\\s+month)?`,
    '\\bthe\\s+\\d{1,2}(?:st|nd|rd|th)\\s+of\\s+(?:last|this|next)\\s+month\\b',
  ].join('|'),
  'giu',
);

const NUMBER_WORD = '(?:number|num|no\\.?|nr\\.?|id|#|:|is|was)';
const GENERAL_RULES: readonly EntityRule[] = [
  { type: 'email', pattern: /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu, value: (match) => match[0].toLowerCase() },
  { type: undefined, pattern: /\bhttps?:\/\/\S{1,500}/giu, value: () => '' },
  { type: 'ticket_number', pattern: /\bT[-\s]?(\d{4,7})\b/giu, value: (match) => `T-${match[1]}` },
  {
    type: 'ticket_number',
    pattern: new RegExp(`\\b(?:ticket|case|reference|ref)\\b\\s*(?:${NUMBER_WORD}\\s*){0,3}#?\\s?(\\d{4,7})\\b`, 'giu'),
    value: (match) => `T-${match[1]}`,
  },
];
const LATER_RULES: readonly EntityRule[] = [
  {
    type: 'amount',
    pattern:
      /(?:US\$|C\$|A\$|[$€£]|\b(?:USD|EUR|GBP|CAD|AUD|CHF)\s?)\s?\d{1,9}(?:[.,]\d{3})*(?:[.,]\d{1,2})?(?![\d])|\b\d{1,9}(?:[.,]\d{3})*(?:[.,]\d{1,2})?\s?(?:(?:US|Canadian|Australian)\s)?(?:dollars?|bucks?|usd|euros?|eur|gbp|quid|pounds sterling|cad|aud|chf|cents|[$€£])(?![\p{L}\d])/giu,
    value: (match) => amountOf(match[0]),
  },
  { type: 'date', pattern: DATE, value: (match) => dateOf(match[0]) },
  {
    type: 'phone',
    pattern:
      /(?<![\w.])(?:\+\d{1,3}[-.\s]?(?:\(?\d{1,4}\)?[-.\s]?){2,5}\d{2,4}|(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.\s])\d{3}[-.\s]\d{4})(?![\w])/giu,
    value: (match) => {
      const digits = match[0].replace(/\D/g, '');
      if (digits.length < 8 || digits.length > 15) return undefined;
      return match[0].startsWith('+') ? `+${digits}` : digits;
    },
  },
  {
    type: 'phone',
    pattern: /\b(?:phone|mobile|cell|call(?: me)?|text me|reach me)(?:\s+(?:number|no|on|at|is|under|now|:))*:?\s+(\d{10,11})\b/giu,
    value: (match) => match[1],
  },
  { type: 'code', pattern: /(?<![\d-])\d(?:[\s-]?\d){5}(?![\d-])/gu, value: (match, text) => codeOf(match, text) },
];

/**
 * Finds order ids, ticket numbers, addresses, phone numbers, amounts, dates and codes, in the order of the text.
 * `values`: how another language than English writes amounts and dates. What stands first in the tables wins a span, so that a price or a ZIP is never an order.
 */
export function findEntities(text: string, orderIdPattern: string, values?: ValueWords): Entity[] {
  const folded = foldDigits(text.slice(0, LONGEST_TEXT));
  const found: Span[] = [];
  const taken = new Uint8Array(folded.length);
  const forms = orderFormsFor(orderIdPattern);
  for (const rule of [...GENERAL_RULES, ...forms.certain]) collect(rule, folded, found, taken);
  if (values) {
    const plain = fold(folded);
    for (const rule of languageEntityRules(values)) collect(rule, plain, found, taken, rule.type === 'phone');
  }
  for (const rule of [...LATER_RULES, ...forms.loose]) collect(rule, folded, found, taken);
  const points = codePointOffsets(text);
  return found
    .filter((span) => span.type !== undefined)
    .sort((left, right) => left.start - right.start)
    .map((span) => ({
      type: span.type ?? '',
      text: text.slice(span.start, span.end),
      start: points(span.start),
      end: points(span.end),
      value: span.value,
    }));
}

interface Span {
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Where a rule has a group and `onlyGroup`, the group is the entity and the rest is only its surroundings. */
function collect(rule: EntityRule, text: string, found: Span[], taken: Uint8Array, onlyGroup = rule.type !== 'ticket_number'): void {
  for (const match of text.matchAll(rule.pattern)) {
    const value = rule.value(match, text);
    if (value === undefined) continue;
    const inner = onlyGroup ? (match[1] ?? match[0]) : match[0];
    const start = match.index + match[0].lastIndexOf(inner);
    const end = start + inner.trimEnd().length;
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    found.push({ type: rule.type, start, end, value });
  }
}

const known = new Map<string, OrderIdForms>();

function orderFormsFor(pattern: string): OrderIdForms {
  const forms = known.get(pattern) ?? orderIdForms(pattern);
  known.set(pattern, forms);
  return forms;
}

/** First code points of the digit blocks that customers' keyboards produce, besides ASCII. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** Digits of other scripts and full-width letters become ASCII, one unit for one unit, so that offsets stay. */
function foldDigits(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const code = letter.charCodeAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    if (zero !== undefined) return String(code - zero);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter;
  });
}
