import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Asked before anything happened, or about what is sold. */
const ASKED_IN_GENERAL = plain(
  /^\W*(?:(?:puede|pueden|podria|se puede|es|son|hay|que pasa|como|cuanto|sirve|vale|aguanta|resiste|tiene|incluye)\b)|\b(?:en caso de|para evitar|evita\w*|proteg\w+|protec\w+|resistente|botiquin|no (?:se )?(?:quema|arde|explota)|direccion del hospital|(?:entreg|envi|trabaj|mand)\w+ (?:\w+ ){0,3}hospital)\b/u,
);

/** Somebody is hurt, may be hurt, or says that they will hurt, as in English. */
export const SPANISH_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:me (?:he )?(?:queme|quemado|quemo|corte|cortado|corto|heri|herido|lesione|lesionado|electrocut\w+|intoxi\w+|escald\w+|atragant\w+|hice dano|hecho dano)|me (?:he )?(?:rompi|roto) (?:el|la|un|una|los) (?:brazo|pierna|muneca|dedo|pie|tobillo|mano|dientes?)|me (?:quemo|corto|rompio|golpeo|exploto|revento) (?:en )?(?:la|el|las|los) (?:mano|manos|cara|dedos?|brazo|pierna|ojos?|boca|labio|pie)|(?:hij[oa]|nin[oa]|bebe|marido|mujer|espos[oa]|madre|padre|herman[oa]|perr[oa]|gat[oa]|amig[oa]) (?:\w+ )?se (?:ha )?(?:quem\w+|cort\w+|lesion\w+|trag\w+|atragant\w+|asfixi\w+|intoxic\w+|hizo dano|hecho dano)|trag(?:o|ado|aron)\b.{0,25}\b(?:pila|bateria|boton|pieza)|herid[oa]s? (?:grave|leve|en|por)|quemaduras?|descarga electrica|me dio (?:un )?calambre|reaccion alergica|sarpullido|intoxicacion|envenen\w+|(?:estoy|estamos|lleva|hemos|no para de) vomit\w+|(?:en|a|al|el) (?:el )?hospital|urgencias medicas|(?:en|a) urgencias\b(?! de)|ambulancia)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:se incendi\w+|incendio|prendio fuego|prendido fuego|se prendio|(?:en|entre) llamas|explot(?:o|ado|aron)|exploto|explosion|revento en|(?:echa|echaba|sale|salia|salio|sacaba|suelta|soltaba)n? (?:\w+ )?(?:humo|chispas|llamas)|(?:huele|olia|olor) (?:\w+ )?a (?:gas|quemado)|(?:fuga|escape) de gas|pierde gas|monoxido)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'threat_or_despair',
    pattern: plain(
      /\b(?:(?:te|os|los|les|le) voy a (?:matar|pegar|reventar|quemar|romper la cara|partir la cara)|voy a (?:matar|quemar|ir) (?:a alguien|vuestra|su tienda|la tienda|con un (?:cuchillo|bate|arma))|se donde (?:vives|viven|trabajas|trabajan|estais|estan)|(?:quiero|ganas de) (?:morir(?:me)?|matarme|suicidarme)|suicid\w+|no quiero (?:seguir )?viv\w+|acabar con mi vida|quitarme la vida|mi ex\b.{0,50}\b(?:contrasena|direccion|cuenta)|me (?:acosa|persigue|amenaza)\w*|orden de alejamiento|violencia (?:de genero|domestica))\b/u,
    ),
  },
];
