import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const PORTUGUESE_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:endereco|morada|rua|cep|codigo postal)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'order goes elsewhere',
    insteadOf: ['cancel_order', 'change_order', 'track', 'late', 'delivery_policy'],
    withOrder: true,
    words: plain(
      /\b(?:para|pra|em) (?:um |uma |este |esta |esse |essa |o |a |meu |minha )?(?:(?:outr|nov)[oa] )?(?:endereco|morada|sitio)(?: nov[oa])?\b|\b(?:endereco|morada) de entrega\b/u,
    ),
    except: plain(/\b(?:onde|cade|quando|cancel\w*|anul\w*|nao (?:chegou|recebi)|quanto)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\b(?:que|qual|quais) (?:e |sao )?(?:o |a |os |as )?(?:meus? |minhas? )?(?:telefone|celular|telemovel|e-?mail|endereco|morada|nome|numero|dados|informacoes)\b.{0,40}\b(?:voces tem|tem|tendes|consta\w*|esta|guardad[oa]s?|registad[oa]s?|registrad[oa]s?|cadastrad[oa]s?)\b/u,
    ),
    except: plain(/\b(?:pedido|encomenda|pacote|compra)\b/u),
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
      /\b(?:(?:o que|quanto) (?:e que |foi que )?(?:eu )?(?:paguei|gastei|pedi|comprei|encomendei)|quando (?:e que |foi que )?(?:eu )?(?:fiz (?:o|a)|comprei|pedi|encomendei))\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:devolver (?:[oa]s?|iss?t?o|meu|minha|um|uma|ess[ea]|est[ea]|lf)\b|devolve-l[oa]s?|fazer (?:a|uma) devolucao|(?:enviar|mandar) (?:[oa] \w+ )?de volta)\b/u,
    ),
    except: plain(/\b(?:trocar|troca|em vez de|devolver (?:o|a|uma) (?:chamada|ligacao|mensagem|e-?mail|dinheiro))\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(/\bquanto (?:e que )?(?:voces )?(?:cobram|custa[m]?|sai|fica)\b/u),
    except: plain(/\b(?:meu cartao|me cobraram|duas vezes|de novo)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:quanto (?:custa|e|sai)|custos?|preco|taxa|frete|portes|canada|exterior|express[oa]|opcoes)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
