import type { Signal } from '../../domain/classification.ts';

/** One reason to raise a signal. `unless` holds the sentences that look alike and mean something else. */
export interface SignalRule {
  readonly signal: Signal;
  readonly name: string;
  readonly pattern: RegExp;
  readonly unless?: RegExp;
}

const PERSON =
  '(?:humans?|persons?|people|agents?|representatives?|reps?|operators?|advis[eo]rs?|employees?|staff(?: member)?|colleagues?|specialists?|team member|supervisors?|managers?|(?:human|live|phone) (?:being|support|help|assistance))';
const ANYBODY = `(?:${PERSON}|someone|somebody|sum(?:one|body)|anyone|anybody|customer (?:service|support|care)|(?:your|the) (?:support )?team|support|one of you)`;
const FILLER = "(?:[\\w']+\\s+){0,4}?";
const TALK = '(?:talk|speak|chat)(?:ing)?';
const MACHINE = '(?:bots?|chatbots?|robots?|machines?|computers?|ai|automated\\s+\\w+|virtual assistant)';
/** Tents and bags are sold by persons, and things by human size. */
const SOLD_BY_PERSON = new RegExp(
  `(?:\\d+|one|two|three|four|six|single|per)[-\\s]*(?:person|people|man)\\b|human[-\\s]siz|people\\s+(?:tent|fit)`,
  'iu',
);
/** Not a wish: a question about who is there, or a report of what was. */
const WHO_IS_THERE =
  /\b(?:are you|am i|is this|you(?:'re| are))\s+(?:\w+\s+){0,3}(?:human|person|people|agent|operator|bot|robot|talking|speaking|chatting)|\bdo(?:n['’]?t| not) (?:want|need|have|wish) to (?:talk|speak|chat)\s+(?:to|with)\s+(?:a |an |any )?(?:human|person|agent|someone|anyone|operator)\b/iu;

