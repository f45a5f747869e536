/** Which way a clause goes: what it says yes or no to, and on which side of common opposites it stands. */
export interface Direction {
  /** An odd number of words such as `not` and `nobody`. */
  readonly negative: boolean;
  /** Words that deny without such a word: `banned`, `lost`, `without`. */
  readonly denials: number;
  /** 1 when it costs nothing, -1 when it is paid for, 0 when it says neither, or both. */
  readonly free: 1 | -1 | 0;
  /** The side in each matter that a `not` turns round, negation counted in: to get back, to be covered, … */
  readonly matters: ReadonlyMap<string, 1 | -1>;
  /** The side in each pair of opposites as it stands: before or after, inside or outside, … */
  readonly opposites: ReadonlyMap<string, 1 | -1>;
}

/** Alternatives of words; a space stands for any, an apostrophe for either kind. */
const words = (alternatives: string, flags = 'i'): RegExp =>
  new RegExp(`\\b(?:${alternatives.replaceAll(' ', '\\s+').replaceAll("'", "['’]")})\\b`, flags);

const NEGATORS = words(
  String.raw`not|never|no|none|cannot|neither|unable|nothing|nobody|nowhere|hardly|too late to|no one|\w+n't|non-`,
  'gi',
);
/** Hold a negator and deny nothing. */
const HARMLESS = words(
  String.raw`no (?:later|more|less|fewer|earlier|sooner|longer) than|not only|no (?:problem|worries|matter)|whether or not|if not|no(?:body|thing) but|not happy|don't (?:worry|forget)|without delay`,
  'gi',
);
const DENIALS = words(
  String.raw`forbidden|prohibited|ban(?:s|ned)?|barred|exclud(?:e[sd]?|ing)|exempt|excepted|left out|off limits|impossible|invalid|unavailable|refuse[sd]?|reject(?:s|ed)?|decline[sd]?|den(?:y|ies|ied)|los(?:t|es?|ing)|forfeit\w*|expire[sd]?|lapse[sd]?|gone|erased?|deleted?|disposed|thrown?|stop(?:s|ped)?|void(?:s|ed)?|voluntary|optional|blocked|locked|without|outside|beyond|instead|rather|apart|hands off|stay away|stay at home|missing|skip|miss(?:es|ed)?|overwritten|closed|shut|cancell?ed|called off|illegal|fail(?:s|ed)?|lacks?|leave (?:at|out)|ignore|un(?:limited|able|used|paid|changed|opened|worn|damaged)`,
  'gi',
);

