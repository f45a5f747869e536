import type { Words } from '../language.ts';
import { ENGLISH_TOPICS } from './topics.ts';

/** Words of a sentence, not of a street's name: "10009 goes to the wrong place". */
const NO_STREET = String.raw`(?!(?:to|the|on|in|at|is|are|was|were|goes|go|went|my|our|your|and|or|for|from|by|i|it|we)\s)`;
const STREET = String.raw`(?<![\w-])\d{1,6}[A-Za-z]?\s+(?:${NO_STREET}[\p{L}\p{N}.'’-]+\s+){0,5}(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|dr(?:ive)?|ln|lane|blvd|boulevard|way|court|ct|place|pl|terrace|ter|square|sq|highway|hwy|parkway|pkwy|circle|cir|trail|row|alley)\b`;

/** How customers who write English say what we have to understand. Apostrophes are straight where the reader says so. */
export const ENGLISH_WORDS: Words = {
  answers: {
    yes: /^(?:(?:oh|h+m+|ok(?:ay)?|alright|well|um+|hi|hello|hey|thanks|thank you)[,.! ]+)*(?:mhm+[,. ]+)?(?:yes+|yeah|yea|yep|yup|ya|sure(?: thing)?|of course|absolutely|definitely|certainly|correct|confirmed?|i confirm|go (?:ahead|for it)|please (?:do|go ahead|proceed|confirm)|do it|do that|i agree|i(?:'d| would) (?:like|love) that|(?:that|this|it) (?:would be|will be|is) (?:great|fine|good|perfect|lovely)|y(?=\W*$)|that'?s (?:right|fine|correct|ok(?:ay)?|good)|(?:that |it )?(?:sounds|looks) (?:good|great|right|fine)|ok(?:ay)?|okey|fine(?: by me)?|agreed|approved?|proceed|perfect|great|👍|✅|sí|si|oui|ja|sim|claro)(?![\p{L}\p{N}])/iu,
    no: /^(?:(?:oh|h+m+|ok(?:ay)?|well|um+|hi|sorry|actually|thanks|thank you)[,.! ]+)*(?:no+|nope|nah|not (?:now|yet|really|at all)|don'?t|do not|stop|cancel(?: that| it)?|wait|hold on|never ?mind|leave it|forget it|rather not|i(?:'ve| have)? changed my mind|👎|❌|nein|non|não|nao)(?![\p{L}\p{N}])/iu,
    weakYes:
      /^(?:ok(?:ay)?|okey|alright|fine|perfect|great|sure|hi|hello|hey|well|um+|thanks|thank you)\b(?!.*\b(?:yes|yeah|yep|go ahead|confirm\w*|do it|please do|proceed)\b)/iu,
    agrees:
      /y|y+e+s+|ye+a+h*|ye+p+|yu+p+|ya+|yes?|su+re|o+k+(?:ay)?|okey|k+|al?right|right|fine|go+d|good|great|perfect|cool|nice|lovely|super|awesome|excellent|wonderful|correct|exactly|definitely|absolutely|certainly|of|course|thing|confirm(?:ed)?|agree[ds]?|approved?|accept(?:ed)?|proceed|go|ahead|on|with|for|do|please|pl[sz]+|thanks?|thx|ty|cheers|much|very|so|many|just|then|now|and|by|all|both|everything|everyone|oh|um+|well|h+m+|hi|hello|hey|dear|team|sir|madam|i|i'?m|i'?d|we|you|your|u|me|us|it|it'?s|its|that|that'?s|thats|this|is|the|my|a|an|to|in|be|would|will|can|could|sounds?|looks?|works?|let'?s|lets|happy|love|like|want|that'?ll|them|these|those|asap|soon|quick(?:ly)?|help|appreciate|kind|kindly|day|best|regards|card|money|back|amount|may|there|order|process|issue|update|change|mhm|yo|s[ií]|oui|ja|sim|claro|bitte|merci|gracias/,
    reserves:
      /\b(?:leave|keep|forget|stop|if|until|later|tomorrow|mistake|wrong|rather|whatever|think|but|except|unless|only if|wait|hold on|actually|instead|however|change|different|other (?:card|address|one)|not sure|don'?t|cancel|never ?mind|(?<!why )not|no(?! (?:problem|worries|rush|hurry|doubt)\b))\b/iu,
    nothingElse: /^(?:no(?:pe)?|nah|nothing)[.! ]*$/i,
    ratingDigit:
      /^(?:(?:i(?:'d| would)? )?(?:give|rate|say)?(?: (?:it|you|this))?(?: an?)? ?)?([1-5])(?:\s*(?:\/|out of)\s*5|\s*stars?)?[.,! ]*(?:thanks.*|thank you.*)?$/u,
    ratings: {
      one: 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      terrible: 1,
      bad: 2,
      okay: 3,
      good: 4,
      great: 5,
      excellent: 5,
      perfect: 5,
    },
    corrects:
      /^(?:(?:no(?:pe)?|nah)[,.! ]+)?(?:no(?:pe)?|nah|not (?:that|this|those)(?: one)?)[,.! ]+(?:i mean[t]? |it'?s |about |but )?(?:the|my|lf-?\d)\b/i,
    accepts: /(?:^|\bbut,? |, )(?:ok(?:ay)?|fine|alright|i see|understood|fair enough|too bad|oh well|that'?s (?:ok(?:ay)?|fine))\b/i,
    waits:
      /^(?:(?:ok(?:ay)?|sorry|well|um+|uh+|yes|sure|thanks)[,.! ]+){0,3}(?:h+m+(?=\W*$)|um+(?=\W*$)|(?:just )?(?:one|1|a|give me a|gimme a) ?(?:sec(?:ond)?|min(?:ute)?|mo(?:ment)?)s?|hold on|hang on|wait(?: a| one)? (?:sec|min|mo|bit)\w*|wait,? (?:my|let|the)\b|bear with me|brb|be right back|let me (?:just )?(?:check|look|see|find|get|ask|grab|open|think|talk)|(?:(?:i(?:'?ll|'?m| will| am)? )(?:just )?(?:(?:gonna|going to) )?(?:check|look|find|search|ask|fetch|open|get)(?:ing)?|checking|looking|searching|asking|fetching|opening) (?:for |in |into )?(?:my |the )?(?:e-?mails?|inbox|mail(?:box)?|phone|spam|junk|computer|laptop|app|receipt|wife|husband|partner|it|code|order number|number|box)|(?:i need to|i have to|i must) (?:check|look|find|ask|think)|(?:not|isn'?t) (?:here |there )?yet)\b[^?]{0,60}$/iu,
    wantsSpecialist:
      /\b(?:yes|yeah|yep|please|specialist|person|human|someone|sure|go ahead|i'?d like|do (?:it|that)|ask (?:them|someone)|talk|speak)\b/i,
    declines: /^(?:no|nope|nah|not now|no thanks)\b/i,
  },
  closing: {
    thanks:
      /\b(?:thanks|thank you|thx|ty|cheers|much appreciated|appreciate (?:it|that|your)|gracias|merci|danke|obrigad[oa]|grazie|dank je)\b|🙏|❤️/iu,
    allWell:
      /^(?:(?:ugh|oh|well|hmm+|um+|ok(?:ay)?|right)[,.! ]+)*(?:good|nice|cool|ok(?:ay)?|super|fine|alright|whatever|too bad)[.! ]*$|\b(?:forget (?:it|about it)|never ?mind|(?:leave|let) it(?: be| as it is| at that| then)?$|perfect|great|awesome|excellent|brilliant|wonderful|lovely|that (?:helps?|helped|worked|works|answers? it|did it|does it)|(?:that'?s|it'?s) (?:all|it|everything|perfect|great|fine)|got it|all (?:good|set|done|clear)|(?:i'?m|we'?re) (?:all )?(?:good|set|done|fine|happy)|no(?:pe)?,? (?:that'?s|thanks|thank you|i'?m (?:good|fine)|all good|nothing)|nothing else|no more questions|problem solved|solved|sorted|(?:good )?bye|have a (?:good|nice|great))\b|👍|✅|🎉/iu,
    takesBack:
      /\?|\b(?:but|however|except|still|not (?:what|helpful|really|perfect|great|good|solved|working)|isn'?t|doesn'?t|didn'?t|can'?t|no thanks to|another (?:question|thing)|also|one more|by the way|what about|how about|great,? (?:another|just)|just great)\b/iu,
    wantsMore:
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:please|pls|and|then|now|you|to)\s+)(?:please\s+|just\s+)?(?:cancel|refund|return|replace|exchange|track|send|re-?send|ship|change|update|check|give|tell|show|call|help|look|find|transfer|connect|close|delete|reset|stop|fix)\b|\b(?:where|when|why|how|what|which|who)(?:'s| is| are| was| do| does| did| will| would| can| could| long| much| many| soon)\b|(?<!\b(?:all|what|everything) )\bi(?:'d like| would like| want| need| wish| am looking| haven'?t| have not| still)\b|\b(?:can|could|would|will) (?:you|i|we|someone)\b|\bfor nothing\b/iu,
    notHelped:
      /^(?:no(?:pe)?|nah|not (?:really|at all|quite|yet)|it (?:did(?:n'?t| not)|does(?:n'?t| not)) help|that (?:did(?:n'?t| not)|does(?:n'?t| not)) help|unfortunately not|useless|still (?:not|no|broken|the same))\b/iu,
  },
  identity: {
    lostMailbox:
      /\b(?:(?:no|don'?t have|lost|lose|can'?t|cannot|unable to|without|locked out of|no longer have|don'?t) (?:have |get |use |any )?(?:more )?(?:access|get into|reach|open|log ?in)(?: \w+){0,4} (?:e-?mail|mailbox|inbox|address|account|it)|(?:can'?t|cannot|no longer) (?:access|open|check|use|get into) (?:that|my|the|this)(?: old)? (?:e-?mail|mailbox|inbox|address)|(?:e-?mail|mailbox|address) (?:is|was|has been) (?:gone|closed|deleted|deactivated|hacked|dead)|old (?:work )?(?:e-?mail|address).{0,40}(?:gone|closed|no longer|anymore|any more|left))\b/i,
    postItHere:
      /\b(?:(?:post|send|tell|give|show|write|paste|say|put|just) (?:me )?(?:the |my |that )?code (?:here|to me|in (?:here|this|the)|directly|now)|what(?:'s| is) the code|(?:tell|give|show) me the code|(?:post|paste|send|share|put) (?:it|the code) (?:here|in (?:here|the|this)))\b/i,
    sendAgain:
      /\b(?:re-?send|send (?:it |me |the |a |another )*(?:again|new|another|code)|new code|another code|(?:did(?:n'?t| not)|haven'?t|have not|never) (?:get|got|receiv\w+|gotten|see)|no (?:code|e-?mail|mail) (?:yet|came|arrived)|nothing (?:came|arrived|in my inbox)|where is (?:the|my) code)\b/i,
    asksAboutCode:
      /^(?:but |and )?(?:why|what for|huh|what|which code)\W*$|\bwhy\b.{0,40}\b(?:code|that|this|e-?mail|verif\w+|prove|check|need it|ask)\b|\bwhat(?:'?s| is| do you need)? (?:is )?(?:this|that|the|a|it)? ?(?:code|(?:one[- ]time )?password)?(?: you mean| is (?:this|that|it)| for)\b|\b(?:what|which) code\b|\bcode for what\b|\b(?:is|are) (?:that|this|it|you) (?:safe|secure|legit\w*|a scam|scam\w*|phishing|necessary|serious)\b|\b(?:spam|junk|promotions?)\b.{0,20}\?|\bhow long (?:is|does|will|do)\b.{0,20}\b(?:code|it|valid|work|good)\b|\b(?:can'?t|can not|cannot|can) you (?:not )?just (?:do|skip|look|use)\b|\bdo i (?:really )?(?:have|need) to\b.{0,15}\bcode\b|\bwithout (?:the|a|any) code\b|\bskip (?:the|this|that)\b|\balready (?:told|gave|given|sent|said)\b.{0,20}\be-?mail\b/iu,
    asksMore:
      /\?|\b(?:also|plus|please|can you|could you|i (?:want|need|would like)|how|where|when|what|which|do you|cancel|refund|change)\b/i,
  },
  orders: {
    otherOne:
      /\b(?:the )?other (?:one|order|package|parcel)\b|\bmy other\b(?! (?:card|bank|account|payment|address|e-?mail|phone|number))/i,
    otherThing: /\bother (?:one|order|item)\b/i,
    newest: /\b(?:my|the) (?:(?:very )?last|latest|newest|most recent) (?:order|purchase|package|parcel|delivery)\b/i,
    refersBack: /\b(?:its?|that|this|them|those|the order|my order|the (?:package|parcel|item|refund))\b/i,
    notReceived:
      /\b(?:never (?:arrived|came|got|received)|(?:has|have|did)(?:n'?t| not) (?:arrived?|come|received?|got(?:ten)?|get|shown? up|turned up)|not (?:here|arrived|received)|missing|stolen|isn'?t here|where is it then)\b/i,
    ordinals: [
      { words: /\b(?:first|1st|top)\b/i, position: 0 },
      { words: /\b(?:second|2nd)\b/i, position: 1 },
      { words: /\b(?:third|3rd)\b/i, position: 2 },
      { words: /\b(?:fourth|4th)\b/i, position: 3 },
      { words: /\b(?:last|latest|bottom)\b/i, position: -1 },
    ],
    notThat: /\b(?:not|instead of|rather than|i mean(?:t)?)\b/i,
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words:
          /\b(?:wrong (?:item|product|thing|one|order|colou?r|model)|not what i ordered|(?:sent|got|received) (?:me )?(?:the wrong|someone else|a different)|different (?:item|product) than)\b/i,
      },
      {
        reason: 'damaged',
        words:
          /\b(?:damaged?|broken?|broke|cracked|chipped|torn|ripped?|dented|scratched|smashed|shattered|bent|crushed|leak(?:s|ing|ed)?|hole in|in pieces)\b/i,
      },
      {
        reason: 'defective',
        words:
          /\b(?:defect(?:ive|s)?|faulty|(?:doesn'?t|does not|won'?t|not) work(?:ing)?|stopped working|malfunction\w*|dead on arrival|unusable)\b/i,
      },
      {
        reason: 'not_received',
        words: /\b(?:never (?:arrived|came|got|received)|(?:has|did)(?:n'?t| not) (?:arrived?|come)|not received|lost in)\b/i,
      },
    ],
    takesBack: /\b(?:cancel|stop|withdraw|forget|drop|no longer|don'?t (?:want|need)|changed my mind)\b/i,
    howLong: /\b(?:how (?:long|soon|fast|quick(?:ly)?)|when (?:will|would|do|does))\b/i,
    why: /\b(?:why|how come|what about the (?:rest|other)|only|not (?:the )?(?:full|all|whole|more)|where is the rest)\b/i,
    wantsReplacement:
      /\b(?:replacements?|replace(?:d)?|exchang\w+|swap\w*|re-?(?:send|ship)|(?:send|ship|get|have|want|need)(?: me| us)? (?:a |the |another )?(?:new (?:one|set|pair)|another(?: one| set| pair)?)|new one instead)\b/iu,
    howLongQuestion: 'how long do refunds take',
  },
  account: {
    switchOff: /\b(?:un-?subscribe|stop|remove|off|cancel|no more|opt.?out|take me off|quit|end)\b/i,
    details: [
      { field: 'phone', words: /\b(?:phone|mobile|cell|telephone|number)\b/i },
      { field: 'address', words: /\b(?:address|moved|moving|street|zip|ship(?:ping)? to)\b/i },
      { field: 'name', words: /\b(?:name|surname|married|spelled|spelling)\b/i },
    ],
    newName:
      /\bname\b(?:(?:(?!\bto\b).)*\bto\s+(?:be\s+)?|.{0,80}\b(?:should|must|ought to) (?:be|read|say)\s+)([\p{Lu}][\p{L}'’-]+(?:\s+[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:it'?s|my (?:new )?name is|to)\s+/i,
  },
  address: {
    address: new RegExp(String.raw`(?:${STREET})[^\n?!;]{0,100}|\bP\.?\s?O\.?\s?Box\s+\d+[^\n?!;]{0,80}`, 'iu'),
    tail: /[,.\s]*\b(?:please|pls|thanks?(?: you)?|instead|asap|if possible|before it ships).*$/i,
    lead: /^(?:(?:please )?(?:send|ship|deliver) it to|to|it'?s|my (?:new )?address is)[:\s]+/i,
  },
  questions: {
    inGeneral:
      /\b(?:in general|generally|just (?:asking|wondering|curious|checking)|hypothetically|asking for a friend|as a rule|what if)\b/i,
    asks: /(?:^|[.!,;:\n]\s{0,9}|\b(?:and|know|tell me|me|wonder(?:ing)?|ask)\s+)(?:hows?|what'?s?|when'?s?|where'?s?|which|who|whether|if|is|are|does|do|can|could|may|until|till|from (?:what|when|which)|will)\b/i,
    supposes:
      /\b(?:if|when|once|in case) (?:i|we|you|a|an|the|my|it|something|someone|somebody|one|there)\b.{0,90}\b(?:do|can|will|would|does|could) (?:you|i|we|it|they|one)\b/i,
    own: /\b(?:my|mine|our|ours|it|this|that one|these|those|them|the other|i(?:'ve| have)? (?:just |already )?(?:bought|ordered|received|got|returned|sent|paid|purchased|placed)|(?:we|i) were|was sent)\b/i,
    news: /\b(?:hear (?:back|from)|any (?:news|update|progress)|how long (?:will|does|until|till)|when (?:will|do|can) (?:i|you|someone|somebody|they|it)|still waiting|status|what(?:'s| is) (?:happening|next|going on))\b/i,
    whatWeAre:
      /\b(?:are you|is this|am i (?:talking|speaking|chatting)|who (?:are|am)).{0,40}\b(?:bot|robot|ai|a\.i\.|human|real|person|machine|computer|you|chatgpt)\b/i,
    stockOrPrice: /\b(?:in stock|available|availability|back in|sold out|stock|price|cost|how much|sell|carry|have any)\b/i,
    pointsBack: /\b(?:it|its|that|this|they|them|those|these|one)\b/i,
    courtesy: 'tell me about please info information details describe know more want hello thanks product item looking question ask',
  },
  letters: {
    subjectWithoutWish:
      /^(?:(?:my|our|an?|the|some|quick|small|new|recent|urgent|please|need|with|about|regarding|for|hi|hello|hey|order|orders|account|purchase|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|help|support|request|issue|problem|ticket|info|information)[\s,.!?:-]*)+$/i,
    opening: /^\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|to whom)\b[^\n.!?]{0,40}\n/iu,
    closing: /\n[^\n]{0,40}\b(?:regards|sincerely|yours|cheers|greetings|wishes)\b[^\n]{0,20}\n[^\n]{0,60}(?:\n[\s\S]{0,400})?$/iu,
  },
  requests: {
    lead: /(?:just )?(?:one|two|three|four|2|3|a few|a couple of|some|several) (?:things?|questions?|points?|requests?)|and|also|but|then|so|plus|oh|ok|okay|well|hi|hello|hey|btw|by the way|secondly|second|first|firstly|additionally|finally|lastly|another thing|one more thing|thanks|thank you|please|pls|plz/,
    question:
      /(?:where|wheres|where's|when|what|whats|what's|which|who|why|how|hows|is|are|was|were|can|could|would|will|do|does|did|has|have you|should|may|am i)\b/,
    wish: /(?:i|we)(?:'d|'m| would| also| really| just| still| am)*\s+(?:want|wanna|need|like|have to|must|demand|request|looking|wish|gotta|forgot|would)\b|(?:i'd|id|we'd) (?:also |really )?(?:like|love|prefer)\b|(?:help|let) me\b/,
    order:
      /(?:cancel|refund|return|track|send|change|update|reset|delete|close|unsubscribe|subscribe|stop|tell|show|give|get|find|check|ship|exchange|replace|resend|add|remove|switch|transfer|connect|unlock|sign|explain|look|recommend|confirm|edit|modify|redirect|create|register|forward|correct|fix)\b/,
    and: /(?:and(?: also| then| please)?|also|plus|as well as|but also|then)(?: please| pls)?/,
    pointing:
      /how|what|can|could|would|will|is|are|do|does|should|shall|may|i|you|u|we|it|that|this|there|please|pls|help|me|us|get|some|any|with|done|possible|possibly|anyone|someone|somebody|to|have|know|tell|explain|let|be|a|way|the|so|assist|assistance|support|give|hand|need|want|like|next|must|on|for|and|or|also|thanks|thank|ok|hi|hello|asap|about|sort|fix|solve|handle|look|into|check|out|up/,
    refersBack: /\b(?:it|its|that|this|them|same|the order|my order|the package|the parcel)\b/iu,
    deliveryInGeneral:
      /\b(?:do you (?:also )?(?:ship|deliver|send)|how much|cost|costs|price|fee|free|canada|abroad|international|overseas|express|options?|methods?|countries)\b/iu,
  },
  followUps: {
    bare: /yes|yeah|yep|yup|sure|ok(?:ay)?|no|nope|nah|please|pls|do(?: (?:it|that|so))?|go ahead|correct|right|exactly|the|that|this|one|other|another|both|all|first|second|third|last|next|latest|newest|older?|it(?:'?s| is)?|them|those|these|and|or|of|with|for|to|my|number|order|what about|how about|same|too|also|again|then|i mean|i meant|instead|now/,
    hanging: /and|but|or|what about|how about|what if|also|then|so/,
    pointing: /it|that|this|them|those|these|one|ones|other|first|second|third|last|same|there|then/,
    social:
      /^\W*(?:(?:great|ok(?:ay)?|cool|perfect|awesome|super|good|nice|yes|yep|no|lovely)[\s,.!]+)*(?:hi|hello|hey|thanks?|thank you|thx|bye|goodbye|cheers)\b[^?]*$/iu,
  },
  values: undefined,
  nouns: undefined,
  topics: ENGLISH_TOPICS,
};
