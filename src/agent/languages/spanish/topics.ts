import { plain } from '../pattern.ts';
import { SHARED_TOPICS } from '../shared-topics.ts';
import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const SPANISH_TOPICS: readonly TopicRule[] = [
  ...SHARED_TOPICS,
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: plain(/\b(?:direccion|calle|domicilio|codigo postal)\b/u),
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words: plain(
      /\bque (?:telefono|movil|celular|correo|e-?mail|direccion|nombre|numero|datos|informacion)\b.{0,40}\b(?:tene[ins]s?|tiene[ns]?|figura|consta|guardad[oa]s?|registrad[oa]s?|aparece)\b/u,
    ),
    except: plain(/\b(?:pedido|paquete|orden|compra)\b/u),
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
      /\b(?:(?:que|cuanto) (?:es lo que )?(?:pague|he pagado|gaste|pedi|he pedido|compre|me costo|me cobraron)|cuando (?:hice|compre|pedi|realice|lo (?:compre|pedi)|la (?:compre|pedi)))\b/u,
    ),
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words: plain(
      /\b(?:devolver(?:lo|la|los|las)?|(?:lo|la|los|las) (?:devuelvo|quiero devolver)|hacer una devolucion|(?:enviar|mandar)(?:lo|la|los|las) de vuelta)\b/u,
    ),
    except: plain(/\b(?:cambiar(?:lo)? por|cambio|en (?:vez|lugar) de|devolver (?:la|el|una) (?:llamada|correo|mensaje))\b/u),
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: plain(/\bcuanto (?:cobra(?:is|n|s)?|cuesta[ns]?|se cobra)\b/u),
    except: plain(/\b(?:mi tarjeta|me|dos veces|otra vez)\b/u),
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:cuanto|cuestan?|costes?|costos?|precio|tarifa|canada|extranjero|expres+|opciones)\b/u),
    intent: 'order_status',
    topic: 'track',
  },
];
