import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, ITALIAN_EVERYDAY } from './everyday-signals.ts';
import { ITALIAN_DANGER } from './danger.ts';
import { ITALIAN_ANGER } from './anger.ts';

/** Somebody of ours; a `persona` is no size of a tent. */
const PERSON =
  "(?:person[ae]|uman[oaie]|essere umano|esseri umani|operator[ei]|operatrice|agente|qualcuno|qualcun altro|rappresentante|incaricat[oa]|addett[oaie]|supervisore|direttore|direttrice|responsabile|capo|superiore|titolare|consulente|dipendent[ei]|impiegat[oaie]|collega|colleghi|specialista|tecnico|gente (?:vera|reale)|membro del|(?:il |al |dal |vostro |suo )?(?:personale|team|staff)|(?:l'|il |all'|al |con l')?(?:assistenza|servizio clienti|amministrazione|supporto|ufficio \\w+))";
const ARTICLE =
  "(?:(?:un |una |un'|il |lo |la |l'|i |al |alla |all'|qualche |altro |un altro |un'altra |un suo |un vostro |uno dei (?:vostri|suoi) |una delle (?:vostre|sue) |il suo |il vostro |suo |vostro |tuo |il tuo ))?(?:ver[oa] |vero e proprio )?";
const LEGAL_IN_GENERAL = plain(
  /\b(?:figli[oa]|marito|moglie|sorella|fratello|padre|madre|genero|nuora|zi[oa]) e (?:un |un')?(?:avvocat[oa]|poliziott[oa]|giudice)\b(?=.{0,80}\b(?:vuole|cerca|porta|usa|zaino|tenda|giacca|scarponi)\b)|\b(?:formato|carta|foglio) legale\b|\b(?:e|sia|sarebbe) legale (?:a|in|campeggiare|usare|portare|accendere|nel|nello)|\blegalmente\b|\blegge di (?:gravita|murphy)|\b(?:regalo|sconto|lavoro|sono un[a']?|come|figli[oa]|madre|padre|moglie|marito|amic[oa])\b.{0,25}\b(?:poliziott[oa]|polizia|avvocat[oa]|carabinier\w)\b|\bper (?:quale )?causa\b(?! (?:legale|civile))|\ba causa d\w+|\bprova d'acquisto/u,
);
const OWN_PEOPLE =
  "\\bsto parlando con\\b|\\bha parlato con\\b|\\bho parlato con\\b|\\bparlare con (?:il )?(?:mio|mia|nostro|nostra) \\w+|\\bnon (?:voglio|serve|occorre|devo|c'e bisogno)\\b.{0,20}\\b(?:parlare|chiamar)";
const TENTS =
  '\\b(?:tenda|sacco|materassino|zaino)\\b.{0,40}\\bperson[ae]\\b|\\bperson[ae]\\b.{0,25}\\b(?:tenda|posti|stanno|ci sta|entrano|riceve|firma|sola|si dorme)\\b|\\bper (?:una|due|tre|quattro|\\d) person[ae]\\b|\\ba persona\\b|\\bdi persona\\b|\\bpersona che (?:riceve|ritira|firma)\\b|\\bagente (?:di viaggi|immobiliare)|\\b(?:uso|capell[io]|corpo|taglia) uman[oi]\\b|\\bcapelli umani\\b|\\boperatori del\\b';

