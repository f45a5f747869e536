import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:cargador|carga (?:usb|solar|rapida)|bateria|linterna|frontal)\b|\b(?:cuando|como) (?:se )?(?:me )?(?:cobra(?:n|ra|reis)?|hace el cargo)\b|\bno me han cobrado\b|\bcobrais por\b|\bdoble (?:pared|techo|cama|saco)\b|\ba cargo de\b/u,
);

/** Money, calls and courtesies in Spanish. */
export const SPANISH_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:cobr|carg|factur|descont)\w{1,6}\b[^.!?\n]{0,40}\b(?:dos veces|2 veces|doble|por duplicado|tres veces|de mas)|(?:cobro|cargo|pago) (?:doble|duplicado|repetido)|doble (?:cobro|cargo|pago)|dos (?:cobros|cargos|pagos)|pague dos veces|me (?:han cobrado|cobraron) (?:de mas|demasiado|otra vez))\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:no (?:reconozco|autorice|he autorizado|hice|he hecho|recuerdo|conozco)\b[^.!?\n]{0,20}\b(?:cargo|cobro|pago|compra|transaccion|movimiento)|(?:cargo|cobro|pago|transaccion|movimiento)\b[^.!?\n]{0,30}\b(?:que no (?:reconozco|autorice|he autorizado|hice|he hecho|conozco)|desconocid[oa]|fraudulent[oa]|no autorizad[oa]|sospechos[oa]|extran[oa])|(?:alguien|otro) (?:ha usado|uso|esta usando) mi tarjeta|sin mi (?:permiso|autorizacion|consentimiento))\b/u,
    ),
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:(?:importe|precio|cantidad|monto) (?:incorrect[oa]|equivocad[oa]|erroneo|mal)\b|(?:cobro|cargo) (?:incorrecto|indebido|erroneo|equivocado)|(?:me|nos) (?:han cobrado|cobraron|habeis cobrado|cargaron|han cargado)\b[^.!?\n]{0,40}\b(?:no (?:pedi|compre|he pedido|he comprado)|cancel\w+|mas de|que no)|disput\w+ (?:el|este|un) (?:cargo|cobro|pago)|error (?:de|en la) (?:cobro|facturacion|factura))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'cobr\\w+|sacad\\w+|sacaron|cargado|cargaron|descont\\w+|descuent\\w+',
      'en vez|en lugar|recibo|pero|dice|decia|contra|confirmacion|acordad\\w+|no cuadra',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      '(?:llevaba|lleva|llevo|tenia|tramitaba|gestionaba|atendia|veia|estaba con) (?:mi|lo de mi|lo mio|nuestr[oa])',
      'pas[ae]\\w{0,5}|pong\\w+|comuni[cq]\\w+|llam[ae]\\w*|hablar|escrib[ae]\\w*|contest[ae]\\w*|respond[ae]\\w*|contact\\w+',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\b(?:alguien|senorita|senor|persona|companer[oa]) (?:que )?(?:\w+ )?me (?:pudiera|podria|puede|pueda) llamar|\bllam(?:arme|enme|eme) (?:al|por) (?:fijo|telefono)|\bcuando (?:me |nos )?(?:llama|llaman|llamais|llamaran|van a llamar|va a llamar)\b|\b(?:quedaron|quedasteis|quedaste) en (?:que )?(?:me )?llama\w*|\b(?:dijeron|dijisteis|prometieron) que (?:me )?(?:llamaban|llamarian|iban a llamar)/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:gracias|(?:te|se|os|les?) lo agradezco|agradecid[oa]|muy amables?)\b|🙏/u),
    unless: plain(/\bgracias por nada\b|\bno,? gracias\b/u),
  },
  greeting: {
    pattern: plain(/^\W*(?:hola|holi|buen(?:os dias|as tardes|as noches|as)|buen dia|estimad[oa]s?|que tal|saludos)(?!\p{L})/u),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:ya (?:se |os |te |les? )?(?:lo )?(?:he )?(?:pregunt\w+|dije|dicho|explique|explicado|escribi|escrito|conteste|contado|pedi|pedido)|como (?:ya )?(?:he dicho|dije|mencione|comente)|(?:segunda|tercera|cuarta|quinta|enesima|2a|3a|4a|\d+a) vez que|(?:se |os |te )?lo (?:repito|vuelvo a (?:preguntar|decir))|(?:vuelvo|volver) a (?:preguntar|escribir|decir|insistir)|(?:dos|tres|varias|muchas) veces (?:ya )?(?:que )?(?:pregunt\w+|escri\w+|pedi\w*|dicho))\b/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:no (?:ha[sn]?|habeis|me ha[sn]?|me habeis|respondes?|contestas?|responde|contesta)\s?(?:respondid[oa]|contestad[oa])?(?: a)? ?mi pregunta|esa no es mi pregunta|no es lo que (?:pregunt\w+|te pregunt\w+)|mi pregunta (?:era|es|sigue)|otra vez lo mismo|pregunto (?:otra vez|de nuevo))\b/u,
    ),
  },
});
