import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, GERMAN_EVERYDAY } from './everyday-signals.ts';
import { GERMAN_DANGER } from './danger.ts';
import { GERMAN_LEGAL, LEGAL_IN_GENERAL } from './legal.ts';

const PERSON =
  '(?:mensch(?:en|lichen)?|mnsch|person|mitarbeiter(?:in|n|s)?|berater(?:in)?|kundenberater(?:in)?|kundenbetreuer(?:in)?|kundendienst|kundenservice|kundenbetreuung|support(?:mitarbeiter(?:in)?| mitarbeiter)?|jemand(?:em|en|en)?|wem|wen|sachbearbeiter(?:in)?|vorgesetzten?|chef(?:in|s)?|geschae?ftsfue?hrer(?:in)?|filialleiter(?:in)?|verantwortlichen?|ansprechpartner(?:in)?|kollegen?|kollegin|spezialist(?:en|in)?|leuten?|team|agent(?:en)?|buchhaltung|retourenabteilung|abteilung|zustae?ndigen?|operator|verwaltung)';
const ARTICLE =
  '(?:(?:einem|einen|einer|eine|ein|nem|nen|ner|der|die|das|den|dem|ihrem|ihren|ihrer|ihre|eurem|euren|eurer|deinem|deinen|irgend|an|am|zum|zur) ?){0,2}(?:(?:echten?|echte[rms]?|richtigen?|richtige[rms]?|realen?|lebenden?|menschlichen?|menschliche[rs]?|anderen?|kompetenten?|zustae?ndigen?|wirklichen?|persoe?nlichen?) )?(?:aus |von |ihrer |ihren |eurer |eurem )?';
/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\b(?:bin|sind) (?:\w+ )?nicht (?:\w+ )?(?:sauer|wue?tend|bo?se|boese|verae?rgert|ae?rgerlich)|\bkeine sorge\b|\b(?:haha|lol|hihi)\b|😂|😊|😍|\b(?:scheis{1,2}|sau|mist)(?:wetter|kae?lte|kalt|regen)\b|\bschlimmste[rsn]? (?:fall|wetter|sturm)\b|\bdumme frage\b|\bblo?e?de frage\b|\bder wahnsinn\b/u,
);

