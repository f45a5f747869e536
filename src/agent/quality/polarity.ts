import { isTelling, meaningsOf } from './meanings.ts';
import { VERB } from './verbs.ts';

/** What a clause says yes or no to. */
export interface Polarity {
  readonly negative: boolean;
  /** Stems of what it does without: against a clause with them this is one more denial. */
  readonly without: ReadonlySet<string>;
  /** The side it takes in each pair of opposites, where it takes one. */
  readonly sides: ReadonlyMap<string, 1 | -1>;
}

/** An odd number of these denies. */
const NEGATORS =
  /\b(?:not|never|no|none|cannot|neither|nor|unable|nothing|nobody|nowhere|non|too\s+late\s+to|stop(?:s|ped)?\s+(?:the|your|an?|it|this|\w+ing)|must\s+stay\s+(?:at\s+home|away)|banned|excluded|exempt|excepted|left\s+out|impossible|invalid|unavailable|forbidden|prohibited|refuse[sd]?|reject(?:s|ed)?|any(?:body|one|thing)\s+but)\b|\b\w+n['’]t\b|\bnon-/gi;
/** What follows `without` up to the verb of its clause. */
const WITHOUT = new RegExp(
  String.raw`\b(?:without|outside(?:\s+of)?\s+(?:the|our|your|its|their|this))\s+((?:(?!(?:${VERB})\b)[^\s,.;]+\s*){1,4})`,
  'i',
);
/** To wait before something is not to do it until then. */
const WAITS = /\bwaits?\b(.{0,60}?)\b(?:before|until)\b/i;
/** Hold a negator and deny nothing. */
const HARMLESS =
  /\bno\s+(?:later|more|less|fewer|earlier|sooner)\s+than\b|\bnot\s+only\b|\bno\s+(?:problem|worries)\b|\bwhether\s+or\s+not\b|\bif\s+not\b|\bno\s+longer\s+than\b/gi;
/** "Costs nothing" in its wordings. It is one side of a pair, so its negator is not counted again. */
const FREE =
  /\b(?:included|part\s+of\s+the\s+price|free\s+of\s+charge|for\s+free|at\s+no\s+(?:extra\s+)?(?:cost|charge)|without\s+(?:any\s+)?(?:extra\s+)?(?:charge|cost|fees?|payment)|(?:doesn['’]t|does\s+not|don['’]t|do\s+not)\s+(?:cost|pay|charge)\s+(?:you\s+)?(?:anything|a\s+thing|a\s+cent)|(?:don['’]t|do\s+not|doesn['’]t|does\s+not|needn['’]t|won['’]t|never)\s+(?:have\s+to\s+|need\s+to\s+)?pay(?!\s+(?:more|extra|late|in|by|with|until|before|out|back))|(?:pay|pays|costs?|charged?)\s+(?:you\s+)?(?:nothing|no\s+\w*\s*(?:fee|charge|cost)s?)|(?:you\s+)?(?:are\s+)?owed\s+nothing|nothing\s+(?:is|will\s+be)\s+(?:owed|charged|due)|no\s+(?:\w+\s+)?(?:fee|charge|cost)s?(?:\s+(?:is|are|will\s+be))?(?:\s+(?:charged|due|added))?|(?:is|are|will\s+be)\s+(?:not|never)\s+(?:charged|billed)|(?:isn|aren)['’]t\s+(?:charged|billed)|there\s+is\s+no\s+(?:charge|fee)|on\s+(?:us|the\s+house)(?=\s*[.,;!]|$)|(?:for\s+)?(?<!feel\s)free(?!\s+(?:space|of\s+(?!charge)|to\b|time|trial|up\b)))\b/gi;
const NAMES_FREE = /\bfree\b|\bno\s+(?:\w+\s+)?(?:charge|cost|fee)|\bnothing\b/i;
const PAID =
  /\b(?:half\s+(?:the\s+)?price|fined|billed|(?:pays?|paid)(?!\s+(?:out|back))|costs?|charged?|charges|fees?|surcharge|due|owed|extra)\b|[$€£]\s?\d|\bCHF\s?\d/i;

type Opposites = readonly [name: string, one: RegExp, other: RegExp];

/** A clause that holds one side stands against a clause that holds the other, all else equal. */
const OPPOSITES: readonly Opposites[] = [
  ['open', /\bopen\b/i, /\bclosed\b/i],
  ['gate', /\bopens\b/i, /\bcloses\b/i],
  ['inside', /\binside\b/i, /\boutside\b/i],
  [
    'order',
    /\b(?:before|ahead|until|till|in\s+advance|prior\s+to|beforehand)\b/i,
    /\b(?:after(?!\s+(?:that|this|which|it)\b)|afterwards|following)\b|\bonce\s+(?:the|your|you|it|we|that|this|travel\w*)\b/i,
  ],
  [
    'bound',
    /\b(?:(?<!no\s)(?:more|longer|older|larger|bigger|heavier|higher|later)\s+than|at\s+least|minimum|exceed\w*|no\s+less\s+than)\b|\b(?:over|above|beyond|from)\s+(?:[$€£]?\d|that\b|the\s+(?:\w+th|first|second|third)\b)|\b(?:any|every)thing\s+(?:above|over)\b|\d\s+(?:\w+\s+)?(?:or|and)\s+(?:more|over|above|older)\b/i,
    /\b(?:(?<!no\s)(?:less|fewer|shorter|younger|smaller|lighter|lower|earlier)\s+than|at\s+most|maximum|no\s+more\s+than|no\s+longer\s+than|up\s+to)\b|\b(?:under|below)\s+(?:[$€£]?\d|that\b)|\d\s+(?:\w+\s+)?(?:or|and)\s+(?:less|under|fewer|younger)\b/i,
  ],
  ['doer', /\b(?:if|when|that)\s+we\b|\bby\s+us\b/i, /\b(?:if|when|that)\s+you\b|\bby\s+you\b/i],
  ['duty', /\b(?:required|must|needed|necessary|compulsory|mandatory|obligatory|has\s+to|have\s+to)\b/i, /\b(?:optional|voluntary)\b/i],
  [
    'rise',
    /\d\s*%\s+(?:more|extra)|\b(?:higher|increased?|more\s+expensive)\b/i,
    /\d\s*%\s+(?:less|off|cheaper)|\b(?:lower(?:s|ed)?|decreased?|cheaper)\b/i,
  ],
  [
    'last',
    /\b(?:continues?|goes\s+on|remains?|stays?|(?:is|are)\s+kept)\b/i,
    /\b(?:(?<!the\s)ends?|expires?|lapses?|is\s+lost|(?:deleted|removed|erased)(?!\s+after))\b/i,
  ],
  ['edge', /\b(?:begins?|starts?)\b/i, /\b(?:(?<!the\s)ends?|finish(?:es)?)\b/i],
  ['age', /\badults?\b/i, /\b(?:minors?)\b/i],
  [
    'back',
    /\b(?:gets?|gives?|given|pays?|paid|have|has|hand(?:s|ed)?)\s+(?:\S+\s+){0,3}back\b|\b(?:refunded|returned|reimbursed)\b/i,
    /\b(?:is|are|be)\s+(?:kept|lost|forfeited|retained)\b|\b(?:loses?|forfeits?)\b/i,
  ],
  ['permit', /\b(?:allowed|permitted|welcome)\b/i, /\bfined\b|\bfine\s+(?:of|for)\b/i],
  ['accept', /\baccept(?:s|ed)?\b/i, /\bdecline[sd]?\b/i],
];

/** Reads which way a clause goes. */
export function polarityOf(sentence: string): Polarity {
  const text = sentence.replace(WAITS, ' cannot$1 ');
  const sides = new Map<string, 1 | -1>();
  const unpaid = text.replace(FREE, ' ');
  const paid = PAID.test(unpaid.replace(/\bextra\b/gi, unpaid === text ? 'extra' : ' '));
  if (paid !== (unpaid !== text)) sides.set('pay', paid ? 1 : -1);
  for (const [name, one, other] of OPPOSITES) {
    const [first, second] = [one.test(text), other.test(text)];
    if (first !== second) sides.set(name, first ? 1 : -1);
  }
  return { negative: countNegators(unpaid) % 2 === 1, without: new Set(meaningsOf(WITHOUT.exec(unpaid)?.[1] ?? '')), sides };
}

const countNegators = (text: string): number => (text.replace(HARMLESS, ' ').match(NEGATORS) ?? []).length;

/** Whether a text says in so many words that something costs nothing. */
export const namesFree = (text: string): boolean => NAMES_FREE.test(text);

/** A clause as far as its yes or no is concerned. */
export interface Polar {
  readonly polarity: Polarity;
  readonly stems: ReadonlySet<string>;
}

/** Whether two clauses about the same thing say the opposite: an odd number of differences between them. */
export function isOpposed(claim: Polar, source: Polar): boolean {
  let differences = claim.polarity.negative === source.polarity.negative ? 0 : 1;
  for (const [name, side] of claim.polarity.sides) {
    const other = source.polarity.sides.get(name);
    if (other !== undefined && other !== side) differences++;
  }
  if (shares(claim.polarity.without, source.stems)) differences++;
  if (shares(source.polarity.without, claim.stems)) differences++;
  return differences % 2 === 1;
}

const shares = (without: ReadonlySet<string>, stems: ReadonlySet<string>): boolean =>
  [...without].some((stem) => isTelling(stem) && stems.has(stem));

/** Words of one text that stand in the other with `un-` or `non-` before them, such as worn and unworn. */
export function hasUndoneWord(claim: string, source: string): boolean {
  const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/g) ?? []);
  const [left, right] = [words(claim), words(source)];
  const undoes = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
    [...some].some((word) => {
      const root = /^(?:un|non-?|in|im)(?=[a-z]{4})(.+)$/.exec(word)?.[1];
      return root !== undefined && others.has(root) && !some.has(root) && !others.has(word);
    });
  return undoes(left, right) || undoes(right, left);
}
