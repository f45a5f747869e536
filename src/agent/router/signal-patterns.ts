import { ANGER_RULES } from './anger-patterns.ts';
import { DANGER_RULES } from './danger-patterns.ts';
import { HUMAN_RULES } from './human-patterns.ts';
import { LEGAL_RULES } from './legal-patterns.ts';
import type { SignalRule } from './signal-rule.ts';

/** Power for a lamp, a price list, or a payment still to come. */
export const CHARGE_IN_GENERAL =
  /\b(?:lamp|headlamp|lantern|batter\w+|phone|power ?bank|usb)\b[^.!?]{0,40}\bcharg|\bcharg\w*\b[^.!?]{0,30}\b(?:lamp|headlamp|lantern|batter\w+|phone|power ?bank)\b|\bwhen (?:will|do|does|is|are)\b[^.!?]{0,30}\bcharged?\b|\b(?:have|has)(?:n['’]?t| not) been charged\b|\bcan (?:you|i) (?:charge|pay|split)\b|\bis (?:that|it|this) possible\b|\bin charge\b|\bcharges? of (?!(?:about |around |some )?[$€£\d]|my|the|an? amount)\p{L}+|\bdouble (?:wall|bed|sleeping|burner|bag)/iu;

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
      /\b(?:charged|debited|billed|you took|you have taken|taken)\b[^.!?]{0,50}\b(?:out of (?:the blue|nowhere)|for no reason|without (?:my |any )?(?:permission|consent|asking|warning|notice|reason|authori[sz]ation))\b|\bwho (?:gave|told|allowed|authori[sz]ed|asked) (?:you|u|ya|larkfield)\b[^.!?]{0,30}\b(?:bill|charge|debit|take (?:my )?money)\b|\b(?:unauthori[sz]ed|fraudulent|unknown|unrecogni[sz]ed|unexplained|mysterious?|suspicious|bogus)\s+(?:\w+\s+)?(?:charges?|payments?|transactions?|purchases?|debits?|withdrawals?)\b|\b(?:someone|somebody) (?:else )?(?:used|has used|is using) my (?:credit |debit )?card\b/iu,
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
  ...DANGER_RULES,
  ...ANGER_RULES,
  ...HUMAN_RULES,
  ...LEGAL_RULES,
  ...DISPUTE_RULES,
  ...THANKS_RULES,
  ...GREETING_RULES,
  ...REPEAT_RULES,
];
