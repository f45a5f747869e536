import type { SignalRule } from './signal-rule.ts';

const SOMEBODY =
  '(?:i|we|he|she|they|me|us|him|them|myself|(?:my|our|his|her) (?:\\w+ )?(?:son|daughter|child|children|kids?|boy|girl|baby|toddler|infant|wife|husband|partner|mother|father|mum|mom|dad|brother|sister|friend|grand\\w+|dog|cat|puppy|kitten|pet|horse))';
const BODY =
  '(?:hands?|fingers?|thumb|face|lips?|eyes?|mouth|tongue|teeth|tooth|throat|head|skull|scalp|hair|neck|spine|shoulders?|arms?|elbow|wrists?|legs?|knees?|ankles?|foot|feet|toes?|skin|chest|ribs?|stomach|nose|ears?|collarbone|hip)';
const LITTLE_ONE =
  '(?:child|son|daughter|kid|baby|toddler|infant|boy|girl|grandson|granddaughter|little one|(?:one|two|three|four|five)[- ]year[- ]old|dog|cat|puppy|kitten)';
const POISON =
  '(?:button (?:cell|battery)|batter(?:y|ies)|magnets?|silica|lamp oil|stove fuel|fuel|bleach|cleaner|(?:cleaning|descaling|washing) (?:solution|fluid|liquid|agent|stuff)|detergent|solvent|tablets?|pills|antifreeze|heat pack|glow ?stick)';
const HURT =
  '(?:burn(?:ed|t|s|ing)?|scald(?:ed|s|ing)?|scorched|cut|sliced|slashed|gashed|stabbed|pierced|broke|broken|fractured|sprained|dislocated|twisted|crushed|pinched|injur(?:ed|y|ies)|hurt|hit|bruised|bleed(?:s|ing)?|bled|blistered|swollen|swelled|numb)';
