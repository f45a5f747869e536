import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const SPANISH_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:direccion|calle|domicilio|codigo postal)\b/u),
  },
  whereIsMine: {
    words: plain(
      /\b(?:por )?donde (?:esta|estan|anda|andan|quedo|quedaron|va|van|viene) (?:mis?|nuestr\w{1,2}) (?!reembolso|dinero|factura|cuenta|codigo|ticket|devolucion|plata)/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\bque (?:telefono|movil|celular|correo|e-?mail|direccion|nombre|numero|datos|informacion)\b.{0,40}\b(?:tene[ins]s?|tiene[ns]?|figura|consta|guardad[oa]s?|registrad[oa]s?|aparece)\b/u,
    ),
    except: plain(/\b(?:pedido|paquete|orden|compra)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:que|cuanto) (?:es lo que )?(?:pague|he pagado|gaste|pedi|he pedido|compre|me costo|me cobraron)|cuando (?:hice|compre|pedi|realice|lo (?:compre|pedi)|la (?:compre|pedi)))\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:devolver(?:lo|la|los|las)?|(?:lo|la|los|las) (?:devuelvo|quiero devolver)|hacer una devolucion|(?:enviar|mandar)(?:lo|la|los|las) de vuelta)\b/u,
    ),
    except: plain(/\b(?:cambiar(?:lo)? por|cambio|en (?:vez|lugar) de|devolver (?:la|el|una) (?:llamada|correo|mensaje))\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(/\bcuanto (?:cobra(?:is|n|s)?|cuesta[ns]?|se cobra)\b/u),
    except: plain(/\b(?:mi tarjeta|me|dos veces|otra vez)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:cuanto|cuestan?|costes?|costos?|precio|tarifa|canada|extranjero|expres+|opciones)\b/u),
  },
});
