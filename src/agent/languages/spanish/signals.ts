import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, SPANISH_EVERYDAY } from './everyday-signals.ts';
import { SPANISH_DANGER } from './danger.ts';
import { LEGAL_IN_GENERAL, SPANISH_LEGAL } from './legal.ts';

const PERSON =
  '(?:persona|human[oa]s?|agente|alguien|representante|operador[ae]?|encargad[oa]|supervisor[ae]?|gerente|jef[ea]|responsable|asesor[ae]?|emplead[oa]|companer[oa]|colega|especialista|ser humano|gente|atencion al cliente|servicio al cliente|soporte (?:humano|tecnico)|el (?:equipo|soporte))';
const ARTICLE = '(?:(?:un|una|el|la|los|su|tu|vuestro|vuestra|algun|alguna|otra|otro|algo de) )?(?:verdader[oa] )?';
/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\bno (?:estoy|es que este) (?:enfadad|enojad|molest|furios|quej)|\b(?:jaja|jeje|lol)|😂|😊|😍|\bmal tiempo\b|\bpeor (?:tiempo|clima|tormenta|caso|de los casos)\b|\bpregunta (?:tonta|estupida)\b/u,
);

/** Anger, persons, law, money and courtesies in the Spanish of both sides of the ocean. */
export const SPANISH_SIGNALS: SignalWords = {
  rules: [
    ...SPANISH_DANGER,
    {
      signal: 'angry',
      name: 'swearing',
      aboutUs: true,
      pattern: plain(
        /\b(?:mierda|joder|jode(?:r|te|n|is)|hostia|cojones|cono|puta|puto|hij[oa]s? de (?:puta|p\b)|gilipollas|cabron(?:es)?|pendej[oa]s?|chinga\w*|carajo|verga|boludos?|pelotudos?|no mam(?:es|en)|que (?:asco|verguenza)|vayanse a|vete a|idos a la|me cago en)\b|🤬|😡|🖕/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'insult',
      aboutUs: true,
      pattern: plain(
        /\b(?:idiotas?|imbecil(?:es)?|inutil(?:es)?|incompetentes?|incompetencia|ladron(?:es)?|estafa(?:dores|dor)?|timo|timadores|estafad[oa]s?|mentiros[oa]s?|sinverguenzas?|payasos?|estupid[oa]s?|tont[oa]s del|ratas)\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'verdict',
      aboutUs: true,
      pattern: plain(
        /\b(?:inaceptable|intolerable|indignante|vergonzos[oa]|lamentable|ridiculo|absurdo|increible que|una (?:broma|verguenza|burla|porqueria|basura|pesadilla|desgracia)|es un (?:desastre|robo|abuso|escandalo|asco|chiste)|pesim[oa] (?:servicio|atencion|experiencia|empresa)|(?:servicio|atencion|empresa|tienda|experiencia|trato) (?:\w+ ){0,2}(?:pesim[oa]|horrible|nefast[oa]|terrible|fatal|de mierda|asqueros[oa]|malisim[oa])|(?:el|la) peor (?:\w+ )?(?:servicio|atencion|empresa|tienda|experiencia|compania))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'state',
      pattern: plain(
        /\b(?:(?:estoy|me siento|estamos|me tienen|me teneis|me tienes) (?:muy |super |realmente |bastante |tan |ya )?(?:enfadad[oa]s?|enojad[oa]s?|furios[oa]s?|indignad[oa]s?|molest[oa]s?|cabread[oa]s?|encabronad[oa]|cansad[oa]s? de|hart[oa]s?|frustrad[oa]s?|decepcionad[oa]s?)|que rabia|una (?:tomadura de pelo|falta de respeto|verguenza)|es el colmo|me (?:da|estais dando|estan dando) rabia|me (?:saca|pone) (?:de quicio|furios[oa]))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'patience_lost',
      aboutUs: true,
      pattern: plain(
        /\b(?:hart[oa]s? (?:de|ya)|hasta (?:las narices|los cojones|los huevos|el gorro|la coronilla|aqui|el mono)|(?:se me|estoy) (?:acaba|acabando|acabo|perdiendo)(?: la)? paciencia|he perdido la paciencia|perdi la paciencia|basta ya|ya (?:basta|esta bien de|estuvo)|(?:me|nos) (?:tomais|estan tomando|estais tomando|toman) el pelo|se (?:burlan|rien) de mi|os (?:reis|burlais) de mi|(?:dejen|dejad|deja) de (?:mentir|ignorar|marear|hacerme perder)|perder el tiempo|perdida de tiempo|estais de broma|es una broma|esto es en serio)\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'asked_often',
      pattern: plain(
        /\b(?:(?:es |ya )?(?:la )?(?:tercera|cuarta|quinta|sexta|decima|enesima|3a|3ª|4a|5a|\d+a) vez que (?:\w+ ){0,3}(?:pregunt\w+|escrib\w+|pid\w+|contact\w+|llam\w+|dig\w+|reclam\w+|explic\w+|cont\w+)|(?:cuantas|mil) veces (?:\w+ ){0,3}(?:tengo que|debo|hay que|he de|mas|os|les?|te|lo he|he)|(?:nadie|nunca) (?:me )?(?:responde\w*|contesta\w*|ha (?:respondido|contestado)|ayuda|hace nada))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'threat_to_leave',
      aboutUs: true,
      pattern: plain(
        /\b(?:nunca (?:mas |jamas )?(?:volvere|vuelvo|voy a volver|comprare|os compro|les compro)|no (?:vuelvo|volvere|pienso volver) a comprar|(?:habeis|han) perdido (?:a )?un cliente|exijo (?:una (?:respuesta|explicacion|solucion)|mi dinero|que)|quiero mi dinero (?:ya|ahora)|devuelv(?:an|anme|edme|eme) mi dinero (?:ya|ahora))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:habl(?:ar|e|o|emos)|comunic(?:ar|arme|ame|arse|eme|enme)|contact(?:ar|arme|o)|chate(?:ar|o)|trat(?:ar|o)|conversar|platicar|conect(?:ar|arme|ame|eme|enme)|pon(?:me|ganme|game|edme)|ponerme en contacto)(?: \\w+){0,2} con ${ARTICLE}${PERSON}\\b`,
          'u',
        ),
      ),
      unless: plain(
        /\bestoy (?:hablando|chateando) con\b|\bhablar con mi (?:jefe|equipo|gerente|gente|mujer|marido|hermano|hermana)|\bno (?:quiero|hace falta|necesito) hablar\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'wants_person',
      pattern: plain(
        new RegExp(
          `\\b(?:quier[oe]|quisiera|querria|necesito|prefiero|deseo|exijo|solicito|pido|dame|deme|denme|dadme|pasame|paseme|pasenme|pasadme|transfier(?:e|a|an)me|transferir(?:me)?|deriva(?:r)?me|deriven?me|comunicame|comuniqueme|busco|me gustaria|hay|que me (?:atienda|llame|conteste|responda|ayude|escriba))(?: \\w+){0,2}? ${ARTICLE}(?:persona|human[oa]|agente|alguien|representante|operador[ae]?|encargad[oa]|supervisor[ae]?|gerente|asesor[ae]?|ser humano)\\b(?! (?:tienda|mas|de (?:seguros|viajes)))`,
          'u',
        ),
      ),
      unless: plain(
        /\b(?:tienda|saco|tent|carpa)\b.{0,30}\bpersonas?\b|\bpersonas?\b.{0,15}\b(?:tienda|carpa|plazas)\b|\bpara (?:una|dos|tres|cuatro|\d) personas?\b|\b(?:para|de|por) (?:cada )?persona\b|\bpersona que (?:recibe|recoge|firma|vive)|\bque alguien (?:pueda|en casa|este|reciba|firme|lo reciba)\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:persona (?:real|de verdad|de carne y hueso|fisica)|atencion humana|agente (?:humano|real)|human[oa] (?:real|de verdad|por favor)|un human[oa]|un ser humano|operador(?:a)? humano|alguien (?:real|de verdad|humano|de carne y hueso)|gente (?:real|de verdad))\b|^\W*(?:humano|agente|operador(?:a)?|persona|representante)(?: por favor| porfa\w*| ya| urgente)?\W*$/u,
      ),
      unless: plain(/\beres\b.{0,30}\?|\bcabello humano\b|\bpelo humano\b|\btalla humana\b|\bestoy hablando con\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\b(?:no (?:quiero|deseo|me gusta) (?:hablar |seguir |chatear )?(?:con )?(?:un |una |el |la )?(?:bot|robot|maquina|ia|chatbot|inteligencia artificial|contestador)|(?:hart|cansad)[oa] de (?:bots?|robots?|maquinas|este bot|hablar con (?:un|una) (?:bot|maquina|robot))|basta de (?:bots?|robots?)|nada de (?:bots?|robots?)|quit(?:a|en|ad) (?:el|este) (?:bot|robot)|(?:puede[ns]?|podria[ns]?|podeis) (?:llamarme|atenderme alguien|pasarme con|comunicarme|ponerme con|transferirme)|(?:que )?(?:alguien|una persona|un humano|un agente) (?:me|que me) (?:llame|llama|atienda|atiende|ayude|conteste|responda|escriba)|me (?:puede[ns]?|podria[ns]?|podeis) (?:llamar|atender|comunicar con|pasar con|poner con)|(?:llamenme|llamadme|llamame|que me llamen)\b|atencion (?:personal|de una persona)|hablar (?:por telefono )?con alguien|con quien puedo hablar|hay alguien (?:ahi|real|humano|que))\b/u,
      ),
      unless: plain(
        /^\W*llamame (?!ya|ahora|hoy|por|al?|luego|manana|cuando)[a-z]{2,12}\W*$|\bno (?:hace falta|es necesario|quiero|necesito)\b.{0,20}\bllamen\b|\bllamar(?:me)? \w+ (?:\w+ )?en (?:lugar|vez) de\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'hand_over',
      pattern: plain(
        /\b(?:(?:pasa|pase|pasen|pon|ponga|pongan|comunica|comunique|comuniquen|transfiere|transfiera|transfieran|deriva|derive|conecta|conecte)(?:me|nos)\b(?: \w+){0,2} (?:con|a) |(?:me|nos) (?:comunicas?|pasas?|pasan|pones|ponen|conectas?|transfieres?) con )(?:(?:un|una|el|la|los|su|tu|alguien|otro|algun) ?){0,2}(?:jef[ea]|superior|encargad[oa]|responsable|companer[oa]|asesor[ae]?|agente|ejecutiv[oa]|persona|human[oa]|supervisor[ae]?|gerente|alguien|servicio al cliente|atencion al cliente|soporte|facturacion|(?:el )?departamento|que sepa)|\b(?:que |prefiero que |quiero que )?(?:lo|la|me|nos|esto)? ?(?:vea|mire|revise|lleve|atienda|contacte|contacten|conteste|llame)n? (?:un|una|algun|alguna|alguno|el|la|otro) ?(?:companer[oa]|persona|responsable|humano|ejecutiv[oa]|asesor[ae]?|supervisor[ae]?|encargad[oa]|colega)\b|\b(?:podria|puede|podrian|pueden|podeis|puedes)(?: \w+)? (?:atender\w{0,4}|ayudar\w{0,2}|llamar(?:me|nos)?|contactar\w{0,2})(?: \w+)? (?:alguien|una persona|un companero)|\b(?:me|nos) (?:podrian?|pueden?|podeis|puedes) (?:llamar|atender alguien|contactar)\b|\bquiero que me (?:contacten|llamen|atiendan)\b|\b(?:no hablo|no quiero hablar) con (?:maquinas|robots|bots)|\bsaquen?me de este (?:robot|bot)|\bbot no,? persona|\bmejor con una persona\b|\b(?:asesor|agente|ajente) (?:u|hu)mano|\b(?:el|un|con el) (?:gerente|encargado|asesor|jefe),? por ?favor\b|\besc?al(?:en|a|ar) (?:mi|el|esto)|\b(?:a|con) un superior\b|\bhablar con (?:el departamento|facturacion|contabilidad)|\b(?:q|que) (?:me )?atienda alguien|\b(?:quier|kier)o (?:h?ablar|un asesor|un humano)\b/u,
      ),
      unless: plain(
        /\bno hace falta\b|\bno es necesario\b|\bllamar(?:me)? (?:ana|[a-z]+) en (?:lugar|vez)\b|\bcon mi (?:jefe|equipo)\b|\bmi caso con mi\b|\bme pueden llamar [a-z]+ en\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'misspelled',
      pattern: plain(
        /\b(?:hab[lr]ar|ablar|havlar|hablr|hbalar) (?:con|cn|kon) (?:un[ao]? |el |la )?(?:presona|perzona|perosna|persoan|personna|umano|hummano|agnete|ajente|opreador|algien|alguein|alguien|alguen|persona|humano|agente|operador)\b/u,
      ),
    },
    ...SPANISH_LEGAL,
    ...SPANISH_EVERYDAY,
  ],
  except: {
    human_request: plain(
      /\bhablar con mi (?:jefe|equipo|gerente|gente|mujer|marido|hermano|hermana)|\beres (?:un |una )?(?:human[oa]|persona|bot|robot|maquina|ia)\b|\bestoy hablando con\b|\bno (?:quiero|hace falta|necesito) hablar con\b|\b(?:pelo|cabello) humano\b|\bpersona que (?:recibe|recoge|firma|vive)|\bno (?:hace falta|es necesario)\b.{0,20}\bllamen\b|\bpara (?:una|dos|tres|cuatro|\d) personas?\b/u,
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:pedidos?|orden(?:es)?|paquetes?|envios?|entrega\w*|reparto|repartidor\w*|seguimiento|reembols\w*|dinero|cobr\w*|carg(?:o|os|ado|aron)|tarjeta|cuenta|contrasena|soporte|servicio|atencion|empresa|compania|tienda|web|pagina|bots?|robots?|agentes?|personal|respuest\w*|respond\w*|contest\w*|esper\w*|correos?|e-?mails?|cancel\w*|devol\w*|devuel\w*|clientes?|productos?|articulos?|tienda de campana|hornillo|botas|linterna|mochila|garantia|ticket|pregunt\w*|ayuda|ladrones|larkfield|promet\w*|promesas?|vuestr[oa]s?|ustedes|vosotros|sois|compra\w*)\b/u,
  ),
  complains: plain(
    /\b(?:no|nunca|jamas|nada|nadie|todavia|aun|donde|por ?que|cuando|ahora|ya|respuesta|esper\w+|quiero|mal|dinero|basta|inmediatamente|peor|perdido|tarde|dias|semanas|otra vez|reembolso)\b/u,
  ),
};
