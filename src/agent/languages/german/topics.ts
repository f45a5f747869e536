import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const GERMAN_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:adresse|anschrift|lieferadresse|stras{1,2}e|postleitzahl|plz)\b/u),
    except: plain(/\b(?:e-?mail|mail)-?adresse\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\bwas (?:haben sie|habt ihr|ist|wird)(?: \w+){0,2} (?:uber|ueber|von|zu) (?:mich|mir)\b.{0,20}\b(?:gespeichert|hinterlegt)|\bwelche[rnsm]? (?:telefon\w*|handy\w*|nummer|mail\w*|e-?mail\w*|adresse|anschrift|name\w*|daten|angaben)\b.{0,40}\b(?:haben sie|habt ihr|hast du|gespeichert|hinterlegt|steht|eingetragen)\b/u,
    ),
    except: plain(/\b(?:bestellung|paket|lieferung|auftrag)\b/u),
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
      /\b(?:(?:was|wie ?viel) (?:habe? ich|hab ich)\b.{0,30}\b(?:bestellt|gekauft|bezahlt|gezahlt|ausgegeben)|wann (?:habe? ich|hab ich|wurde)\b.{0,30}\b(?:bestellt|gekauft|aufgegeben))\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:zuruck(?:zu)?(?:schick\w*|send\w*|geb\w*)|zurueck(?:zu)?(?:schick\w*|send\w*|geb\w*)|retour(?:e|en|nieren|schick\w*)|geht zuruck)\b/u,
    ),
    except: plain(/\b(?:umtausch\w*|statt|ruf\w*|anruf\w*|geld zuruck)\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(/\b(?:was|wie ?viel) (?:kostet|kosten|verlangen sie|verlangt ihr|berechnen sie|nehmen sie)\b/u),
    except: plain(/\b(?:meine karte|mir|zweimal|doppelt)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:wie ?viel|kostet|kosten|preis|gebuhr|porto|kanada|ausland|expres+\w*|optionen)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
