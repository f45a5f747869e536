import { isStopWord, stemOf, wordsOf } from '../../domain/text/words.ts';

/** Words of support that say the same in a rule; the first stands for all. Each word belongs to one group. */
const GROUPS: readonly string[] = [
  'ask request apply demand',
  'flight fly flying flights',
  'travel trip journey travelled travelling',
  'begin start commence begun began restart',
  'buy purchase bought',
  'phone call calls phones telephone',
  'send ship dispatch sent mail shipped',
  'deliver delivery delivered',
  'return back',
  'refund reimburse reimbursement',
  'cancel cancellation call-off cancelled canceled',
  'change alter modify amend',
  'keep store hold kept stored',
  'end finish over stop ends',
  'allow permit permitted allowed',
  'need require must necessary required',
  'valid validity',
  'cover protect covered',
  'get receive',
  'give hand given',
  'swap exchange',
  'repair fix mend',
  'defect fault faulty defective',
  'broken damaged damage',
  'parcel package box',
  'quote quoted',
  'try trial tried test-drive',
  'subscribe subscription',
  'member membership',
  'register registration enrol',
  'leave left depart departure departs',
  'collect pickup collection',
  'replace replacement replaced',
  'renew extension extend',
  'lose lost missing',
  'job position vacancy',
  'answer reply respond',
  'person somebody someone people',
  'everyone everybody all everything every',
  'pay paid payment charge charged cost costs fee due owed price free bill billed',
  'reduce discount reduction cheaper off less',
  'borrow rent lend rental hire',
  'live reside',
  'heavy heavier weigh weighs weight',
  'withdraw withdrawal',
  'measure read reading readings',
  'drain drains',
  'assign given-seat',
  'child children kid kids',
  'show display shown',
  'attend visit',
  'guarantee warranty guaranteed',
  'restore recover',
  'pet animal',
  'bicycle bike',
  'car vehicle',
  'fridge refrigerator',
  'pause freeze frozen',
  'old original originally',
  'home there house',
  'immediate immediately once right-away',
  'liable liability responsible',
  'instruction manual',
  'email mail e-mail',
  'small little tiny',
  'large big',
  'new fresh',
  'near nearby close-by',
  'quick fast rapid',
  'remove delete erase',
  'confirm confirmation',
  'reserve book reservation',
  'doctor physician',
  'noon midday',
  'spare replacement-part',
  'courier driver carrier',
  'combine stack',
  'postpone move moved',
  'contract agreement',
  'letter post',
  'document certificate prove proof evidence',
];

const MEANINGS: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => {
    const [first = '', ...others] = group.split(' ').map(stemOf);
    return [first, ...others].map((stem): [string, string] => [stem, first]);
  }),
);

/** Phrases that mean one word. */
const PHRASES: readonly (readonly [said: RegExp, meant: string])[] = [
  [
    /\b(?:(?:send|give|pay|get|transfer|want|have)\w*\s+(?:\w+\s+){0,3})?money\s+back\b|\b(?:send|pay|transfer)\w*\s+(?:the\s+|your\s+)?money\s+back\b/gi,
    'refund',
  ],
  [/\bbring(?:s|ing)?\s+back\b/gi, 'restore'],
  [/\b(?:send|take|give)(?:s|ing)?\s+(?:\w+\s+){0,2}back\b/gi, 'return'],
  [/\b(?:pick(?:s|ed)?|picking)\s+(?:\w+\s+)?up\b|\bpick-?ups?\b/gi, 'collect'],
  [/\bright\s+away\b|\bat\s+once\b|\bas\s+soon\s+as\b/gi, 'immediate'],
  [/\bsign(?:ed|s)?[\s-]?up\b/gi, 'register'],
];

/** Deny or count and name nothing; what they do is read from the sentence (polarity.ts, claims.ts). */
const EMPTY: ReadonlySet<string> = new Set(
  'one nobody nothing none never without neither cannot anything something sure please also either even still already exactly simply twice unless except within since away own later arent isnt wasnt dont doesnt didnt cant couldnt wont wouldnt hasnt havent shouldnt neednt youll youre youve weve well were theyre theres its thats'
    .split(' ')
    .map(stemOf),
);

/** The stems of a text in order, words that mean the same under one name. */
export function meaningsOf(text: string): string[] {
  return wordsOf(PHRASES.reduce((rest, [said, meant]) => rest.replace(said, ` ${meant} `), text)).flatMap((word) => {
    if (isStopWord(word)) return [];
    const stem = stemOf(word);
    return EMPTY.has(stem) ? [] : [MEANINGS.get(stem) ?? stem];
  });
}

/** Stand in sentences about anything: neither their presence nor their absence tells which rule is meant. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'get give take make use have need must come go put let want possible able would like please also then still usually about way thing case time part day days hour week month year ' +
    'business working calendar one two three begin end available work know tell say look find see everyone person valid made sure let arrive arrival reach soon right various morning afternoon'
  )
    .split(' ')
    .map((word) => MEANINGS.get(stemOf(word)) ?? stemOf(word)),
);

/** Whether a stem tells what a sentence is about. */
export const isTelling = (stem: string): boolean => !GENERIC.has(stem) && !/^\d/.test(stem) && stem.length > 1;
