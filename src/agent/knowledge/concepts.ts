import { stemOf } from '../../domain/text/words.ts';

const PLACES_IN_CANADA =
  'canadian|montr[eé]al|toronto|vancouver|ottawa|calgary|edmonton|winnipeg|halifax|qu[eé]bec|ontario|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|yukon';
const ABROAD =
  'international(?:ly)?|overseas|abroad|foreign countr(?:y|ies)|other countries|another country|outside (?:of )?(?:the )?(?:us|usa|u\\.s\\.?|united states|states|america)|worldwide|europe|the eu|germany|france|italy|spain|poland|sweden|norway|ireland|england|scotland|great britain|britain|the uk|uk|united kingdom|mexico|brazil|argentina|australia|new zealand|japan|china|india|south africa|switzerland|austria|netherlands|belgium|denmark|finland|portugal';

/**
 * What customers write, and the one word that stands for it when a question is compared with the ways it is usually
 * asked. In order: later rows see what earlier ones wrote.
 */
const TABLE: readonly (readonly [said: string, meant: string])[] = [
  ["(what|where|when|how|who|that|it|there|here)'?s", '$1 is'],
  ['wats|wuts', 'what is'],
  ['mony|mooney', 'money'],
  ['waranty|warrenty|warrantee', 'warranty'],
  ['shiping|shippin', 'shipping'],
  ['delievery|delivry|delivary', 'delivery'],
  ['adress(?:es)?', 'address'],
  ['recieve|receve', 'receive'],
  ["(?:is|are|do|does|did|has|have|can|could|would|was|wo|ai)n'?t|cannot|can not|never|without|no longer|unable", 'not'],
  [
    'no(?= (?:scan|email|e-mail|confirmation|refund|tracking|link|code|access|answer|reply|longer|phone|printer|receipt|box|account))',
    'not',
  ],
  ['ur|yr', 'your'],
  ['u', 'you'],
  ['r', 'are'],
  ['hwo', 'how'],
  ['teh', 'the'],
  ['tiem|tme', 'time'],
  ['wen', 'when'],
  ['(?:at|in|on|from|with|by|of) (?:your|the|this) (?:online )?(?:shop|store|site|web ?site|web page|company|end|warehouse)', ' '],
  ['e-?mail address(?:es)?|e-?mails?|mail address|inbox|mailbox', 'email'],
  [
    '(?:on|at|from|by|to) target|amazon(?: prime)?|rei|walmart|costco|ebay|etsy|netflix|tesla|apple store|iphone|home depot|best buy|patagonia|north face|backcountry|ikea|uber|airbnb|starbucks|other (?:shops?|stores?|sellers|retailers)|another (?:shop|store|seller|retailer)|a competitor|elsewhere',
    'othershop',
  ],
  ['litres?|ltr', 'liter'],
  ['honolulu|maui', 'hawaii'],
  ['anchorage|fairbanks|juneau', 'alaska'],
  ['hire(?= (?:a|an|some|your|out|one)\\b)', 'rent'],
  ['two[- ]?factor|2[- ]?fa|mfa|two[- ]?step|2[- ]?step|multi[- ]?factor|authenticator', 'twostep'],
  ['gift (?:cards?|vouchers?|certificates?|codes?)|giftcards?|store credit vouchers?', 'giftcard'],
  ['(?:promo(?:tion(?:al)?)?|discount|coupon|voucher)[- ]?codes?|coupons?|vouchers?|promos?', 'promocode'],
  ['(?:money|\\$|\\d+ ?%|percent|something|anything) off|(?:price )?reductions?|discount(?:s|ed)?', 'discount'],
  ['american express|amex', 'amex'],
  [
    'payment plans?|installments?|instalments?|monthly|klarna|afterpay|affirm|financing|finance|buy now,? pay later|pay(?:ing)? later|in rates',
    'installment',
  ],
  [
    'regular (?:mail|post|shipping|delivery)|normal (?:mail|post|shipping|delivery)|ground (?:mail|post|shipping|delivery)',
    'standard shipping',
  ],
  ['over ?night|next[- ]day|same[- ]day|rush(?:ed)?|fastest|quickest|priority|two[- ]day|2[- ]day|expedited|faster', 'express'],
  ['avoid (?:paying )?(?:the )?(?:postage|shipping)(?: costs?| fees?)?', 'free shipping'],
  ['stole|stolen|steals?|theft|thief|swiped|porch pirates?', 'stolen'],
  ['saturdays?|sundays?|weekends?', 'weekend'],
  ['pass ?words?|pass ?codes?|pw|pwd', 'password'],
  ['po ?box(?:es)?|p\\.? ?o\\.?[- ]*box(?:es)?|post office box(?:es)?', 'pobox'],
  ['news ?letters?|mailing list|marketing (?:e-?mails?|mails?)|promotional (?:e-?mails?|mails?)', 'newsletter'],
  ['(?:what is )?(?:the )?eta(?: (?:of|for|on))?|at (?:what|which) (?:point|time|stage|moment)', ' when '],
  ['(?<=\\bphone )(?:nr|no|num)', 'number'],
  [
    'money[- ]back|get (?:my|the|your) money|see (?:my|the) money(?: again)?|reimburse\\w*|refunded|refunding|refnds?|refunds?|pay(?:ment)? back|credited back|my money',
    'refund',
  ],
  ['(?:send|sending|sent|bring|bringing|give|giving|ship|mail|mailing|take|taking|hand) (?:\\w+ ){0,4}?back', 'return'],
  ['returning|returned|returnable|returns', 'return'],
  [
    'how (?:many|much) (?:\\w+ )?(?:days?|weeks?|hours?|months?|years?|time)|how (?:long|soon|fast|quick(?:ly)?|late)|until when|till when|by when|since when|(?:what|which) (?:is (?:the|your) )?(?:time ?frame|duration|deadline|time ?span|time ?line)|time ?frame|deadline|timeline|duration',
    'whenq',
  ],
  ['(?:processing|waiting|turnaround|handling|transit|lead|arrival) times?', 'whenq'],
  ['(shipping|delivery|shipment|dispatch|refund) times?', '$1 whenq'],
  ['when', 'whenq'],
  [
    '(?:what|how much) (?:would|will|do|does|did|must|should) (?:i|we|you|it|that|one) (?:have to |need to )?(?:pay|charge|take)(?: for)?',
    'costq',
  ],
  ['how (?:much|expensive|pricey)|costs?|priced?|prices|pricing|fees?|charges?|expensive|rates?', 'costq'],
  ['free of charge|for free|no costq|costless|gratis', 'free'],
  ['how (?:do|does|can|to|should|would|could|did)', 'howq'],
  [PLACES_IN_CANADA, 'canada'],
  [ABROAD, 'abroad'],
  ['dispatch\\w*|(?:send|sent|go|goes|ship|mail)(?: \\w+){0,2} out|(?:leaves?|left) (?:the|your) warehouse', 'dispatch'],
  ['delivery|deliveries|deliver(?:ed|ing|s)?|ship(?:s|ped|ping|ment|ments)?|postage', 'ship'],
  ['packages?|packets?|parcels?|box(?:es)?|shipments?', 'parcel'],
  ['broken|broke|faulty|torn|ripped|cracked|busted|defect\\w*|malfunction\\w*|damag\\w*|in pieces|smashed|shattered|dented', 'damaged'],
  [
    'swap(?:s|ped|ping)?|exchang\\w*|(?:different|another|other|bigger|smaller|larger|wrong) (?:size|colou?r)|trad(?:e|ing)(?= (?:\\w+ ){1,3}for)|trade (?:it|them|this)',
    'exchange',
  ],
  ['guarant\\w+|warrant\\w+', 'warranty'],
  ['cancell?\\w*|call off|annul\\w*', 'cancel'],
  ['pay(?:s|ing|ment|ments)?|paid', 'pay'],
  ['good for|still good|expir\\w*|go away|disappear|vanish|run out|valid(?:ity)?|lapse|go bad|lose (?:its|their) value', 'expire'],
  ['tele ?phones?|phones?|hot ?line|ring you|call you|call(?= (?:someone|somebody|anyone|a person|in))', 'phone'],
  ['human(?: being)?|real person|person|live agent|representative|actual person|someone real', 'human'],
  ['invoices?|receipts?|bills?(?! me| my)', 'invoice'],
  ['job(?:s)?|hiring|hire(?= (?:people|staff|anyone|me))|vacanc\\w*|careers?|open positions?|positions?|work for you|employment', 'job'],
  ['rent(?:al|als|s|ing|ed)?|lend|lease|borrow', 'rent'],
  ['wash\\w*|clean\\w*|laundry|launder\\w*', 'clean'],
  ['unsubscrib\\w*|opt out|sign off', 'unsubscribe'],
  ['delet\\w*|eras\\w*|clos(?:e|ing)(?= (?:\\w+ )?account)|remov(?:e|ing)(?= (?:\\w+ )?(?:account|data|profile))', 'delete'],
  ['(?:get rid of|remove|scrap|kill)(?= (?:my|the|an) (?:account|profile))', 'delete'],
  [
    '(?:remove me|take me off|get off|stop (?:getting|receiving|sending)|end|quit)(?= (?:\\w+ ){0,4}(?:newsletter|list|email))',
    'unsubscribe',
  ],
  ['back(?:packs?| packs?)|ruck ?sacks?|day ?packs?|packs?', 'backpack'],
  ['return window|return period|return policy', 'return whenq'],
  ['out of stock|sold out|re ?stock\\w*|back in(?: stock)?|in stock|available again', 'stock'],
  [
    '(?<=\\b(?:an?|any|your|ur|the|physical|retail|nearest|closest|local|real|have|own|brick and mortar) )(?:stores?|shops?)|physical locations?|show ?rooms?|outlets?',
    'storefront',
  ],
  ['military|veterans?|army|soldiers?', 'military'],
  ['students?|college|university', 'student'],
  ['log(?:ging|ged)? ?(?:in|on|into)|sign(?:ing|ed)? ?(?:in|into)|login', 'signin'],
  [
    'declin\\w*|reject\\w*|refus\\w*|deni(?:es|ed)|denied|not (?:accept|work|go through)\\w*|does not work|invalid|fails?|failed|bounc\\w*',
    'fail',
  ],
  ['wrap(?:ped|ping)?', 'wrap'],
  ['(?:is |are |get |got |be )?(?:billed|debited)|bill(?= (?:me|my))', 'charged'],
  ['(?:goes|went|going|go|comes|came|gone) down|drop(?:s|ped)?|cheaper|lower(?:ed)?|reduced|price cut', 'cheaper'],
  [
    '(?:clients?|customers?|user) (?:data|information|info|details)|personal (?:data|information|info|details)|my (?:info|information)',
    'data',
  ],
  ['past|previous|earlier|former|old', 'old'],
  ['altered?|alter|updat\\w*|edit\\w*|modif\\w*|chang\\w*|correct', 'change'],
  ['track\\w*', 'track'],
  ['two times|twice|double|doubled', 'twice'],
  ['overdue|delayed|late', 'late'],
  ['bot|bots|robots?|machine(?! wash)|ai|chat ?bot|computer', 'bot'],
  ['mend\\w*|fix(?:es|ed|ing)?|patch\\w*|repair\\w*', 'repair'],
  ['looked at|inspect\\w*|check(?:ed)?(?= (?:my|a|the) return)|process(?:ed)?(?= (?:my|a|the) return)', 'inspect'],
  ['missing|vanished|disappeared|lost', 'lost'],
  ['arriv\\w*|show(?:s|ed)? up|turn(?:s|ed)? up|get here|got here|reach(?:es|ed)?(?= me)', 'arrive'],
  ['points?|rewards?|loyalty', 'points'],
];
const CONCEPTS = TABLE.map(([said, meant]) => ({ said: new RegExp(`(?<![\\p{L}\\p{N}])(?:${said})(?![\\p{L}\\p{N}])`, 'gu'), meant }));

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/’/g, "'")
    .toLowerCase()
    .replace(/'(?:d|ll|ve|re|m)\b/g, ' ');

/** A text with one word for each thing that is called in many ways; lower case, marks kept as they are. */
export function canonical(text: string): string {
  return CONCEPTS.reduce((rest, { said, meant }) => rest.replace(said, meant), plain(text));
}

/** Stems of what the shop sells, by kind. */
export const GEAR_NOUNS: ReadonlySet<string> = new Set(
  (
    'tent backpack boot boots shoe shoes sandal jacket pants shirt sock socks hat quilt liner sleeping bag pad stove pot mug filter bottle cooler chair table lantern ' +
    'headlamp lamp poles compass tote canister reservoir knife gear equipment product goods clothes clothing apparel sweater tarp hammock things item purchase article'
  )
    .split(' ')
    .map(stemOf),
);
