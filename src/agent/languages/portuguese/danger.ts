import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Asked before anything happened, or about what is sold. */
const ASKED_IN_GENERAL = plain(
  /^\W*(?:(?:pode|podem|poderia|da para|existe|o que acontece|como|quanto|serve|aguenta|resiste|inclui|posso)\b|(?:e|sao|ha|tem)\b[^.!?]{0,120}\?)|\b(?:em caso de|para evitar|evita\w*|proteg\w+|protec\w+|resistente|primeiros socorros|nao (?:queima|explode|pega fogo)|(?:entreg|envi|trabalh|mand)\w+ (?:\w+ ){0,3}hospital)\b/u,
);

/** Somebody is hurt, may be hurt, or says that they will hurt, as in English. */
export const PORTUGUESE_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:(?:me |eu )?(?:queimei|cortei|feri|machuquei|lesionei|escaldei)(?:-me)? (?:a|o|as|os|na|no|com)\b|(?:queimei|cortei|feri|machuquei)-me|me (?:queimei|cortei|feri|machuquei)|(?:queimou|cortou|feriu|machucou|explodiu n)(?:-me)? ?(?:(?:a|o) )?(?:minha |meu )?(?:mao|cara|rosto|dedo|braco|perna|pe|boca|labio|olho)|(?:filh[oa]|crianca|bebe|marido|mulher|espos[oa]|mae|pai|irma|irmao|cachorr[oa]|cao|gat[oa]|amig[oa]|vizinh[oa]|menin[oa]) (?:\w+ ){0,4}(?:se )?(?:queimou|cortou|feriu|machucou|engoliu|engasgou|sufocou|intoxicou|passou mal)|(?:caiu|cai) e (?:se )?(?:machuc|fer|bat|quebr|part)\w+|engoliu\b.{0,30}\b(?:pilha|bateria|moeda|peca|botao)|(?:parti|quebrei) (?:a|o) (?:perna|braco|pulso|dedo|pe|tornozelo)|(?:levei|tomei|apanhei) (?:um )?choque|choque eletrico|queimaduras?|ferid[oa]s? (?:grave|leve|no|na|por)|reacao alergica|intoxicacao|envenen\w+|(?:estou|estamos|esta) (?:a )?vomit\w+|(?:no|ao|para o|num|pro) (?:hospital|pronto[- ]socorro)|ambulancia)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:pegou fogo|pegando fogo|incendi(?:ou|o)|em chamas|explodiu|explosao|rebentou na|(?:saiu|sai|saia|saindo|solta|soltou|soltando|deita|deitou|deitando|a deitar) (?:\w+ )?(?:fumaca|fumo|faiscas?|chamas)|(?:fogareiro|bateria|lanterna|cartucho|botija|bujao) (?:\w+ )?(?:estourou|rebentou)|cheir\w+ (?:\w+ )?(?:a|de) (?:gas|queimado)|(?:fuga|vazamento) de gas|vazando gas|monoxido)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'threat_or_despair',
    pattern: plain(
      /\b(?:vou (?:te |vos |lhe |lhes )?(?:matar|bater|queimar|partir a cara|quebrar a cara)(?! saudade)|sei onde (?:voce|voces|tu|vocês)? ?(?:mora|moram|trabalha|trabalham|vive|vivem|moras|trabalhas)|vou ai com uma (?:faca|arma)|quero morrer|(?:vou|quero) me matar|matar-me|suicid\w+|nao quero (?:mais )?viver|acabar com a (?:minha )?vida|tirar a (?:minha )?(?:propria )?vida|(?:meu|minha) ex\b.{0,50}\b(?:senha|palavra-passe|endereco|morada|conta)|(?:nao )?(?:aguento|suporto) mais (?:viver|a vida|esta vida)|acabar com tudo|(?:me (?:persegu|ameac)\w*|ameac\w+-me|(?:fui|sou|estou (?:a ser|sendo)) (?:ameacad|perseguid|agredid)[oa])|stalker|medida protetiva|violencia domestica)\b/u,
    ),
  },
];
