import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** The law in general, paper sizes, wills and gifts. */
export const LEGAL_IN_GENERAL = plain(
  /\b(?:hij[oa]|espos[oa]|marido|mujer|herman[oa]|padre|madre|yerno|nuera|ti[oa]|novi[oa]) es (?:abogad[oa]|policia|juez\w?)\b(?=.{0,80}\b(?:quiere|busca|necesita|lleva|le gusta|mochila|carpa|chaqueta|botas)\b)|\b(?:tamano|papel|formato|hoja) legal\b|\b(?:es|esta|seria) legal(?:mente)? (?:acampar|usar|llevar|hacer|en|encender)|\bpolicias? (?:tienen descuento|descuento)|\bmucha demanda\b|\bdemanda de (?:producto|mercado)|\balta demanda\b|\bpor la demanda\b|\bley de (?:murphy|la gravedad)\b|\blegalmente\b.{0,20}\b(?:en un|en el|parque|bosque|playa)|\b(?:usar|llevar|acampar|encender)\b.{0,30}\blegalmente\b|\bque es abogad[oa]\b|\b(?:de|para) un[ao]? abogad[oa]\b(?! por)|\bpolicia de juguete\b|\b(?:descuento|trabajo|soy|como)\b.{0,20}\b(?:policia|abogad[oa])\b/u,
);

/** Lawyers, courts, authorities, payments taken back, the press. */
export const SPANISH_LEGAL: readonly SignalRule[] = [
  {
    signal: 'mentions_legal',
    name: 'lawyer',
    pattern: plain(
      /\b(?:seguro (?:juridico|de defensa)|defensa juridica|abogad[oa]s?|avogad[oa]s?|bufete|asesor(?:ia)? (?:juridic[oa]|legal)|(?:acciones|medidas|vias?|asesoria|tramites) (?:legales|legal|judicial(?:es)?)|via (?:legal|judicial)|emprender acciones|procedimiento judicial|requerimiento (?:legal|notarial)|burofax)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'sue',
    pattern: plain(
      /\b(?:demandar(?:los|les|os|te|e|emos)?|(?:los|os|les|te) (?:voy a |vamos a )?demand(?:ar|o|are|amos)|(?:poner|pondre|presentar|presentare|interponer|meter|metere) (?:una |mi )?(?:demanda|denuncia|querella|reclamacion (?:oficial|formal|judicial|ante))|demanda judicial|denunci(?:ar|are|aros|arles|arlos|o|amos|a a la)|querella(?:rme)?|llev(?:ar|are)(?:los|os|les)? (?:a|ante) (?:los |el )?(?:tribunal(?:es)?|juzgados?|juicio|juez)|(?:nos vemos|veremos|nos veremos) en (?:los |el )?(?:tribunal(?:es)?|juzgados?|juicio))\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'court',
    pattern: plain(/\b(?:tribunal(?:es)?|juzgados?|juicio|juez|corte de reclamos|reclamos menores|juicio (?:verbal|monitorio)|pleito)\b/u),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'authority',
    pattern: plain(
      /\b(?:rgpd|gdpr|lopd|aepd|ccpa|proteccion de datos|derecho (?:de|al) (?:acceso|olvido|supresion)|profeco|ocu|facua|indecopi|sernac|condusef|omic|hojas? de reclamacion(?:es)?|oficina (?:municipal )?(?:del|de (?:informacion al )?) ?consum\w+|defensa (?:del|al) consumidor|proteccion (?:del|al) consumidor|(?:asociacion|organizacion|agencia|autoridad(?:es)?|ministerio|direccion general) de (?:defensa|proteccion|consum\w+)|derechos (?:del|de los|como) consumidor(?:es)?|consumo|defensor del (?:pueblo|consumidor)|fiscalia|a la policia|la guardia civil|policia)\b/u,
    ),
    unless: plain(
      /\b(?:tamano|papel|formato) legal\b|\bconsumo de (?:gas|bateria|combustible|energia|agua|electric\w*)|\b(?:bajo|alto|poco|mucho|cuanto) consumo\b|\bconsumo (?:del|de la|tiene|electrico)|\bdescuento\b|\bpolicias?\b.{0,20}\b(?:descuento|juguete)/u,
    ),
  },
  {
    signal: 'mentions_legal',
    name: 'payment_reversed',
    pattern: plain(
      /\b(?:contracargo|chargeback|retrocesion|retroced\w+ (?:el|la) (?:cargo|pago|compra)|(?:disput|reclam|impugn|revert|anul|devolv|retroced)\w* (?:el |la |este |esta )?(?:cargo|pago|cobro|compra|importe)?\s?(?:a|con|en|ante|por|a traves de) (?:mi |el |la )?(?:banco|tarjeta|paypal|visa|mastercard)|(?:mi |el )?banco (?:\w+ )?va a (?:devolver|revertir|anular|quitar|retirar|reclamar)\w*|paypal (?:ha abierto|abrio|tiene)|(?:disputa|caso|reclamacion) (?:abierta |abierto )?(?:en|con|por) paypal)\b/u,
    ),
  },
  {
    signal: 'mentions_legal',
    name: 'against_the_law',
    pattern: plain(
      /\b(?:ilegal(?:es|mente)?|es un delito|(?:va |es |esta )?(?:en )?contra (?:de )?la ley|indemnizacion|danos y perjuicios|carta documento|ante las autoridades|con las autoridades|por ley|segun la ley|la ley (?:dice|exige|me|obliga|del consumidor)|legalmente|incumpl\w+ (?:de|del|el|la) (?:contrato|ley)|mis derechos|responsabilidad legal|obligad[oa]s? por ley|publicidad enganosa)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'press',
    pattern: plain(
      /\b(?:(?:prensa|periodicos?|periodista|television|medios de comunicacion|la tele)\b.{0,40}\b(?:contar|publicar|llamar|hablar|enter\w+|sab\w+|ir|acudir)|(?:contar|contare|ir|ire|acudir|acudire|hablar|hablare|publicar|llamar|llevar|denunciar)(?:lo|e|emos)? (?:\w+ ){0,2}(?:a |en |con )(?:la prensa|los? periodic\w+|los medios|la television|la tele|un periodista|redes sociales))\b/u,
    ),
  },
];
