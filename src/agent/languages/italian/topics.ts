import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const ITALIAN_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:indirizzo|via|cap|codice postale)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'order goes elsewhere',
    insteadOf: ['cancel_order', 'change_order', 'track', 'late', 'delivery_policy'],
    withOrder: true,
    words: plain(
      /\b(?:a|ad|al|in) (?:un |quest'?o? ?|il |mio )?(?:(?:altro|nuovo|questo) )?indirizzo\b|\bindirizzo di (?:consegna|spedizione)\b/u,
    ),
    except: plain(/\b(?:dove|dov'e|quando|annull\w*|cancell\w*|non (?:e|ho)|quanto)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\b(?:che|quale|quali) (?:e )?(?:il |la |i |l')?(?:mi[oaei]|miei)? ?(?:numero|telefono|cellulare|e-?mail|mail|indirizzo|nome|dati|informazioni)\b.{0,40}\b(?:avete|risulta\w*|c'e|ci sono|registrat[oaie]|salvat[oaie])\b/u,
    ),
    except: plain(/\b(?:ordine|pacco|spedizione|acquisto)\b/u),
    intent: 'account_issue',
    topic: 'account_details',
  },
  {
    name: 'what I ordered and paid',
    insteadOf: [
      'track',
      'late',
      'delivery_policy',
      'dispute',
      'refund',
      'refund_policy',
      'refund_status',
      'change_order',
      'out_of_scope',
      'product_info',
    ],
    words: plain(
      /\b(?:(?:cosa|che cosa|quanto|quanti) (?:ho|avevo) (?:pagato|speso|ordinato|comprato|acquistato)|quando (?:ho|avevo) (?:fatto|ordinato|comprato|acquistato|effettuato))\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:(?:restituir|render)(?:l[oaie]|e (?:il|lo|la|i|gli|le|l'|un|una|quest[oa]|lf|mio|mia))|fare (?:il|un) reso|(?:rispedir|rimandar)(?:l[oaie]|e)(?: indietro)?)\b/u,
    ),
    except: plain(/\b(?:cambiare|cambio|sostitu\w+|invece d\w+|restituire (?:la|una) (?:chiamata|telefonata)|render\w+ conto)\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(/\bquanto (?:fate pagare|addebitate|chiedete|costa(?:no)?|viene|si paga)\b/u),
    except: plain(/\b(?:mia carta|mi avete|due volte|di nuovo)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:quanto (?:costa|viene)|costi|costo|prezzo|tariffa|canada|estero|espress[oa]|express|opzioni)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