/** Anger, persons, money and courtesies in the German of Germany, Austria and Switzerland; the law and danger stand beside it. */
export const GERMAN_SIGNALS: SignalWords = {
  rules: [
    {
      signal: 'angry',
      name: 'swearing',
      aboutUs: true,
      pattern: plain(
        /\b(?:(?:be)?schei(?:s{1,2})\w*|scheis{1,2}\w*|verdammt\w*|verfluchte?\w*|zum (?:teufel|henker|kuckuck)|zur hoe?lle|arsch\w*|wichser|hurensoehne?|hurensohn|fick\w*|verarsch\w*|verasch\w*|fresse|kacke|kack\w+|drecks\w+|dreck|sauerei|saftladen|mist(?:laden|verein|ding)?|schnauze|leck mich|am arsch|unter aller sau|schei\w+laden)\b|🤬|😡|🖕/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'insult',
      aboutUs: true,
      pattern: plain(
        /\b(?:idiot(?:en)?|trottel|deppen?|vollidiot\w*|dumm(?:koe?pfe|kopf|es? gesindel)|unfae?hig\w{0,2}|inkompetent\w{0,2}|inkompetenz|dilettant\w{0,3}|diebe?|betrue?ger|betrueger|abzocke\w{0,2}|abzocker|gauner|lue?gner|clowns?|penner|verbrecher|versager|nichtsnutz\w*|(?:ihr|sie) seids? so (?:dumm|schlecht|mies))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'verdict',
      aboutUs: true,
      pattern: plain(
        /\b(?:inakzeptabel|unakzeptabel|unverschae?mt\w*|frechheit|skandal\w*|unfassbar|unglaublich(?= (?:schlecht|frech|unverschamt))|unmoe?glich(?=[.! ]*$| von| was)|lae?cherlich\w{0,2}|absurd|beschae?mend|blamabel|katastrophal\w{0,2}|unterirdisch\w{0,2}|miserabel\w{0,2}|miserable[rs]?|grottenschlecht|erbae?rmlich|peinlich|eine (?:schande|katastrophe|zumutung|unverschamtheit|beleidigung|farce)|ein (?:witz|skandal|albtraum|alptraum|trauerspiel|armutszeugnis)|(?:schlechteste[rsn]?|mieseste[rsn]?|schlimmste[rsn]?) (?:\w+ )?(?:service|kundenservice|laden|shop|firma|erfahrung|kundendienst)|(?:mieser|schlechter|furchtbarer|grauenhafter) (?:service|laden|support|kundenservice|kundendienst)|geht (?:ja )?gar nicht|das darf doch nicht wahr sein)\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'state',
      pattern: plain(
        /\b(?:(?:bin|bins|sind|macht mich|werde|echt|wirklich|total|langsam|jetzt) (?:wirklich |echt |sehr |total |so |richtig |langsam |mittlerweile |jetzt |ae?usserst |auserst |schon )*(?:stink)?(?:sauer|wue?tend|wuetend|zornig|bo?se|boese|verae?rgert|aergerlich|argerlich|empoe?rt|entrue?stet|genervt|enttae?uscht|frustriert|fassungslos|angepisst|angefressen|stocksauer|grantig|hae?ssig)|stinksauer|stinkwue?tend|auf hundertachtzig|platzt der kragen|nervt mich|kotzt mich an|regt mich auf)\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'patience_lost',
      aboutUs: true,
      pattern: plain(
        /\b(?:(?:schnauze|nase|faxen) (?:gestrichen )?(?:voll|dicke)|mir reicht(?:'?s| es)|(?:jetzt )?reicht(?:'?s| es)(?: mir| jetzt| langsam)?|es reicht|habe? (?:es )?(?:langsam |echt |so )?(?:satt|genug davon|die nase)|geduld (?:ist )?(?:am ende|verloren|zu ende|langsam)|keine geduld|wollt ihr mich|wollen sie mich|(?:halten|haltet) (?:sie |ihr )?mich (?:fue?r|zum)|zum narren|fue?r dumm verkauf\w*|ver(?:schaukel|aeppel|appel|kohl)\w*|zeitverschwendung|verschwend\w+ meine zeit|soll das ein witz|ist das (?:ein witz|euer ernst|ihr ernst|ein scherz)|hoe?rt? (?:endlich )?auf (?:zu lue?gen|mich zu|mit (?:den|euren) (?:ausreden|lugen)))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'asked_often',
      pattern: plain(
        /\b(?:zum (?:dritten|vierten|fue?nften|sechsten|zehnten|hundertsten|x-?ten|\d+\.) ?mal|(?:drei|vier|fue?nf|zehn|\d+) ?mal (?:schon |bereits |jetzt )?(?:gefragt|geschrieben|nachgefragt|angerufen|kontaktiert|gemeldet)|schon (?:drei|vier|fue?nf|zehn|\d+) ?mal|wie oft (?:soll|muss|mus|noch|denn)|(?:keiner|niemand|nie) (?:\w+ )?(?:antwortet|reagiert|hilft|meldet|kue?mmert|rue?hrt|tut (?:was|etwas)))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'threat_to_leave',
      aboutUs: true,
      pattern: plain(
        /\b(?:nie (?:wieder|mehr) (?:bei euch|bei ihnen|bestell\w*|kauf\w*|etwas|was|hier)|(?:bestelle|kaufe) (?:ich )?(?:hier |bei (?:euch|ihnen) )?nie (?:wieder|mehr)|(?:als kunden? )?verloren habt ihr|(?:einen|als) kunden (?:verloren|weniger)|ich (?:verlange|fordere) (?:sofort|jetzt|eine (?:antwort|erklae?rung|loe?sung)|mein geld|dass|das)|(?:will|gebt mir) (?:sofort |jetzt )?mein geld (?:sofort|jetzt|auf der stelle))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:mit|an|zu) ${ARTICLE}${PERSON}\\b(?: \\w+){0,5} ?(?:sprech\\w*|sprech|red(?:en|n|e|et)?|telefonier\\w*|chatt\\w*|verbind\\w*|verbunden|kommunizier\\w*|schreib(?:en|e)|besprech\\w*|weiterleit\\w*|durchstell\\w*|klae?r\\w*|wend\\w*|weiter|durch)\\b|\\b(?:sprech\\w*|red(?:en|n|e|et)?|telefonier\\w*|chatt\\w*|verbind\\w*|verbinde|besprech\\w*|leite\\w*|stell\\w*|gib|geben|gebt)(?: \\w+){0,4} (?:mit|an|zu) ${ARTICLE}${PERSON}\\b|\\b(?:den|die|der|einen|eine|ihren|ihre|euren|eure|deinen) (?:chef(?:in)?|vorgesetzten?|geschae?ftsfue?hrer(?:in)?|filialleiter(?:in)?|verantwortlichen?|mitarbeiter(?:in)?|zustae?ndigen?) (?:sprechen|haben|erreichen|kontaktieren)`,
          'u',
        ),
      ),
      unless: plain(
        /\b(?:rede|spreche|schreibe|chatte) ich (?:hier |gerade |jetzt )?(?:mit|gerade)\b|\bmit mein(?:em|er|en) \w+ (?:sprech|red|besprech)|\b(?:will|moe?chte|muss|brauche) (?:ich )?(?:nicht|mit niemandem)\b.{0,15}\b(?:menschen|mitarbeiter)|\bmit (?:meinem|dem) nachbarn?\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'wants_person',
      pattern: plain(
        new RegExp(
          `\\b(?:ich (?:moe?chte|will|brauche|hae?tte(?: gern)?|wue?nsche|verlange|suche|bevorzuge|bitte um)|gib|gebt|geben sie|hol|holt|holen sie|verbind\\w*|brauche|hae?tte gerne?|gibt ?'?s|gibt es|ist (?:da|hier|denn|dort)|kann ich|kann|kuo?e?nnte|soll|wae?re mir lieb\\w{0,2}|lieber|bitte um)(?: (?:mir|mich|bitte|nicht|hier|auch|endlich|sofort|jetzt|lieber|einfach|mal|gerne?|da|sich|das|ne|mit|ein|denn))* ${ARTICLE}(?:mensch(?:en)?|person|mitarbeiter(?:in)?|berater(?:in)?|kundenberater(?:in)?|kundendienst|support ?mitarbeiter(?:in)?|jemanden?|sachbearbeiter(?:in)?|vorgesetzten?|chef(?:in)?|ansprechpartner(?:in)?|kollegen?|kollege|kollegin|agenten?|leute|persoe?nliche (?:beratung|betreuung))\\b`,
          'u',
        ),
      ),
      unless: plain(
        /\b(?:zelt|schlafsack|portion|plae?tze)\b.{0,30}\b(?:person\w*|menschen)\b|\bfue?r (?:eine|zwei|drei|vier|\d) person\w*\b|\bpro person\b|\bwie viele (?:menschen|personen|leute)\b|\bwelche person\b|\bperson ae?ndern\b|\bjemand(?:en)? (?:zu hause|daheim|anderes?|anders|der (?:gern|wandert))|\bnenn\w* sie mich\b|\bmensch\w*haar\b|\bgeschenk\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:(?:echte[rnsm]?|richtige[rnsm]?|reale[rnsm]?|wirkliche[rnsm]?|lebende[rnsm]?) (?:mensch\w{0,2}|person|mitarbeiter\w{0,2}|leute|berater\w{0,2}|ansprechpartner)|aus fleisch und blut|jemand(?:en)? (?:echte[ns]?|richtige[ns]?|kompetente[ns]?)|menschliche[rn]? (?:mitarbeiter|support|hilfe|kontakt|berater)|persoe?nliche (?:beratung|betreuung)|(?:kunden)?(?:berater|mitarbeiter|betreuer)(?:in)? (?:frei|erreichbar|verfue?gbar)|jemand da,? mit dem|(?:ein |eine |einen |nen |ne |ein richtiger )?(?:mensch|person|menschen|mitarbeiter(?:in)?|kundenberater|sachbearbeiter|geschae?ftsfuo?e?hrer|chef|vorgesetzter),? (?:bitte|sofort|jetzt))\b|^\W*(?:ein |eine |einen |der |die )?(?:mensch|person|menschen|mitarbeiter(?:in)?|berater(?:in)?|kundenberater(?:in)?|kundendienst|support ?mitarbeiter|sachbearbeiter(?:in)?|agent|operator|vorgesetzter|chef)(?:,? (?:bitte|sofort|jetzt|pls|danke))?\W*$/u,
      ),
      unless: plain(/\b(?:sind sie|bist du|seid ihr|rede ich|spreche ich|schreibe ich|chatte ich)\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\b(?:(?:kein(?:e|en)?|nicht|ned|nid) (?:\w+ ){0,3}(?:bots?|roboter|maschinen?|computer|chatbots?|ki|automat(?:en)?)(?: \w+)?|(?:rede|spreche|schreibe|chatte) (?:ich )?nicht mit|(?:aus|weg mit|schluss mit|raus aus) (?:diesem|dem) (?:bot|roboter|chatbot)|(?:bot|roboter|chatbot) (?:bringt|versteht|kann|hilft|taugt|nutzt|nervt)\b|(?:ruft?|rufen|ruf)(?: sie| ihr)? mich (?:\w+ ){0,3}(?:an|zurue?ck)|(?:koe?nn\w*|kann|kannst|koe?nnte\w*|soll\w*|mag|mue?sste|moe?ge)(?: \w+){0,5} (?:mich |sie |mir )?(?:anrufen|zurue?ckrufen|zurueckrufen|anruft)|(?:bitte um|um|ein(?:en)?|bitte) (?:einen )?(?:rue?ckruf|anruf)|rue?ckruf(?: bitte)?|(?:mit|zu) wem kann ich|mit wem (?:soll|darf|muss|kann)|wen kann ich (?:anrufen|sprechen)|(?:jemand|ein mensch|eine person|ein mitarbeiter|ein kollege|ein kollege von ihnen|eine kollegin|wer)(?: (?:von ihnen|von euch|aus (?:ihrem|eurem) team))?(?: \w+){0,4} (?:ue?bernehmen|ue?bernehmen|ansehen|anschauen|kue?mmern|anrufen|melden|antworten|helfen|uebernimmt|ubernimmt|ansieht|anschaut|kue?mmert|erklae?rt)|(?:soll(?:en|te)?|koe?nnte|moe?chte|wue?nsche)(?: \w+){0,4} (?:ein mensch|jemand|ein mitarbeiter|ein kollege|eine person|ein richtiger mensch)|ein mensch (?:ansehen|anschauen|antworten)|(?:an|zu) (?:ihren|ihrem|den|dem|einen|einem|euren|eurem) (?:vorgesetzten|chef|kundendienst|kundenservice|support|mitarbeiter|kollegen) (?:weiter|durch)|persoe?nlich (?:\w+ ){0,5}(?:sprechen|besprechen|reden))/u,
      ),
      unless: plain(
        /\b(?:mue?s{1,2}en|mue?s{1,2}t|brauchen|braucht|muss|mus) (?:sie |ihr |du )?mich (?:\w+ )?nicht\b|\bnicht (?:anrufen|zurue?ckrufen)\b|\b(?:man hat|es hies|es hiess|hat man|sie haben|ihr habt) (?:mir )?(?:gesagt|versprochen)\b|\bniemand\b|\bsind sie\b.{0,20}\b(?:bot|roboter|maschine)|\bsaugroboter\b|\b(?:mir|uns) (?:jemand )?(?:bei|beim) (?:der|dem) \w+ helfen\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'misspelled',
      pattern: plain(
        /\b(?:menc?hs?e?n?|mensh\w{0,2}|mnesch\w{0,2}|mesch\w{0,2}|menschn|menchen|mitarbeter|mitarbieter|mitabeiter|mitarbeiterr|mitarbiter|mitareiter|persohn|presn|kundenbrater) (?:sprech\w*|spreche|red\w*|reden|redn|bitte|bite|pls)|\bmit (?:nem |einem |nen |einen )?(?:menchen|mencshen|mesnchen|menshen|meschen|persohn|mitarbeter|mitarbieter)\b|\b(?:mitarbeiter|mensch) (?:bite|bitt|pls|plz)\b|\bmensch(?:en)? sprech\w*/u,
      ),
    },
    ...GERMAN_LEGAL,
    ...GERMAN_DANGER,
    ...GERMAN_EVERYDAY,
  ],
  except: {
    human_request: plain(
      /\bmit mein(?:em|er|en) \w+ (?:sprech|red)|\b(?:sind sie|bist du|seid ihr|rede ich|spreche ich|schreibe ich)\b.{0,30}\b(?:mensch|person|bot|roboter|maschine|ki)\b|\bfue?r (?:eine|zwei|drei|vier|\d) person\w*\b|\bwie viele (?:menschen|personen|leute)\b|\bwelche person\b|\b(?:mue?s{1,2}en|brauchen) (?:sie )?mich (?:\w+ )?nicht\b|\b(?:nummer|telefonnummer|oe?ffnungszeiten|mailadresse)\b.{0,30}\b(?:kundenservice|kundendienst|support|laden)|\bnenn\w* sie mich\b/u,
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:bestell\w*|paket\w*|packet|packerl|liefer\w*|versand\w*|verschick\w*|zustell\w*|bote\w*|fahrer\w*|sendung\w*|erstatt\w*|geld|kohle|abgebucht|abbuchung\w*|karte|konto|account|passwort|support|service|kundenservice|kundendienst|firma|laden|\w+laden|shop|seite|webseite|bots?|chatbot|mitarbeiter\w*|personal|antwort\w*|wart(?:e|en|et)|mails?|e-?mails?|stornier\w*|retour\w*|rue?ck\w*|kunden?|produkt\w*|artikel\w*|ware|zelt\w*|kocher|stiefel|lampe|rucksack|garantie|ticket|frag\w*|hilf\w*|hilfe|larkfield|versproch\w*|versprech\w*|ihr|euch|sie|ihnen|euer\w*|eure\w*|kauf\w*|gekauft)\b/u,
  ),
  complains: plain(
    /\b(?:nicht|kein\w{0,2}|nie|nichts|niemand|immer|noch|wo|warum|wieso|wann|jetzt|endlich|antwort\w*|wart\w+|will|schlecht\w*|geld|reicht|sofort|weg|verloren|spae?t|tage\w?|wochen|schon wieder|erstattung)\b/u,
  ),
};
