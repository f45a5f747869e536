import type { SignalRule } from './signal-rule.ts';

const PERSON =
  '(?:humans?|persons?|people|agents?|assistants?|associates?|representatives?|reps?|operators?|advis[eo]rs?|employees?|staff(?: member)?|colleagues?|specialists?|team member|supervisors?|managers?|(?:human|live|phone) (?:being|support|help|assistance))';
const ANYBODY = `(?:${PERSON}|someone|somebody|sum(?:one|body)|anyone|anybody|customer (?:service|support|care)|(?:your|the) (?:support )?team|support|one of you|whoever|(?:your|the) (?:boss|owner|head|staff))`;
const FILLER = "(?:[\\w']+\\s+){0,4}?";
const TALK = '(?:talk|tlak|spea?k|speek|chatt?)(?:ing)?';
const MACHINE = '(?:bots?|chatbots?|robots?|machines?|computers?|ai|automated\\s+\\w+|virtual assistant)';
/** Tents and bags are sold by persons, and things by human size. */
const SOLD_BY_PERSON = new RegExp(
  `(?:\\d+|one|two|three|four|six|single|per)[-\\s]*(?:person|people|man)\\b|human[-\\s]siz|people\\s+(?:tent|fit)`,
  'iu',
);
/** Not a wish: a question about who is there, or a report of what was. */
export const WHO_IS_THERE =
  /\b(?:are you|am i|is this|you(?:'re| are))\s+(?:\w+\s+){0,3}(?:human|person|people|agent|assistant|operator|bot|robot|talking|speaking|chatting)|\bdo(?:n['’]?t| not) (?:want|need|have|wish) to (?:talk|speak|chat)\s+(?:to|with)\s+(?:a |an |any )?(?:human|person|agent|someone|anyone|operator)\b/iu;

/** A trade, a name or a colour, not a wish. */
export const NO_PERSON_OF_OURS =
  /\b(?:no need|(?:don['’]?t|do not|needn['’]?t) (?:have|need)?) ?(?:to )?(?:call|phone|ring) me\b|\b(?:someone|somebody|anyone|anybody) (?:else )?(?:(?:can|could|to|will|may|should) )?(?:sign|collect|receive|accept|pick (?:it|them|up))|\b(?:put|add|name|list|set) (?:my|our) (?:colleague|manager|boss|agent|assistant)\b|\b(?:estate|travel|insurance|free|cleaning|secret|ticket|booking) agents?\b|\bcall me (?!back|now|please|pls|asap|at|on|tomorrow|today|later|when|as|about|in|under)\p{L}+,|\b(?:human|agent|person|representative)[- ](?:dog|orange|colou?rs?|friendly|discount|tent|sized?)\b|^\W*(?:are|r) (?:you|u) (?:a |an )?(?:real |actual )?(?:human|person|bot|robot|ai|machine)\b[^.!?]*\?*\s*$/iu;

/** The customer's own people are not ours. */
export const OWN_PEOPLE =
  /\b(?:talk|speak|chat)\w*\s+(?:to|with)\s+(?:my|our)\s+(?:own\s+)?(?:colleagues?|manager|boss|supervisor|team|people|staff|employees?)\b/iu;

