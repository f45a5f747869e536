export interface Synonym {
  readonly said: RegExp;
  readonly meant: readonly string[];
  /** How well a text with `meant` answers a question with `said`: 0.85 for the same thing, less for the wider subject. */
  readonly strength: number;
}

const SAME = 0.85;
const WIDER = 0.4;

/**
 * What customers call things, beside what articles call them. A phrase on the left is also looked for as the words on
 * the right. One direction each, so that a precise word is never watered down by a vague one.
 */
const TABLE: readonly (readonly [said: RegExp, meant: readonly string[], strength?: number])[] = [
  [/\bmoney\s*back\b|\breimburse\w*|\bget\s+(?:my|the)\s+(?:money|cash)\b|\bcredited\s+back\b/i, ['refund']],
  [/\b(?:send|sending|give|giving|bring|bringing|take|mail|mailing)\s+(?:\w+\s+){0,3}back\b/i, ['return']],
  [/\bswap\w*|\bdifferent\s+(?:size|colou?r)\b|\b(?:wrong|another|other|bigger|smaller|larger)\s+size\b/i, ['exchange', 'size'], 0.7],
  [/\b(?:broken|faulty|torn|ripped|cracked|busted|defect\w*|malfunction\w*|damag\w*)\b/i, ['damaged', 'defective']],
  [/\b(?:doesn['’]?t|not|won['’]?t|stopped)\s+work\w*/i, ['work', 'defective'], WIDER],
  [/\bwrong\s+(?:item|thing|product|order|one)\b|\bnot\s+what\s+i\s+ordered\b/i, ['wrong', 'item']],
  [/\b(?:parcel|package|box)\b/i, ['package', 'parcel', 'order']],
  [/\b(?:ship|ships|shipping|shipped|deliver\w*|dispatch\w*|postage)\b/i, ['shipping', 'delivery']],
  [/\b(?:arriv\w*|get\s+here|show\s+up|come)\b/i, ['delivery', 'arrive']],
  [/\b(?:two|2|multi)[\s-]*factor\b|\b2fa\b|\btwo[\s-]*step\b/i, ['two-step', 'sign-in']],
  [/\b(?:hiring|vacanc\w*|job|jobs|career|careers|work\s+for\s+you|apply\s+for)\b/i, ['jobs']],
  [/\b(?:rent|rents|renting|rental|hire|lend|borrow)\b/i, ['rental', 'rent']],
  [/\bprice[\s-]*match\w*/i, ['price', 'match', 'adjustment']],
  [/\bhow\s+much\b|\b(?:price|prices|pricey|fee|fees|charge|charges|cost|costs|expensive|rate|rates)\b/i, ['cost']],
  [/\b(?:log|sign)(?:ging|ging)?[\s-]*(?:in|into|on)\b|\blogin\b/i, ['sign', 'password', 'account'], 0.6],
  [/\b(?:forgot\w*|forgotten|lost|reset\w*|change)\s+(?:my\s+|the\s+)?(?:password|pw|passcode)\b/i, ['reset', 'password']],
  [/\b(?:promo|promotion|promotional|coupon|voucher|discount|sale)\b/i, ['discount', 'code'], 0.7],
  [/\bguarantee\w*/i, ['warranty']],
  [/\b(?:receipt|bill)\b/i, ['invoice', 'receipt']],
  [/\b(?:unsubscribe|opt\s*out|mailing\s+list|stop\s+(?:\w+\s+){0,2}emails?|spam)\b/i, ['newsletter', 'unsubscribe']],
  [
    /\b(?:never\s+(?:came|arrived|showed|got)|not\s+(?:arrived|received)|hasn['’]?t\s+(?:arrived|come)|didn['’]?t\s+(?:arrive|come|get)|went\s+missing|missing)\b/i,
    ['lost', 'missing', 'arrive'],
    0.7,
  ],
  [
    /\b(?:overseas|abroad|international\w*|another\s+country|europe|mexico|outside\s+(?:of\s+)?the\s+(?:us|states))\b/i,
    ['international', 'country', 'countries'],
  ],
  [/\b(?:phone|call|reach|talk\s+to|speak\s+to|get\s+in\s+touch)\b/i, ['contact', 'reach'], WIDER],
  [/\b(?:opening|open|hours|closed|close\s+(?:today|tonight))\b/i, ['hours', 'Monday', 'Friday']],
  [/\b(?:shop|store|stores|shops|showroom|in\s+person)\b/i, ['store']],
  [/\b(?:fit|fits|sizing|measure\w*)\b/i, ['size', 'sizing'], 0.6],
  [/\b(?:wash|washing|clean|cleaning|laundry|launder)\b/i, ['care', 'wash', 'clean'], 0.8],
  [
    /\b(?:apple\s*pay|google\s*pay|paypal|credit\s+card|debit|visa|mastercard|amex|klarna|afterpay|installments?)\b/i,
    ['payment', 'pay'],
    WIDER,
  ],
  [/\b(?:sold\s+out|in\s+stock|out\s+of\s+stock|restock\w*|back\s+in|availab\w*)\b/i, ['stock'], 0.7],
  [/\b(?:close|closing|delete|deleting|erase|remove)\s+(?:my\s+|the\s+)?(?:account|profile|data)\b/i, ['delete', 'account']],
  [/\b(?:repair\w*|fix\w*|mend\w*)\b/i, ['repair', 'warranty'], 0.7],
  [/\bwaterproof\w*|\brainproof\b|\bwater\s+resistan\w*/i, ['waterproof']],
  [/\b(?:exp(?:ires?|iry|iration)|run\s+out|still\s+good)\b/i, ['expire']],
  [/\b(?:cancel\w*|call\s+off|take\s+back\s+my\s+order)\b/i, ['cancel']],
];

export const SYNONYMS: readonly Synonym[] = TABLE.map(([said, meant, strength = SAME]) => ({ said, meant, strength }));
