import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, DUTCH_EVERYDAY } from './everyday-signals.ts';
import { DUTCH_DANGER } from './danger.ts';
import { DUTCH_ANGER } from './anger.ts';

/** Somebody of ours; a `persoon` is no size of a tent. */
const PERSON =
  "(?:mens(?:en)?|persoon|medewerk(?:st)?ers?|medewreker|medewekrer|medwerker|iemand|ie?mnd|vertegenwoordiger|operator|agent|collega(?:'s)?|leidinggevende|manager|chef|baas|supervisor|verantwoordelijke|directeur|eigenaar|specialist|adviseur|werknemers?|personeel|teamlid|team|klantenservice|klantendienst|helpdesk|boekhouding|afdeling \\w+|\\w+afdeling)";
const ARTICLE = "(?:(?:een|de|het|je|jouw|uw|jullie|een van (?:je|uw|jullie|de)|een andere|n|'n) )?(?:echte? |levende? |menselijke? )?";
const LEGAL_IN_GENERAL = plain(
  /\b(?:zoon|dochter|man|vrouw|broer|zus|vader|moeder|schoonzoon|oom|tante) is (?:advocaat|advocate|rechter|politieagent)\b(?=.{0,80}\b(?:wil|zoekt|draagt|nodig|rugzak\w*|tent|jas|schoenen)\b)|\b(?:legal|letter) (?:formaat|papier|size)\b|\bop legal\b|\b(?:is|mag) .{0,40}\b(?:legaal|wettelijk toegestaan)\b|\blegaal (?:gebruiken|kamperen|dragen|in|op)|\bwet van (?:de zwaartekracht|murphy)|\b(?:cadeau|korting|werk|ben een|als|dochter|zoon|moeder|vader|vrouw|man|vriend\w*)\b.{0,25}\b(?:politieagent\w*|politie|advoca(?:at|te))\b(?! (?:neemt|zal|gaat|schrijft|contact))|\bvraag naar\b/u,
);
const OWN_PEOPLE =
  "\\b(?:heeft|heb|hebben) (?:\\w+ ){0,2}met (?:mijn |de |onze )?\\w+ gesproken\\b|\\bmet (?:mijn|onze|m'n) (?:\\w+ )?(?:baas|collega|chef|team|vrouw|man|manager|mensen)\\b|\\b(?:hoeft?|hoeven|wil|moet) (?:\\w+ )?(?:me |mij )?niet (?:te )?(?:bel|spreken|praten)\\w*(?! met een (?:bot|robot|machine|computer))";
const TENTS =
  '\\b(?:tent|slaapzak|mat|matje|rugzak)\\b.{0,40}\\b(?:personen|persoon|mensen)\\b|\\b(?:personen|persoon|mensen)\\b.{0,25}\\b(?:tent|passen|slapen|slaap|tekent|ontvangt|alleen|winkel)\\b|\\bvoor (?:een|twee|drie|vier|\\d) (?:persoon|personen|mensen)\\b|\\bper persoon\\b|\\bpersoon (?:die|wijzigen)|\\breisagent|\\bmensenhaar\\b|\\bmenselijk haar\\b|\\bvoor mensen\\b|\\b(?:een|1) mens (?:heeft|kan)\\b|\\bheeft een mens\\b';

