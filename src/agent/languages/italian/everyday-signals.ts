import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:caricabatter\w+|carica|batteri[ae]|lampad[ae]|frontale|ricaric\w+)\b|\b(?:quando|come) (?:mi )?(?:addebitate|viene addebitat[oa]|verra addebitat[oa])\b|\bnon (?:mi )?(?:avete|e stato|hanno) (?:ancora )?addebitat[oa]\b|\bdoppia (?:parete|piazza)\b|\ba carico d\w+/u,
);

/** Money, calls and courtesies in Italian. */
export const ITALIAN_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:addebit|fattur|prelev|pagat|paga|preso|prelevat)\w{0,6}\b[^.!?\n]{0,40}\b(?:due volte|2 volte|il doppio|doppio|tre volte|in piu|di nuovo|un'altra volta)|(?:addebito|pagamento|prelievo) (?:doppio|duplicato|ripetuto)|doppi[oa] (?:addebito|pagamento|prelievo)|due (?:addebiti|pagamenti|prelievi))\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:non (?:riconosco|ho autorizzato|ho fatto|conosco)\b[^.!?\n]{0,25}\b(?:addebito|pagamento|acquisto|transazione|movimento|spesa|prelievo)|(?:addebito|pagamento|transazione|movimento|spesa|prelievo)\b[^.!?\n]{0,40}\b(?:che (?:non|io non) (?:riconosco|ho (?:autorizzato|fatto)|conosco)|sconosciut[oa]|fraudolent[oa]|non autorizzat[oa]|sospett[oa]|stran[oa]|indebit[oa])|qualcuno ha usato la mia carta|senza (?:il mio )?(?:permesso|autorizzazione|consenso)|cos'e quest[oa] (?:addebito|pagamento|spesa)|(?:preso|tolto|prelevato) (?:i |dei )?soldi dal (?:mio )?conto|perche mi avete (?:addebitato|preso|scalato))\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:(?:importo|prezzo|somma) (?:sbagliat[oa]|errat[oa]|scorrett[oa])\b|addebito (?:sbagliato|errato|indebito)|(?:mi|ci) (?:avete|hanno|e stat[oa]) (?:addebitat\w|fatto pagare|scalat\w)\b[^.!?\n]{0,40}\b(?:(?:non|mai) (?:ho )?(?:ordinat[oa]|comprat[oa])|annullat[oa]|troppo|piu d\w+|che non)|contest\w+ (?:l'|un |una |questo |il )?(?:addebito|pagamento|spesa)|errore (?:di|nella) (?:addebito|fatturazione|fattura))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'addebit\\w+|scalat\\w+|prelevat\\w+|presi|preso|tolt[oi]',
      'invece|ma|anziche|ricevuta|era|erano|contro|conferma|pattuit\\w+|non torna',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      "(?:seguiva|segue|aveva|gestiva|trattava|si occupava d\\w+|curava) (?:la |il |l'|el )?(?:mia |mio |nostra )?(?:pratica|caso|reso|rimborso|richiesta|reclamo)",
      'pass\\w+|parlar\\w+|richiam\\w+|chiam\\w+|rispond\\w+|contatt\\w+|scriv\\w+|sentir\\w+',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\bquando (?:mi )?(?:chiama|chiamate|chiamano|richiama|richiamate|richiamano|telefonate|telefonano)\b|\b(?:dovevate|doveva|dovevano|avevate detto (?:di|che)|avevano detto (?:di|che))\b[^.!?\n]{0,30}\b(?:richiamar\w*|chiamar\w*|telefonar\w*|avreste chiamato)/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:grazie|grz|(?:la|ti|vi) ringrazio|ringrazio|gentilissim[oaie])\b|🙏/u),
    unless: plain(/\bgrazie (?:di|per) (?:niente|nulla)\b|\bno,? grazie\b/u),
  },
  greeting: {
    pattern: plain(
      /^\W*(?:ciao|salve|buon\s?giorno|buona\s?sera|buon pomeriggio|ehi|hey|gentil[ei]\w*|egregi\w*|spett\w*|come va)(?!\p{L})/u,
    ),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:(?:ve l'|te l'|gliel')?(?:ho|avevo) gia (?:chiesto|detto|scritto|spiegato|domandato|mandato)|come (?:ho )?(?:gia )?(?:detto|scritto|spiegato|accennato)|(?:seconda|terza|quarta|quinta|ennesima|\d+a) volta che|(?:ripeto|lo ripeto|richiedo di nuovo|chiedo (?:di nuovo|ancora|un'altra volta))|(?:due|tre|cinque|varie|tante|mille) volte (?:che )?(?:chied\w+|scriv\w+|l'ho chiesto))\b/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:non (?:ha|hai|avete|hanno)? ?(?:rispost[oa]|risponde|rispondete|rispondi) (?:alla|a) (?:mia )?domanda|non (?:e|era) (?:quello|questo) che (?:ho|avevo) chiesto|la mia domanda (?:era|e|resta)|sempre la stessa risposta|di nuovo la stessa (?:cosa|risposta))\b/u,
    ),
  },
});
