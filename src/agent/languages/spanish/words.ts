import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { SPANISH_NOUNS } from './nouns.ts';
import { SPANISH_TOPICS } from './topics.ts';
import { SPANISH_VALUES } from './values.ts';

/** How customers who write Spanish, in Spain and in America, say what we have to understand. All without accents: `si` is also `sí`. */
export const SPANISH_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|vale|bueno|pues|hola|gracias|muchas gracias)[,.! ]+){0,4}(?:si+(?=[,.! ]*$|[,.!]| (?:si|por favor|porfa\w*|claro|adelante|confirm\w+|gracias|haz\w*|hag\w+|esta bien|quiero|me gustaria|acepto|de acuerdo|dale|proced\w+|correcto|senor\w*|seguro|eso|cancel\w+|reembols\w+|devuelv\w+|cambi\w+|envi\w+))|sip|yes|claro(?: que si)?|por supuesto|desde luego|correcto|exacto|confirm(?:o|ado|ada|amos)|adelante|proced[ae]n?|hazlo|hagalo|haganlo|haceme?lo|dale|de acuerdo|acepto|aceptado|perfecto|genial|me parece (?:bien|perfecto)|esta bien|ok(?:ay|ey)?|vale|va|sale|listo|conforme|cuando quieras|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|vale|bueno|pues|hola|perdona?|perdon|lo siento|en realidad|gracias|muchas gracias)[,.! ]+){0,4}(?:no+|nop|nel|para nada|mejor no|todavia no|aun no|ahora no|cancel(?:a|alo|ar|en)(?: eso| todo)?|espera(?:te)?|espere|un momento|dejalo|dejelo|deja|olvidalo|olvidelo|da igual|he cambiado de (?:idea|opinion)|cambie de (?:idea|opinion)|ni hablar|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:ok(?:ay|ey)?|vale|va|sale|bueno|perfecto|genial|listo|hola|pues|gracias|muchas gracias)(?![\p{L}\p{N}])(?!.{0,200}\b(?:si|adelante|confirm\w*|hazlo|hagalo|proced\w+|de acuerdo)\b)/u,
    ),
    agrees:
      /s+i+|sip|claro|vale|o+k+(?:ay|ey)?|de|acuerdo|dale|adelante|correcto|correcta|confirm[oae]|confirmad[oa]|perfecto|genial|estupendo|bien|muy|buen[oa]?s?|esta|estoy|por|favor|porfa|gracias|muchas|mil|haz(?:lo)?|haga(?:lo)?|proced[ae]|procedan|procedamos|sig[ae]|sigan|segur[oa]|desde|luego|cuando|eso|es|lo|la|los|las|el|un|una|me|mi|te|se|le|que|y|a|al|en|con|para|todo|tod[oa]s|exacto|exactamente|asi|conforme|autorizo|acepto|quiero|hola|amable|ya|ahora|mismo|mucho|tan|usted|ustedes|tu|puedes?|pueden|hacer(?:lo)?|ah|bueno|pues|dia|tarjeta|dinero|devuelv\w{1,6}|reembols\w{1,4}|saludos|perdon/,
    reserves: plain(
      /\b(?:dej\w{1,5}|olvid\w{1,4}|qued\w{1,5}|parar?|mejor no|luego|manana|pero|salvo|excepto|a menos que|solo si|espera|espere|en realidad|sin embargo|aunque|mejor|cambi(?:a|ar|o|e)(?! de contrasena)|otr[ao] (?:tarjeta|direccion|cuenta)|distint[ao]|no estoy segur[ao]|no(?! (?:hay|tengo|es) (?:problema|prisa|duda)\b)|nunca|tampoco|cancel(?:a|alo|ar)|olvida\w*)\b/u,
    ),
    nothingElse: plain(
      /^(?:no+|nada|nada mas|no,? (?:nada(?: mas)?|eso es todo|es todo)|eso es todo|es todo|nop)(?:,? (?:muchas )?gracias)?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:te |le |os )?(?:doy|pongo|daria|un|una|nota|puntuacion)?(?: un| una)?:? ?)?([1-5])(?:\s*(?:\/|de|sobre)\s*5|\s*(?:estrellas?|puntos?))?[.,! ]*(?:(?:muchas )?gracias.{0,40})?$/u,
    ),
    ratings: {
      uno: 1,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      fatal: 1,
      pesimo: 1,
      horrible: 1,
      mal: 2,
      malo: 2,
      regular: 3,
      normal: 3,
      bien: 4,
      bueno: 4,
      genial: 5,
      excelente: 5,
      perfecto: 5,
      estupendo: 5,
    },
    corrects: plain(
      /^(?:no|nop|es[ea] no)[,.! ]+(?:(?:me refiero|digo|quiero decir|hablo)(?: a| de)? |es )?(?:el|la|los|las|mi|mis|lf-?\d)\b/u,
    ),
    accepts: plain(
      /(?:^|\bpero |, )(?:ok(?:ay|ey)?|vale|bueno|esta bien|de acuerdo|entiendo|entendido|ya veo|que (?:lastima|pena)|ni modo|comprendo|me parece (?:bien|justo))\b/u,
    ),
    waits: plain(
      /^(?:(?:ok|vale|si|perdon|perdona|gracias|bueno|pues)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|un (?:segundo|momento|momentito|minuto|ratito)|dame un (?:segundo|momento|minuto)|deme un (?:segundo|momento|minuto)|espera|espere|esperad|ahora (?:lo )?(?:miro|busco|vuelvo)|(?:dejame|dejeme|deja que|voy a) (?:\w+ )?(?:mir|busc|ver|compr?rob|preguntar|consult|revis)\w{0,6}|(?:lo |la )?(?:estoy )?(?:mirando|buscando|comprobando)|todavia no)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:si|claro|por favor|porfa\w*|especialista|persona|human[oa]|alguien|agente|companer[oa]|colega|adelante|me gustaria|quiero|hazlo|hagalo|pregunt\w+|hablar|dale|vale)\b/u,
    ),
    declines: plain(/^(?:no|nop|ahora no|no gracias|no hace falta|dejalo|mejor no)\b/u),
  },
  closing: {
    thanks: plain(/\b(?:gracias|grax|thx|thanks|(?:te|se|os|les?) lo agradezco|muy amables?|agradecid[ao])\b|🙏|❤️/u),
    allWell: plain(
      /^(?:(?:ah|oh|bueno|pues|ok(?:ay|ey)?|vale|va)[,.! ]+){0,3}(?:bien|bueno|ok(?:ay|ey)?|vale|va|sale|listo|genial|super|da igual|que (?:lastima|pena)|ni modo|entendido|entiendo)[.! ]*$|\b(?:olvidalo|dejalo|da igual|perfecto|genial|estupendo|excelente|fenomenal|maravilloso|me (?:sirve|ha servido|sirvio|ayuda|ha ayudado|ayudo)|eso (?:es todo|era todo|era)|es todo|todo (?:bien|claro|listo|resuelto|perfecto|en orden)|ya (?:esta|quedo)|resuelto|solucionado|arreglado|no,? (?:gracias|nada mas|eso es todo)|nada mas|adios|hasta luego|hasta pronto|chao|chau|nos vemos|(?:que tengas?|ten(?:ga)?) (?:un )?buen\w* \w+|buen dia)\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:pero|sin embargo|aunque|salvo|todavia|aun|no (?:es|esta|me|se|ha|sirve|funciona|entiendo|quiero|puedo|lo|la)|no,? gracias a|otra (?:pregunta|cosa|duda)|tambien|ademas|una cosa mas|por cierto|y que (?:hay|pasa))\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:por favor|porfa|y|entonces|ahora|tu|a)\s+)(?:por favor,?\s+|solo\s+)?(?:cancel\w{1,6}|reembols\w{1,6}|devuelv\w{1,6}|devolver|cambi(?:a|ar|en|alo|ame|e|enme)|envi(?:a|ar|en|ame|e|enme)|mand(?:a|ar|en|ame|e|enme)|reenvi\w{1,5}|rastre\w{1,5}|actualiz\w{1,6}|comprueb\w{1,4}|revis(?:a|ar|en|e)|dame|deme|denme|dime|diga\w{0,4}|muestr\w{1,5}|llam(?:a|ame|eme|en)|ayud(?:a|ame|eme|en)|busc(?:a|ar|ame)|pas(?:ame|eme)|cierr\w{1,5}|borr\w{1,5}|elimin\w{1,6}|restablec\w{1,5}|arregl\w{1,6})\b|(?:^|[.,;!¿¡\n]\s{0,9}|\by )(?:donde|cuando|por que|como|que|cual|quien|cuanto)\b|\b(?:quiero|quisiera|querria|me gustaria|necesito|busco|deseo|no he recibido|no me ha llegado|puedes?|podeis|podria\w{0,3}|pueden)\b|\bpor nada\b/u,
    ),
    notHelped: plain(
      /^(?:no+|nop|no (?:mucho|realmente|del todo|aun|todavia)|(?:eso )?no (?:me )?(?:ha )?(?:ayud\w+|sirv\w+|funcion\w+)|lamentablemente no|por desgracia no|inutil|sigue (?:sin|igual|roto|mal)|la verdad que no)(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      /\b(?:(?:no|ya no|he perdido|perdi|sin|nunca) (?:tengo |puedo |consigo )?(?:el )?(?:acceso|entrar|acceder|abrir|usar|acceso a)(?: \w+){0,4} (?:correos?|e-?mail|mail|buzon|cuenta de correo|direccion)|(?:correo|e-?mail|mail|buzon|direccion) (?:ya no (?:existe|funciona|lo tengo|lo uso)|(?:esta|fue|ha sido|lo han) (?:cerrad[oa]|borrad[oa]|eliminad[oa]|hackead[oa]|desactivad[oa]))|ya no (?:tengo|uso|existe|me funciona) (?:es[ea]|el|la|mi|ese viejo) (?:antigu[oa] |viej[oa] )?(?:correo|e-?mail|mail|buzon|direccion)|(?:perdi|he perdido) (?:mi|el|ese) (?:correo|e-?mail|mail|buzon)|(?:correo|e-?mail|mail) (?:del|de mi) (?:antiguo |viejo |anterior )?(?:trabajo|empresa).{0,40}(?:ya no|no existe|cerr))\b/u,
    ),
    postItHere: plain(
      /\b(?:(?:pon|ponme|manda(?:me)?|envia(?:me)?|da(?:me)?|dime|escribe(?:me)?|pega(?:me)?|pasa(?:me)?|di|muestra(?:me)?|ensena(?:me)?)(?: tu| usted)? (?:el |mi |ese )?codigo (?:aqui|por aqui|en (?:este )?(?:chat|mensaje)|directamente|ahora)|cual es (?:el|mi) codigo|(?:dime|dame|ensename|muestrame) el codigo|(?:ponlo|mandalo|envialo|pasalo|escribelo|pegalo) (?:aqui|por aqui|en el chat))\b/u,
    ),
    sendAgain: plain(
      /\b(?:re-?envi\w{1,6}|(?:envia|manda|enviame|mandame|mandar|enviar|pasame)(?:lo|me|melo)? (?:otra vez|de nuevo|otro|uno nuevo|nuevo|un codigo|otro codigo|el codigo)|(?:un )?codigo nuevo|nuevo codigo|otro codigo|no (?:me )?(?:ha |he )?(?:llego|llega|llegado|recibi\w{0,3}|recibo|aparece|veo|encuentro)|ningun (?:codigo|correo|mail)|donde esta (?:el|mi) codigo|no hay nada en (?:mi|el|la))\b/u,
    ),
    asksAboutCode: plain(
      /^(?:pero |y )?(?:por que|para que|que codigo|cual codigo)\W*$|\b(?:por|para) que\b.{0,40}\b(?:codigo|correo|eso|esto|verific\w{0,6}|necesit\w{0,4}|piden?)\b|\b(?:que|cual) codigo\b|\b(?:es|sera) (?:seguro|fiable|una estafa|necesario|obligatorio)\b|\b(?:spam|no deseado)\b.{0,20}\?|\bcuanto (?:tiempo )?(?:dura|vale|funciona|tarda)\b.{0,20}(?:codigo|\?)|\bsin (?:el |un |ningun )?codigo\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:tambien|ademas|por favor|puedes|podrias|pueden|quiero|quisiera|necesito|me gustaria|como|donde|cuando|que|cual|cancel\w{1,6}|reembols\w{1,6}|cambi\w{1,5})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:el |la |mi )?otr[oa] (?:pedido|paquete|compra|orden|envio|encargo)\b|\b(?:y |que hay d)?el otro\b(?! (?:correo|e-?mail|telefono|numero|banco|dia))|\bla otra\b(?! (?:tarjeta|cuenta|direccion|semana|vez))/u,
    ),
    otherThing: plain(/\b(?:el otro|la otra|otr[oa] (?:pedido|orden|articulo|producto|paquete|compra))\b/u),
    newest: plain(/\b(?:mi|el|la) (?:ultim[oa]|mas reciente) (?:pedido|compra|paquete|envio)\b|\bpedido mas reciente\b/u),
    refersBack: plain(
      /\b(?:lo|la|los|las|eso|es[ae]|est[ea]|esto|el pedido|mi pedido|la orden|mi orden|el paquete|el articulo|el reembolso|la compra)\b/u,
    ),
    notReceived: plain(
      /\b(?:nunca (?:llego|ha llegado|me llego|lo recibi|vino|recibi)|no (?:me |nos |lo |la |los |las )?(?:ha |han |he |hemos )?(?:llego|llegado|llegaron|llega|recibi(?:do|mos)?|tengo|aparec\w+|entregaron|entregado)|sin recibir|falta|perdid[oa]|robad[oa]|robaron|no esta (?:aqui|en casa)|entonces donde esta)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:primer[oa]?|1(?:º|ª|ro|er|a)|de arriba)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:segund[oa]|2(?:º|ª|do|da))(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:tercer[oa]?|3(?:º|ª|ro|er))(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:cuart[oa]|4(?:º|ª|to))(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:ultim[oa]|mas reciente|de abajo)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:no|en (?:vez|lugar) de|sino|quiero decir|me refiero|queria decir)\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:(?:articulo|producto|pedido|color|modelo|talla|cosa|paquete) (?:equivocad[oa]|incorrect[oa]|erroneo|erronea|que no (?:pedi|era|es))|(?:me |nos )?(?:enviaron|mandaron|habeis enviado|han enviado|han mandado|llego|ha llegado) (?:otr[oa] (?:cosa|producto|articulo|modelo|color)|algo (?:distinto|diferente|que no)|(?:el|la|lo) (?:que no|equivocad)\w*)|no es lo que (?:pedi|encargue|compre)|otra cosa distinta|no (?:pedi|encargue) (?:esto|eso))\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:rot[oa]s?|danad[oa]s?|roto|rompio|rompieron|quebrad[oa]s?|agrietad[oa]s?|rajad[oa]s?|rasgad[oa]s?|desgarrad[oa]s?|abollad[oa]s?|ray(?:ad[oa]s?)|aplastad[oa]s?|hech[oa]s? (?:pedazos|trizas|polvo|anicos)|en pedazos|doblad[oa]s?|gotea\w*|pierde (?:agua|aire)|agujeros?|deteriorad[oa]s?|estropead[oa]s?|con danos|en mal estado|partid[oa]s?)\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:defectuos[oa]s?|defectos?|averiad[oa]s?|no (?:me )?(?:funciona\w*|enciende\w*|prende\w*|anda|sirve|va bien)|dejo de funcionar|ha dejado de funcionar|fall[ao]|falla\w*|inservibles?|inutilizables?)\b/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:nunca (?:llego|ha llegado|me llego|lo recibi|recibi)|no (?:me |nos |lo |la )?(?:ha |he )?(?:llego|llegado|recibi(?:do)?)|sin recibir|se (?:ha perdido|perdio))\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:cancel\w{1,6}|para|detene\w*|retir\w{1,4}|olvid\w{1,4}|dejalo|ya no (?:lo |la )?quiero|no (?:lo |la )?quiero|he cambiado de (?:idea|opinion)|cambie de (?:idea|opinion))\b/u,
    ),
    howLong: plain(
      /\b(?:cuanto (?:tiempo |tarda\w*|demora\w*|dura)|cuando (?:me |lo |la )?(?:llega\w*|recib\w+|tendr\w+|vere|devuelv\w+|reembols\w+|aparec\w+|estara))\b/u,
    ),
    why: plain(/\b(?:por ?que|y el resto|solo|solamente|no (?:todo|es todo|completo|el total)|donde esta el resto|como (?:es|asi) que)\b/u),
    wantsReplacement: plain(
      /\b(?:reemplaz\w{1,6}|repuest[oa]|repon\w{1,6}|recambio|(?:cambi\w{1,5}|mand\w{1,6}|envi\w{1,6}|quiero|dar\w{0,3}) (?:por )?(?:otr[oa]|un[oa] nuev[oa]))\b/u,
    ),
    howLongQuestion: '¿cuánto tarda un reembolso?',
  },
  account: {
    switchOff: plain(
      /\b(?:baja|dar(?:me)? de baja|des(?:uscrib|activ|apunt)\w{1,6}|cancel\w{1,6}|quit(?:a|ar|ame|enme|eme)|elimin\w{1,6}|borr\w{1,5}|no (?:quiero|deseo)(?: recibir)?(?: mas)?|no (?:mas|me)|dej(?:a|ad|ar|en|e) de|basta|par(?:a|ar|en|ad))\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telefono|tel|movil|celular|cel|numero)\b/u) },
      { field: 'address', words: plain(/\b(?:direccion|domicilio|mudad[oa]|mudanza|mude|mudamos|calle|codigo postal)\b/u) },
      { field: 'name', words: plain(/\b(?:nombre|apellidos?|me case|casad[oa]|mal escrito)\b/u) },
    ],
    newName:
      /(?:nombre|apellidos?)(?:(?!\s(?:a|por)\s|:).){0,60}(?:\s(?:a|por)\s+|:\s*)([\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:de|del|la|los|y)\s+){0,2}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:es|mi (?:nuevo )?nombre (?:es|seria)|me llamo|ser[ií]a|a)\s+/i,
  },
  address: {
    address:
      /(?<!\p{L})(?:calle|c\/|avda?\.?|avenida|av\.|paseo|plaza|pza\.?|carretera|ctra\.?|camino|ronda|travesía|travesia|callejón|pasaje|boulevard|bulevar|colonia|col\.)\s+[\p{L}\p{N}][^\n?!;]{2,120}\d[^\n?!;]{0,80}|(?<!\p{L})(?:apartado (?:de correos|postal)|apdo\.?)\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:por favor|porfa(?:vor)?|(?:muchas )?gracias|en (?:vez|lugar) de|si (?:es posible|puede ser)|antes de que|cuanto antes|lo antes posible)(?!\p{L}).*$/iu,
    lead: /^(?:(?:por favor,? )?(?:env[ií](?:a|ad|e|en)(?:lo|la|me|melo|selo)?|m[aá]nd(?:a|ad|e|en)(?:lo|la|me|melo)?) a|a|es|ser[ií]a|mi (?:nueva )?direcci[oó]n (?:nueva )?es|la (?:nueva )?direcci[oó]n (?:nueva )?es)[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:en general|generalmente|por (?:pura )?curiosidad|solo (?:pregunto|preguntaba|queria saber|quiero saber)|normalmente|hipoteticamente|por regla general|pregunto por un amigo|en caso de que|que pasa(?:ria)? si)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n¿]\s*|\b(?:y|saber|dime|decirme|me pregunto|pregunto|pregunta)\s+)(?:(?:a|de|con|en|por|hasta|desde|para|durante)\s+)?(?:como|que|cuando|donde|cual(?:es)?|quien(?:es)?|si|es|son|hay|se (?:puede|pueden|debe|paga)|puedo|puede[ns]?|podeis|podemos|podria|tengo que|hace(?:is|n)?|cobra(?:is|n|s)?|cuant[oa]s?|acepta(?:is|n|s)?|envia(?:is|n|s)?|tiene[ns]?|teneis|existe|dais|dan|ofrece(?:is|n)?)\b/u,
    ),
    supposes: plain(
      /\bsi (?:yo|uno|una|un|el|la|los|las|mi|algo|alguien|lo|me|se|no|compr\w+|ped\w+|pid\w+|devuelv\w+|quier\w+|cambi\w+|baj\w+)\b.{0,90}\b(?:puedo|puede[ns]?|podria|podeis|se puede|me devuelv\w+|devolve\w+|reembolsa\w*|hay|tengo que|que (?:pasa|hago|ocurre))\b/u,
    ),
    own: plain(
      /\b(?:mi|mis|mio|mia|mios|mias|nuestr[oa]s?|lo|eso|est[eao]s?|es[ea]s?|el otro|la otra|(?:acabo de|ya) (?:comprar|pedir|recibir|pagar)|(?:he|hemos) (?:comprado|pedido|recibido|pagado|devuelto|enviado)|compre|pedi|recibi|pague|devolvi|envie|me (?:llego|ha llegado|mandaron|enviaron|han enviado))\b/u,
    ),
    news: plain(
      /\b(?:noticias|novedad(?:es)?|cuando (?:me|se|lo|sabre|tendre|podre|van|vais|vas|alguien|recibire|responde\w*|contesta\w*)|cuanto (?:falta|tarda\w*|tiempo)|sigo esperando|todavia espero|estado|que (?:pasa|ha pasado|hay) con|como va|y ahora que)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:eres|es usted|sois|estoy (?:hablando|chateando)|hablo|esto es|quien eres|hay)\b.{0,40}\b(?:bot|robot|ia|i\.a\.|inteligencia artificial|human[oa]|persona|maquina|ordenador|computadora|chatgpt|real|tu)\b|\bquien eres\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:en stock|stock|existencias|disponibles?|disponibilidad|agotad[oa]s?|hay|quedan?|precios?|cuesta[ns]?|cuanto (?:cuesta|vale|es|sale)|vale[ns]?|vende[ns]?|vendeis|tienen|teneis)\b/u,
    ),
    pointsBack: plain(/\b(?:lo|la|los|las|eso|es[ea]s?|est[eao]s?|un[oa]|su|sus)\b/u),
    courtesy:
      'dime decir decirme sobre acerca por favor informacion info detalles describe describir saber mas quiero quisiera hola gracias producto articulo busco pregunta pregunto una un el la los las de del que como es puedes podrias me',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:mi|mis|nuestro|nuestra|un|una|el|la|de|del|con|sobre|para|por favor|urgente|pedido|pedidos|orden|ordenes|compra|cuenta|pregunta|preguntas|consulta|consultas|duda|dudas|ayuda|soporte|solicitud|problema|incidencia|ticket|informacion|info|hola|buenas|buenos dias|buenas tardes|necesito|nuevo|nueva|reciente|numero)[\s,.!?:¿¡-]*)+$/u,
    ),
    opening:
      /^\s*(?:hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?|muy (?:señor(?:es)?|buenas)|a quien)(?!\p{L})[^\n.!?]{0,40}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:saludos?|atentamente|cordialmente|un abrazo|abrazos|suyo|suya|afectuosamente)(?!\p{L})[^\n]{0,30}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:solo )?(?:un[ao]?|dos|tres|cuatro|2|3|un par de|algunas|varias) (?:cosas?|preguntas?|dudas?|consultas?|puntos?)|y|e|tambien|pero|entonces|luego|ademas|ah|oh|ok|okay|vale|bueno|pues|hola|buenas|buenos dias|buenas tardes|por cierto|primero|en primer lugar|segundo|en segundo lugar|por ultimo|otra cosa|una cosa mas|gracias|por favor|porfa|porfavor|oye|oiga|disculpa|disculpe|perdona|perdone|quiero saber|me pueden decir|¿|¡/,
    question:
      /donde|cuando|que|cual(?:es)?|quien(?:es)?|por ?que|como|cuant[oa]s?|a donde|adonde|es|son|esta|estan|hay|puedo|puede[ns]?|podeis|podria[ns]?|podriais|me (?:puede[ns]?|podria[ns]?|podeis)|se puede|tengo que|debo|tiene[ns]?|teneis|envia(?:is|n)|hace(?:is|n)|ya (?:ha|han|llego|salio)|ha (?:llegado|salido)|acepta(?:is|n)/,
    wish: /(?:yo )?(?:tambien |solo |realmente |es que |todavia |aun )?(?:quiero|quisiera|querria|queria|necesito|deseo|busco|exijo|pido|solicito|prefiero|preferiria|me gustaria|tengo que|he olvidado|olvide|hay que)|ayuda(?:me)?|ayudeme/,
    order:
      /cancel(?:a|ar|alo|ad|en|enme|enlo|ame|e|eme|elo)|reembols(?:a|ar|ame|en|enme|adme|e|eme)|devuelv(?:e|eme|an|anme|a)|devolver(?:me)?|devolved(?:me)?|rastre(?:a|ar|e)|envi(?:a|ar|ame|en|enme|ad|adme|e|eme)|mand(?:a|ar|ame|en|enme|ad|adme|e|eme)|cambi(?:a|ar|ame|en|enme|ad|adme|e|eme)|actualiz(?:a|ar|ame|en|e)|restablec(?:e|er|eme|er)|borr(?:a|ar|ame|en|e)|elimin(?:a|ar|ame|en|e)|cierr(?:a|en|e)|cerrar|dar(?:me)? de baja|dame de baja|denme de baja|suscribi(?:r|rme)|apunta(?:r|me)|dime|diga(?:me)?|digan(?:me)?|muestra(?:me)?|dame|deme|denme|encuentr(?:a|en)|busc(?:a|ar|ame|en)|comprueb(?:a|en|e)|comprobar|revis(?:a|ar|en|e)|verific(?:a|ar|en|e)|reenvi(?:a|ar|ame|en)|anad(?:e|ir|an)|quita(?:r|me)?|quiten(?:me)?|pas(?:a|ame|eme|enme)|desbloque(?:a|ar|en|e)|explic(?:a|ame|ar|eme)|recomiend(?:a|ame|en)|confirm(?:a|ar|ame|en|e)|modific(?:a|ar|en|e)|correg(?:ir|i)|corrij(?:a|an)|arregl(?:a|ar|en|e)|averigu(?:a|ar|en|e)/,
    and: /(?:y(?: tambien| ademas| luego| por favor)?|e|tambien|ademas(?: de)?|asi como|pero tambien|luego)(?: por favor)?/,
    pointing:
      /como|que|puedo|puedes?|pueden|podeis|podria[ns]?|seria|es|esta|eres|hay|hago|hace[rs]?|hacerlo|debo|deberia|yo|tu|usted|ustedes|vosotros|me|te|le|lo|la|se|esto|eso|esta|ese|esa|alli|ahi|por|favor|porfa|ayuda|ayudar|ayudame|ayudarme|algun|alguna|alguien|con|hecho|posible|saber|decir|decirme|dime|explicar|manera|forma|una|un|el|asi|asistencia|soporte|necesito|quiero|siguiente|en|para|a|y|o|tambien|gracias|ok|vale|hola|ya|sobre|arreglar|solucionar|resolver|mirar|revisar|de|ello|al|respecto/,
    refersBack: plain(/\b(?:lo|la|los|las|su|eso|es[ea]|est[eao]|mism[oa]|el pedido|mi pedido|la orden|mi orden|el paquete|el envio)\b/u),
    deliveryInGeneral: plain(
      /\b(?:envia(?:is|n|s)|haceis envios|hacen envios|cuanto|cuesta|costes?|costos?|precio|tarifas?|gratis|gratuit[oa]s?|canada|extranjero|internacional(?:es)?|mexico|expres+|urgente|opciones|metodos?|paises)\b/u,
    ),
  },
  followUps: {
    bare: /si|sip|claro|vale|ok(?:ay|ey)?|no|nop|por favor|porfa|hazlo|adelante|correcto|exacto|eso|esa?|est[aeo]|el|la|los|las|otr[oa]s?|el otro|ambos|ambas|todos|todas|primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa]|siguiente|mas reciente|y|e|o|de|del|con|para|por|a|al|mi|mis|numero|pedido|orden|que hay|que tal|que pasa con|mism[oa]|tambien|otra vez|entonces|me refiero|quiero decir|digo|en vez|ahora|es|son|¿|¡/,
    hanging: /y|e|pero|o|que hay de|que tal|y si|tambien|entonces|pues|¿y/,
    pointing:
      /lo|la|los|las|eso|es[ea]s?|est[eao]s?|un[oa]|otr[oa]s?|primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa]|mism[oa]|ahi|alli|entonces/,
    social: plain(
      /^\W*(?:(?:genial|ok(?:ay|ey)?|vale|perfecto|estupendo|excelente|bueno|bien|si|no|muy bien)[\s,.!]+){0,4}(?:hola|buenas(?: (?:tardes|noches))?|buenos dias|(?:muchas |mil )?gracias|adios|hasta luego|chao|saludos)\b[^?]{0,200}$/u,
    ),
  },
  values: SPANISH_VALUES,
  nouns: SPANISH_NOUNS,
  topics: SPANISH_TOPICS,
};