/** Persons, law, money and courtesies in the Dutch of the Netherlands and of Flanders. */
export const DUTCH_SIGNALS: SignalWords = {
  rules: [
    ...DUTCH_DANGER,
    ...DUTCH_ANGER,
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:met|mt|aan) ${ARTICLE}${PERSON}(?: \\w+){0,4}? (?:te )?(?:praten|spreken|spreke|prate|babbelen|bellen|chatten|overleggen|verbonden|doorverbonden|doorverbinden|in contact|hebben|bespreken|spreek|praat)\\b|\\b(?:praat|spreek|praten|spreken|bespreek|chat|chatten|overleg|contact(?: opnemen)?)(?: \\w+){0,3}? met ${ARTICLE}${PERSON}\\b`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'speak_person',
      pattern: plain(
        new RegExp(
          `\\b(?:wil|wou|wilde|willen|mag|kan|kun|moet|zou|laat|mogen|kunnen|eis|wens|verzoek|vraag)(?: (?:ik|jullie|je|u|om|me|mij|we|graag|hier|nu|liever|eens|even|toch)){0,5} ${ARTICLE}${PERSON}(?: van (?:de|het|jullie) \\w+)?(?: \\w+){0,3}? (?:spreken|spreke|spreek|bereiken|bellen|hebben|zien|roepen|halen|sturen|erbij)\\b`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'wants_person',
      pattern: plain(
        new RegExp(
          `\\b(?:wil|wou|wens|verkies|eis|vraag|geef (?:me|mij)|haal|stuur (?:me|mij)|heb|zoek|liever|graag|op prijs stellen als|verwacht)(?: (?!tent)\\w+){0,4}? ${ARTICLE}(?:mens|persoon|medewerk(?:st)?er|iemand (?:van vlees|echt|anders|van (?:jullie|het|de))|iemand nodig|vertegenwoordiger|operator|leidinggevende|manager|chef|baas|supervisor|verantwoordelijke|collega van (?:je|jou|u|jullie))\\b`,
          'u',
        ),
      ),
      unless: plain(
        new RegExp(
          `${TENTS}|\\bmijn (?:baas|collega|chef)\\b|\\biemand anders (?:gekregen|heeft|z'n|zijn)\\b|\\bpakket van iemand\\b`,
          'u',
        ),
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'hand_me_over',
      pattern: plain(
        new RegExp(
          `\\b(?:verbind|zet|schakel|stuur|geef|breng|verwijs|doorverbinden|doorzetten)(?: (?:me|mij|dit|ons|maar|even|mijn \\w+)){0,3}(?: (?:door|over|doorverbinden|in contact|verder))?(?: (?:met|naar|aan))? ${ARTICLE}${PERSON}\\b|\\bdoorverb(?:inden|onden) (?:worden )?met ${ARTICLE}${PERSON}\\b|\\bverbind (?:me|mij) door\\b|^\\W*doorverbinden\\W*$`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:pakket|pakje|bestelling|levering|factuur)\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:echte? (?:mens|persoon|medewerker|iemand)|(?:iemand|mens|persoon) van vlees en bloed|menselijke (?:hulp|medewerker|agent|operator|assistent\w{0,2}|ondersteuning)|iemand echt|een mens (?:aub|alsjeblieft|alstublieft|graag)|persoonlijk contact|levend (?:mens|iemand))\b|^\W*(?:een |graag (?:een )?|ik wil een )?(?:mens|medewerk(?:st)?er|medewekrer|medewreker|operator|persoon|vertegenwoordiger|manager|leidinggevende|iemand van (?:het|jullie) team)(?: (?:aub|alsjeblieft|alstublieft|graag|nu|meteen|pls))?\W*$/u,
      ),
      unless: plain(new RegExp(`\\b(?:ben je|ben jij|bent u)\\b.{0,30}\\?|${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\b(?:niet|geen)\b[^.!?]{0,35}\b(?:met|tegen) (?:een |de |deze |die )?(?:bot|chatbot|robot|machine|computer|ai|programma)\b|\b(?:(?:wil|ga|hoef|kan) (?:\w+ )?niet (?:meer )?(?:met|tegen) (?:een |de |deze |die )?(?:bot|robot|machine|computer|ai|chatbot)|geen (?:bots?|robots?|machines?|computers?)|stop met (?:die |de |deze |dat )?(?:bots?|robot|automatisch\w* \w+)|(?:moe|beu|zat) van (?:de |die |deze )?(?:bots?|robots?|machine)|(?:bot|robot) (?:beu|zat)|weg met (?:die|de|deze) (?:bot|robot)|(?:haal|zet) (?:die|deze|de) (?:bot|robot) (?:weg|uit))\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'person_does',
      pattern: plain(
        /\b(?:kan|kunnen|mag|laat|zou|wil|kun je) (?:er )?(?:iemand|een (?:mens|persoon|medewerker|collega(?: van (?:je|jou|u|jullie))?)|een van jullie|een echte? \w+)(?: van (?:jullie|je|uw|het|de) \w+)?(?: \w+){0,4}? (?:helpen|kijken|nakijken|bellen|antwoorden|contacteren|hiernaar|overnemen|reageren|spreken|bekijken|schrijven|opnemen)\b|\bdat (?:een (?:mens|persoon|medewerker|collega)|een van (?:jullie|uw|je)(?: \w+)?|iemand)(?: \w+){0,5}? (?:antwoordt|kijkt|belt|helpt|reageert|overneemt|contacteert|opneemt)\b|\b(?:als|wanneer) een (?:mens|medewerker|persoon) (?:hiernaar|ernaar|dit)\b|\b(?:gecontacteerd|gebeld|geholpen) (?:te )?worden\b|\bword ik (?:gecontacteerd|gebeld|teruggebeld)\b/u,
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:gestolen|ontvang|teken|aanneem|thuis|opzetten)\\w*\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'call_me',
      pattern: plain(
        /\b(?:bel (?:me|mij|ons)|(?:iemand|een medewerker) (?:me|mij|ons) (?:\w+ )?(?:op|terug)?bel(?:t|len)|bel (?:me |mij )?(?:even )?terug|(?:kun|kan|kunt|kunnen|willen|wil|wilt|zou|zouden) (?:je|jij|u|jullie|iemand|men) (?:me|mij|ons) (?:even |aub |alsjeblieft |alstublieft )?(?:terug)?bellen|teruggebeld|terugbelverzoek|telefonisch (?:contact|overleg|spreken)|wie kan ik bellen|ik wil gebeld worden)\b/u,
      ),
      unless: plain(/\b(?:hoeft?|hoeven|moet) (?:\w+ )?(?:me |mij )?niet (?:te )?bel|\bbel me niet\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'who_can_i_talk_to',
      pattern: plain(
        /\bwaar zijn (?:de|jullie) (?:echte )?(?:mensen|medewerkers)\b(?! (?:in|van) de winkel)|\bmet wie (?:kan|mag|moet) ik\b|\bis er (?:een|iemand|nog iemand)(?: \w+)? (?:medewerker|persoon|mens|operator|aanwezig|beschikbaar|bereikbaar|die)\b|\bis er een (?:echt )?(?:medewerker|mens|operator) |\b(?:je|jouw|uw|jullie) (?:baas|chef|manager|leidinggevende|supervisor|overste)\b|\bzit er (?:een )?(?:echte? |iemand)/u,
      ),
      unless: plain(/\bmijn (?:baas|chef|manager)\b|^\W*is er iemand\W*$/u),
    },
    {
      signal: 'asks_for_human',
      name: 'person_spoken',
      pattern: plain(
        new RegExp(
          `\\b(?:iemand|ie?mand|een mens|een medew\\w{4,6}|medewerker) (?:van (?:de|het|jullie) \\w+ )?(?:spreken|spreke|aan de lijn|aan de telefoon|te spreken)\\b`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'mentions_legal',
      name: 'lawyer',
      pattern: plain(
        /\b(?:advoca(?:at|ten?)|advokaat|advocatenkantoor|rechtsbijstand\w{0,11}|jurist|juridische? (?:stappen|actie|advies|bijstand|weg)|juridisch|gerechtelijke (?:stappen|weg)|ingebrekestelling|deurwaarder|aangetekende brief|sommatie)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'sue',
      pattern: plain(
        /\b(?:(?:sleep|daag|breng) (?:ik )?(?:jullie|u|je|het bedrijf|dit) (?:voor|naar) (?:de |het )?(?:rechter|rechtbank|gerecht)|klaag (?:ik )?(?:jullie|u|je) aan|(?:jullie|u|je) aanklagen|aanklacht|rechtszaak|proces (?:aan|tegen)|(?:doe|deed|doen) (?:ik )?(?:meteen |dan )?aangifte|aangifte (?:doen|bij)|dien (?:ik )?(?:een )?klacht in bij|span .{0,20}aan tegen|aansprakelijk)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'court',
      pattern: plain(
        /\b(?:rechtbank|rechter|kantonrechter|kantongerecht|vrederechter|vredegerecht|gerecht(?! (?:koken|eten))|voor de rechter|geschillencommissie|ombudsman|ombudsdienst|arbitrage)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'authority',
      pattern: plain(
        /\b(?:avg|gdpr|autoriteit persoonsgegevens|gegevensbeschermingsautoriteit|gba|acm|consuwijzer|consumentenbond|consumentenautoriteit|consumentenbescherming|consumentenrecht\w{0,2}|test[- ]?aankoop|testaankoop|fod economie|economische inspectie|kassa|radar|(?:recht(?:en)? (?:als|van de) )consument|(?:bij|naar|van) de politie|politie)\b/u,
      ),
      unless: plain(
        /\b(?:aan|bij|achter) de kassa\b|\bkassa(?:bon|ticket)\b|\bradar(?:detector|reflector)\b|\bkorting\b|\b(?:cadeau|werk|ben een|als)\b.{0,25}\bpolitie|\bpolitie(?:agent|pet|auto)/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'payment_reversed',
      pattern: plain(
        /\b(?:charge ?back|(?:storneer|storneren|betwist|betwisten|terugboek\w*|terugvorder\w*) (?:\w+ ){0,4}(?:bij|via|met) (?:mijn |de )?(?:bank|kaart|creditcard|kredietkaart|paypal)|(?:mijn |de )?bank (?:boekt|gaat|doet|haalt|zal|vordert)(?: \w+){0,4}? (?:terug|terugboeken|terughalen|storneren|terugvorderen|chargeback)|paypal(?:-| )?(?:geschil|zaak|dispuut))\b/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'against_the_law',
      pattern: plain(
        /\b(?:illegaal|illegale|onwettig|strafbaar|tegen de wet|volgens de wet|bij wet|wettelijk(?:e)? (?:recht|verplicht|heb|garantie)|wettelijk heb|de wet (?:geeft|zegt|verplicht|eist)|(?:overtreed|overtreden|overtreedt|schend\w*) (?:\w+ )?(?:de wet|het contract|mijn rechten)|contractbreuk|wanprestatie|mijn rechten|(?:op (?:grond|basis) van|onder|krachtens) (?:de )?(?:avg|wet|gdpr)|misleidende reclame (?:is|en)|dit is (?:oplichting|fraude)|schadevergoeding (?:via|eis))\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'press',
      pattern: plain(
        /\b(?:ga|stap|bel|schrijf|vertel|zet|meld)\b.{0,25}\b(?:(?:naar|aan|in) de (?:pers|krant|kranten|media|televisie|tv)|journalist\w*)\b/u,
      ),
    },
    ...DUTCH_EVERYDAY,
  ],
  except: {
    human_request: plain(
      new RegExp(
        `${OWN_PEOPLE}|${TENTS}|\\b(?:ben je|ben jij|bent u) (?:een )?(?:mens|persoon|bot|robot|machine|ai)\\b|\\bmijn baas\\b|\\brobotstofzuiger\\b|\\b(?:noemen|heten)\\b|\\breddingswerkers\\b`,
        'u',
      ),
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:bestel\w*|orders?|pakket\w*|pakje\w*|zending\w*|verzend\w*|lever\w*|bezorg\w*|koerier\w*|tracking|terugbetal\w*|geld|afgeschreven|afschrijving\w*|kaart|rekening|account|wachtwoord|support|service|klanten\w*|bedrijf|winkel\w*|kutwinkel|site|website|pagina|bots?|robots?|medewerkers?|personeel|antwoord\w*|wacht\w*|e-?mails?|mails?|annul\w*|retour\w*|klant|product\w*|artikel\w*|tent|gasstel|schoenen|lamp|rugzak|garantie|ticket|vraag|vragen|gevraagd|hulp|help|dieven|larkfield|belo\w*|jullie|koop|gekocht)\b/u,
  ),
  complains: plain(
    /\b(?:niet|geen|nooit|niks|niets|niemand|nog|waar|waarom|wanneer|nu|direct|antwoord|wacht\w*|wil|slecht|geld|genoeg|onmiddellijk|kwijt|te laat|dagen|weken|opnieuw|weer|terugbetaling)\b/u,
  ),
};
