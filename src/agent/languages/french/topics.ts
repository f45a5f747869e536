import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const FRENCH_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:adresse|rue|code postal)\b(?! (?:e-?mail|mail|electronique))/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\b(?:quel(?:le)?s?|c'est quoi) (?:est )?(?:mon |ma |mes |le |la |l')?(?:numero|telephone|tel|portable|adresse|e-?mail|mail|courriel|nom|donnees|informations?|infos?|coordonnees)\b.{0,40}\b(?:avez[- ]vous|vous avez|enregistree?s?|figure|dans (?:mon|votre) (?:dossier|compte))\b/u,
    ),
    except: plain(/\b(?:commande|colis|paquet)\b/u),
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
      /\b(?:(?:qu'est[- ]ce que|combien|ce que|que|quoi) (?:est[- ]ce que )?(?:j'ai|ai[- ]je) (?:paye|commande|achete|depense)|(?:j'ai (?:paye|depense)|ca m'a coute) combien|quand (?:est[- ]ce que )?(?:j'ai|ai[- ]je) (?:commande|achete|passe))\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:(?:le|la|les) (?:retourner|renvoyer|rendre)|(?:retourner|rendre) (?:un|une|le|la|les|mon|ma|mes|l'|ce|cet|cette|ces)\b|faire un retour|renvoyer (?:un article|l'article|mes? achats?|ma (?:tente|chaise|lampe)))/u,
    ),
    except: plain(/\b(?:echang\w+|au lieu|rendre (?:service|visite)|rappel\w*|le code|un code|le mail|la facture)\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(
      /\bcombien (?:coute(?:nt)?|ca coute|prenez[- ]vous|facturez[- ]vous|est[- ]ce que (?:ca coute|vous (?:prenez|facturez)))\b/u,
    ),
    except: plain(/\b(?:ma carte|m'a|m'avez|deux fois|encore)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:combien|coute(?:nt)?|frais|prix|tarifs?|canada|etranger|express|options?)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