/** Asked before anything happened, or about what is sold: nobody is in danger. */
const DANGER_IN_GENERAL =
  /^\W*(?:and |but |so |also |hi,? |hello,? )?(?:(?:do|does|is|are|can|could|will|would|may|should|which|what|how|where) (?!it normal|this normal|you believe|it ok that|it okay that)|has (?:any|some)(?:one|body) (?:had|ever))|\b(?:in case (?:of|it|they)|prevents?|protects?|protection|avoid|resistant|proof|so that (?:it|they|nobody)|might|would(?:n['’]?t| not)? (?:burn|explode|melt)|without (?:burning|hurting|cutting)|worried (?:it|that it)|won['’]?t (?:burn|melt|explode|catch)|(?:does|did|do|has|have|will)(?:n['’]?t| not) (?:burn|cut|hurt|spark|catch|smoke|melt|explode)|(?:did|does)(?:n['’]?t| not) (?:even )?(?:light|ignite)|first[- ]aid|fire (?:steel|starter|pit|wood|blanket|bowl))\b/iu;

/** Told with praise or a shrug: what the model takes for danger then is a campfire, or wear. */
export const NO_DANGER = new RegExp(
  `${DANGER_IN_GENERAL.source}|\\b(?:bugs?|bites?|mosquito\\w*|midges|flies|heat|cold|feet|deadlines?|suspense)\\b[^.!?]{0,20}\\bkill\\w*|\\b(?:love[sd]?|lovely|enjoy\\w*|wonderful|beautiful|happy|own fault|looks used|pride|recharg\\w*|overnight)\\b`,
  'iu',
);

/** "I was in hospital and could not send it back": why something is late, and over. */
const WHY_IT_IS_LATE =
  /\b(?:could(?:n['’]?t| not)|(?:was|were|am)(?:n['’]?t| not) able to|unable to|did(?:n['’]?t| not)|missed|forgot)\b[^.!?]{0,30}\b(?:send|return|reply|answer|write|respond|pick|collect|open|use|order|deadline|window)\b/iu;

/**
 * Somebody is hurt, may be hurt, or says that they will hurt: what was sold burned, broke under a person or made them ill, a threat, a
 * customer in despair or hiding from somebody. No policy answers that.
 */
export const DANGER_RULES: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: new RegExp(
      `\\b${HURT}\\b[^.!?]{0,20}\\b(?:my|his|her) (?:lower |upper )?back\\b|\\b${HURT}\\b(?:(?!\\b(?:in|with)\\b)[^.!?]){0,30}\\b(?:my|our|his|her|their)\\s+(?:\\w+['’]?s?\\s+){0,2}${BODY}\\b(?![- ]?(?:straps?|packs?|rests?|bags?|belts?|bands?|supports?|pads?|warmers?|lamps?|loops?|guards?|torch\\w*|nets?|covers?|order|parcel))|\\b(?:my|our|his|her|their)\\s+(?:\\w+['’]s\\s+|\\w+\\s+)?${BODY}\\s+(?:(?:is|was|are|were|got|has|have|been|all|still|badly|now|really)\\s+){0,3}${HURT}\\b|\\b${SOMEBODY}\\s+(?:(?:was|is|am|were|got|has|have|had|been|badly|seriously|almost|nearly)\\s+){1,3}(?:injured|hurt|burned|burnt|scalded|bleeding|electrocuted|poisoned|wounded|concussed|knocked out)\\b|\\bin my face\\b|\\b(?:boiling|hot|burning) (?:\\w+ )?(?:water|oil|liquid|fuel|wax|gas)\\b[^.!?]{0,30}\\b(?:over|on|onto|into) (?:my|me|his|her|him|our|us)\\b`,
      'iu',
    ),
    unless: new RegExp(
      `${DANGER_IN_GENERAL.source}|\\b(?:shoes?|boots?|sandals?|straps?|socks?)\\b[^.!?]{0,40}\\b(?:feet|foot|toes?|heels?|shoulders?|back)\\b|\\b(?:rubs?|rubbing|too tight|blisters? from)\\b|\\bcut (?:a|the) neck\\b|\\bhurts? (?:from|when) (?:\\w+ )?(?:reading|looking|staring|laughing)\\b`,
      'iu',
    ),
  },
  {
    signal: 'reports_danger',
    name: 'medical',
    pattern:
      /\b(?:(?:in|ended up (?:in|at)|(?:taken|rushed|went|go|had to go|sent|admitted|brought|drove)(?: \w+)? to) (?:the )?(?:hospital|emergency room|ER|a ?& ?e|casualty|urgent care)|hospitali[sz]ed|called (?:an )?ambulance|paramedics?|needed surgery|(?:got|needs?|needed|had|has|with|\d+|few|several) (?:\w+ )?stitches(?! (?:came|come|on|are|in|at))|intensive care|burns unit|poison(?:ed|ing| control)?|(?:is|was) (?:it|this|that) (?:toxic|poisonous)|(?:allergic|bad|severe|skin) (?:skin )?(?:reactions?|rash(?:es)?)|broke out in (?:a rash|hives)|food poisoning|electric(?:al)? shock|electrocuted|concussion|anaphyla\w+|(?:throwing|threw|thrown) up|vomit(?:ed|ing|s)?|(?:passed|blacked) out|fainted|(?:couldn|can)['’]?t breathe(?! (?:in|through|under))|unconscious)\b|\b(?:made|making|makes) (?:me|us|him|her|them|(?:my|our) \w+|(?:\w+ ){0,2}of us) (?:(?:really|very|so|badly|violently) )?(?:ill|sick)\b(?! of)/iu,
    unless: new RegExp(
      `${DANGER_IN_GENERAL.source}|${WHY_IT_IS_LATE.source}|\\b(?:hospital|ambulance|paramedic) (?:address|staff|worker|crew|job|shift|discount|gift|bed)|\\b(?:work|deliver\\w*|ship\\w*|send|sent|order\\w*) (?:\\w+ ){0,3}(?:at|to|for|in) (?:a |the |my |our )?hospital|\\bpoison ivy\\b`,
      'iu',
    ),
  },
  {
    signal: 'reports_danger',
    name: 'swallowed',
    pattern: new RegExp(
      `\\b${SOMEBODY}\\s+(?:(?:has|have|had|just|almost|nearly|accidentally)\\s+){0,3}(?:choked|is choking|swallowed|licked|inhaled|breathed in|(?:ate|eaten|eats|drank) (?:the|a|some|one|part of the|pieces of the) (?:\\w+ )?(?:battery|batteries|silica|packet|pack|pack of silica|pellets?|fuel|tablets?|gel|magnet|cleaner|plastic|rubber|beads?|sachet|bag of silica|crystals?|piece|bits?))\\b|\\bchok(?:ed|ing) on\\b|\\bstrangl(?:ed|ing)\\b|\\bsuffocat(?:ed|ing)\\b`,
      'iu',
    ),
    unless: new RegExp(
      `${DANGER_IN_GENERAL.source}|\\b(?:he|she|it|they|dog|cat|all)(?:['’]?s| is| are|['’]re)? (?:totally |all |perfectly |now )?(?:fine|ok|okay|well|alright)\\b|\\blol\\b|\\bswallowed (?:up|the cost|(?:my|his|her|their|our) pride|by)\\b`,
      'iu',
    ),
  },
  {
    signal: 'reports_danger',
    name: 'in_a_body',
    // A child or an animal with something in it, or something sharp in what one eats or wears.
    pattern: new RegExp(
      `\\b${LITTLE_ONE}\\b[^.!?]{0,20}\\b(?:put|puts|got|gets|has|had|stuck|shoved|bit|chewed|sucked|drank|drunk|licked|ate|eaten)\\b[^.!?]{0,40}\\b(?:(?:in|into|up|down) (?:his|her|its|their) (?:mouth|nose|ear|eyes?|throat)|${POISON})\\b|\\b(?:swallowed|drank|inhaled|ingested|licked) (?:\\w+ ){0,4}${POISON}\\b|\\b(?:needles?|splinters?|shards?|staples?|razor ?blades?|broken glass|pieces? of (?:glass|metal)|bits? of (?:glass|metal)|nails?)\\b[^.!?]{0,20}\\b(?:in|inside) (?:my|the|our|his|her|a) (?:\\w+ )?(?:food|meal|oats|oatmeal|soup|bar|sock|shoe|boot|glove|hat|sleeping bag|jacket|pan|bottle|mug|cup)\\b|\\b(?:finger|hand|arm|foot|toe|leg|hair|skin)\\b[^.!?]{0,15}\\b(?:is|got|was|are) (?:\\w+ )?(?:stuck|trapped|caught|jammed)\\b`,
      'iu',
    ),
    unless: DANGER_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'ill_from_it',
    pattern:
      /\b(?:sick|ill|vomiting|nauseous|dizzy|feverish|cramps?|diarrh\w+|headaches?|rash|hives|itch\w*|blisters?|swelling|wheezing)\b[^.!?]{0,40}\b(?:since|after|from|ever since|because of) (?:\w+ ){0,4}(?:drinking|drank|eating|ate|using|used|wearing|wore|sleeping|slept|breathing|touching|(?:your|the) (?:\w+ )?(?:food|meals?|water|bottle|filter|spray|jacket|shirt|cream|stove|heater|fabric|coating|fumes?))\b|\b(?:rash|hives|reaction|burns?|blisters?)\b[^.!?]{0,40}\b(?:from|to|because of) (?:your|the|its) (?:\w+['’]?s? )?(?:coating|dye|chemicals?|fabric|spray|cream|lining|material)\b/iu,
    unless: DANGER_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'battery',
    pattern:
      /\b(?:batter(?:y|ies)|accu|power ?(?:bank|pack|station)|cell|charger)\b[^.!?]{0,25}\b(?:swell(?:s|ing)?|swollen|swole\w*|bulg(?:es|ed|ing)|puffed|bloated|ballooned|glow(?:s|ed|ing)|hiss\w*|crackl\w*|popped|too hot to (?:touch|hold))\b/iu,
    unless: DANGER_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern:
      /\b(?:(?:caught|catches|catching|set|is|was|went|goes|burst) (?:\w+ )?(?:on |into |in )?(?:fire|flames)|explod(?:ed|es|ing)(?! (?:with|in (?:price|popularity)))|explosion|blew up(?! (?:the|my|our|a|it|this|fine|quickly))|burst into|(?:it|they|which|and|battery|charger|lamp|lantern|stove|heater|pack|bank|plug|cable) (?:\w+ )?(?:smokes?|smoked|sparks?|sparked|melted|melts|overheat(?:s|ed)|is smoking|is sparking|is melting|started (?:to )?(?:smok|spark|burn|melt)\w*)|(?:smoke|flames|sparks) (?:came|come|comes|coming|shot|shooting|flew)|(?:smells?|smelling|smelled|smelt|stinks?|reeks?) (?:\w+ ){0,2}(?:of |like )?(?:gas|burning|fuel|petrol)|(?:gas|fuel|petrol|propane|butane|canister|cartridge|battery(?: acid)?) (?:\w+ )?(?:leaks?|leaking|leaked)|gas leak|carbon monoxide|scorch(?:ed|es)|burn(?:ed|t) (?:a hole|down|through(?! (?:\w+ ){0,3}(?:pairs?|socks|shoes|boots|money|cash|savings|budget|batteries|gas|fuel|data))))\b/iu,
    unless: new RegExp(
      `${DANGER_IN_GENERAL.source}|\\b(?:sale|price|phone|inbox|mailbox|twitter|sales?) (?:is |are )?(?:on fire|explod\\w+)|\\b(?:is|are|you['’]?re|this is) on fire\\W*$|\\b(?:snow|ice|chocolate|butter|wax|candle) (?:has )?melt`,
      'iu',
    ),
  },
  {
    signal: 'reports_danger',
    name: 'gave_way',
    pattern:
      /\b(?:snapped|collapsed|gave way|broke|tore|failed|came (?:off|loose|apart)|slipped|buckled)\b[^.!?]{0,40}\b(?:under (?:me|him|her|us|my|our)|while (?:i|he|she|we|my \w+) (?:was|were) (?:\w+ ){0,3}(?:up|climbing|hanging|sitting|standing|lying|driving|riding|cooking|high|on it|in it)|(?:and|so) (?:i|he|she|we|my \w+) (?:fell|crashed|landed|almost (?:fell|died)|nearly (?:fell|died)))\b|\b(?:i|he|she|we|my \w+) (?:almost|nearly|could have) (?:died|drowned|been killed|got killed|lost (?:an|my|his|her) (?:eye|finger|hand))\b|\b(?:safety|choking|fire|serious|real) hazard\b|\b(?:is|are|this is|that['’]s|extremely|highly|so|downright) (?:\w+ )?(?:dangerous|unsafe|a danger)\b(?!\s*(?:for|to use))/iu,
    unless: DANGER_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'threat',
    pattern:
      /\bi(?:['’]ll| will|['’]m (?:going to|gonna|about to)| am going to|['’]m coming to|mma| swear i['’]ll) (?:\w+ )?(?:hurt|kill|shoot|stab|murder|strangle|punch|beat(?: up)?|smash|burn(?: down)?|bomb|blow up|hunt down|find|attack) (?:you|u|whoever|someone|somebody|everyone|everybody|your|all of|one of|the (?:shop|store|driver|courier|office|warehouse|first))|\b(?:coming|come|came|drive|show(?:ing)? up|turn(?:ing)? up)\b[^.!?]{0,40}\bwith (?:a|my) (?:\w+ )?(?:bat|gun|knife|hammer|weapon|axe|rifle|bomb|shotgun|fists?)\b|\b(?:i(?:['’]ll| will|['’]m going to|['’]m gonna| am going to|mma)|gonna|going to|(?:feel|felt) like|i hope|would love to|i['’]d love to)\b[^.!?]{0,40}\b(?:wreck|trash|torch|smash up|burn down|blow up|break (?:his|her|your|their|the driver['’]s) (?:legs?|arms?|neck|nose|face|jaw)|strangle|put a bullet)\b|\b(?:pay you a visit|sleep with one eye open|somebody (?:there )?(?:is going to|will|is gonna) (?:bleed|die)|you(?: people| all|['’]?ll)? deserve to die|gets? shot)\b|\bwaiting for (?:him|you|your (?:guy|driver|man)) with\b|\bi know where (?:(?:you|your (?:family|wife|husband|kids?|children|people|staff|boss|driver|manager)) (?:all )?(?:lives?|works?|sleeps?|parks?|are\W*$|is\W*$))\b|\bi (?:have|got|['’]ve got|own) a (?:gun|bomb|rifle|shotgun)\b(?! (?:cabinet|safe|rack|case|lock|licen[cs]e|bag|holster|cleaning))|\b(?:there is|planted|put) a bomb\b|\bwatch your back\b|\byou(?:['’]re| are) (?:a )?dead(?: (?:man|meat))?\b|\bwish you (?:were dead|would die)\b/iu,
  },
  {
    signal: 'reports_danger',
    name: 'despair',
    pattern:
      /\b(?:kill|hurt|harm|cut|hang|shoot)(?:ing)? myself\b|\bsuicid\w*|\bend (?:it all|my (?:own )?life)\b|\b(?:do(?:n['’]?t| not)|no longer|never) (?:really )?(?:want|wanna|wish) (?:to )?(?:live|be alive|be here any ?more|wake up|go on living|exist)\b|\b(?:no|any) (?:reason|point|sense) (?:to live|(?:in|to) (?:living|going on|life))\b|\b(?:i|me) (?:\w+ )?(?:want|wanna|wish|going) to die\b|\bbetter off (?:dead|without me)\b|\b(?:better off|easier) (?:when|if|once) i(?:['’]?m| am| was| were|['’]d)? (?:dead|gone|not here|did(?:n['’]?t| not) exist)|\b(?:nobody|no ?one) would (?:\w+ )?(?:miss me|care|notice|even notice) (?:if|when) i (?:\w+ )?(?:died?|(?:am|was|were) (?:gone|dead))|\b(?:put an end to|take|taking|ending) my (?:own )?life\b|\bi won['’]?t be (?:alive|around any ?more)\b|\b(?:took|taken|swallowed|take) (?:too many|all(?: of)?|a handful of|a whole \w+ of|a bottle of) (?:\w+ )?(?:pills|tablets|sleeping pills)\b|\bthinking (?:about|of) (?:jumping|ending|doing something to myself)\b|\bi can['’]?t (?:go on|live) (?:any ?more|like this)\b|\bself[- ]harm\w*/iu,
    unless:
      /\b(?:dying|die) (?:of laughing|laughing|for|to (?:try|get|have|know))\b|\bend (?:it all|everything) (?:on|with) a (?:good|happy) note/iu,
  },
  {
    signal: 'reports_danger',
    name: 'hides_from_somebody',
    pattern:
      /\b(?:stalk(?:er|ed|ing|s)|restraining order|domestic (?:violence|abuse)|abusive (?:ex|partner|husband|wife|boyfriend|girlfriend|father|mother|relationship)|(?:someone|somebody|he|she|my ex\S*|ex[- ](?:husband|wife|boyfriend|girlfriend|partner)) (?:is |was |keeps? |has been )?(?:threaten(?:ing|ed|s)|following|harass(?:ing|ed|es)|blackmail\w*) (?:me|us)|(?:my ex\S*|ex[- ](?:husband|wife|boyfriend|girlfriend|partner))\b[^.!?]{0,30}\b(?:knows?|has|have|got|sees?|uses?|using|logs?|logged|logging|orders?|ordering|changed|stole|finds?|found|hacked)\b[^.!?]{0,40}\b(?:passwords?|in\b|account|address|in my name|where i live|me\b|my card)|in (?:a )?(?:women['’]?s )?(?:shelter|refuge) (?:because|from|and))\b/iu,
  },
];
