import type { SignalRule } from './signal-rule.ts';

/** Asks what is allowed, or names a place or a group; the law is not held against us. */
export const LEGAL_IN_GENERAL =
  /\b(?:my|our) (?:\w+['’]?s? )?legal (?:department|team) (?:needs?|wants?|asks? for|requires?) (?:an?|the) (?:\w+ )?(?:invoice|receipt)\b|\b(?:is|are|would|be) (?:it|they|this|that|these|(?:the |your |my )?\w+) (?:il)?legal(?:ly)? (?:to|in|for|on|there|here|sized?)\b|\blegal (?:size|paper|pad)\b|\b(?:allowed by law)\b|\b(?:illegal|against the law|allowed|lawful) to (?:ship|carry|send|take|fly|bring|use|own|camp|sleep|make|light|pitch|drive|mail|post|import|export|wear|hunt|fish)\b|\b(?:lawyer|attorney|solicitor|barrister|paralegal)(?:['’]s)? (?:friend|colleague|neighbou?r|cousin|costume|joke|gift|mug|bag|office (?:chair|desk))\b|\b(?:tennis|basket ?ball|badminton|squash|volley ?ball|pickle ?ball|food|sports?|royal) courts?\b|\bcourts? of honou?r\b|\bcourt[- ]?(?:side|shoes?|yards?|size[sd]?)\b|\b(?:price|sale|deal|offer|discount|special)s?\b[^.!?]{0,20}\b(?:criminal|illegal|a crime)\b|\b(?:i['’]?m|i am|i work as|as) (?:an? )?(?:\w+ )?(?:lawyer|attorney|solicitor|barrister)\b[^.!?]{0,40}\b(?:need|want|looking|carry|use|love|travel|would like|hike|camp)\b|\b(?:gift|present|something) for (?:a|my|our|the) (?:lawyer|attorney|solicitor)\b|\b(?:my|our|a|the) (?:lawyer|attorney|solicitor)(?:['’]s)? (?:\w+ )?(?:wears?|wore|loves?|likes?|recommend(?:s|ed)|bought|uses?|swears|hikes?|camps?|lent|owns?)\b|\b(?:ship|deliver|send|sent)\w* (?:\w+ ){0,4}(?:law|lawyer['’]?s|attorney['’]?s) (?:firm|office|practice)\b|\bgift for (?:a|my) \w+,? (?:who|that)(?: is|['’]s) an? (?:lawyer|attorney|solicitor)\b|\bcan (?:i|we|you) legally (?:use|carry|bring|send|ship|camp|light|pitch|make|own|wear|fly|import)\b|\blaws? of (?:gravity|physics|nature)\b|\bpolice (?:athletic|league|discount|officers?|or military)/iu;

/** Lawyers and courts, authorities, rights to one's data, the press, other people's rights: a person answers, and nobody else. */
export const LEGAL_RULES: readonly SignalRule[] = [
  {
    signal: 'mentions_legal',
    name: 'lawyer',
    pattern:
      /\b(?:lawyers?|attorneys?|solicitors?|barristers?|legal (?:action|counsel|team|department|steps|proceedings|advice|threat|notice|representation|rights)|legally obliged|take (?:this|it|you) (?:further )?legal)\b/iu,
    unless: LEGAL_IN_GENERAL,
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
    // On a gas bottle it holds the pressure.
    unless:
      /\bregulators?\b[^.!?]{0,40}\b(?:gas|bottles?|stoves?|valves?|hoses?|cartridges?|pressure|propane|butane|fit(?:s|ting)?|thread)\b|\b(?:gas|pressure|propane|butane|stove|valve) regulators?\b/iu,
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
      /\b(?:letter before (?:action|claim)|cease (?:and|&) desist|formal (?:legal )?notice|before (?:a|the) (?:judge|court)|(?:a|the) (?:judge|courts?|jury) (?:will|can|shall|to|decide)|let (?:a|the) (?:judge|courts?)|(?:passed|admitted to|called to) the bar\b(?! exam)|the (?:cpsc|ftc|bbb|cfpb)\b(?! (?:approved|certified|tested|rat\w+))|arbitrat\w+|tribunal|(?:seek|claim|demand|sue for)(?:ing)? damages|(?:my|our|legal) counsel|injunction|subpoena|courthouse|(?:county|district|high|federal|civil|state) court|(?:be|been|get) served\b|bring(?:ing)? (?:a )?suit|file suit|for (?:the|a) (?:judge|court)|chargebacks?|charge?baks?|(?:is|are|am|im|['’]re|['’]m) suing)\b/iu,
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'payment_reversed',
    pattern:
      /\b(?:claw(?:ed|ing)? back|(?:bank|card (?:company|issuer|provider)|visa|mastercard|amex|paypal) (?:will|is going to|has|to|is|can) (?:\w+ )?(?:reverse|reversing|reversed|claw|take (?:it|the money) back|pull (?:it|the money) back|refund me|open(?:ed)? a (?:case|dispute))|(?:disput|contest|revers)(?:e|ed|es|ing) (?:this|the|that|it|your)(?: \w+)? (?:with|through|via|at|to) (?:my |the )?(?:bank|card|credit card|visa|mastercard|amex|american express|paypal|klarna)|bank(?:['’]s)?(?: \w+){0,3} (?:has )?(?:already )?reversed|file[ds]? (?:a |the )?dispute (?:with|at|through|via)|(?:raise|raising|raised|open|opened|opening|start|started|file|filing|made|making)(?: \w+){0,3} (?:claim|dispute|case) (?:with|via|through|at|to) (?:my |the )?(?:bank|card|credit card|visa|mastercard|amex|paypal|klarna|issuer|provider)|(?:bank|card (?:company|issuer|provider)|visa|mastercard|amex|paypal)(?: \w+){1,3} (?:a |my )?(?:dispute|money back|payment back)|revers(?:e|ed|ing) the payment)\b/iu,
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
      /\b(?:(?!lawyers?\b)law[yi]?[eoi]rs?|lay[wy][eo]rs?|loyers?|attourn[ea]ys?|atorn[ea]ys?|attorny|solicters?|solisitors?|my layer (?:will|is|says|said|told|has)|small clames)\b/iu,
    unless: /\b(?:base|mid|outer|first|second|inner|warm|thin) layer|layers? of\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'supervision',
    pattern:
      /\b(?:information commissioner|action fraud|citizens['’]? advice|consumer (?:agency|authority|association|organi[sz]ation|centre|center|office|board|bureau|champion)|watchdogs?|supervisory authority|product safety (?:office|commission|authority|board)|section 75|european (?:commission|consumer)|financial (?:ombudsman|conduct)|licensing (?:board|authority)|health and safety executive|tax (?:office|authorities)|customs fraud|member of parliament|my (?:mp|congress\w+|senator))\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'supervision_by_letters',
    // In capitals only: "sec" and "asa" are words of other kinds.
    pattern: /\b(?:ICO|FCA|CMA|CNIL|DPO|CPSC|OFT|ASA|EEOC|FBI|IC3)\b(?! (?:files?|codecs?|cables?))/u,
  },
  {
    signal: 'mentions_legal',
    name: 'right_to_data',
    pattern:
      /\b(?:DSARs?|SARs?\b(?= request)|subject access|right (?:to be forgotten|(?:to|of) (?:erasure|access|rectification|portability|object))|(?:under|per|pursuant to|gdpr|dsgvo),? art(?:icle|\.)? ?(?:15|16|17|18|20|21)\b|art(?:icle|\.) ?(?:15|16|17|18|20|21) (?:request|gdpr|dsgvo|of the)|data (?:breach(?:es)?|leak|privacy request|portability|controller|processor)|privacy (?:breach|violation|complaint|regulator|commissioner)|(?:copy|provide|send|give|show|disclose|request\w*|access|list|export|what|which)\b[^.!?]{0,40}\b(?:data|info|information|records) (?:that |which |do )?(?:you|u|your company|larkfield) (?:hold|keep|store|process|collect|have (?:stored|collected))\w*(?: \w+){0,2} (?:about|on|of) me|(?:withdraw|revoke|object to)(?:ing)? (?:\w+ ){0,2}(?:consent|processing|profiling)|(?:leak(?:ed|ing)?|exposed|disclosed|shared|gave|sold|sent|e-?mailed|published) (?:out )?(?:my|our|their|his|her) (?:\w+ )?(?:data|details|information|info|address|personal \w+|(?:home|mail|email) address|name)\b[^.!?]{0,20}\b(?:to|with|on) (?:a |an |another |some |other |the )?(?:stranger|third part\w+|someone|somebody|else|person|customer|people|public|internet|web|companies|advertisers)|(?:do not|don['’]?t|stop) sell\w* my)\b/iu,
    unless:
      /\b(?:privacy policy\b(?! (?:is|was) (?:broken|violated|breached)))|\b(?:delete|remove|erase)\w* (?:all )?(?:my )?(?:old |saved )?(?:search|browsing|basket|cart|wish ?list)/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'press',
    pattern:
      /\b(?:journalists?|reporters?(?!['’]s| (?:la|le|les|ma|mon)\b)|press (?:office|enquir\w+|inquir\w+|statement|officer)|statement for (?:the|an|our) (?:article|press|story)|(?:go|going|went|talk|talking|speak|tell|telling|write|writing|contact\w*|inform\w*) (?:\w+ )?(?:to |with )?(?:the |a )?(?:local |national )?(?:press|media|newspapers?|tv|news|radio|papers?)(?: station| outlet)?\b|(?:i |we )(?:write|work|report|am writing|['’]m writing) for (?:the|a) (?!company|living|school|church|gift|refund|hotel|hospital|city|state)(?:\w+ ){0,3}(?:pages?|times|post|guardian|herald|news|mail|tribune|paper|newspaper|magazine|journal|gazette|bbc|show|column)|(?:the |local |national |tv )(?:press|news|media|newspapers?|papers) (?:will|would|is|are|should|might|may|can|could)\b[^.!?]{0,30}\b(?:love|hear|know|interested|story|cover|report|print|get|enjoy|be told)|on (?:national |local )?(?:tv|television)\b[^.!?]{0,30}\b(?:story|you|this|expose)|investigat(?:ing|ion|ive) (?:your|you|into|journalis\w+|report\w*|complaints?))\b/iu,
    unless:
      /\b(?:(?:the|your|my) (?:news|newspaper) (?:said|says|had|that)|investigat\w+ (?:with|by) the (?:courier|carrier|post)|(?:read|saw|seen|heard|featured|advert\w*) (?:\w+ ){0,3}(?:in|on) (?:the|a|tv))\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'rights_of_others',
    pattern:
      /\b(?:infring(?:e|es|ed|ing|ement)|trade ?marks?|copyright(?:ed|s)?|DMCA|take ?down (?:notice|request)|patent(?:s)? (?:violat\w+|claim|holder|owner)|plagiari[sz]\w+|counterfeit(?:s|ed|ing)?|defamat\w+|slander\w*|libel\w*|intellectual property|(?:stole|stolen|using|used|use) (?:my|our) (?:photos?|pictures?|images?|design|artwork|logo)(?: without| on your)?)\b/iu,
    unless:
      /\bcan (?:i|we) use\b|\b(?:is|are) (?:it|this|that|these|they|your|the) (?:\w+ )?(?:a )?counterfeit|\b(?:add|print|put|use) (?:my|our) (?:logo|photo|design) (?:on|for) (?:a|the|my|some|your)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'representation',
    pattern:
      /\b(?:(?:(?:this|our) (?:office|firm|practice)|i|we) (?:represents?|acts? for|acts? on behalf of|(?:am|are) (?:acting|instructed|retained)\b)[^.!?]{0,40}|(?:on behalf of|instructed by|representing) (?:my|our) clients?|(?:my|our) client (?:will|requires|demands|reserves|seeks|insists)|preserve (?:all )?(?:\w+ )?(?:records?|evidence|documents)|without prejudice|power of attorney|(?:instructed|engaged|retained|hired) (?:a )?(?:counsel|law firm|legal)|law (?:firm|suit|office)|letter of (?:claim|demand)|demand letter|reserve (?:all )?(?:my|our) rights)\b/iu,
    unless:
      /\b(?:what|which) (?:do|does) (?:this|it|they)\b|\bi represent (?:a|the|our|my) (?:club|school|troop|scouts?|team|company|shop|store|church)\b/iu,
  },
  {
    signal: 'mentions_legal',
    name: 'claims_and_crimes',
    pattern:
      /\b(?:crime (?:reference|ref|number|report|no)|(?:told|called|calling|informed|contact\w*|tell|inform|involve|reported|report|go(?:ing)? to|went to|get|getting) (?:\w+ ){0,4}(?:to )?(?:the )?(?:cops|police|sheriff|authorities)|(?:police|sheriff)['’]?s? (?:report|case|complaint|department|investigation)|identity (?:theft|fraud)|stole my identity|(?:compensat\w+|damages|sue|claim|pay) (?:\w+ ){0,2}for (?:\w+ ){0,3}(?:injur\w+|medical|hospital|suffering|distress|pain|damage to|lost wages|loss of)|personal injury|medical bills?|(?:start|begin|issue|commence|initiate|file)(?:ing)? (?:\w+ )?proceedings|(?:violates?|violating|breach(?:es|ed|ing)?|contravenes?|infringes?) (?:\w+ ){0,3}(?:act|law|laws|regulations?|directive|rights|ADA|GDPR|rules of|contract|agreement)|(?:insurer|insurance(?: company)?)\b[^.!?]{0,40}\b(?:recover|claim (?:from|against)|come after|reclaim)|(?:recover|reclaim)\w* (?:\w+ ){0,4}from you|false advertising|misleading advertis\w+|bait and switch|fraud(?:ulent)? (?:company|business|practices?|scheme)|(?:file|filing|filed|lodge|lodged|submit\w*|make|making|made) (?:\w+ ){0,3}(?:claim|complaint|case|report|grievance) (?:with|to) (?:the|a|my) (?!manager|store|shop|company|support|team|customer|seller|boss|service|website|owner|courier|carrier|post|shipper|delivery|help))\b/iu,
    unless:
      /\b(?:warranty|insurance|damage|courier|carrier|postal|parcel|guarantee) claim\b|\b(?:claim|complaint|case|report) (?:with|to|against) the (?:courier|carrier|post office|shipper|ups|fedex|dhl|usps|delivery)\b|\b(?:file|make|submit) a claim (?:with|to) you\b/iu,
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
