import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:ladegerae?t|akku|aufgeladen|aufladen|lae?dt|ladung)\b|\bwann (?:wird|werde ich|buchen|wird meine karte)\b.{0,30}\b(?:belastet|abgebucht|ab)\b|\bnoch nicht (?:abgebucht|belastet)\b|\bdoppelt\w{0,2} (?:wand|wandig|schlafsack|dach|lage)\b|\bdoppelwand\w*\b/u,
);

/** Money, calls and courtesies in German. */
export const GERMAN_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:zweimal|zwei mal|2 ?x|2 ?mal|doppelt|dreimal|zu viel|zuviel|mehrfach|nochmal)\b[^.!?\n]{0,30}\b(?:abgebuc\w*|belastet|berechnet|abgezogen|eingezogen|kassiert|bezahlt)|(?:abgebucht|belastet|berechnet|abgezogen|eingezogen)\b[^.!?\n]{0,30}\b(?:zweimal|doppelt|dreimal|zu viel)|doppel(?:t|te|ten|ter)? ?(?:abbuchung\w*|belastung|zahlung|berechnung|buchung)|zwei (?:(?:gleiche )?(?:abbuchungen|belastungen|zahlungen|buchungen)))\b/u,
    ),
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:(?:abbuchung|belastung|zahlung|buchung|betrag|kauf)\b[^.!?\n]{0,50}\b(?:nicht (?:kenne|gemacht|getae?tigt|autorisiert|zuordnen|erkenne|veranlasst)|kenne ich nicht|habe ich nicht|unbekannt\w*|unberechtigt\w*|betrue?gerisch\w*|verdae?chtig\w*|war ich nicht|weis (?:echt |gar )?nicht wofue?r|keine ahnung)|(?:unbekannte|unberechtigte|fremde|unautorisierte) (?:abbuchung|belastung|zahlung|buchung)|(?:kenne|erkenne) (?:ich )?(?:diese|die|den) (?:\w+ )?(?:abbuchung|buchung|belastung|zahlung|betrag)|jemand hat (?:mit )?meine[r]? karte|mit meiner karte (?:\w+ ){0,3}(?:eingekauft|bezahlt)|ohne (?:meine )?(?:erlaubnis|zustimmung|genehmigung|einwilligung)|(?:zahlung|buchung|abbuchung) war(?: das)? nicht ich|was ist das fue?r eine (?:abbuchung|buchung|belastung))\b/u,
    ),
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:falsche[rnms]? (?:betrag|summe|preis)|(?:abgebucht|berechnet|belastet|eingezogen|genommen)\b[^.!?\n]{0,50}\b(?:aber die|aber der|obwohl|statt|stornier\w*|nie|nicht bestellt|nicht vereinbart)|(?:stornierte|nie|nicht)\b[^.!?\n]{0,30}\b(?:berechnet|abgebucht)|berechnet,? was ich nie|nie (?:vereinbart\w*|bestellt\w*)|warum (?:haben sie|habt ihr) (?:mir )?\S{0,10} ?\d+.{0,20}abgebucht|widerspreche (?:einer|der|dieser) (?:abbuchung|belastung|zahlung|rechnung)|(?:abbuchung|zahlung|rechnung|belastung) (?:widerspreche|bestreite|beanstande)\w*|fehler (?:in|bei) der (?:abrechnung|rechnung|abbuchung)|rabatt (?:fehlt|wurde nicht)\b.{0,40}\b(?:vollen|bezahlt))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'abgezogen|abgebucht|eingezogen|belastet|berechnet|kassiert|genommen',
      'statt|anstatt|aber|sondern|laut|bestae?tig\\w+|vereinbart|angezeigt|ausgemacht|obwohl|gegen|stimmt nicht',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      '(?:hatte|hat|bearbeitet\\w*|betreut\\w*|kannte|kennt) (?:\\w+ )?(?:meine[nrm]?|unsere[nrm]?) (?:fall|vorgang|sache|anliegen|anfrage|ticket|reklamation|retoure)|(?:meinen|unseren) (?:fall|vorgang) (?:hatte|hat|bearbeitet\\w*|betreut\\w*|kannte)|(?:um|an) (?:meine[nrm]?|unsere[nrm]?) (?:fall|sache|anliegen|retoure) (?:gekue?mmert|dran|gearbeitet)',
      'melde[nt]?|ruf(?:t|en)?|anrufen|zue?rue?ckruf\\w*|schreib(?:t|en)?|antworte?[nt]?|sprechen|verbinde[nt]?|gib mir|geben sie mir|zu (?:ihr|ihm)|mit (?:ihr|ihm)',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\b(?:wann|wer) (?:ruft|telefoniert|meldet sich)\b[^.!?\n]{0,40}\b(?:an|zue?rue?ck|wer|jemand|endlich|bei mir)\b|\b(?:rue?ckruf|anruf) (?:war|wurde|ist)\b[^.!?\n]{0,30}\b(?:versprochen|vereinbart|ausgemacht|zugesagt)|\b(?:versprochene|vereinbarte|zugesagte)[nr]? (?:rue?ckruf|anruf)\b/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:danke|dankeschoe?n|vielen dank|besten dank|herzlichen dank|tausend dank|ich bedanke mich|merci)\b|🙏/u),
    unless: plain(/\bdanke fue?r nichts\b|\bnein,? danke\b/u),
  },
  greeting: {
    pattern: plain(
      /^\W*(?:hallo|hi|hey|moin|servus|grue?zi|gruezi|gru?e?s{1,2} (?:gott|dich|euch)|guten? (?:tag|morgen|abend)|sehr geehrte\w*|liebe[rs]?|tach|grias)(?!\p{L})/u,
    ),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:(?:habe? ich|hab ich|ich habe?|ich hab|wie)(?: \w+){0,4} (?:schon|bereits)(?: \w+){0,3} (?:gesagt|gefragt|geschrieben|erklae?rt|gemeldet|beantwortet)|zum (?:zweiten|dritten|vierten|fue?nften|zehnten|x-?ten|\d+\.) ?mal|(?:zwei|drei|vier|mehrere|fue?nf|zehn|\d+) ?mal (?:schon |bereits )?(?:gefragt|geschrieben|gesagt)|(?:ich )?(?:wiederhole|frage (?:noch ?mal|nochmals|erneut|wieder|jetzt zum)))\b/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:(?:meine|auf meine) frage (?:war|ist|wurde|nicht|lautet)|(?:beantwortet|beantworten sie) (?:meine|das) (?:\w+ )?nicht|das (?:war|habe ich) nicht (?:meine frage|gefragt)|keine antwort auf meine frage|immer (?:dieselbe|die gleiche) antwort|schon wieder (?:dasselbe|das gleiche))\b/u,
    ),
  },
});
