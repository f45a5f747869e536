/** The ways in which one shop's order ids are written; `certain` ones beat amounts, dates and phone numbers, `loose` ones do not. */
export interface OrderIdForms {
  readonly certain: readonly OrderIdRule[];
  readonly loose: readonly OrderIdRule[];
}

export interface OrderIdRule {
  readonly type: 'order_id';
  readonly pattern: RegExp;
  value(match: RegExpExecArray, text: string): string | undefined;
}

const ORDER_WORDS = 'orders?|ordr|purchases?|bestellung|bestellnummer|pedido|commande|ordine|bestelling|encomenda';
const NUMBER_WORDS = '(?:numbers?|numbr|num|no\\.?|nr\\.?|nummer|n[uú]mero|num[eé]ro|id|with|the|is|was|of|[#:,])';
const AFTER_ORDER_WORD = new RegExp(`\\b(?:${ORDER_WORDS})\\s*(?:${NUMBER_WORDS}\\s*){0,4}[#]?\\s?(\\d{4,20})(?![\\d.,]\\d)(?!\\w)`, 'giu');
const AFTER_HASH = /(?<![\w&])#\s?(\d{4,20})\b/gu;
const BARE = /(?<![\w.,$€£+@#/-])(\d{4,20})(?![\w@/%-]|[.,]\d)/gu;

/** An address stands around a ZIP; a unit behind a number makes it a measure. */
const ZIP_BEFORE =
  /(?:\b(?:zip|zipcode|postal|postcode|code)\b[^\d]{0,12}|\b[A-Z]{2}[\s,]{1,2}|(?:street|avenue|road|lane|drive|boulevard|st|ave|rd|ln|dr|blvd|suite|apt|box)\b[^\d]{0,40})$/;
const STREET_AFTER =
  /^\s+(?:[NSEW]\.?\s+)?[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,3}\s+(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|parkway|highway|hwy)\b/i;
const UNIT_AFTER =
  /^\s*(?:steps|miles?|km|kilometers?|meters?|feet|ft|mah|lumens?|lm|grams?|g|mm|hours?|people|times|points|stars?|reviews?|customers?|percent|degrees|calories)\b/i;

/**
 * From the configured pattern, such as `LF-\d{5}`: prefix, separator and number of digits give the loose forms
 * (`lf10002`, `LF 10002`, `#10002`, `order 10002`, `10002`), all with the value `LF-10002`. A number of another length
 * behind "order", "purchase" or "#" keeps its value as written: it is what the customer calls an order.
 */
export function orderIdForms(configured: string): OrderIdForms {
  const shape = /^\^?([A-Za-z]{1,8})([-_/ ]?)\\d\{(\d{1,2})\}\$?$/.exec(configured);
  if (shape === null) {
    const exact: OrderIdRule = {
      type: 'order_id',
      pattern: new RegExp(`(?<!\\w)(?:${configured})(?!\\w)`, 'giu'),
      value: (match) => match[0],
    };
    return { certain: [exact, rule(AFTER_ORDER_WORD, asWritten), rule(AFTER_HASH, asWritten)], loose: [] };
  }
  const [, prefix = '', separator = '', digits = ''] = shape;
  const length = Number(digits);
  const normal = (number: string) => (number.length === length ? `${prefix}${separator}${number}` : number);
  const loosePrefix = new RegExp(`(?<!\\w)${prefix.split('').join('\\s?')}\\s?[-‐-―_#.:/]?\\s?#?[\\doO]{${length}}(?!\\w)`, 'giu');
  return {
    certain: [
      {
        type: 'order_id',
        pattern: loosePrefix,
        value: (match) => `${prefix}${separator}${match[0].slice(-length).replace(/o/gi, '0')}`,
      },
      rule(AFTER_ORDER_WORD, normal),
      rule(AFTER_HASH, normal),
    ],
    loose: [
      {
        type: 'order_id',
        pattern: BARE,
        value: (match, text) => (match[0].length === length && !isMeasureOrPlace(match, text) ? normal(match[0]) : undefined),
      },
    ],
  };
}

function rule(pattern: RegExp, normal: (number: string) => string): OrderIdRule {
  return {
    type: 'order_id',
    pattern,
    value: (match, text) => (UNIT_AFTER.test(text.slice(match.index + match[0].length)) ? undefined : normal(match[1] ?? match[0])),
  };
}

function asWritten(number: string): string {
  return number;
}

function isMeasureOrPlace(match: RegExpExecArray, text: string): boolean {
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
  return ZIP_BEFORE.test(before) || STREET_AFTER.test(after) || UNIT_AFTER.test(after);
}