/** Any wording of "I want a person", from the words for one to the weariness of machines. */
export const HUMAN_RULES: readonly SignalRule[] = [
  {
    signal: 'asks_for_human',
    name: 'talk_to_person',
    pattern: new RegExp(`\\b${TALK}\\s+(?:directly\\s+)?(?:to|2|with|wiv|wit|w\\/?)\\s+${FILLER}${ANYBODY}\\b`, 'iu'),
    unless: new RegExp(`${WHO_IS_THERE.source}|${OWN_PEOPLE.source}`, 'iu'),
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
      `\\b(?:want|need|prefer|like|give me|get me|send me|bring me|find me|hand me|pass me|ask(?:ing)? for|request(?:ing)?|looking for|demand|contact|reach|get|require|problems? with|assistance (?:from|of)|help (?:from|of))\\s+(?:(?:(?:to|with)\\s+)?(?:to\\s+)?(?:get|see|have|contact|reach|a|an|the|your|some|any|real|live|actual|human|hold of|of|customer|service|support|me)\\s+){0,6}(?:human|person|agent|assistant|representative|rep|operator|supervisor|manager|real people|staff(?: member)?|employee|adult|human voice)\\b(?![-\\s](?:sized?|tents?|sleeping|bag|version))`,
      'iu',
    ),
    unless: SOLD_BY_PERSON,
  },
  {
    signal: 'asks_for_human',
    name: 'contact_somebody',
    pattern:
      /\b(?:contact|reach|get hold of|get through to|get in touch with)(?:ing)? (?:with )?(?:a |an |any )?(?:someone|somebody|anyone|anybody|person|human|agent|assistant|live \w+)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'put_through',
    pattern:
      /\b(?:put|patch|pass|connect|transfer)(?:ed)? (?:me )?(?:through|over) to (?!voicemail|my |the (?:website|page|next page|checkout)\b)|\bflesh[- ]and[- ]blood\b|\b(?:talk|tlak|spea?k|speek)(?:ing)? (?:to|2|with|w|w\/) (?:an? |ur |your |the )?(?:manger|mangaer|supervi[zs][oe]r)\b|\bany (?:real )?(?:humans?|people|persons?|agents?|staff) (?:around|here|there|about|online|awake|left|available)\b|\b(?:number|extension|direct line|contact|e-?mail) (?:for|of|to) (?:your|the|a) (?:\w+ )?(?:supervisor|manager|boss|team lead|director|head of)\b|^\W*not (?:you|a (?:ro)?bot|a machine)\W+(?:but )?(?:a |an |some )?(?:real )?(?:person|human|agent|one real)\b|\b(?:someone|somebody) (?:from|of|at|in) (?:your|the) (?:company|team|staff|office|side|shop|store|end) (?:needs?|has|ought|should|must|could|can|please)\b|\b(?:stop|quit|no more|enough) (?:of )?(?:the |these |your )?(?:auto\w*|canned|robot\w*)[- ]?(?:repl\w+|answers?|answering|responses?|messages?|responding)? ?\b[^.!?]{0,20}\b(?:get|bring|fetch|send|find) (?:me )?(?:someone|somebody|a \w+)/iu,
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
    pattern:
      /^\W*(?:please |pls )?escalate(?: (?:this|it|now|please|pls|my \w+))*\W*$|\bescalat(?:e|ed|ing) (?:this|it|(?:my|the|our) (?:\w+ )?(?:case|issue|problem|ticket|request|complaint|matter|conversation|chat|query))\b|\b(?:want|need|like|please|get|have) (?:\w+ ){0,4}escalated\b|\b(?:to |get |with )(?:the )?(?:next|tier|level|second|2nd|third|3rd)[- ]?(?:2|3|two|three|level|tier|line)(?: support)?\b|\b(?:complain\w*|escalat\w*|lodge|raise|take|report|contact|reach|speak|talk|write|go|refer|pass|forward|send)\b[^.!?]{0,30}(?<!\b(?:our|my) )\bhead ?(?:office|quarters)\b|\b(?:kick|send|bump|push|move|pass|take)(?: \w+){1,2} (?:upstairs|up the (?:chain|ladder|line)|higher(?: up)?)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_alone',
    pattern:
      /^\W*(?:(?:a|an|the|live|real|human|customer|service|support|actual|please|pls|your)\s+)*(?:human|person|agent|representative|rep|operator|assistant|manager|supervisor|advisor|someone|somebody)(?:\s+(?:being|real|human|please|pls|plz|now|asap|thanks|thank you))*\W*$/iu,
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
      /\b(?:have|let|get|can|could|would|want|need) (?:a |an |some )?(?:(?:real |live |actual )?(?:human|person|agent|someone|somebody|manager|supervisor|colleague|specialist)) (?:from \w+ \w* ?)?(?:(?:please |to |actually |else )*)(?:look (?:at|into)|call|phone|ring|contact|help|handle|take over|check|review|deal with|get back|get in touch|reach out|write|phone|reply|answer|who)\b|\b(?:get|give|bring|find|send) me (?:to )?(?:someone|somebody)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'person_available',
    pattern:
      /\bis (?:a|an|any|your) (?:real |live )?(?:human|person|agent|operator|manager|supervisor|representative) (?:available|there|around|free|on duty)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'staff_contacts_me',
    pattern:
      /\b(?:have|get|let|ask|tell) (?:one of (?:your|the) \w{3,15}|(?:a|an|any|your) (?:\w{3,12} )?(?:staff(?: member)?|member of (?:the |your )?(?:staff|team)|team member|colleague|person|human|rep(?:resentative)?|agent|employee|manager|supervisor)|someone|somebody)(?: \w{2,12}){0,3} (?:to )?(?:contact|call|phone|ring|e-?mail|write|reach|get back to|get in touch with) (?:me|us)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'call_me',
    pattern:
      /\b(?:please |pls |can you |could you |just |and )call me\b(?! (?:an? |by |mr|mrs|ms|crazy|at night|[A-Z][a-z]+\b(?! back)))|^\W*call me(?: back)?\W*$|\bcall me back\b|\b(?:callback|call back) (?:please|request)/u,
  },
  {
    signal: 'asks_for_human',
    name: 'phone_me',
    pattern:
      /\b(?:(?:give|gimme|giving) (?:me )?a (?:ring|call|buzz|bell)|(?:ring|phone) me\b|(?:want|need|like|request|require|expect|get|have) a (?:call ?back|phone call|call back|call from)|(?:somebody|someone|a person|staff) (?:should|must|could|can|to) (?:call|phone|ring|contact))\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'conversation_with',
    pattern: new RegExp(`\\b(?:conversation|chat|word|talk|call|discussion) with (?!my |our )${FILLER}${ANYBODY}\\b`, 'iu'),
    unless: new RegExp(
      `${WHO_IS_THERE.source}|\\b(?:had|after|during|in) (?:a |an |my |our |the )?(?:\\w+ )?(?:conversation|chat|word|talk|call)\\b`,
      'iu',
    ),
  },
  {
    signal: 'asks_for_human',
    name: 'promised_call',
    pattern:
      /\b(?:nobody|no ?one|none of you) (?:ever |has |have |even )*(?:called|phoned|rang|rung|telephoned)\b|\b(?:said|told|promised|assured)\b[^.!?]{0,25}\b(?:somebody|someone|a \w+|you|they) (?:would|will|['’]d|['’]ll) (?:call|phone|ring|telephone)\b|\b(?:but|please|so|just) (?:do )?(?:phone|ring|telephone)(?: me)?\W*$|\bwhoever (?:phones|calls|rings) me\b|\bnumber where (?:an? |any |some )?(?:real )?(?:voice|person|human|somebody|someone|anybody|anyone)\b|\b(?:pass|put|hand|transfer|connect|switch) me (?:on|over|through|back) (?:to|with) (?!voicemail|the (?:website|page|next page|checkout))/imu,
  },
  {
    signal: 'asks_for_human',
    name: 'not_if_it_is_one',
    pattern: new RegExp(`\\b(?:an? |this |you )(?:\\w+ )?${MACHINE}\\b[^!]{0,15}\\bif (?:yes|so|it is|you are)\\b`, 'iu'),
  },
  {
    signal: 'asks_for_human',
    name: 'menu_key',
    // What telephone menus have taught: zero is the operator.
    pattern: /^\W*(?:(?:press|dial|hit|key)\s+)?(?:0|zero)(?:[\s,]+(?:0|zero|agent|operator))*\W*$/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'transfer_alone',
    pattern: /^\W*(?:please |pls |just )?(?:transfer|connect|forward|escalate)(?: me| this| now| please| pls)*\W*$/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'other_than_machine',
    pattern: new RegExp(
      `\\b(?:(?:take|get|let) me (?:off|out of|away from|past)|(?:get|go|getting) past|turn off|switch off|skip|bypass)\\s+(?:the |this |your |that )?(?:${MACHINE}|automated|automatic)|\\b(?:discuss|talk|speak|chat|converse|deal|communicate|explain|continue|go on|carry on)\\w*\\s+(?:\\w+\\s+){0,3}(?:to|with)\\s+(?:a |an |this |your |any )?(?:artificial intelligence|software|programs?|algorithms?|script|automated \\w+|${MACHINE})\\b`,
      'iu',
    ),
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'colleague_of_yours',
    pattern:
      /\b(?:colleagues? of yours|(?:one|any) of your (?:colleagues|people|staff|employees|team)|(?:your|a) (?:boss|superior|team ?lead(?:er)?|higher[- ]up|senior (?:agent|colleague))|up the (?:chain|ladder)|(?:to a |at a )?higher level|some(?:one|body) (?:else|higher up|senior)|grown[- ]?up|(?:bring|fetch|call|get)(?: me)? (?:the|your|a) (?:manager|manger|supervisor|owner|boss)|(?:from|with|to|by) (?:someone|somebody|a person|anyone|one of those) (?:who|that) (?:works?|is employed|sits?|knows?) (?:there|for you|at|in your|here|with you|what)|(?:redirect|send|pass|forward|transfer|connect|put|route)(?: \w+){1,3} (?:to|with) the (?:right|proper|correct|responsible|relevant|other) (?:department|team|people|office|section|desk))\b/iu,
    unless:
      /\b(?:anyone|someone|somebody) else (?:(?:can|could|to|will|may|should) )?(?:pick|collect|sign|receive|accept|open|use|wear|take (?:it|the|my)|get (?:it|the|my))|\b(?:anyone|someone|somebody) else('s|s)? (?:order|parcel|package|things?|name|account|item|box|used|bought|has|had|got|took)|i got someone else|\bhigher level of\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'who_can_i_talk_to',
    pattern:
      /\bwho(?:m)? (?:can|could|may|do|should|else can) (?:i|we) (?:talk|speak|turn|complain|go|chat) (?:to|with)\b|\bput (?:a|your|the|some)? ?(?:rep\w*|agent|human|person|manager|somebody|someone) on\b|\b(?:handled|dealt with|looked at|reviewed|read|answered|taken over) by (?:a |an |one of |some |your )?(?:member|human|person|people|staff|employee|agent|somebody|someone|colleague|specialist|manager)/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'who_can_i_reach',
    pattern:
      /\bwho(?:m)? (?:can|could|may|do|should|else can|would) (?:i|we) (?:ring|call|phone|contact|reach|write to|email)\b|(?:^|[.!?,;] ?|\b(?:and|so|then|but) )who (?:else )?(?:can|could|is able to)(?: (?:actually |really )?(?:help|sort|fix|decide|handle)(?: (?:me|us|it|this|that|with (?:it|this|that)))*)?\W*$|\b(?:which|what|a|the|your|any) (?:phone |telephone |hotline )?number (?:(?:can|should|could|do|where|that|to|for me|for us|i|we|u|you|guys|can) ){1,4}(?:call|ring|phone|dial|reach)\b|\b(?:complain|complaining|talk|speak|write|escalate) (?:to|2|with) (?:your|ur|the|ya) (?:\w+ )?(?:manager|boss|supervisor|owner|management|ceo|director|superior|bosses)\b|\b(?:jump|hop|get) on (?:a|the) (?:quick )?(?:call|phone)\b|\blet['’]s (?:talk|speak) on the phone\b/iu,
    unless: /\b(?:my|our) (?:phone|mobile|telephone) number\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'anybody_here',
    pattern:
      /\b(?:is|are|does|do|will|can|could|has|would) (?:there )?(?:anyone|anybody|any (?:one|body|humans?|people|persons?)|someone|somebody|a (?:human|person)) (?:actually |really |ever |even |at all |out |still |going to )?(?:read(?:ing)? (?:these|this|that|them|it|my|our|what)|(?:there|here)\W*$|listening|looking at|seeing|work(?:s|ing)? (?:there|here)|monitor\w*|picking up|real|awake|alive)|\b(?:any|some) (?:humans?|people|persons?|one real) (?:in|around|out|on) (?:here|there|this)\b|\b(?:hear|have|prefer|need|want|get) (?:a |some )?(?:real |human |actual )?voice\b|\bwith (?:their|his|her) own eyes\b|\b(?:somebody|someone) (?:at|on|behind) (?:the |your )?(?:desk|counter|other (?:end|side)|screen)\b/iu,
  },
  {
    signal: 'asks_for_human',
    name: 'no_bots',
    pattern:
      /\b(?:do(?:n['’]?t| not)|refuse to|will not|won['’]?t|can['’]?t stand|hate) (?:do|use|like|trust|deal with|want|talk(?:ing)? (?:to|with)|answer(?:ing)? to) (?:\w+ ){0,2}(?:chat ?bots?|bots?|robots?|ai(?! \w)|machines|automated (?!e?-?mails?|newsletters?|calls?|payments?)\w+|software)\b|\bget me (?:out of|off) (?:this|the) (?:\w+ )?(?:menu|loop|maze|chat|script|hell)\b|\b(?:not|isn['’]?t|less|no more) (?:another |a )?(?:automated|canned|scripted|auto|pre-?written|copy[- ]paste[d]?|robotic) (?:repl\w+|responses?|answers?|messages?|texts?|one)\b|\byour (?:automated|automatic|canned|scripted) (?:answers?|repl\w+|responses?) (?:\w+ ){0,2}(?:help|work|useless|annoy|no good|are)\b/iu,
    unless: WHO_IS_THERE,
  },
  {
    signal: 'asks_for_human',
    name: 'named_colleague',
    // Only a name that is written as one: "have the parcel call me" is none.
    pattern:
      /(?<!\bI )\b(?:[Hh]ave|[Aa]sk|[Tt]ell|[Ll]et|[Gg]et|[Cc]an|[Cc]ould|[Ww]ill) [A-Z][a-z]{2,14} (?:(?:from|who|in|at) (?:\w+ ){1,4})?(?:please )?(?:to )?(?:call me|phone me|ring me|get back to|contact me|write (?:to )?me|e-?mail me|take over|help me|look at|look into)\b/u,
  },
  {
    signal: 'asks_for_human',
    name: 'takes_a_look',
    pattern: new RegExp(
      `\\b(?:a|an|any|some|one of your|your|real|actual) (?:\\w+ )?(?:${PERSON}|technician|expert)\\s+(?:please |could |can |to |must |should |would |will )*(?:(?:take|have|get|give) (?:it |this |me )?(?:a )?(?:(?:quick|proper|closer) )?look|take (?:this|it|over|care)|step in|decide|sort (?:this|it)|see (?:to )?(?:this|it)|read (?:this|it|my)|deal with|get on)\\b`,
      'iu',
    ),
    unless: SOLD_BY_PERSON,
  },
  {
    signal: 'asks_for_human',
    name: 'pictogram',
    pattern: /[🗣👤👥🙋🧍]|(?:[👨👩🧑]|🧑)\u200D(?:[💼💻🔧🎓🏫]|⚕)|(?:^|\s)[📞☎]\uFE0F?\s*(?:me|please|pls|$)/u,
  },
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
