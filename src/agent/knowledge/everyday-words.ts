/**
 * Everyday English for what a shop's articles call otherwise, one row for each word of the articles: what customers say,
 * as alternatives of a pattern. It is general English and no company's own; concepts.ts goes on from there.
 */
const ROWS: readonly (readonly [meant: string, said: string])[] = [
  ['parcel', 'crates?|envelopes?|deliver(?:y|ies)(?= (?:is|was|has|never|did|not))'],
  ['box', 'carton|cardboard|packaging'],
  ['money', 'cash|dough|funds'],
  ['threw away', '(?:threw|tossed|binned|chucked|thrown|trashed|recycled)(?: (?:it|them|that|out|away))*|got rid of'],
  ['courier', 'driver|delivery (?:guy|man|person|woman)|postman|mailman|delivery service'],
  [
    'not home',
    '(?:at|in the) (?:work|office)|out of (?:the house|town)|away from home|nobody (?:is )?(?:home|in)|no one (?:is )?(?:home|in)',
  ],
  ['neighbor', 'neighbour|next door'],
  ['stolen', 'nicked|pinched|robbed|taken from|grabbed|snatched|lifted'],
  ['lost', 'gone|nowhere|never (?:came|arrived|showed)|went missing|swallowed'],
  [
    'delivered but nothing',
    '(?:driver|courier|carrier|tracking|it) (?:swears|claims|insists|says)(?: \\w+){0,5} (?:dropped|left|delivered|delivery)|porch (?:was|is) (?:bare|empty)|empty (?:porch|mailbox|doorstep)|nothing (?:was )?(?:at|on) (?:the|my) (?:door|porch|doorstep)',
  ],
  ['hold', 'blocked amount|pending amount|reserved amount|authorisation|authorization'],
  ['twice', 'two (?:lines|entries|charges|bookings|debits|payments|transactions)|(?:same amount|charge) again'],
  ['charged', '(?:took|take|taken|taking)(?: the| my)? money|debited|deducted|withdrew|withdrawn'],
  ['charge', 'booking|transaction|entry|line|debit(?! card)'],
  ['card', 'visa|mastercard|plastic'],
  ['invoice', 'paperwork|proof of (?:purchase|payment)|tax document|statement for (?:taxes|accounting)'],
  ['credit note', 'proof of (?:the |my )?refund|refund (?:receipt|document|paperwork)'],
  ['company name', "(?:our|my|the) (?:firm|company|employer|business)(?:'s)?(?: name)?|accounting|accountant"],
  ['confirmation', 'acknowledg\\w+|order mail|confirmation mail'],
  ['checkout', 'till|basket|cart|trolley'],
  [
    'change my mind',
    'want out|regret(?:ting|ted)?|second thoughts|do not want (?:it|them) (?:any ?more|now)|no longer (?:want|need)|reconsidered',
  ],
  [
    'cancel',
    'drop (?:the|my) order|scrap (?:the|my) order|undo (?:the|my|an) order|abort|call(?:ed|ing)? (?:\\w+ ){0,3}off|revoke|withdraw (?:the|my) order|take back my order|stop (?:the|my) order',
  ],
  [
    'change the delivery address',
    '(?:gave|typed|entered|used|put)(?: \\w+){0,2} (?:my |the )?(?:old|wrong|former|previous)(?: \\w+){0,2} (?:address|apartment|street|house|place|flat|zip)|old (?:apartment|flat|place|house) as the address|moved (?:house|home|out|away)?',
  ],
  [
    'add to an order',
    'throw(?: \\w+){1,5} (?:in|into)(?: the| my)? order|include (?:another|one more)|one more (?:item|thing)|another (?:pair|item|thing)(?: \\w+){0,4} (?:to|into|in)(?: the| my)? order|squeeze',
  ],
  [
    'change the color',
    '(?:blue|green|red|black|white|gray|grey|brown|orange|yellow) (?:one|version)?(?: \\w+)? instead|instead of (?:the )?(?:blue|green|red|black|white|gray|grey|brown|orange|yellow)',
  ],
  ['gift card', 'card (?:from|worth)|present card|voucher card|e-?gift'],
  ['expire', 'worthless|still (?:good|usable|work|valid)|useless now|too old'],
  ['rest of the gift card', 'left ?over|what is left|remaining|remainder'],
  ['pay partly', '(?:mix|mixing|combin\\w+|split|splitting)(?: \\w+){0,4} (?:gift ?card|card|payment)|part(?:ly|ially)?(?= (?:with|by))'],
  ['cryptocurrency', 'bitcoins?|crypto|ethereum|btc'],
  [
    'installments',
    '(?:four|three|several|monthly) (?:parts|payments|chunks)|bit by bit|spread (?:\\w+ ){0,4}(?:over|across)|over (?:several|a few|some|\\d+) months|on credit',
  ],
  ['declined', 'turned (?:\\w+ ){0,4}down|knocked back|would not go through|did not go through|blocked by (?:the|my) bank|bounced'],
  ['promo code', '(?:code|coupon) field|the code|my code'],
  [
    'after the order was placed',
    "(?:now )?(?:it is|it's|its) (?:already )?paid|afterwards|after (?:paying|ordering|i (?:paid|ordered))|retroactively|later on",
  ],
  [
    'price dropped',
    '(?:got|is|was) (?:now )?cheaper|(?:\\d+|some) (?:bucks|dollars) (?:less|cheaper)|less (?:today|now|than when)|went down',
  ],
  ['student', 'pupil|undergrad\\w*'],
  ['first responder', 'nurses?|emts?|paramedics?|fire ?fighters?|police officers?|doctors?|medics?'],
  [
    'not sign in',
    "(?:can ?not|cannot|can't|unable to) (?:log|sign|get) (?:in|into|on)|(?:shut|kicked|locked) out|let back in(?:to)?|no access",
  ],
  ['password', 'what i log in with|login details|credentials|pass ?phrase'],
  ['forgot', "(?:can ?not|cannot|can't|do not|don't|couldn't) (?:remember|recall)|slipped my mind"],
  ['special characters', 'dollar sign|symbols?|exclamation mark|asterisk|numbers and letters'],
  [
    'locked account',
    'blocked account|frozen account|suspended account|account (?:is |was |got )?(?:blocked|frozen|suspended|disabled)|typ(?:ing|ed) it wrong|wrong too often|too many (?:tries|attempts)',
  ],
  ['lost my phone', 'new phone|phone (?:is |was )?(?:gone|dead|broken|stolen|lost)|different phone|changed phones|authenticator is gone'],
  ['text message', 'text me|texts?|sms|whatsapp'],
  ['wedding', 'married|marriage|divorced?|maiden name|surname|last name|new name'],
  [
    'merge accounts',
    '(?:both|two)(?: of)?(?: my)? accounts (?:should |to |into )?(?:be|become|are)? ?(?:one|merged|joined|together)|(?:join|combine|unite|merge|put together)(?: \\w+){0,3} accounts?|one account out of',
  ],
  ['delete my account', '(?:wipe|forget|remove|purge)(?: \\w+){0,2} (?:everything|all|my data)(?: \\w+){0,4}|right to be forgotten'],
  [
    'sell my data',
    '(?:hand|pass|give|share|trade|leak)(?:ing)?(?: \\w+){0,4} (?:details|data|info\\w*|address)(?: on)?(?: to)?(?: \\w+)? ?(?:advertisers?|third part(?:y|ies)|others|partners)?',
  ],
  ['one-time code', '(?:six|6)[- ]?(?:digits?|numbers|figures)(?: code)?|digits'],
  ['machine', 'software|program|algorithm|automated|script'],
  ['unsubscribe', 'enough (?:ads|mails|emails)|no more (?:ads|mails|emails|newsletters?)|stop (?:spamming|the ads|mailing)|ads'],
  ['how often newsletter', 'how (?:often|frequently|many)(?: \\w+){0,4} newsletter'],
  ['phone number', 'number (?:i can|to|for) (?:ring|call|dial)|ring (?:you|someone|somebody)|dial'],
  ['store', 'walk in|come by|drop by|visit you|in person|pick (?:it |my \\w+ |them )?up(?: \\w+)?'],
  ['opening hours', '(?:someone|anyone|anybody|somebody)(?: \\w+){0,4} (?:there|around|available|awake)|until what time|from what time'],
  ['press', 'journalists?|reporters?|media|newspapers?|magazine'],
  [
    'hiring',
    '(?:looking for|want|need|seeking|any) (?:\\w+ ){0,2}(?:work|a job|employment)|winter work|summer job|seasonal work|part[- ]time',
  ],
  [
    'wholesale',
    'bulk|in quantity|large quantities|(?:for|would take|take|order|buy|need) (?:about )?(?:[2-9]\\d|\\d{3}) \\w+|better price for|group price|resell',
  ],
  ['logo', 'branding|emblem|engrav\\w+|crest|print(?:ed|ing)? our'],
  [
    'tell me when it is back',
    '(?:how do i |let me |i )?(?:hear|know|informed|notified|notify me|alert)(?: \\w+)? when(?: \\w+){0,4} (?:have it|back|again|in|available)',
  ],
  ['reserve', '(?:put|set|lay|hold|keep)(?: \\w+){0,2} (?:aside|back for|on hold)|earmark|save one for me'],
  ['damaged', 'in pieces|shattered|dinged|scratched|chipped|bent|snapped|squashed|crushed|wet through|ruined|wrecked|came apart'],
  ['defective', 'gave up|died|quit working|stopped working|conked out|packed up|came off|fell apart|jammed|stuck zipper'],
  ['photo', 'pictures?|images?|snapshots?|pics?|screenshots?'],
  [
    'missing part',
    "(?:was|were) ?n['o]?t (?:in|inside) (?:the )?(?:bag|box|parcel)|not (?:in|inside) (?:the )?(?:bag|box|parcel)|incomplete|(?:forgot|left out) (?:the|a|some)",
  ],
  ['stakes', 'pegs'],
  [
    'wrong size',
    '(?:shipped|sent|got|received)(?: me)?(?: a| the)? (?:size )?(?:xs|s|m|l|xl|xxl|small|medium|large)(?: \\w+){0,3} (?:although|instead|but|when|though)',
  ],
  ['footprint', 'ground ?sheet|ground cloth|under ?lay'],
  ['reservoir', 'bladder|water bag|hydration (?:pack|bag)'],
  ['carry-on', 'cabin (?:luggage|bag|baggage)|hand luggage|overhead'],
  ['use a stove in a tent', '(?:boil|cook|fry|heat|make coffee|brew)\\w*(?: \\w+){0,3} (?:in|inside)(?: the| a| my)? tent'],
  ['empty canister', '(?:finished|used|spent|old|done) (?:gas )?(?:canisters?|cartridges?|cans?|bottles?)'],
  ['frozen frost', 'minus (?:\\w+|\\d+)|below (?:zero|freezing)|freezing|froze|ice cold|sub-?zero'],
  ['washing machine', 'washer|laundry machine'],
  ['drying', 'soaked|wet through|soaking|drenched|fluffy'],
  ['heater fire', 'next to the (?:stove|fire|oven|heater|radiator)|radiator|oven|fireplace'],
  ['warm comfort temperature', '(?:nights?|sleep)(?: \\w+){0,3} (?:freezing|cold|zero)'],
  ['final sale', 'clearance (?:stuff|items?|gear|goods|sale)?|reduced (?:items?|goods|stuff)|marked[- ]down'],
  ['sales tax', 'extra (?:\\d+|\\w+) ?(?:percent|%) line|(?:\\d+|\\w+) percent (?:line|extra)|tax'],
  ['tax exempt', "(?:do not|don't|not) pay (?:any )?tax|tax[- ]free|exempt\\w*"],
  ['free return label', 'who (?:covers|pays)(?: \\w+){0,3} (?:postage|shipping|label)'],
  ['one box several returns', '(?:two|both|several|multiple) returns(?: \\w+){0,4} (?:carton|box|parcel|together)'],
  ['inspect', 'open(?:s|ed)? (?:it|the return|my return)|has had my return|unpack(?:ed)?'],
  ['scan', 'movement|update|sign of life|tracking event'],
  ['trace', 'search(?: with| by) the carrier|investigation|inquiry|enquiry'],
  ['points', 'bonus|trailhead'],
];

const WORDS = ROWS.map(([meant, said]) => ({ meant, said: new RegExp(`(?<![\\p{L}\\p{N}])(?:${said})(?![\\p{L}\\p{N}])`, 'gu') }));

/** The text in the articles' words, lower case; undefined when it holds no everyday word for one. */
export function inArticleWords(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/’/g, "'");
  const told = WORDS.reduce((rest, { said, meant }) => rest.replace(said, meant), plain);
  return told === plain ? undefined : told;
}
