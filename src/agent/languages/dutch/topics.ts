import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const DUTCH_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:adres|leveradres|bezorgadres|straat|postcode|huisnummer)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'order goes elsewhere',
    insteadOf: ['cancel_order', 'change_order', 'track', 'late', 'delivery_policy'],
    withOrder: true,
    words: plain(/\bnaar (?:een |het |dit |mijn )?(?:ander |nieuwe? )?(?:adres|huis|werk)\b|\b(?:leveradres|bezorgadres|afleveradres)\b/u),
    except: plain(/\b(?:waar|wanneer|annul\w*|niet|nooit|hoeveel)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\b(?:welke?|wat voor) (?:telefoonnummer|gsm|nummer|e-?mail(?:adres)?|mail(?:adres)?|adres|naam|gegevens|informatie)\b.{0,40}\b(?:hebben jullie|heb je|heeft u|staa(?:t|n)|opgeslagen|geregistreerd|bekend)\b/u,
    ),
    except: plain(/\b(?:bestelling|order|pakket|pakje)\b/u),
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
      /\b(?:(?:wat|hoeveel) heb ik (?:nu |toen |eigenlijk |in \w+ |vorige \w+ )?(?:betaald|besteld|gekocht|uitgegeven)|wanneer heb ik (?:dat |het |die |de \w+ |lf.{0,8} )?(?:besteld|gekocht|geplaatst)|(?:wat|hoeveel) ik (?:betaald|besteld|gekocht) heb)\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:(?:wil|wou|wilde|moet|ga|kan|mag) (?:ik )?(?:\w+ ){0,4}(?:terugsturen|retourneren|terugbrengen)|(?:stuur|breng) (?:ik )?(?:het|die|deze|dit|de \w+) terug)\b/u,
    ),
    except: plain(/\b(?:ruilen|omruilen|wisselen|in plaats van|terugsturen (?:mail|bericht))\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(/\b(?:hoeveel|wat) (?:rekenen jullie|reken je|rekent u|kost(?:en)?|betaal je)\b/u),
    except: plain(/\b(?:mijn kaart|afgeschreven|twee keer|dubbel)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:hoeveel|kost|kosten|prijs|tarief|canada|buitenland|expres\w*|opties)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
