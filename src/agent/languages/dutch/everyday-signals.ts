import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:oplad\w+|batterij\w*|accu|lamp|hoofdlamp|lader)\b|\b(?:wanneer|hoe) (?:wordt|schrijven|rekenen)\b.{0,30}\b(?:afgeschreven|af|aan)\b|\b(?:nog )?niet afgeschreven\b|\bdubbele? (?:wand|slaapzak|bed)|\bten laste\b/u,
);

/** Money, calls and courtesies in Dutch. */
export const DUTCH_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:twee|2|drie|meerdere) (?:keer|maal)\b[^.!?\n]{0,40}\b(?:afgeschreven|aangerekend|betaald|geind|gefactureerd|afgehouden|in rekening)|(?:afgeschreven|aangerekend|betaald|geind|in rekening gebracht)\b[^.!?\n]{0,30}\b(?:twee|2|drie) (?:keer|maal)|dubbel (?:afgeschreven|betaald|aangerekend|geind|in rekening)|dubbele (?:afschrijving|betaling|incasso)|twee (?:afschrijvingen|betalingen)|(?:te veel|teveel) (?:afgeschreven|aangerekend|betaald)|opnieuw afgeschreven|(?:hetzelfde|zelfde) bedrag (?:hebt )?(?:geind|afgeschreven))\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:(?:herken|ken) (?:ik )?(?:deze|die|dit|dat|de|een)?\s?(?:afschrijving|betaling|transactie|bedrag)? ?(?:niet)|(?:afschrijving|betaling|transactie|bedrag|aankoop|incasso)\b[^.!?\n]{0,60}\b(?:(?:niet|nooit) (?:herken|ken|gedaan|goedgekeurd)|onbekend)|onbekende (?:afschrijving|betaling|transactie)|iemand heeft mijn (?:kaart|creditcard)|zonder (?:mijn )?(?:toestemming|akkoord)|wat is (?:deze|die|dat voor een) (?:afschrijving|betaling)|(?:geld )?van mijn rekening (?:gehaald|genomen)|waarom (?:is|hebben jullie|heb je)\b[^.!?\n]{0,30}\bafgeschreven|(?:deze|die) aankoop niet gedaan)\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:verkeerde? (?:bedrag|prijs|som)\b|onterechte? (?:afschrijving|betaling)|betwist\w{0,2}\b[^.!?\n]{0,30}\b(?:afschrijving|betaling|bedrag|factuur)|(?:afschrijving|betaling) betwisten|(?:afgeschreven|aangerekend|betalen|rekenen)\b[^.!?\n]{0,40}\b(?:(?:niet|nooit) (?:besteld|gekocht)|geannuleerd)|fout (?:in|op) de (?:factuur|afschrijving))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'afgeschreven|afgehaald|gehaald|aangerekend|in rekening|geind',
      'in plaats van|maar|bevestig\\w+|volgens|terwijl|tegen|zei|stond|klopt niet',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      '(?:was|is) (?:ermee|er mee|daarmee|hiermee|met mijn \\w+) bezig|(?:had|heeft|behandelde|behandelt|deed) (?:mijn|ons) (?:zaak|dossier|klacht|vraag|retour|geval)|(?:mijn|ons) (?:zaak|dossier|klacht|retour) (?:had|behandelde|deed)',
      'contact|bel(?:len|t)?|terugbel\\w*|mail(?:en|t)|schrijven|spreken|doorverbind\\w*|reageren|antwoord\\w*|geef me',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\b(?:mondeling|telefonisch)\b[^.!?\n]{0,30}\b(?:uit(?:leggen)?|bespreken|toelichten)\b|\buit(?:leggen)? aan (?:iemand|een (?:mens|medewerker|collega))|\bwanneer (?:bel(?:t|len)|word ik)\b[^.!?\n]{0,30}\b(?:iemand|jullie|terug|gebeld|teruggebeld|mij|me)\b|\b(?:zouden? (?:jullie |me |mij |iemand )|beloofd\w* |afgesproken )[^.!?\n]{0,30}\b(?:terug(?:ge)?bel\w*|bellen|gebeld)\b/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:bedankt|bdkt|dank (?:je|u)(?: ?wel)?|dankje|dankjewel|dankuwel|hartelijk dank|merci|tnx)\b|🙏/u),
    unless: plain(/\bbedankt voor (?:niets|niks)\b|\bnee+,? (?:bedankt|dank)\b/u),
  },
  greeting: {
    pattern: plain(
      /^\W*(?:hoi|hallo|hey|dag|goede(?:morgen|middag|navond|ndag)|goeie(?:morgen|middag|navond|dag)|beste|geachte|hoe gaat het)(?!\p{L})/u,
    ),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:(?:heb (?:ik )?|had (?:ik )?)(?:dat |dit |het |jullie |je |u ){0,3}(?:nu )?al (?:\w+ ){0,2}(?:gevraagd|gezegd|geschreven|uitgelegd|gemeld|gemaild)|zoals (?:ik )?(?:al )?(?:gezegd|zei|schreef|gemeld)|(?:tweede|derde|vierde|vijfde|zoveelste|\d+e) (?:keer|maal) (?:dat|al)|(?:ik )?(?:herhaal|vraag het (?:nog eens|opnieuw|nogmaals))|nogmaals|(?:twee|drie|vijf|meermaals|tig) (?:keer|maal) gevraagd)\b/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:geen antwoord op mijn vraag|(?:beantwoord|antwoord)\w* (?:\w+ )?mijn vraag niet|dat (?:vroeg ik|was mijn vraag) niet|mijn vraag (?:was|is|blijft)|steeds (?:hetzelfde|dezelfde) (?:antwoord|ding)|weer hetzelfde)\b/u,
    ),
  },
});
