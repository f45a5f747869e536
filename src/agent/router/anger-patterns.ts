import type { SignalRule } from './signal-rule.ts';

/** The trail in the worst weather, a polite "hate to bother", a story told with a laugh: strong words that are not about us. */
const NOT_ABOUT_US =
  /\bworst (?:case|weather|conditions|storm|rain|winter|part)|\bat worst\b|\b(?:not|n['’]t) (?:angry|mad|upset|annoyed|complaining|ridiculous)|\bhate to (?:bother|ask|be|do|trouble)|\bi['’]d hate\b|\b(?:love|awesome|amazing|great|fantastic|brilliant|perfect) (?:it|this|that|stuff|service|job|product|tent)\b|\bstupid question\b|\b(?:lol|lmao|rofl|(?:ha){2,})\b|[😂🤣😊😍❤]|(?<!\w)\/s\b|\b(?:holy|no|good|great|funny|hot|deep|weird|cool|awesome|the|some|cat|dog|horse|bear|bird) shit\b(?! (?:service|company|shop|show))|\bf+u+c+k+(?:ing?|en)? (?:yea+h?|yes+|awesome|amazing|great|good|love|loved|god|legends?|masterpiece|brilliant|beautiful|hilarious|funny|perfect|genius|right|go+|thank|incredible|cool|nice|delicious|adorable|cute)\b|\b(?:god)?damn(?:ed)? (?:masterpiece|legend\w*|delicious|right|good|fine|near|nice|great|fast|quick|tasty|beautiful)\b/iu;
/** Told of somebody, or out of another's mouth: the writer's own temper is not in it. */
const OF_ANOTHER =
  /^\W{0,3}>|\b(?:he|she|who|his|her|guy|girl|man|woman|dad|mom|mum|brother|sister|boss|neighbou?r|fans?|everyone|someone)(?:['’]s| (?:is|was|are|were|be|been|seems?|seemed|gets?|got|looks?|looked))(?: \w+){0,3} (?:pissed|furious|angry|mad|livid|upset|annoyed|frustrated|fuming|outraged|idiots?|morons?|liars?|clowns?|incompetent|useless|worthless|stupid|bastards?|assholes?)\b/iu;
const NOT_OUR_ANGER = new RegExp(`${NOT_ABOUT_US.source}|${OF_ANOTHER.source}`, 'iu');
const BAD =
  '(?:terrible|horrible|awful|appalling|pathetic|dreadful|atrocious|abysmal|disgraceful|shameful|shocking|lousy|crappy|shitty|garbage|rubbish|bad|poor|incompetent)';
const US =
  '(?:service|support|company|shop|store|experience|business|customer care|communication|treatment|help|staff|team|people|website|bot|agent|attitude|way to treat)';

/** What is talked about with a shop. Strong words about anything else in the world are not for us. */
export const OUR_BUSINESS =
  /\b(?:orders?|ordered|parcels?|packages?|packets?|deliver\w*|couriers?|drivers?|ship(?:ped|ping|ments?)|track\w*|refund\w*|money|charg\w*|my card|accounts?|passwords?|log(?:in|ged)?|support|service|compan(?:y|ies)|shops?|store|website|site|bots?|robots?|agents?|staff|answer\w*|repl(?:y|ies|ied)|wait\w*|e?mails?|cancel\w*|returns?|customers?|product|items?|tents?|stove|boots|lamps?|packs?|warranty|ticket|asked|asking|help|larkfield|promis\w*|your (?:\w+ )?(?:people|policy|system|process|promises?|excuses?|lies)|you (?:people|guys|lot)|wrong with you|questions?|treated|treatment|stuff|excuses?|paid|bought|with you|from you|of you(?:rs?)?|at you|you lot|respon(?:d\w*|ses?)|apolog\w+)\b/iu;
/** Anger needs words against us or a lost patience; a loss, a hurry or a complaint told calmly is none. */
export const ANGER_RULES: readonly SignalRule[] = [
  {
    signal: 'angry',
    name: 'swearing',
    aboutUs: true,
    pattern:
      /\b(?:f+u+c+k\w*|fck\w*|f\*+\w*|(?<!(?:his|her|their|'s|getting) )s+h+i+t+(?:ty|show)?(?! (?:on|out of))|sh\*t|bull ?shit|bs|wtf(?! is)|wth|ffs|stfu|asshole\w*|bastards?|god ?damn(?:ed|it)?|damn ?it|(?:a|one|single|my|your) (?:god)?damn (?:thing|word|bit|clue|reply|answer|parcel|package|order|refund|money|tent|stuff|call|e-?mail|excuses?|bot|website|service|company|shop|job)|(?:this|your|such|same|full of) crap|piss(?:ed)? off|piece of (?:crap|junk|trash|garbage)|(?:what|who|where|why|how) the (?:hell|heck|fuck)|go to hell|screw (?:you|this)|bloody (?:hell|useless|joke|ridiculous))\b|🤬|😡|🖕/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'insult',
    aboutUs: true,
    pattern:
      /\b(?:idiots?|morons?|imbeciles?|(?:stupid|dumb) (?:\w+ )?(?:bot|robot|machine|company|people|system|website|site|rules?|policy|policies|answers?|service|support|shop|questions? again)|(?:you(?:['’]?re| are)?|is|this|so) (?:stupid|dumb)(?=\W*$| (?:bot|company))|clowns?|incompetent|incompetence|liars?|thieves|crooks?|scam(?:mers?|med|ming)?|con artists?|rip[- ]?off|frauds?ters?|swindlers?|cheat(?:ers|s(?=[.!?]*$))|(?:you|bunch of|you\s\w+) (?:cheats?|criminals)|useless|worthless|braindead|brainless|lazy (?:people|staff|company))\b/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'verdict',
    aboutUs: true,
    pattern:
      /\b(?:(?:the |by far the )?worst\b(?! thing is)|ridiculous(?:ly)?|unacceptable|inexcusable|outrageous|disgusting|disgusted|disgrace|absurd|insane that|a joke|beyond a joke|laughable|shame on|unbelievable that|how dare you|never in my life|such (?:ignorance|a (?:shambles|mess|circus|joke))|an? (?:absolute |complete |total )?(?:nightmare|disaster|shambles|farce|insult|disgrace))\b/iu,
    unless: new RegExp(`${NOT_OUR_ANGER.source}|\\btell me a joke|\\bjust a joke|\\b(?:only|make|made) a joke`, 'iu'),
  },
  {
    signal: 'angry',
    name: 'bad_service',
    aboutUs: true,
    pattern: new RegExp(
      `\\b${BAD}\\s+(?:\\w+\\s+){0,2}${US}\\b|\\b(?:your|this|the)\\s+(?:\\w+\\s+)?${US}\\s+(?:is|was|are|were|has been)\\s+(?:\\w+\\s+){0,2}(?:${BAD}|trash|crap|a mess)\\b|\\b(?:service|company|you|this|bot|support)\\s+(?:guys |people |really |just )*sucks?\\b`,
      'iu',
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'state',
    pattern:
      /^\W*(?:absolutely |completely |beyond )?(?:furious|livid|outraged|enraged|fuming|seething|disgusted|appalled)\b|\b(?:i|we|i['’]?m|i['’]ve been|we['’]re|am|me|us|feel(?:ing)?)(?: (?!not\b)\w+){0,3} (?:furious|livid|outraged|enraged|fuming|seething|pissed|infuriated)\b|\b(?:(?:so|very|really|extremely|absolutely|getting|am|i['’]?m) (?:\w+ )?(?:angry|mad at|frustrated|annoyed|irritated|upset with|appalled|pissed)|(?:very|extremely|absolutely|really|so) upset|(?:this|it|that) is (?:\w+ )?(?:infuriating|frustrating|annoying|maddening)|(?:this|it|you|your \w+|that) drives? me (?:crazy|mad|insane|up the wall))\b/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'patience_lost',
    aboutUs: true,
    pattern:
      /\b(?:fed up|sick (?:and tired )?of|had (?:it|enough)|lost (?:my |all )?patience|losing (?:my )?patience|(?:out|end) of (?:my )?patience|patience is|enough is enough|last straw|at the end of my rope|tired of (?:this|your|waiting|asking|you|being|getting|excuses|repeating)|stop (?:wasting|ignoring|lying)|wast(?:e|ing) (?:of )?(?:my )?time|(?:are|r) (?:you|u) (?:kidding|serious|joking|deaf|blind|stupid)|you(?:['’]ve| have) got to be (?:kidding|joking)|kidding me)\b/iu,
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'asked_often',
    pattern:
      /\b(?:(?:third|fourth|fifth|sixth|tenth|3rd|4th|5th|6th|10th|hundredth|100th|umpteenth|millionth|\d{1,3}th) (?:freaking |damn |bloody )?time|how many (?:more )?times (?:do|must|should) i|(?:three|four|five|six|ten|a hundred|a million|\d+|so many|countless) times (?:now|already)|(?:asked|written|told you|called|contacted you|emailed)(?: \w+){0,3} (?:three|four|five|six|ten|a hundred|countless|\d+|many) times)\b/iu,
    unless:
      /\bthird time (?:lucky|i (?:order|buy|shop|bought)|buying|ordering|customer)|(?:order|buy|shop)\w*(?: \w+){0,3} (?:third|fourth|fifth) time/iu,
  },
  {
    signal: 'angry',
    name: 'never_again',
    aboutUs: true,
    pattern:
      /\b(?:never (?:again|(?:\w+ )?(?:buy|order|shop|use|purchas)\w*(?: \w+){0,4} (?:again|you|here|larkfield))|(?:lost|losing) (?:me as )?a customer|(?:tell|warn) (?:everyone|everybody|all my friends|the world|people)|(?:nobody|no one|none of you) (?:\w+ )?(?:cares?|answers?|helps?|responds?|replies)|do (?:your|ur) (?:damn |freaking )?jobs?|sort (?:this|it) out (?:now|immediately)|demand (?:an answer|a refund (?:right )?now|my money|an explanation|to know)|right now or|you (?:people|guys) (?:are|have|keep|never|can['’]?t|don['’]?t)(?: \w+){0,3} (?:useless|terrible|awful|no idea|the worst|lying|ignoring|joke|ridiculous|care|clue))\b/iu,
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'at_us',
    pattern:
      /\b(?:i (?:\w+ )?(?:hate|despise|loathe) (?:you|your|this (?:company|shop|store|bot|place)|larkfield)|(?:do|are|can) you (?:people |guys )?even (?:read|reading|listen|listening|care|try|trying|work|understand)|what(?:['’]?s| is) wrong with you|(?:(?:^|[.!?,;] )(?:just |now )?(?:shut up|get lost|go away|piss off|f+u+c+k+ (?:right |the \w+ )?off)\b|waste of space)|how dare (?:you|they)|(?:are|r) (?:you|u|ya) (?:guys |people |lot )?(?:fucking |freaking |actually |seriously )?(?:kidding|joking) me|(?:are|r) (?:you|u) (?:lot |all |people |guys |just ){0,2}(?:brain ?dead|asleep|deaf|dense|thick|this stupid)|(?:get|getting) paid (?:to|for) (?:be|being|this)|(?:so|just|absolutely|completely) done with (?:you|your|ur|this (?:company|shop|circus|nonsense))|(?:garbage|lame|pathetic|stupid|bullshit|endless|silly) excuses|(?:save|spare me) (?:your|ur|the) (?:excuses|apolog\w+)|keep(?:s)? (?:on )?(?:ignoring|lying to|fobbing|brushing) (?:me|us)|(?:i )?keep(?: on)? (?:repeating|explaining) (?:myself|the same|this)|same (?:old )?(?:useless |stupid |damn )?(?:crap|shit|nonsense|rubbish|garbage|excuses?)|(?:a|one|single) (?:god)?damn (?:thing|word|bit)|such (?:incompetence|rudeness|arrogance)|(?:wast(?:e|ing) my time)|shame on (?:you|larkfield|your)|beyond a joke|who (?:the \w+ )?do you (?:people )?think you are|(?:you|u)(?: lot| people| guys| all)?(?:['’]re|(?: really)? are) (?:all |just |so |such |completely |absolutely |totally |utterly |really |a |an |fucking |bloody |beyond ){0,3}(?:hopeless|useless|pathetic|incompetent|disgusting|despicable|shameless|clueless|disgrace|joke|freaks?|cowards?|pigs?|hypocrites?|clowns?|robbers|liars?|crooks|thieves|robbing|cheating|stealing|lying)|sick (?:and tired|to death) of (?:it|this|that|hearing|waiting)|(?:sick|tired|weary)(?: and tired| to death)? of (?:you|your|this (?:company|shop|nonsense|crap|shit))|stop asking me|sort (?:it|this) out\s*!|(?:don['’]?t|do not) care (?:about|what) your|never trust (?:you|larkfield|this company)|how hard (?:can|could) (?:it|this) be|how hard is (?:it|this))\b|\bsort (?:it|this) out\s*!/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'exclamation',
    aboutUs: true,
    pattern:
      /(?:^|[.!?] )\W*(?:unbelievable|rubbish|pathetic|disgraceful|shameful|shocking|appalling|terrible|awful|horrible|outrageous|incredible|disgusting|useless|ridiculous)\W*(?:$|[.!] )|\b(?:not|without) (?:even )?(?:one|a single|a|any) (?:\w+ )?(?:proper|real|decent|straight|useful|honest) (?:\w+ )?(?:reply|answer|response|word|solution)\b|\b(?:never|not once) (?:\w+ )?(?:been )?(?:treated|met|seen|dealt|experienced|had) (?:\w+ ){0,3}(?:so|such|this) (?:\w+ )?(?:bad\w*|rude\w*|terrible|awful|incompet\w+|poor\w*|horribl\w+)|\b(?:for (?:the love of god|god['’]?s sake|heaven['’]?s sake|pete['’]?s sake|christ['’]?s sake|crying out loud)|jesus (?:christ|h)|(?:am|i['’]?m) (?:really )?losing it)\b/iu,
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'curse',
    pattern:
      /(?<!\b(?:to|who|would|that|wanna|and) )\b(?:f+u+c+k+|f\*+k?|screw|damn) (?:you|off|him|her|them|this|these|those|your|all|ya|everyone|everything|people|it all|my life)\b(?! (?:one )?up)|\b(?:(?:what|who|why|how|where|when) (?:in )?the (?:actual |living )?(?:f+u+c+k+|hell)|(?:shut|calm|get|back) the f+u+c+k+|for fuck['’]?s sake|motherf\w+|fuckers?|fuckwits?|shut (?:the \w+ )?up,? (?:you|and)|piece of shit|go to hell|(?:rot|burn) in hell|drop dead)\b/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'hatred',
    pattern:
      /\bi (?:(?:really|just|fucking|absolutely|so|truly|honestly|do|still|also|already) ){0,2}(?:hate|despise|loathe|detest)\b|\b(?:fucking|goddamn|bloody) hate\b|\bhate (?:it when|people who|this (?:shit|crap))\b/iu,
    unless: new RegExp(
      `${NOT_OUR_ANGER.source}|\\bhate to\\b|\\bhate (?:camping|sleeping|the (?:cold|rain|heat|colou?r)|rain|waste)`,
      'iu',
    ),
  },
  {
    signal: 'angry',
    name: 'made_angry',
    pattern:
      /\b(?:piss(?:es|ed|ing) (?:me|us) off|(?:makes?|made|making) (?:me|us) (?:so |really |fucking |very )?(?:angry|mad|furious|sick|rage)|my blood (?:is )?boil\w*|(?:so|that) (?:freaking |fucking |damn |effing |bloody )*mad (?:rn|right now|at you)|spat in (?:my|our) face|could throw (?:this|it|the)\b[^.!?]{0,30}(?:window|wall|head|at you)|son of a bitch|(?:fucking|goddamn|you|such an?|what an?|you(?:['’]?re| are) an?) (?:\w+ )?(?:idiots?|morons?|cunts?|pricks?|scum|bitch|assholes?|bastards?|liars?|hypocrites?|dumbass\w*))\b/iu,
    unless: NOT_OUR_ANGER,
  },
  {
    signal: 'angry',
    name: 'thanks_for_nothing',
    pattern: /\bthank(?:s| you) for (?:nothing|wasting|ruining|ignoring)\b|\bgreat job (?:ruining|losing|breaking)\b/iu,
  },
];

/** Somebody who files a complaint, gives their opinion or is let down keeps their temper. */
export const CALM_COMPLAINT =
  /\b(?:complain\w*|claims?|grievances?|feedback|reclamation|report(?:ing|ed)?|displeas\w+|dissatisf\w+|disappoint\w*|let ?down|unhappy|not (?:angry|happy|impressed)|apolog\w+|sorry|regret\w*|excuse my|jokes?)\b/iu;

/** A word of want or complaint. */
export const COMPLAINS =
  /\b(?:not|no|never|nothing|nobody|still|where|why|when|now|answer|waiting|wait|want|wrong|money|stop|immediately|worst|lost|late|days|weeks|again|refund)\b/iu;