const HUMAN_RULES: readonly SignalRule[] = [
  {
    signal: 'asks_for_human',
    name: 'talk_to_person',
    pattern: new RegExp(`\\b${TALK}\\s+(?:directly\\s+)?(?:to|2|with|w\\/)\\s+${FILLER}${ANYBODY}\\b`, 'iu'),
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'talk_person',
    pattern: new RegExp(`\\b(?:talk|speak|chat) (?:a |an )?(?:live |real )?(?:human|person|agent|representative|operator)\\b`, 'iu'),
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'wants_person',
    pattern: new RegExp(
      `\\b(?:want|need|prefer|like|give me|get me|send me|bring me|find me|hand me|pass me|ask(?:ing)? for|request(?:ing)?|looking for|demand|contact|reach|get|require|problems? with|assistance (?:from|of)|help (?:from|of))\\s+(?:(?:(?:to|with)\\s+)?(?:to\\s+)?(?:get|see|have|contact|reach|a|an|the|your|some|any|real|live|actual|human|hold of|of|customer|service|support|me)\\s+){0,6}(?:human|person|agent|representative|rep|operator|supervisor|manager|real people)\\b(?![-\\s](?:sized?|tents?|sleeping|bag|version))`,
      'iu',
    ),
    unless: SOLD_BY_PERSON,
  },
  {
    signal: 'asks_for_human',
    name: 'hand_me_over',
    pattern: new RegExp(
      `\\b(?:transfer|connect|put|forward|escalate|route|redirect|pass|hand|switch|refer|patch)\\s+(?:me|this|it|us|my (?:case|request|issue))\\s+(?:(?:through|over|on|back|up|straight|directly)\\s+)?(?:to|with|w\\/)\\s+${FILLER}${ANYBODY}\\b`,
      'iu',
    ),
  },
  {
    signal: 'asks_for_human',
    name: 'escalate',
    pattern: /^\W*(?:please |pls )?escalate(?: (?:this|it|now|please|pls|my \w+))*\W*$|\bescalate this\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_alone',
    pattern:
      /^\W*(?:(?:a|an|the|live|real|human|customer|service|support|actual|please|pls|your)\s+)*(?:human|person|agent|representative|rep|operator|manager|supervisor|advisor|someone|somebody)(?:\s+(?:being|real|human|please|pls|plz|now|asap|thanks|thank you))*\W*$/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_please',
    pattern:
      /\b(?:human|agent|representative|operator|manager|supervisor|(?:real|live|actual) person|somebody real|someone real)[,\s]+(?:please|pls|plz|now)\b/iu,
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'real_person',
    pattern:
      /\b(?:real|live|actual) (?:person|human(?: being)?|agent|people|operator|representative|support)\b|\bhuman (?:agent|being|operator|support|help|assistance|representative|assistant)\b|\b(?:flesh and blood|in person assistant|assistant in person)\b/iu,
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'not_a_machine',
    pattern: new RegExp(
      `\\b(?:not|don'?t|won'?t|no|no more|stop|hate|sick of|tired of|done with|instead of|rather than|enough of|without|other than|besides)\\s+(?:(?:want|talking|speaking|chatting|to|talk|speak|chat|with|using|you|the|a|an|another|this|your|these|stupid|dumb|damn)\\s+){0,6}${MACHINE}\\b`,
      'iu',
    ),
    unless: /\b(?:are you|you(?:'re| are)) (?:not )?(?:really )?(?:a |an )?(?:bot|robot|ai|machine)|not a robot (?:check|box|captcha)/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'is_anyone_there',
    pattern:
      /\b(?:is|are) there (?:a |an |any |some)?(?:real |live |actual )?(?:human|person|agent|one|someone|somebody|anyone|anybody|people|operator)s?\b[^.!?]{0,30}\b(?:talk|speak|chat|help me|available|i can (?:call|reach))/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_look',
    pattern:
      /\b(?:have|let|get|can|could|would|want|need) (?:a |an |some )?(?:(?:real |live |actual )?(?:human|person|agent|someone|somebody|manager|supervisor|colleague|specialist)) (?:from \w+ \w* ?)?(?:(?:please |to |actually |else )*)(?:look (?:at|into)|call|phone|ring|contact|help|handle|take over|check|review|deal with|get back|reply|answer|who)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_available',
    pattern:
      /\bis (?:a|an|any|your) (?:real |live )?(?:human|person|agent|operator|manager|supervisor|representative) (?:available|there|around|free|on duty)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'call_me',
    pattern:
      /\b(?:please |pls |can you |could you |just |and )call me\b(?! (?:an? |by |mr|mrs|ms|crazy|at night|[A-Z][a-z]+\b(?! back)))|^\W*call me(?: back)?\W*$|\bcall me back\b|\b(?:callback|call back) (?:please|request)/u,
  },
  { signal: 'asks_for_human', name: 'speaking_head', pattern: /🗣/u },
  {
    signal: 'asks_for_human',
    name: 'es',
    pattern:
      /\b(?:hablar|comunicar(?:me)?|contactar) con (?:una?|el|la|su|algun|algún)?\s?(?:persona|humano|agente|alguien|representante|operador|encargado|supervisor)|\b(?:agente humano|persona real|atenci[oó]n humana)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'fr',
    pattern:
      /\bparler (?:à|a|avec) (?:une?|le|la|votre)?\s?(?:vraie? )?(?:personne|humain|agent|quelqu['’]un|conseill[eè]re?|responsable|op[eé]rateur)|\b(?:vraie personne|agent humain|un humain)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'de',
    pattern:
      /\bmit (?:(?:einem|einer|jemandem|jemand|ihrem|dem)\s?)(?:echten |richtigen )?(?:menschen?|mitarbeiter(?:in)?|person|berater(?:in)?|kollegen|support)?\s?(?:sprechen|reden|telefonieren|verbinden|verbunden)|\b(?:echten?r? (?:mensch|person|mitarbeiter)|einen menschen)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'pt',
    pattern:
      /\bfalar com (?:uma?|o|a|seu|algum)?\s?(?:pessoa|humano|atendente|agente|algu[eé]m|representante|gerente)|\b(?:atendente humano|pessoa (?:real|de verdade))\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'it',
    pattern:
      /\bparlare con (?:una?|il|la|un['’])?\s?(?:persona|umano|operatore|operatrice|qualcuno|agente|responsabile)|\b(?:operatore umano|persona (?:vera|reale))\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'nl',
    pattern:
      /\b(?:met )?(?:een )?(?:echte? )?(?:mens|medewerker|persoon|iemand|collega) (?:te )?(?:spreken|praten|bellen)|\bechte? (?:mens|persoon|medewerker)\b/iu,
  },
];

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
    unless: /\bcharged? (?:\w+ )?(?:headlamp|lamp|lantern|batter\w+|phone|power ?bank|light|torch)\b/iu,
  },
  {
    signal: 'disputes_charge',
    name: 'unknown_charge',
    pattern:
      /\b(?:do(?:n['’]?t| not)|didn['’]?t|did not|never|can['’]?t|cannot)\s+(?:recogni[sz]e|know|remember|make|made|authori[sz]ed?|approved?|placed?)\s+(?:\w+\s+){0,4}(?:charges?|payments?|transactions?|purchases?|debits?)\b|\b(?:charge|payment|transaction)s?\b[^.!?\n]{0,40}\b(?:i (?:do(?:n['’]?t| not)|didn['’]?t|did not|never) (?:recogni[sz]e|know|make|authori[sz]e|approve))/iu,
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
      /\b(?:over[- ]?charged|charged (?:me )?(?:too much|the wrong|wrong|a wrong|more than|extra)|(?:wrong|incorrect) (?:amount|price|sum)(?: \w+){0,3} (?:charged|billed|taken|debited|on my (?:card|bill|statement))|(?:took|taken|charged|billed) (?:\w+ ){0,2}the wrong amount|wrong (?:amount|price) charged)\b/iu,
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

export const SIGNAL_RULES: readonly SignalRule[] = [
  ...HUMAN_RULES,
  ...LEGAL_RULES,
  ...DISPUTE_RULES,
  ...THANKS_RULES,
  ...GREETING_RULES,
  ...REPEAT_RULES,
];
