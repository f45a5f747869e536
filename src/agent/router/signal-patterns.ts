import { ANGER_RULES } from './anger-patterns.ts';
import { HUMAN_RULES } from './human-patterns.ts';
import type { SignalRule } from './signal-rule.ts';

/** Asks what is allowed, or names a place or a group; the law is not held against us. */
export const LEGAL_IN_GENERAL =
  /\b(?:is|are|would|be) (?:it|they|this|that|these|(?:the |your |my )?\w+) (?:il)?legal(?:ly)? (?:to|in|for|on|there|here|sized?)\b|\blegal (?:size|paper|pad)\b|\b(?:allowed by law)\b|\bpolice (?:athletic|league|discount|officers?|or military)/iu;

/** Power for a lamp, a price list, or a payment still to come. */
export const CHARGE_IN_GENERAL =
  /\b(?:lamp|headlamp|lantern|batter\w+|phone|power ?bank|usb)\b[^.!?]{0,40}\bcharg|\bcharg\w*\b[^.!?]{0,30}\b(?:lamp|headlamp|lantern|batter\w+|phone|power ?bank)\b|\bwhen (?:will|do|does|is|are)\b[^.!?]{0,30}\bcharged?\b|\b(?:have|has)(?:n['’]?t| not) been charged\b|\bcan (?:you|i) (?:charge|pay|split)\b|\bis (?:that|it|this) possible\b|\bin charge\b|\bdouble (?:wall|bed|sleeping|burner|bag)/iu;

const LEGAL_RULES: readonly SignalRule[] = [
  {
    signal: 'mentions_legal',
    name: 'lawyer',
    pattern:
      /\b(?:lawyers?|attorneys?|solicitors?|barristers?|legal (?:action|counsel|team|department|steps|proceedings|advice|threat|notice|representation|rights)|legally obliged|take (?:this|it|you) (?:further )?legal)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'sue',
    pattern:
      /\b(?:(?:will|shall|gonna|going to|want to|have to|gotta|can|could|might|may|about to|ready to|i['’]?ll|we['’]?ll|should i|let['’]s)\s+sue|su(?:e|ing)\s+(?:you|u|your|larkfield|the company|this company|them|for)|lawsuits?|litigation|class[- ]action)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'court',
    pattern:
      /\b(?:small[- ]claims|see (?:you|u) in court|(?:take|bring|drag|go|going|taking|settle)(?: \w+){0,3} (?:to|in|before|into) court|court (?:case|order|date|claim|action))\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'chargeback',
    pattern:
      /\bcharge[- ]?backs?\b|\b(?:dispute|reverse|report|contest) (?:it|this|the (?:charge|payment)|that|you) (?:with|through|to|at) (?:my|the) (?:bank|card|credit card)/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'authority',
    pattern:
      /\b(?:GDPR|CCPA|DSGVO|RGPD|data protection|(?:data )?subject access|regulators?|ombudsman|BBB|better business bureau|trading standards|attorney general|FTC|CFPB|federal trade commission|consumer (?:protection|affairs|rights|watchdog|council|court|forum)|report (?:you|this|larkfield) to the (?:police|authorit\w+|government|state)|police report|(?:call|go to|going to|tell|involve) the police)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'against_the_law',
    pattern:
      /\b(?:illegal(?:ly)?|unlawful(?:ly)?|against the law|break(?:s|ing)? the law|(?:the|consumer|privacy|federal|state|contract|labou?r) laws? (?:says?|requires?|gives?|forbids?|demands?|is)|by law|legally|liable|liability|statutory|(?:breach|violation|violat\w+|breaking) (?:\w+ )?(?:of )?(?:the |our |your |a )?(?:contract|agreement|law|gdpr|rights)|consumer (?:law|act|rights)|press(?:ing)? charges|my (?:legal )?rights|by statute|(?:under|violat\w+) (?:the )?(?:GDPR|CCPA|statute))\b/iu,
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'proceedings',
    pattern:
      /\b(?:letter before (?:action|claim)|cease (?:and|&) desist|formal (?:legal )?notice|before (?:a|the) (?:judge|court)|(?:a|the) (?:judge|courts?|jury) (?:will|can|shall|to|decide)|let (?:a|the) (?:judge|courts?)|arbitrat\w+|tribunal|(?:seek|claim|demand|sue for)(?:ing)? damages|(?:my|our|legal) counsel|injunction|subpoena|courthouse|(?:county|district|high|federal|civil|state) court|(?:be|been|get) served\b|bring(?:ing)? (?:a )?suit|file suit|for (?:the|a) (?:judge|court)|chargebacks?|charge?baks?|(?:is|are|am|['’]re|['’]m) suing)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'payment_reversed',
    pattern:
      /\b(?:claw(?:ed|ing)? back|(?:bank|card (?:company|issuer|provider)|visa|mastercard|amex|paypal) (?:will|is going to|has|to|is|can) (?:\w+ )?(?:reverse|reversing|reversed|claw|take (?:it|the money) back|pull (?:it|the money) back|refund me|open(?:ed)? a (?:case|dispute))|(?:disput|contest|revers)(?:e|ed|es|ing) (?:this|the|that|it|your)(?: \w+)? (?:with|through|via|at|to) (?:my |the )?(?:bank|card|credit card|visa|mastercard|amex|american express|paypal|klarna)|bank(?:['’]s)?(?: \w+){0,3} (?:has )?(?:already )?reversed|file[ds]? (?:a |the )?dispute (?:with|at|through|via))\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'crime',
    pattern:
      /\b(?:(?:is|are|it['’]s|that['’]s|false advertising is) (?:a |called )?(?:crime|criminal|fraud)\b[^.!?]{0,40}|(?:the )?police (?:have|has|were|was|know|will|are)\b|(?:to|with|at) the police\b|commissioner)\b/iu,
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'misspelled',
    pattern:
      /\b(?:la[wy]+[eo]rs?|loyers?|laywers?|lawers?|attourn[ea]ys?|atorn[ea]ys?|attorny|solicitors?|solicter|my layer (?:will|is|says|said|told|has)|small clames)\b/iu,
    unless: /\b(?:base|mid|outer|first|second|inner|warm|thin) layer|layers? of\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'es',
    pattern:
      /\b(?:abogad[oa]s?|demandar(?:los|les)?|demanda judicial|denuncia(?:r|ré)?|tribunal(?:es)?|acciones legales|protecci[oó]n al consumidor)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'fr',
    pattern: /\b(?:avocat[es]?|tribunal|porter plainte|poursuites?|action en justice|protection des consommateurs|mise en demeure)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'de',
    pattern:
      /\b(?:(?:rechts)?anw[aä]lt(?:in|e)?|verklagen|klage einreichen|vor gericht|rechtliche schritte|verbraucherschutz|verbraucherzentrale|anzeige erstatten)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'pt',
    pattern: /\b(?:advogad[oa]s?|processar (?:voc[eê]s?|a empresa)|procon|a[cç][aã]o judicial|defesa do consumidor)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'it',
    pattern: /\b(?:avvocat[oi]|denuncia(?:re|rvi)?|vie legali|azioni? legal[ei]|tribunale|tutela dei consumatori|querela)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'nl',
    pattern: /\b(?:advocaat|rechtbank|aanklagen|juridische stappen|rechtszaak|consumentenbond|aangifte)\b/iu,
  },
];

const DISPUTE_RULES: readonly SignalRule[] = [
  {
    signal: 'disputes_charge',
    name: 'charged_twice',
    pattern:
      /\b(?:charg|bill|debit)(?:ed|e|ing)?\b[^.!?\n]{0,40}\b(?:twice|2x|two times|2 times|double|dubble|multiple times|three times|more than once)\b|\b(?:double|duplicate|second|two|multiple|identical)\s+(?:\w+\s+)?(?:charges?|payments?|charged|billed|billing|debits?|transactions?)\b|\bpaid twice\b|\btook (?:the |my )?(?:money|payment) twice\b/iu,
    unless: CHARGE_IN_GENERAL,
  },
  {
    signal: 'disputes_charge',
    name: 'unknown_charge',
    pattern:
      /\b(?:do(?:n['’]?t| not)|didn['’]?t|did not|never|can['’]?t|cannot)\s+(?:recogni[sz]e|remember|authori[sz]ed?|approved?|made?|make|placed?)\s+(?:this|that|these|those|the|a|an|such|any|making|or|authori[sz]e|recent|\$?[\d.]+|\s)*\s*(?:charges?|payments?|transactions?|purchases?|debits?)\b|\b(?:do(?:n['’]?t| not)|no idea)\s+(?:know\s+)?(?:about\s+|anything about\s+|what\s+)?(?:this|that|these|those)\s+(?:charges?|payments?|transactions?|debits?)\b|\b(?:charge|payment|transaction)s?\b[^.!?\n]{0,40}\bi (?:do(?:n['’]?t| not)|didn['’]?t|did not|never) (?:recogni[sz]e|know|make|authori[sz]e|approve)/iu,
  },
  {
    signal: 'disputes_charge',
    name: 'unauthorised',
    pattern:
      /\b(?:unauthori[sz]ed|fraudulent|unknown|unrecogni[sz]ed|unexplained|mysterious?|suspicious|bogus)\s+(?:\w+\s+)?(?:charges?|payments?|transactions?|purchases?|debits?|withdrawals?)\b|\b(?:someone|somebody) (?:else )?(?:used|has used|is using) my (?:credit |debit )?card\b/iu,
  },
  {
    signal: 'disputes_charge',
    name: 'dispute',
    pattern:
      /\b(?:dispute|disputing|contest|contesting|challenge|challenging)\s+(?:\w+\s+){0,3}(?:charges?|payments?|bills?|invoices?|transactions?|amounts?|debits?)\b|\b(?:billing|charge) (?:error|mistake|dispute)\b/iu,
  },
  {
    signal: 'disputes_charge',
    name: 'wrong_amount',
    pattern:
      /\b(?:over[- ]?charged|charged (?:me )?(?:too much|the wrong|wrong|a wrong|more than|extra)|(?:wrong|incorrect) (?:amount|price|sum)(?: \w+){0,3} (?:charged|billed|taken|debited|on my (?:card|bill|statement))|(?:extra|additional) (?:money |amount |[$€£]\s?[\d.,]+ )(?:that |which )?you (?:took|charged|billed|collected)|(?:took|taken|charged|billed) (?:\w+ ){0,2}the wrong amount|wrong (?:amount|price) charged)\b/iu,
  },
  {
    signal: 'disputes_charge',
    name: 'not_ordered',
    pattern:
      /\b(?:charged|billed|debited)\b[^.!?\n]{0,40}\b(?:never (?:ordered|bought|placed|got|received)|didn['’]?t (?:order|buy|place)|(?:i |was |already )?cancell?ed|without (?:my )?(?:permission|consent|asking))|\bmoney (?:from my (?:account|card) )?without (?:my )?(?:permission|consent)/iu,
  },
];

const THANKS_RULES: readonly SignalRule[] = [
  {
    signal: 'thanks',
    name: 'en',
    pattern:
      /\b(?:thanks|thank (?:you|u|ya)|thankyou|thx|thnx|tnx|ty|tysm|many thanks|cheers|(?:much |i |really )+appreciate(?:d| it| that| your)?|grateful)\b|🙏/iu,
    unless: /\bno,? thanks?\b|\bthanks? (?:you )?for (?:nothing|wasting|ruining|ignoring)|\bthanks to (?:you|your)\b/iu,
  },
  {
    signal: 'thanks',
    name: 'other_languages',
    pattern:
      /\b(?:gracias|merci|danke(?:sch[oö]n)?|vielen dank|besten dank|obrigad[oa]|grazie|bedankt|dank (?:je|u)|dankjewel|hartelijk dank)\b/iu,
  },
];

const GREETING_RULES: readonly SignalRule[] = [
  {
    signal: 'greeting',
    name: 'en',
    pattern:
      /^\W*(?:hi+|hello+|hey+|heya|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|morning|dear (?:\w+))\b(?!\s+(?:vis|res))/iu,
  },
  {
    signal: 'greeting',
    name: 'other_languages',
    pattern:
      /^\W*(?:hola|buen[oa]s (?:d[ií]as|tardes|noches)|bonjour|bonsoir|salut|hallo|guten (?:tag|morgen|abend)|moin|servus|ol[aá]|bom dia|boa (?:tarde|noite)|ciao|buon ?giorno|buonasera|salve|hoi|goede(?:n)?(?:dag|morgen|middag|avond))(?!\p{L})/iu,
  },
];

const REPEAT_RULES: readonly SignalRule[] = [
  {
    signal: 'repeats_question',
    name: 'already_asked',
    pattern:
      /\b(?:(?:i(?:['’]ve| have)?|we(?:['’]ve| have)?) (?:already|just) (?:asked|told|said|explained|written|wrote|answered)|(?:asked|asking|told|telling|writing|wrote|written|contacted|said|explained) (?:you |this |that |it |about this |about it )*(?:twice|two times|three times|\d+ times|many times|several times|before|again|already)|as i (?:already )?(?:said|asked|wrote|mentioned)|like i said|(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|\d+th|hundredth) time (?:\w+ ){0,2}(?:asking|asked|ask|writing|write|contact\w*|telling|told|saying|i|that))\b/iu,
  },
  {
    signal: 'repeats_question',
    name: 'not_answered',
    pattern:
      /\b(?:(?:you )?(?:didn['’]?t|did not|haven['’]?t|have not|never|not|still (?:didn['’]?t|haven['’]?t)) (?:really |actually )?answer(?:ed|ing)?(?: my| the)? question|that(?:['’]s| is|s) not (?:what i asked|my question|an answer)|(?:my|the) question (?:was|is still)|(?:asking|ask|repeat|repeating)(?: myself)?(?: you)? (?:once )?again|how (?:often|many times) do i (?:have to|need to) (?:ask|tell|repeat|say))\b/iu,
  },
];

/** Every rule; the first that fits gives a signal its reason. */
export const SIGNAL_RULES: readonly SignalRule[] = [
  ...ANGER_RULES,
  ...HUMAN_RULES,
  ...LEGAL_RULES,
  ...DISPUTE_RULES,
  ...THANKS_RULES,
  ...GREETING_RULES,
  ...REPEAT_RULES,
];