const NO_COST = String.raw`(?:any )?(?:extra |additional )?(?:charge|cost|fees?|payment|surcharge)`;
const DOES_NOT = String.raw`(?:doesn't|does not|don't|do not|won't|will not|needn't|need not|never) (?:have to |need to )?(?:be )?`;
/** "Costs nothing" in its wordings; their negators are not counted again. */
const FREE = words(
  [
    String.raw`free of charge|for (?:free|nothing)|at no (?:extra |additional )?(?:cost|charge)|complimentary|on (?:us|the house)`,
    String.raw`without (?:${NO_COST}|paying(?: (?:extra|anything|a thing))?)`,
    String.raw`${DOES_NOT}(?:cost|pay|charge|set) (?:you )?(?:back )?(?:anything|a thing|a cent|extra)(?: extra)?`,
    String.raw`${DOES_NOT}(?:pay|paid|cost|charged?|billed|fined)(?! (?:more|late|in|by|with|until|before|out|back))`,
    String.raw`(?:pay|pays|cost|costs|costing|charged?|take) (?:you )?(?:nothing|no (?:\w+ )?(?:money|fee|charge|cost|surcharge|shipping|admission)s?)`,
    String.raw`owed nothing|nothing (?:is|will be) (?:owed|charged|due)`,
    String.raw`no (?:\w+ )?(?:fee|charge|cost|surcharge)s?(?: (?:is|are|will be))?(?: (?:charged|due|added))?`,
    String.raw`(?:is|are|will be|be) (?:not|never) (?:be )?(?:charged|billed|fined)|(?:isn|aren|won)'t (?:be )?(?:charged|billed|fined)`,
    String.raw`(?:at|on) our (?:own )?(?:expense|end|cost)|we (?:pay|cover|bear) (?:for )?(?:it|that|this|the|a)`,
    String.raw`(?<!feel )free(?! (?:space|of (?!charge)|to|time|trial|up|in)\b)`,
  ].join('|'),
  'gi',
);
const PAID = new RegExp(
  `${words('fined|billed|(?:pays?|paid|payable)(?! (?:out|back))|costs?|charged?|charges|fees?|surcharge|owe[sd]?|extra|sets? you back|at your (?:own )?expense|due').source}|[$€£]\\s?\\d`,
  'i',
);
/** Beside what is free these are no price: "free above $50". */
const EXTRA_OR_BOUND = /\bextra\b|\b(?:over|above|below|under|from|than|to|exceeding)\s+[$€£]\s?\d[\d.,]*/gi;
/** What is not paid back is paid. */
const NOT_PAID_BACK =
  /(?:\b(?:not|never|no|nothing)|n['’]t)\s+(?:\w+\s+){0,2}(?:refund\w*|reimburse\w*|paid\s+back|given\s+back|money\s+back)\b/i;

type Pair = readonly [name: string, one: RegExp, other: RegExp];

const MATTERS: readonly Pair[] = [
  [
    'back',
    words(
      String.raw`refund(?:ed|s|able|ing)?|reimburse[sd]?|credited|(?:gets?|have|give[sn]?|hand(?:ed)?|pay|paid|return(?:ed)?) (?:\S+ ){0,5}back|money back|return(?:s|ed)?|compensat\w+|ma[dk]e up|replaced?|replacement|restored?|recover(?:ed)?`,
    ),
    words(String.raw`(?:is|are|be|we) (?:kept|keep|retain(?:ed)?)|lost|loses?|forfeit\w*|gone|taken (?:back|away)|thrown? away|disposed`),
  ],
  [
    'cover',
    words(
      String.raw`includ\w+|cover(?:s|ed)?|part of|comes? with|counts?|insured|applies|apply|entitle[sd]?|eligible|on top|supported|offer(?:s|ed)?|provided?`,
    ),
    words(String.raw`exclud\w+|left out|excepted|exempt|extra|separate(?:ly)?|void(?:s|ed)?`),
  ],
  [
    'permit',
    words('allowed|permitted|may|can|welcome|possible|fine|okay|accept(?:s|ed)?|able|feel free|happy to|let|available'),
    words(
      String.raw`forbidden|banned|prohibited|off limits|barred|refused?|reject\w*|declined?|impossible|unavailable|illegal|blocked|locked out|mustn't|stay away`,
    ),
  ],
  [
    'last',
    words('continues?|goes on|remains?|stays?|kept|keeps?|valid|works?|working|runs|for ?ever|still|hold'),
    words('(?<!the )ends?|expires?|lapses?|stops?|deleted?|removed?|erased?|invalid|void|gone|over|cancell?ed|called off|closed|shut'),
  ],
  [
    'need',
    words('must|need(?:s|ed)?|required?|requires|necessary|compulsory|mandatory|obligatory|ha(?:s|ve|d) to|duty|make sure|please'),
    words('optional|voluntary'),
  ],
];

/** A word before a sum or an ordinal: "above $50", "over that". */
const BEFORE_SUM = String.raw`(?=\s(?:[$€£]?\d|that\b))`;
const OPPOSITES: readonly Pair[] = [
  ['open', words('open'), words('closed|shut')],
  ['inside', words('inside|within the'), words('outside|beyond')],
  [
    'order',
    words('before|ahead|until|till|in advance|prior to|beforehand|earlier|upfront|no later than|by the end'),
    words('after|afterwards|following (?:the|your|an?|it)|later(?! than)|once'),
  ],
  [
    'bound',
    words(
      String.raw`(?<!no )(?:more|longer|older|larger|bigger|heavier|higher|later|taller|wider) than|at least|minimum|exceed\w*|no (?:less|fewer) than|(?:over|above|beyond|from)${BEFORE_SUM}|\d (?:\w+ )?(?:or|and) (?:more|over|above|older)`,
    ),
    words(
      String.raw`(?<!no )(?:less|fewer|shorter|younger|smaller|lighter|lower|earlier|closer) than|at (?:the )?most|maximum|no (?:more|longer|later) than|up to|within|(?:under|below)${BEFORE_SUM}|\d (?:\w+ )?(?:or|and) (?:less|under|fewer|younger)`,
    ),
  ],
  ['rise', words('higher|increased?|more|extra|raised?|bigger|grow'), words('lower(?:s|ed)?|decreased?|cheaper|less|off|reduced?|smaller')],
  [
    'edge',
    words(String.raw`begin(?:s|ning)?|starts?|started|begun|first|arriv\w+`),
    words(String.raw`ends?|finish(?:es|ed)?|last|leav\w+|departure`),
  ],
  ['time', words('previous|past|last|former|old'), words('next|following|coming|new|future')],
  ['with', words('with'), words('without')],
  ['half', words('whole|full|entire|completely'), words('half|partly|pro rata|minus|less(?= [$€£])')],
  [
    'alone',
    words('alone|yourself|on your own|in person|personal'),
    words('together|accompanied|somebody else|anybody|shared?|several people|online|by (?:post|email|mail|phone)|in the mail'),
  ],
];

/** Reads which way a text goes. */
export function directionOf(text: string): Direction {
  const unpaid = text.replace(FREE, ' ');
  const namesFree = unpaid !== text;
  const plain = unpaid.replace(HARMLESS, ' ');
  const negative = count(plain, NEGATORS) % 2 === 1;
  return {
    negative,
    denials: count(plain, DENIALS),
    free: paymentOf(plain, namesFree, negative),
    matters: sidesOf(plain, MATTERS, negative ? -1 : 1),
    opposites: sidesOf(text, OPPOSITES, 1),
  };
}

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

function paymentOf(plain: string, namesFree: boolean, negative: boolean): 1 | -1 | 0 {
  if (NOT_PAID_BACK.test(plain)) return -1;
  const isPaid = PAID.test(namesFree ? plain.replace(EXTRA_OR_BOUND, '') : plain);
  if (namesFree === isPaid) return 0;
  return namesFree || negative ? 1 : -1;
}

function sidesOf(text: string, pairs: readonly Pair[], sign: 1 | -1): ReadonlyMap<string, 1 | -1> {
  const sides = new Map<string, 1 | -1>();
  for (const [name, one, other] of pairs) {
    const [first, second] = [one.test(text), other.test(text)];
    if (first !== second) sides.set(name, first === (sign === 1) ? 1 : -1);
  }
  return sides;
}

/** Names of what two readings stand on different sides of. */
export const differing = (one: ReadonlyMap<string, 1 | -1>, other: ReadonlyMap<string, 1 | -1>): readonly string[] =>
  [...one].filter(([name, side]) => other.get(name) === -side).map(([name]) => name);