/** Persons, law, money and courtesies in Italian. */
export const ITALIAN_SIGNALS: SignalWords = {
  rules: [
    ...ITALIAN_DANGER,
    ...ITALIAN_ANGER,
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:parlar(?:e|ne)|parlo|parli|parla|conversare|comunicare|chattare|discutere|trattare|contattare|in contatto|a che fare)(?: \\w+){0,2}? (?:con|cn|c) ?${ARTICLE}${PERSON}(?!\\p{L})`,
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
          `\\b(?:voglio|vog(?:l)?io|vorrei|preferisco|preferirei|desidero|esigo|pretendo|richiedo|chiedo(?: di)?|ho bisogno (?:di|che)|mi serve|serve|gradirei(?: che)?|dammi|mi dia|datemi|c'e|ci sono|cerco|chiam(?:a|i|ate|atemi|mi)|mi chiami|fatemi|mi faccia)(?: (?!tenda)[\\w']+){0,4}? ${ARTICLE}(?:persona|uman[oa]|essere umano|operatore|operatrice|qualcuno|rappresentante|incaricato|addett[oa]|supervisore|direttore|responsabile|capo|superiore|consulente|dipendente|assistenza umana)(?!\\p{L})`,
          'u',
        ),
      ),
      unless: plain(
        new RegExp(
          `${TENTS}|\\bcambiare la persona\\b|\\b(?:qualcuno|persona) (?:in casa|che (?:riceva|ritiri|firmi))\\b|\\bil mio capo\\b|^\\W*c'e qualcuno\\W*$|\\bnumero di telefono\\b`,
          'u',
        ),
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'hand_me_over',
      pattern: plain(
        new RegExp(
          `\\b(?:pass(?:i|ami|imi|atemi|armi|ate|a)|trasfer(?:iscimi|isca|itemi|iscano|irmi|ite)|inoltr(?:i|ate|ami|atemi)|collegh?(?:i|ami|atemi|armi)|mett(?:imi|etemi|a|ermi)|gir(?:i|ate|atemi))(?: [\\w']+){0,3}? ?(?:a |al |alla |all'|con |in contatto con |la linea a )?${ARTICLE}${PERSON}(?!\\p{L})`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:pacco|ordine|consegna)\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:persona (?:vera|reale|in carne e ossa|fisica)|assistenza (?:umana|di una persona)|(?:operatore|agente|assistente) (?:uman[oa]|vero|reale)|uman[oa] (?:vero|reale|per favore|pls)|un umano|essere umano|qualcuno (?:di vero|vero|reale|in carne e ossa|di uman[oi])|gente vera)\b|^\W*(?:un |una |voglio )?(?:umano|operatore|operatrice|operatre|opertore|persona|rappresentante|responsabile|supervisore|assistente)(?: (?:per favore|pls|subito|adesso|ora|grazie))?\W*$/u,
      ),
      unless: plain(new RegExp(`\\b(?:sei|lei e)\\b.{0,30}\\?|${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\bnon\b[^.!?]{0,35}\bcon (?:un |una |il |la |questo |questa )?(?:bot|chatbot|robot|macchina(?! d\w)|computer|intelligenza artificiale|programma)\b|\b(?:non (?:voglio|desidero|mi piace|parlo|intendo)(?: piu)? (?:parlare |continuare |chattare )?(?:con )?(?:un |una |il |la |questo |dei |le )?(?:bot|robot|macchin[ae]|ia|chatbot|intelligenza artificiale|risponditore)|(?:stuf|stanc)[oa] (?:di|dei|delle|di parlare con) (?:un |una |questo )?(?:bot|robot|macchin[ae])|basta (?:\w+ )?(?:bot|robot|macchine|risponditori|risposte) ?(?:automatic\w+)?|niente (?:bot|robot)|(?:togli\w*|leva\w*) (?:il|questo) (?:bot|robot))\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'person_does',
      pattern: plain(
        /\b(?:qualcuno(?: (?:del|dei|di|della)(?:l')? ?\w+(?: \w+)?)?|una persona|un umano|un essere umano|un operatore|un addetto|una? (?:suo|sua|vostro|vostra|tuo|tua) \w+|un dipendente|un responsabile|(?:uno|una) (?:dei|degli|delle) (?:vostri|suoi|vostre|sue|tuoi)(?: \w+)?) (?:puo|possa|potrebbe|potra|mi|ci|guardi|veda|che (?:mi|possa|sappia|puo)|per favore|subito|in carne)\b|\bche (?:mi )?(?:risponda|chiami|contatti|aiuti|se ne occupi|ci pensi)(?: \w+)? (?:una persona|qualcuno|un (?:operatore|addetto|umano|essere umano|suo collega|vostro collega|collega|responsabile))|\b(?:potrebbe|potete|puo) (?:\w+ ){0,3}(?:qualcuno d\w+)|\b(?:essere|vorrei essere) (?:contattat[oa]|richiamat[oa]|chiamat[oa]|seguit[oa])\b/u,
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:rubat|ricev|firm|compr|entrat|usat)\\w+\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'call_me',
      pattern: plain(
        /^\W*(?:per favore,? )?(?:mi )?(?:trasferisc\w|trasferite)(?:mi)?\W*$|\b(?:chiamatemi|chiamami|richiam(?:atemi|ami|i)|telefonatemi|telefonami|mi (?:chiami|chiamate|chiamiate|richiami|richiamate|telefoni|telefonate)|(?:mi )?(?:puo|puoi|potete|potrebbe|potreste) (?:chiamar|richiamar|telefonar)(?:mi|e)|(?:vorrei|voglio|aspetto) (?:una (?:chiamata|telefonata)|essere richiamat[oa])|a chi posso telefonare)\b/u,
      ),
      unless: plain(
        /\bnon (?:serve|occorre|c'e bisogno|chiamatemi|mi chiam|voglio)\b|\bchiamar(?:mi|e) \p{L}+ (?:invece|anziche|al posto)|\bmi (?:puoi|potete|puo) chiamare \p{L}+ invece/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'who_can_i_talk_to',
      pattern: plain(
        /\bdove (?:sono|stanno) (?:gli umani|le persone vere|gli operatori)\b|\bcon chi (?:posso|devo|potrei) parlare\b|\bc'e (?:una persona|gente|qualcuno) (?:vera|vero|reale|in carne|di umano|che|con cui)\b|\bc'e (?:un|qualche) operatore\b|\b(?:il )?(?:suo|tuo|vostro) (?:capo|superiore|supervisore|responsabile)\b|\b(?:chiam\w+|fatemi parlare con|mi passi) (?:il |un )?(?:capo|supervisore|direttore|responsabile)\b/u,
      ),
      unless: plain(/\bil mio (?:capo|responsabile)\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'misspelled',
      pattern: plain(
        /\bparl?[ae]?re? (?:con|cn|c) (?:un[ao]? |la |il |l')?(?:presona|persna|peronsa|prsona|perosna|umno|ummano|opertore|operatre|operator|oparatore|qualcno|qalcuno|qualcun)\b/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'lawyer',
      pattern: plain(
        /\b(?:avvocat[oaie]|avocato|studio legale|legale (?:di fiducia)?(?= (?:vi|si|mi|ha|della|contatt))|(?:il|mio|nostro) legale|vie legali|azion[ei] legal[ei]|per vie|diffida|messa in mora|lettera (?:legale|dell'avvocato)|consulenza legale|procedere legalmente|giuridicamente)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'sue',
      pattern: plain(
        /\b(?:(?:vi |ti |le )?(?:faccio|faro|facciamo|fare|intento|intentero) causa|causa (?:civile|legale)|denunci(?:o|a|are|ero|amo|arvi|ato)(?! (?:un|il) (?:danno|difetto|furto))|querel(?:a|o|are|arvi|ero)|(?:vi )?(?:porto|portero|portarvi|trascino) (?:in|davanti a\w?) (?:tribunale|giudizio|giudice)|(?:presento|presentero|faccio|sporgo) (?:un )?(?:esposto|denuncia|querela))\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'court',
      pattern: plain(
        /\b(?:tribunal[ei]|giudice(?: di pace)?|in giudizio|corte|processo (?:civile|penale)|arbitrato|conciliazione paritetica)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'authority',
      pattern: plain(
        /\b(?:gdpr|garante (?:della|per la) privacy|garante|agcm|agcom|antitrust|altroconsumo|codacons|adiconsum|adoc|federconsumatori|protezione dei dati|codice del consumo|diritt[io] de[il] consumator[ei]|(?:associazion[ei]|tutela|unione|difesa)(?: \w+)? (?:dei |de[il] )?consumator[ei]|camera di commercio|guardia di finanza|(?:alla|dalla|con la) polizia|polizia postale|carabinieri|mi rivolgo alle autorita)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'payment_reversed',
      pattern: plain(
        /\b(?:chargeback|charge back|(?:contest|disconosc|storn)\w{1,6} (?:l'|il |la |questo |questa )?(?:addebito|pagamento|acquisto|transazione|spesa) (?:con|presso|alla|tramite) (?:la )?(?:mia )?(?:banca|carta|paypal)|(?:la )?mia banca (?:stornera|fara|restituira|annullera|rimborsera|sta per|ha gia)|controversia (?:su|con) paypal|apro una (?:disputa|controversia|contestazione))\b/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'against_the_law',
      pattern: plain(
        /\b(?:illegal[ei]|illecit[oaie]|e (?:un )?reato|contro la legge|per legge|secondo la legge|ai sensi d\w+|la legge (?:dice|impone|mi|obbliga|prevede|italiana)|(?:viol|infrang)\w+ (?:la legge|il contratto|i miei diritti)|inadempimento|inadempienz[ae]|i miei diritti|risarcimento (?:dei |del |per )?dann[io]|pubblicita ingannevole (?:e|:)|pratica commerciale scorretta)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'press',
      pattern: plain(
        /\b(?:racconto|raccontero|vado|andro|scrivo|scrivero|pubblico|mi rivolgo|parlo|parlero|chiamo)\b.{0,25}\b(?:(?:ai|i|al|sui|con i) giornal[ei]|stampa|(?:in|alla) (?:tv|televisione)|striscia la notizia|le iene|giornalist[ai])\b/u,
      ),
    },
    ...ITALIAN_EVERYDAY,
  ],
  except: {
    human_request: plain(
      new RegExp(
        `${OWN_PEOPLE}|${TENTS}|\\b(?:sei|lei e) (?:un |una |un')?(?:uman[oa]|persona|bot|robot|macchina|ia)\\b|\\bil mio capo\\b|\\brobot aspirapolvere\\b|\\bchiamar\\w+ \\p{L}+ invece|\\bnon serve\\b`,
        'u',
      ),
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:ordin[ei]|pacc[oh]i?|spedizion[ei]|consegn\w*|corrier[ei]|tracking|tracci\w*|rimbors\w*|soldi|denaro|addebit\w*|carta|account|conto|password|assistenza|servizio|azienda|ditta|negozio|sito|pagina|bot|robot|operator[ei]|personale|rispost\w*|rispond\w*|aspett\w*|mail|e-?mail|annull\w*|res[oi]|restitu\w*|client[ei]|prodott[oi]|articol[oi]|tenda|fornello|scarponi|lampada|zaino|garanzia|ticket|chied\w*|chiesto|domand\w*|aiuto|ladri|larkfield|promess\w*|promett\w*|vostr[oaie]|voi|siete|state|avete|compr\w*)\b/u,
  ),
  complains: plain(
    /\b(?:non|mai|niente|nulla|nessuno|ancora|dove|perche|quando|ora|adesso|subito|risposta|aspett\w+|voglio|male|soldi|basta|immediatamente|peggio|pers[oa]|ritardo|giorni|settimane|di nuovo|rimborso)\b/u,
  ),
};
