import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { GERMAN_NOUNS } from './nouns.ts';
import { GERMAN_TOPICS } from './topics.ts';
import { GERMAN_VALUES } from './values.ts';

const MAILBOX = '(?:postfach|mailbox|inbox|e-?mail(?:s|-?adresse|-?konto)?|mails?(?:-?adresse|-?konto)?|adresse)';

/** How customers who write German, from Hamburg to Zürich, say what we have to understand. Umlauts folded to one letter; `ue?` for the typists who have none. */
export const GERMAN_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|ach|oh|ok(?:ay)?|na|gut|hallo|hi|danke|vielen dank|alles klar|super|also)[,.! ]+){0,4}(?:ja+(?!mm)|jap|jep|jo|joa|jup|jawohl|yes|yep|klar|na klar|sicher|gerne?|aber gerne|natue?rlich|selbstverstae?ndlich|genau|richtig|korrekt|stimmt|passt(?: so)?|bestae?tigt?|(?:ich )?(?:bestae?tige|stimme zu)|einverstanden|(?:mach|macht|machen) (?:sie )?(?:das|es|mal|bitte)|(?:tu|tun) (?:sie )?(?:das|es)|bitte (?:machen|tun|ja|sehr)|nur zu|los|leg los|in ordnung|geht (?:klar|in ordnung)|ok(?:ay)?|perfekt|super|doch|alles klar|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|ach|oh|ok(?:ay)?|na|gut|hallo|sorry|entschuldigung|eigentlich|danke|also|hm+)[,.! ]+){0,4}(?:nein+|nee?|noe?|na(?= danke|,)|nicht(?! nur)|lieber nicht|noch nicht|jetzt nicht|auf keinen fall|bloss nicht|blos nicht|stopp?|halt|abbrechen|stornier(?:en|e)? (?:sie )?das|wart(?:e|en sie|et)|moment|lass(?:en|t)? (?:sie |es |das |mal )?(?:es |das |alles )?(?:so|sein|bleiben|gut)?|vergiss(?:es| es)?|vergessen sie|egal|ich (?:habe? )?(?:es )?(?:mir )?anders ue?berlegt|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:ok(?:ay)?|gut|alles klar|perfekt|super|schoe?n|in ordnung|passt|hallo|hi|na|danke|vielen dank)(?![\p{L}\p{N}])(?!.{0,200}\b(?:ja|jap|bestae?tige|mach\w* (?:sie )?(?:das|es)|tun sie|einverstanden|nur zu)\b)/u,
    ),
    agrees:
      /j+a+|jap|jo+|jawohl|klar|gerne?|gut|o+k+(?:ay)?|bitte|danke|vielen|dank|sehr|super|prima|toll|passt|alles|stimmt|genau|richtig|korrekt|einverstanden|mach(?:en|t)?|sie|das|es|so|ist|ich|bestae?tige|naturlich|natue?rlich|selbstverstandlich|selbstverstae?ndlich|sicher|auf|jeden|fall|los|nur|zu|weiter|und|mir|den|die|der|in|ordnung|moe?chte|mocht[e]|will|hallo|du|ihr|wir|tun|tu|wunderbar|perfekt|schon|schoe?n|dann|jetzt|freundlich|ach|oh|ah|na|hm+|also|mal|ruhig|geht|klingt|tag|karte|geld|bin|im|voraus|ue?berweis\w{0,3}|grue?se?|grusse|gruse|lieb/,
    reserves: plain(
      /\b(?:lass\w{0,3}|lasen|vergis\w{0,3}|verges\w{0,3}|behalt\w{0,3}|stopp?\w{0,2}|lieber|spae?ter|morgen|wenn|falls|aber|ausser|auser|es sei denn|nur wenn|wart(?:e|en sie)|moment|eigentlich|stattdessen|sondern|jedoch|allerdings|ae?nder\w{0,3}|ander(?:e|er|es|en|em) (?:karte|adresse|konto)|anders|nicht sicher|nicht(?! (?:mehr )?(?:schlimm|noe?tig))|nein|kein(?:e|en|er)?(?! (?:problem|thema|eile|frage|zweifel|ding)\b)|stornier\w{0,3}|vergiss|vergessen sie)\b/u,
    ),
    nothingElse: plain(
      /^(?:nein+|nee?|noe?|nichts|nichts (?:mehr|weiter)|sonst nichts|nein,? (?:das (?:war|ist) alles|nichts(?: mehr| weiter)?|sonst nichts)|das (?:war|ist) alles|das wars|das war's|war alles)(?:,? (?:danke|vielen dank)(?: schoe?n)?)?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:ich )?(?:gebe?|wue?rde|sage)?(?: (?:ihnen|dir|euch|eine|ein|mal|die))*(?: note| bewertung)?:? ?)?([1-5])(?:\s*(?:\/|von)\s*5|\s*(?:sterne?|punkte?))?[.,! ]*(?:danke.{0,40}|vielen dank.{0,40})?$/u,
    ),
    ratings: {
      eins: 1,
      zwei: 2,
      drei: 3,
      vier: 4,
      fuenf: 5,
      funf: 5,
      furchtbar: 1,
      schrecklich: 1,
      mies: 1,
      schlecht: 2,
      mittel: 3,
      okay: 3,
      gut: 4,
      'sehr gut': 5,
      super: 5,
      toll: 5,
      perfekt: 5,
      ausgezeichnet: 5,
    },
    corrects: plain(
      /^(?:nein|nee|noe?|nicht (?:das|die|der|den))[,.! ]+(?:(?:ich meine|ich meinte|es (?:ist|geht um)) )?(?:das|die|der|den|dem|mein(?:e|en)?|lf-?\d)/u,
    ),
    accepts: plain(
      /(?:^|\baber,? |, )(?:ok(?:ay)?|gut|alles klar|na gut|verstehe|ich verstehe|verstanden|schade|passt(?: schon)?|in ordnung|macht nichts|dann eben)(?![\p{L}\p{N}])/u,
    ),
    waits: plain(
      /^(?:(?:ok(?:ay)?|ja|gut|sorry|entschuldigung|danke|moment|ae?hm?|na)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|ae?hm+(?=\W*$)|(?:einen? |nen? )?(?:kleinen )?(?:moment|augenblick|sekunde|minute)|(?:moment|sekunde)chen|warten sie|warte|(?:ich )?(?:schaue?|seh|sehe|such|suche|guck|gucke|frage?|prue?fe)(?: ich)? (?:\w+ ){0,2}(?:nach|mal|kurz|eben|gleich|meine[nr]?|im|in|gerade)|bin gleich (?:wieder )?(?:da|zurue?ck)|muss (?:ich )?(?:\w+ ){0,2}(?:suchen|nachsehen|schauen|fragen)|noch nicht)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:ja|jap|jo|bitte|gerne?|spezialist(?:en)?|person|mensch(?:en)?|jemand(?:en)?|mitarbeiter(?:in)?|kollegen?|machen sie|mach|ich (?:moe?chte|will|wue?rde|hae?tte)|fragen|fragt|reden|sprechen|ok(?:ay)?|klar)\b/u,
    ),
    declines: plain(/^(?:nein|nee|noe?|jetzt nicht|nicht noe?tig|nein danke|lass(?:en)?|schon gut|passt schon)\b/u),
  },
  closing: {
    thanks: plain(
      /\b(?:danke?|dankeschoe?n|danke schoe?n|merci|thx|thanks|dank|bedanke mich|besten dank|vergelt's gott|lieb von ihnen)\b|🙏|❤️/u,
    ),
    allWell: plain(
      /^(?:(?:ah|ach|oh|na|ok(?:ay)?|gut|hm+)[,.! ]+){0,3}(?:gut|ok(?:ay)?|alles klar|super|toll|prima|passt(?: schon)?|klar|schade|verstanden|verstehe|ich verstehe|egal|macht nichts|na gut|schon gut)[.! ]*$|\b(?:vergessen sie(?: es)?|vergiss es|perfekt|super|toll|klasse|prima|wunderbar|ausgezeichnet|grossartig|(?:das |es )?(?:hilft|hat geholfen|funktioniert|klappt|hat geklappt|geht (?:jetzt|wieder)|reicht)(?: mir)?|(?:das|es) (?:ist|war|waer) (?:alles|gut|perfekt|es)|das war'?s|war alles|alles (?:klar|gut|erledigt|geklaert|geklart|bestens|paletti)|(?:hat sich )?erledigt|(?:problem )?gelo?st|geklart|nein,? (?:danke|das (?:war|ist) alles|nichts)|sonst nichts|nichts weiter|tschuss|tschue?s+|tschau|ciao|servus|auf wiedersehen|bis dann|schoe?n(?:en|es) (?:tag|abend|wochenende))\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:aber|jedoch|allerdings|trotzdem nicht|ausser|immer noch|noch (?:nicht|eine|was|etwas)|nicht (?:was|hilfreich|wirklich|perfekt|gut|gelo?st|geklappt|da)|geht nicht|funktioniert nicht|klappt nicht|hilft (?:mir )?nicht|nein danke an|andere (?:frage|sache)|(?:und )?ausserdem|auserdem|ue?brigens|und was ist mit|was ist mit)\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:bitte|und|dann|jetzt|noch)\s+)(?:bitte\s+|noch\s+|mal\s+)?(?:stornier\w{0,4}|erstatt\w{0,3}|schick\w{0,3}|send\w{0,3}|tausch\w{0,3}|ersetz\w{0,3}|verfolg\w{0,3}|ae?nder\w{0,3}|aktualisier\w{0,3}|prue?f\w{0,3}|geb(?:en|t)? (?:sie )?mir|gib mir|sag(?:en|t)? (?:sie )?mir|zeig\w{0,3}|ruf\w{0,3}|helf\w{0,3}|hilf|such\w{0,3}|leite\w{0,2}|verbind\w{0,3}|schlies\w{0,4}|loe?sch\w{0,3}|setz\w{0,3}|stopp\w{0,3}|entsperr\w{0,3}|melde\w{0,2})\b|(?:^|[.,;!\n]\s{0,9}|\bund )(?:wo|wann|warum|wieso|wie|was|welche\w?|wer|wohin)\b|\b(?:ich (?:moe?chte|will|wuerde|wurde gern|brauche|hae?tte gern|suche|habe? (?:noch )?(?:immer )?(?:nichts|keine?n?) (?:erhalten|bekommen))|koe?nn(?:en|ten|test) (?:sie|du|ihr)|kannst du|koe?nnt ihr)\b|\bfue?r nichts\b/u,
    ),
    notHelped: plain(
      /^(?:nein+|nee|noe?|nicht (?:wirklich|ganz|so richtig|direkt)|noch nicht|(?:das|es) (?:hat|hilft) (?:mir )?(?:leider )?nicht(?: geholfen)?|leider (?:nein|nicht)|ue?berhaupt nicht|immer noch (?:nicht|kaputt|dasselbe|das gleiche)|bringt nichts)(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      new RegExp(
        `\\b(?:(?:kein|keinen|ohne|nicht mehr|verloren)(?: \\w+){0,3} (?:zugriff|zugang)|(?:auf|in|zu|an) (?:das|die|der|den|dem|dieses|diese|dieser|mein|meine|meinem|jenes|ins?) ?(?:alte[sn]? )?${MAILBOX}(?: \\w+){0,4} (?:kein|keinen|nicht mehr|nicht|leider nicht)|${MAILBOX} (?:(?:gibt es|existiert|geht|funktioniert|habe ich|nutze ich|benutze ich|hab ich) (?:so )?nicht mehr|(?:ist|wurde) (?:weg|geloscht|geschlossen|gesperrt|gehackt|tot|abgeschaltet|deaktiviert))|komme? (?:ich )?(?:nicht|leider nicht|nicht mehr) (?:mehr )?(?:in|an|auf) (?:das|die|mein|meine|mein altes|dieses)? ?(?:alte[sn]? )?${MAILBOX}|(?:habe?|nutze|benutze) (?:das|die|diese[s]?|mein(?:e)?) (?:alte[sn]? )?${MAILBOX} nicht mehr|${MAILBOX} (?:von|aus) (?:der|meiner|dem) (?:alten |fruheren |ehemaligen )?(?:arbeit|firma|job).{0,40}(?:nicht mehr|weg|geschlossen))`,
        'u',
      ),
    ),
    postItHere: plain(
      /\b(?:(?:schick|schicken|gib|geben|sag|sagen|schreib|schreiben|poste|posten|zeig|zeigen|nenn|nennen)(?: sie)?(?: mir)?(?: doch| einfach| bitte| mal)* (?:den|meinen|diesen) code (?:hier|direkt|jetzt|einfach|in (?:den|diesen) chat|rein)|(?:wie (?:lautet|ist)|was ist) (?:der|mein) code|(?:sag|sagen|gib|geben|zeig|zeigen)(?: sie)? mir (?:doch |einfach |bitte )?den code|(?:schick|schreib|poste)\w*(?: sie)? ihn (?:hier|in den chat|direkt))\b/u,
    ),
    sendAgain: plain(
      /\b(?:(?:nochmals?|noch ?mal|noch einmal|erneut|wieder|neu) (?:zu)?(?:schick\w*|send\w*|zusend\w*|anforder\w*)|(?:schick\w*|send\w*)(?: sie)?(?: mir)?(?: ihn| den code| bitte| den| einen| doch)* (?:nochmals?|noch ?mal|noch einmal|erneut|neu\w*|ander\w*|code)|neue[rn] code|ander(?:er|en) code|(?:nicht|nichts|nie|kein(?:e|en)?)(?: \w+){0,3} (?:gekommen|angekommen|bekommen|erhalten|da|gesehen)|kommt (?:nicht|nie|keine?r?)|kein(?:en)? (?:code|mail|e-?mail)|wo (?:ist|bleibt) (?:der|mein) code)\b/u,
    ),
    asksAboutCode: plain(
      /^(?:aber |und )?(?:warum|wieso|weshalb|wozu|wofue?r|welcher code|was fue?r ein code)\W*$|\b(?:warum|wieso|weshalb|wozu|wofue?r)\b.{0,40}\b(?:code|das|e-?mail|mail|brauch\w{0,3}|prue?f\w{0,4}|denn)\b|\b(?:welche[rn]?|was fue?r (?:ein|einen)) code\b|\bist (?:das|dies|der code) (?:sicher|serioe?s|notwendig|noe?tig|betrug|abzocke|phishing)\b|\b(?:spam|junk)\w{0,7}.{0,20}\?|\bwie lange\b.{0,20}\b(?:code|gilt|gue?ltig)\b|\bohne (?:den |einen |diesen )?code\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:auch|auserdem|ausserdem|bitte|koe?nn(?:en|ten) sie|kannst du|ich (?:moe?chte|will|brauche|hae?tte gern)|wie|wo|wann|was|welche\w?|stornier\w{0,4}|erstatt\w{0,5}|ae?nder\w{0,3})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:(?:die|meine|der|das|mein) )?(?:ander(?:e|en|es)|zweite) (?:bestellung|paket|lieferung|auftrag|sendung)\b|\b(?:und|was ist mit) (?:die|der|das|dem) anderen?\b(?! (?:karte|konto|adresse|mail|e-?mail|nummer|woche|mal|tag))/u,
    ),
    otherThing: plain(
      /\b(?:die|der|das|den) ander(?:e|en|es)\b(?! (?:karte|konto|adresse|frage))|\bander(?:e|en|er|es) (?:bestellung|artikel|paket|sendung|lieferung)\b/u,
    ),
    newest: plain(
      /\b(?:meine?|der|die|das|den) (?:aller)?(?:letzte|neu(?:e)?ste|jue?ngste)[nrsm]? (?:bestellung|lieferung|sendung|paket|einkauf)\b/u,
    ),
    refersBack: plain(
      /\b(?:es|das(?! (?:zelt|paket von|passwort|konto))|sie|ihn|die bestellung|meine bestellung|das paket|mein paket|der artikel|die sendung|die lieferung|die erstattung|davon|dazu|dafur)\b/u,
    ),
    notReceived: plain(
      /\b(?:nie (?:\w+ )?(?:angekommen|gekommen|erhalten|bekommen)|(?:nicht|nichts|noch nicht|noch nichts|immer noch nicht)(?: \w+){0,2} (?:angekommen|gekommen|erhalten|bekommen|da|eingetroffen|geliefert|zugestellt)|nichts (?:da|erhalten|bekommen)|(?:ist|war|sind) nicht (?:da|hier|angekommen)|fehlt|verloren|verschwunden|verschollen|geklaut|gestohlen|wo ist (?:es|sie) dann)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:erste[nrs]?|1\.|oberste[nrs]?)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:zweite[nrs]?|2\.)(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:dritte[nrs]?|3\.)(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:vierte[nrs]?|4\.)(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:letzte[nrs]?|neu(?:e)?ste[nrs]?|unterste[nrs]?)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:nicht|statt|anstatt|sondern|ich mein(?:e|te))\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:falsche[nrsm]? (?:artikel|produkt|ware|farbe|grose|groesse|grosse|modell|bestellung|sache|teil|paket|lieferung)|falsch geliefert|nicht (?:das|die|den|was) (?:\w+ )?ich (?:bestellt|gekauft|wollte)|(?:etwas|was) (?:anderes|falsches) (?:bekommen|erhalten|geschickt|geliefert|drin)|ander(?:e|er|es|en) (?:artikel|produkt|ware|farbe|modell) (?:bekommen|erhalten|geschickt|geliefert)|bestellung von jemand(?:em)? ander)\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:beschae?digt\w{0,2}|kaputt\w{0,2}|zerbrochen\w{0,2}|gebrochen\w{0,2}|gesprungen\w{0,2}|sprung|riss|risse|gerissen\w{0,2}|zerrissen\w{0,2}|verbeult\w{0,2}|delle|zerkratzt\w{0,2}|kratzer|zerdrue?ckt\w{0,2}|verbogen\w{0,2}|in (?:scherben|stuecken|stucken|teilen)|leckt|undicht\w{0,2}|loch|loecher|locher|abgeplatzt\w{0,2}|transportschaden)\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:defekt\w{0,2}|mae?ngel|mangelhaft\w{0,2}|fehlerhaft\w{0,2}|(?:geht|funktioniert|leuchtet|klappt|lae?uft)(?: \w+){0,2} nicht(?: mehr| an)?|geht nicht an|unbrauchbar\w{0,2}|ausgefallen)\b/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:nie (?:angekommen|gekommen|erhalten|bekommen)|nicht (?:angekommen|gekommen|erhalten|bekommen)|nichts (?:erhalten|bekommen)|(?:auf dem weg|unterwegs) verloren|verloren gegangen)\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:stornier\w{0,4}|stopp?\w{0,3}|zuruckzieh\w{0,2}|zurueckzieh\w{0,2}|vergiss|vergessen sie|lassen sie|nicht mehr|(?:will|moe?chte|brauche) (?:es|sie|das|ihn) nicht|anders ue?berlegt)\b/u,
    ),
    howLong: plain(/\b(?:wie (?:lange|schnell|viele tage|bald)|wann (?:kommt|bekomme|krieg\w{0,2}|ist|wird|habe|sehe)|dauert)\b/u),
    why: plain(
      /\b(?:warum|wieso|weshalb|und der rest|nur|nicht (?:alles|der ganze|die ganze|den ganzen|voll|mehr)|wo (?:ist|bleibt) der rest)\b/u,
    ),
    wantsReplacement: plain(
      /\b(?:ersatz\w{0,12}|ersetz\w{1,4}|umtausch\w{0,4}|austausch\w{0,4}|(?:ein(?:e|en|es)?) (?:neue[nrs]?|andere[nrs]?) (?:schicken|zuschicken|senden|bekommen|haben)|neu (?:schicken|zuschicken|liefern))\b/u,
    ),
    howLongQuestion: 'wie lange dauert eine Erstattung?',
  },
  account: {
    switchOff: plain(
      /\b(?:abbestell\w{0,3}|abmeld\w{0,3}|meld\w{0,3}(?: \w+){1,5} ab|austrag\w{0,3}|ausschalt\w{0,3}|deaktivier\w{0,3}|kue?ndig\w{0,3}|stopp?\w{0,3}|entfern\w{0,3}|streich\w{0,3}|kein(?:e|en)?(?: \w+)? (?:mehr|werbung|mails?|newsletter|spam)|nicht mehr|schluss|schlus|aufhoe?r\w{0,3}|hoe?rt? auf|raus)\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telefon\w*|tel|handy\w*|mobil\w*|natel\w*|nummer|rufnummer)\b/u) },
      {
        field: 'address',
        words: plain(/\b(?:adresse|anschrift|umgezogen|umzug|ziehe um|stras{1,2}e|postleitzahl|plz|wohne|liefer\w{2,8})\b/u),
      },
      {
        field: 'name',
        words: plain(
          /\b(?:name\w{0,2}|vorname\w{0,2}|nachname\w{0,2}|familienname\w{0,2}|geheiratet|verheiratet|hochzeit|falsch geschrieben|schreibweise)\b/u,
        ),
      },
    ],
    newName:
      /(?:[Vv]or|[Nn]ach|[Ff]amilien)?[Nn]amen?(?!\p{L})(?:(?!\s(?:auf|zu)\s|:)[^\n]){0,60}?(?:\s(?:auf|zu|in)\s+|\s*:\s*)([\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:von|van|zu|der)\s+){0,2}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:(?:ich )?hei(?:ß|ss)e(?: jetzt)?|mein (?:neuer )?name (?:ist|lautet)(?: jetzt)?|jetzt|auf|in)\s+/i,
  },
  address: {
    address:
      /(?<!\p{L})[\p{L}.'’-]{2,30}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ring|damm|ufer|chaussee|steig|promenade)\s+\d{1,4}\s?[a-z]?(?!\p{L})[^\n?!;]{0,100}|(?<!\p{L})(?:postfach|pf)\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:bitte|danke?(?: sch[oö]n)?|vielen dank|statt(?:dessen)?|wenn m[oö]glich|falls m[oö]glich|bevor|so bald wie m[oö]glich|schicken|senden|liefern|umleiten|[aä]ndern)(?!\p{L}).*$/iu,
    lead: /^(?:(?:bitte )?(?:schick(?:en|t)?|send(?:en|et|e)|liefer(?:n|t|e))(?: sie)?(?: es| sie| das| das paket)? (?:an|nach|zu)|an|nach|zu|es ist|(?:meine|die) (?:neue )?(?:adresse|anschrift) (?:ist|lautet|:))[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:im allgemeinen|allgemein(?:e frage)?|generell|grundsae?tzlich|ue?blicherweise|normalerweise|nur (?:mal )?(?:so|eine frage|interesse\w{0,2})|aus (?:reiner )?neugier|rein (?:interesse\w*|hypothetisch|theoretisch)|theoretisch|falls|fue?r einen freund|was (?:wae?re|ist),? wenn)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n]\s{0,9}|\b(?:und|wissen|wissen,|sagen|sag mir|frage|fragen|frage mich)\s+)(?:(?:bis|ab|seit|fue?r|an|auf|aus|mit|von|zu|nach|ue?ber|in) )?(?:wie|wann|wo|wohin|woher|wer|wem|was|welche\w?|warum|ob|ist|sind|gibt|gibt's|hat|haben|habt|kann|kannst|koe?nnen|koe?nnt|darf|dae?rf|muss|mus|mue?s{1,2}en|nehmen|nimmt|nehmt|liefern|liefert|versenden|verschick\w{1,2}|bieten|bietet|akzeptier\w{1,3}|zahlt|zahle|kostet|werden|wird|faellt|fallt|dauert|braucht?|zae?hlt)\b/u,
    ),
    supposes: plain(
      /\b(?:wenn|falls|sobald) (?:ich|man|es|wir|das|die|der|mein\w*|etwas|was|jemand|ein\w*|mir)\b.{0,90}\b(?:kann|darf|koe?nnen|bekomm\w*|krieg\w*|erstatte\w*|gibt es|muss|mus|was (?:passiert|ist|mache)|zahl\w*|geht|wann ist)\b/u,
    ),
    own: plain(
      /\b(?:mein\w{0,2}|unser\w{0,2}|(?:das|es|sie|ihn)(?= (?:zuruck|erstatt|stornier))|diese[srnm]? (?:bestellung|paket|artikel|produkt)|die andere|(?:ich|wir) (?:habe?n?|hab) .{0,40}(?:gekauft|bestellt|erhalten|bekommen|zuruckgeschickt|geschickt|bezahlt)|(?:gekauft|bestellt|erhalten|bekommen|bezahlt|zuruckgeschickt) (?:habe?|hab))\b/u,
    ),
    news: plain(
      /\b(?:neuigkeiten|neues|nachricht|fortschritt|wann (?:meldet|hoe?re|bekomme|antworte\w*|kommt|wird|kann|krieg)|wie lange (?:noch|dauert)|ich warte (?:noch|immer)|warte noch|status|stand|wie (?:steht|sieht) es|was ist (?:los|mit)|wie geht es weiter|und jetzt)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:sind sie|bist du|seid ihr|ist das|rede ich|schreibe ich|spreche ich|chatte ich|wer (?:sind|bist|ist))\b.{0,40}\b(?:bot|roboter|ki|k\.i\.|ai|kue?nstliche|mensch\w{0,2}|person|maschine|computer|chatgpt|echt\w{0,2}|sie|du)\b|\bwer (?:sind sie|bist du)\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:auf lager|vorrae?tig|lagernd|verfue?gbar|lieferbar|ausverkauft|vergriffen|preis\w{0,2}|kostet|kosten|wie ?viel (?:kostet|ist)|teuer|verkauf(?:en|t) (?:sie|ihr)|haben sie|habt ihr|gibt es|gibt's|zu haben)\b/u,
    ),
    pointsBack: plain(/\b(?:es|das|er|ihn|ihm|dieses|diese|dieser|diesen|davon|dafue?r|damit|dessen|seine?|ihre?)\b/u),
    courtesy:
      'sagen sag sie mir bitte ueber uber zu info infos information informationen details einzelheiten beschreiben mehr wissen will moechte mochte hallo danke produkt artikel suche frage fragen eine ein der die das den dem des was wie ist sind konnen koennen konnten',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:mein|meine|meiner|meinem|unser|unsere|ein|eine|einer|der|die|das|zu|zum|zur|mit|wegen|betreff|betreffend|bezue?glich|fue?r|bitte|dringend|eilig|bestellung(?:en)?|auftrag|einkauf|konto|fragen?|anfragen?|hilfe|support|anliegen|problem|ticket|informationen|infos?|hallo|hi|guten tag|brauche|neue|neuer|letzte|kurze|nummer)[\s,.!?:-]*)+$/u,
    ),
    opening:
      /^\s*(?:hallo|hi|hey|moin|servus|gr[uü](?:ß|ss) gott|gr[uü]ezi|guten (?:tag|morgen|abend)|sehr geehrte[rsn]?|liebe[rs]?|werte[rs]?)(?!\p{L})[^\n.!?]{0,60}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:gr[uü](?:ß|ss)e?n?|hochachtungsvoll|mfg|lg|vg|ihr|ihre|herzlichst)(?!\p{L})[^\n]{0,30}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:nur )?(?:eine|ein|zwei|drei|vier|2|3|ein paar|einige|mehrere) (?:sachen?|dinge?|fragen?|punkte?|anliegen)|und|auch|aber|dann|also|ach|oh|ok|okay|gut|na|hallo|hi|hey|moin|servus|guten tag|guten morgen|guten abend|ue?brigens|erstens|zweitens|zuerst|auserdem|ausserdem|zuletzt|noch (?:eine|was|etwas|eine frage|eine sache)|danke|bitte|entschuldigung|entschuldigen sie|sorry|ich wollte fragen|koe?nnen sie mir sagen/,
    question:
      /wo|wann|was|welche[rsnm]?|wer|warum|wieso|wie|wohin|woher|ist|sind|war|kann|kannst|koe?nn(?:en|t|ten|test)|darf|wird|werden|hat|haben|habt|gibt|muss|mus|mue?s{1,2}en|soll|liefern|liefert|nehmen|wurde/,
    wish: /(?:ich|wir) (?:auch |wirklich |nur |noch |immer noch |bitte )?(?:moe?chten?|will|wollen|wue?rden?|brauchen?|hae?tten?|suchen?|verlangen?|muss|mus|mue?ssen|bitten?|wue?nschen?|habe vergessen|hab vergessen)|hilf mir|helfen sie mir/,
    order:
      /stornier(?:en|e|t)?|erstatt(?:en|e|et)|zahl(?:en|t)|schick(?:en|t|e)?|send(?:en|et|e)|verfolg(?:en|e)|ae?nder(?:n|t|e)|aktualisier(?:en|e|t)|setz(?:en|t|e)|loe?sch(?:en|t|e)|schlies{1,2}(?:en|t|e)|meld(?:en|et|e)|sag(?:en|t)?|zeig(?:en|t|e)?|gib|geben|gebt|such(?:en|t|e)|prue?f(?:en|t|e)|tausch(?:en|t|e)|ersetz(?:en|t|e)|fue?g(?:en|t|e)|nehm(?:en|t)|nimm|entfern(?:en|t|e)|leit(?:en|et|e)|verbind(?:en|et|e)|entsperr(?:en|t|e)|erklae?r(?:en|t|e)|schau(?:en|t)?|empfehl(?:en|t)|bestae?tig(?:en|t|e)|korrigier(?:en|t|e)|bericht(?:ig(?:en|t|e))|trag(?:en|t)?|leg(?:en|t|e)|stopp(?:en|t|e)?|pack(?:en|t|e)?/,
    and: /(?:und(?: auch| dann| bitte)?|auch|sowie|auserdem|ausserdem|aber auch|dann)(?: bitte)?/,
    pointing:
      /wie|was|kann|kannst|koe?nnen|koe?nnten|koe?nnt|wue?rden|ist|sind|es|das|dies|mir|mich|uns|ich|wir|sie|du|ihr|man|hier|da|dabei|damit|dafur|daruber|darum|dazu|bitte|hilfe|helfen|hilf|helft|jemand|jemanden|wer|machen|tun|gemacht|moe?glich|geht|gehen|soll|sollte|muss|mus|darf|wissen|sagen|erklae?ren|weg|eine|ein|der|die|den|so|brauche|moe?chte|will|nae?chstes|auf|fue?r|und|oder|auch|danke|ok|hallo|lo?sen|klae?ren|ansehen|anschauen|nachsehen|schauen|prue?fen|um|an|mal|doch|weiter/,
    refersBack: plain(
      /\b(?:es|sie|ihn|das|dies\w{0,2}|dieselbe|davon|die bestellung|meine bestellung|das paket|mein paket|die sendung)\b/u,
    ),
    deliveryInGeneral: plain(
      /\b(?:liefern sie|liefert ihr|versenden sie|verschickt ihr|wie ?viel|kostet|kosten|versandkosten|preis|gebue?hr\w{0,2}|porto|gratis|kostenlos|kanada|ausland|international\w{0,2}|expres+\w{0,10}|optionen|versandarten|lae?nder)\b/u,
    ),
  },
  followUps: {
    bare: /ja|jap|jo|klar|ok(?:ay)?|nein|nee|noe?|bitte|mach(?:en)?|sie|das|es|nur zu|richtig|genau|korrekt|stimmt|der|die|den|dem|dieses?|diese[rn]?|jenes?|ander(?:e|er|es|en)|eine?[rsn]?|beides?|beiden?|alle|alles|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|letzte[rsn]?|nae?chste[rsn]?|neueste[rsn]?|ist|sind|und|oder|von|mit|fue?r|zu|an|meine?[rsnm]?|nummer|bestellung|was ist mit|wie ist es mit|dasselbe|auch|nochmal|wieder|dann|ich meine|ich meinte|stattdessen|jetzt/,
    hanging: /und|aber|oder|was ist mit|wie ist es mit|wie sieht es mit|und wenn|auch|dann|also/,
    pointing:
      /es|das|er|sie|ihn|dies\w{0,2}|jen\w{1,2}|ein(?:e|er|es|en)?|ander(?:e|er|es|en)|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|letzte[rsn]?|dasselbe|davon|damit|da|dort|dann/,
    social: plain(
      /^\W*(?:(?:super|ok(?:ay)?|alles klar|perfekt|toll|gut|prima|ja|nein|klasse|schoe?n)[\s,.!]+){0,4}(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grue?zi|danke(?:schoe?n)?|vielen dank|besten dank|tschue?s{1,2}|auf wiedersehen|ciao)(?![\p{L}\p{N}])[^?]{0,200}$/u,
    ),
  },
  values: GERMAN_VALUES,
  nouns: GERMAN_NOUNS,
  topics: GERMAN_TOPICS,
};
