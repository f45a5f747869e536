/**
 * What customers call things, beside what articles call them. A phrase on the left is also looked for as the words on
 * the right. One direction each, so that a precise word is never watered down by a vague one.
 */
export const SYNONYMS: readonly (readonly [said: RegExp, meant: readonly string[]])[] = [
  [/\bmoney\s*back\b|\breimburse\w*|\bget\s+(?:my|the)\s+(?:money|cash)\b|\bcredited\s+back\b/i, ['refund']],
  [/\b(?:send|sending|give|giving|bring|bringing|take|mail|mailing)\s+(?:\w+\s+){0,3}back\b/i, ['return']],
  [/\bswap\w*|\bdifferent\s+(?:size|colou?r)\b|\b(?:wrong|another|other|bigger|smaller|larger)\s+size\b/i, ['exchange', 'size']],
  [/\b(?:broken|faulty|torn|ripped|cracked|busted|defect\w*|malfunction\w*|damag\w*)\b|\b(?:doesn['’]?t|not|won['’]?t|stopped)\s+work\w*/i, ['damaged', 'defective']],
  [/\bwrong\s+(?:item|thing|product|order|one)\b|\bnot\s+what\s+i\s+ordered\b/i, ['wrong', 'item']],
  [/\b(?:parcel|package|box)\b/i, ['package', 'parcel', 'order']],
  [/\b(?:ship|ships|shipping|shipped|deliver\w*|dispatch\w*|postage)\b/i, ['shipping', 'delivery']],
  [/\b(?:arriv\w*|get\s+here|show\s+up|come)\b/i, ['delivery', 'arrive']],
  [/\bhow\s+much\b|\b(?:price|prices|pricey|fee|fees|charge|charges|cost|costs|expensive|rate|rates)\b/i, ['cost']],
  [/\b(?:log|sign)(?:ging|ging)?[\s-]*(?:in|into|on)\b|\blogin\b/i, ['sign', 'password', 'account']],
  [/\b(?:forgot\w*|forgotten|lost|reset\w*|change)\s+(?:my\s+|the\s+)?(?:password|pw|passcode)\b/i, ['reset', 'password']],
  [/\b(?:promo|promotion|promotional|coupon|voucher|discount|sale)\b/i, ['discount', 'code']],
  [/\bguarantee\w*/i, ['warranty']],
  [/\b(?:receipt|bill)\b/i, ['invoice', 'receipt']],
  [/\b(?:unsubscribe|opt\s*out|mailing\s+list|stop\s+(?:\w+\s+){0,2}emails?|spam)\b/i, ['newsletter', 'unsubscribe']],
  [/\b(?:never\s+(?:came|arrived|showed|got)|not\s+(?:arrived|received)|hasn['’]?t\s+(?:arrived|come)|didn['’]?t\s+(?:arrive|come|get)|went\s+missing|missing)\b/i, ['lost', 'missing', 'delivery']],
  [/\b(?:overseas|abroad|international\w*|another\s+country|europe|mexico|outside\s+(?:of\s+)?the\s+(?:us|states))\b/i, ['international', 'country']],
  [/\b(?:phone|call|reach|talk\s+to|speak\s+to|get\s+in\s+touch|opening|open|hours)\b/i, ['contact', 'hours']],
  [/\b(?:shop|store|stores|shops|showroom|in\s+person)\b/i, ['store']],
  [/\b(?:fit|fits|sizing|measure\w*)\b/i, ['size', 'sizing']],
  [/\b(?:wash|washing|clean|cleaning|laundry|launder)\b/i, ['care', 'wash', 'clean']],
  [/\b(?:apple\s*pay|google\s*pay|paypal|credit\s+card|debit|visa|mastercard|amex|klarna|afterpay|installments?)\b/i, ['payment', 'pay']],
  [/\b(?:sold\s+out|in\s+stock|out\s+of\s+stock|restock\w*|back\s+in|availab\w*)\b/i, ['stock']],
  [/\b(?:close|closing|delete|deleting|erase|remove)\s+(?:my\s+|the\s+)?(?:account|profile|data)\b/i, ['delete', 'account']],
  [/\b(?:repair\w*|fix\w*|mend\w*)\b/i, ['repair', 'warranty']],
  [/\bwaterproof\w*|\brainproof\b|\bwater\s+resistan\w*/i, ['waterproof']],
  [/\b(?:exp(?:ires?|iry|iration)|run\s+out|still\s+good)\b/i, ['expire']],
  [/\b(?:cancel\w*|call\s+off|take\s+back\s+my\s+order)\b/i, ['cancel']],
];
