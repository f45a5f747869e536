import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\bnao (?:estou|to|tou) (?:chatead|zangad|irritad|furios|brav)|\b(?:kkk+|haha|rsrs|lol)|😂|😊|😍|\bpior (?:tempo|clima|tempestade|das hipoteses|caso)\b|\b(?:frio|calor) (?:do |de )?(?:diabo|caralho|cao)|\bcont\w{1,5} (?:me )?uma piada|\bpergunta (?:boba|idiota|parva)\b/u,
);

/** Anger needs words against us or a lost patience; a loss, a hurry or a complaint told calmly is none. */
export const PORTUGUESE_ANGER: readonly SignalRule[] = [
  {
    signal: 'angry',
    name: 'swearing',
    aboutUs: true,
    pattern: plain(
      /\b(?:merda\w{0,3}|porra|caralho|cacete|puta (?:que|merda)|puta|puto da vida|filh[oa]s? da (?:puta|mae)|fdp|pqp|vsf|vtnc|foda-se|fodam?-se|fod(?:er|ido|ida)|cu|arrombad[oa]s?|otari[oa]s?|babacas?|desgracad[oa]s?|cabr(?:ao|oes)|vao (?:a merda|se foder|se ferrar|tomar no)|que (?:nojo|inferno|saco|droga)|que diabos?|onde (?:diabos?|raios?|caralho)|diabos|bosta|porcaria)\b|🤬|😡|🖕/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'insult',
    aboutUs: true,
    pattern: plain(
      /\b(?:idiotas?|imbeci(?:l|s)|imbecis|inutei?s?|inutil|incompetentes?|incompetencia|ladr(?:ao|oes)|gatunos?|vigaristas?|trapaceir[oa]s?|golpistas?|caloteir[oa]s?|burloes|burla|golpe|mentiros[oa]s?|aldrab\w{2,4}|sem.?vergonhas?|palhac[oa]s?|estupid[oa]s?|burr[oa]s|corja|cambada|bando de)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'verdict',
    aboutUs: true,
    pattern: plain(
      /\b(?:inaceitavel|intoleravel|inadmissivel|revoltante|vergonhos[oa]|lamentavel|ridicul[oa]|absurd[oa]|um absurdo|uma (?:vergonha|palhacada|piada|falta de (?:respeito|vergonha)|brincadeira|bosta|porcaria|desgraca|afronta)|(?:que|muita|pouca|falta de) vergonha|falta de respeito|o cumulo|e um (?:desastre|roubo|abuso|escandalo|nojo)|nojo de|(?:servico|atendimento|empresa|loja|experiencia|suporte) (?:\w+ ){0,2}(?:pessim[oa]|horrivel|nojent[oa]|terrivel|de merda|lix[oa]|podre)|pessim[oa] (?:servico|atendimento|experiencia|empresa|loja)|(?:o|a) pior (?:\w+ )?(?:servico|atendimento|empresa|loja|experiencia))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'state',
    pattern: plain(
      /\b(?:(?:estou|to|tou|estamos|fiquei|deixam-me|me deixam) (?:muito |super |mesmo |bem |tao |ja |realmente )?(?:furios[oa]s?|irritad[oa]s?|indignad[oa]s?|revoltad[oa]s?|chatead[oa]s?|zangad[oa]s?|put[oa]|brav[oa] com|cansad[oa]s? d[eo]|fart[oa]s?|frustrad[oa]s?|pistola|possess[oa])|que raiva|(?:seus|suas|voces sao uns|sois uns|sao uns) (?:\w+ )?(?:aldrab\w+|ladr\w+|vigarist\w+|mentiros\w+|idiotas|incompetentes|palhac\w+)|(?:tenho|to com|estou com|que) odio|pass(?:ou|aram) d(?:e|os) (?:todos os )?limites?|(?:me )?tira(?:m)?(?:-me)? do serio)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'patience_lost',
    aboutUs: true,
    pattern: plain(
      /\b(?:fart[oa] (?:d[eoi]|ja)|de saco cheio|sem paciencia|(?:perdi|acabou|esgotou-se|estou perdendo) (?:a )?(?:minha )?paciencia|paciencia (?:acabou|esgotou)|ja chega|chega d[eo] (?:enrolacao|desculpa|esper)|basta(?: ja)?[!.]|(?:estao|tao|esta|voces estao|tas) (?:a gozar|gozando|de brincadeira|de sacanagem|brincando|zoando)(?: com a minha cara| comigo)?|(?:me )?(?:fazem|fazendo|estao a fazer)(?:-me)? (?:de )?(?:palhac[oa]|idiota|trouxa|parv[oa]|otari[oa])|nao (?:prestam|valem nada)|(?:voces|isto|isso) (?:nao )?prestam?|par(?:em|a|e) de (?:mentir|enrolar|ignorar|me enrolar)|perd(?:a|er|endo) (?:de |o meu |meu )?tempo|ate (?:aos|os) (?:cabelos|olhos))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'asked_often',
    pattern: plain(
      /\b(?:(?:e |ja e |pela )?(?:a )?(?:terceira|quarta|quinta|sexta|decima|enesima|milesima|3a|4a|5a|\d+a) vez que (?:eu )?(?:\w+ ){0,2}(?:pergunt\w+|escrev\w+|pec\w+|ped\w+|contact\w+|lig\w+|dig\w+|fal\w+|reclam\w+|explic\w+|mand\w+)|(?:ja )?(?:perguntei|escrevi|pedi|liguei|falei|mandei)\b.{0,15}\b(?:tres|quatro|cinco|seis|dez|mil|\d+|varias|muitas|umas? \w+) vezes|(?:quantas|mil) vezes (?:mais )?(?:\w+ ){0,2}(?:tenho (?:que|de)|preciso|vou ter)|ninguem (?:me )?(?:responde\w*|respondeu|atende|ajuda|resolve|faz nada|diz nada|da resposta))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'threat_to_leave',
    aboutUs: true,
    pattern: plain(
      /\b(?:nunca mais (?:\w+ )?(?:compro|volto|comprarei|encomendo|piso)|nao (?:compro|volto a comprar|encomendo) (?:mais |nunca mais )|perderam (?:um|uma) cliente|exijo (?:uma (?:resposta|explicacao|solucao)|o meu dinheiro|meu dinheiro|que)|quero (?:o )?meu dinheiro (?:ja|agora)\b)/u,
    ),
    unless: NOT_ABOUT_US,
  },
];
