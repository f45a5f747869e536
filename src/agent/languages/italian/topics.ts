import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const ITALIAN_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:indirizzo|via|cap|codice postale)\b/u),
  },
  orderGoesElsewhere: {
    words: plain(
      /\b(?:a|ad|al|in) (?:un |quest'?o? ?|il |mio )?(?:(?:altro|nuovo|questo) )?indirizzo\b|\bindirizzo di (?:consegna|spedizione)\b/u,
    ),
    except: plain(/\b(?:dove|dov'e|quando|annull\w*|cancell\w*|non (?:e|ho)|quanto)\b/u),
  },
  whereIsMine: {
    words: plain(
      /\bdov(?:e |'e |e' |'? ?(?:e )?)(?:sono |finit[oaie] |e )?(?:(?:il|la|i|gli|le) )?(?:mi[oae]|miei|nostr[oaie]) (?!rimborso|soldi|fattura|conto|codice|ticket)/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\b(?:che|quale|quali) (?:e )?(?:il |la |i |l')?(?:mi[oaei]|miei)? ?(?:numero|telefono|cellulare|e-?mail|mail|indirizzo|nome|dati|informazioni)\b.{0,40}\b(?:avete|risulta\w*|c'e|ci sono|registrat[oaie]|salvat[oaie])\b/u,
    ),
    except: plain(/\b(?:ordine|pacco|spedizione|acquisto)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:cosa|che cosa|quanto|quanti) (?:ho|avevo) (?:pagato|speso|ordinato|comprato|acquistato)|quando (?:ho|avevo) (?:fatto|ordinato|comprato|acquistato|effettuato))\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:(?:restituir|render)(?:l[oaie]|e (?:il|lo|la|i|gli|le|l'|un|una|quest[oa]|lf|mio|mia))|fare (?:il|un) reso|(?:rispedir|rimandar)(?:l[oaie]|e)(?: indietro)?)\b/u,
    ),
    except: plain(/\b(?:cambiare|cambio|sostitu\w+|invece d\w+|restituire (?:la|una) (?:chiamata|telefonata)|render\w+ conto)\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(/\bquanto (?:fate pagare|addebitate|chiedete|costa(?:no)?|viene|si paga)\b/u),
    except: plain(/\b(?:mia carta|mi avete|due volte|di nuovo)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:quanto (?:costa|viene)|costi|costo|prezzo|tariffa|canada|estero|espress[oa]|express|opzioni)\b/u),
  },
});
