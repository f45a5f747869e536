import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, PORTUGUESE_EVERYDAY } from './everyday-signals.ts';
import { PORTUGUESE_DANGER } from './danger.ts';
import { PORTUGUESE_ANGER } from './anger.ts';

/** Somebody of ours; a `pessoa` is no size of a tent. */
const PERSON =
  '(?:pessoas?|humanos?|humana|ser humano|atendentes?|assistente|agente|alguem|gente|representante|operadora?|encarregad[oa]|supervisora?|gerente|chefe|don[oa]|proprietari[oa]|patra?o|diretora?|responsavel|consultora?|funcionari[oa]s?|empregad[oa]s?|colaboradora?(?:es)?|colegas?|especialista|tecnico|equipe|equipa|(?:o |a )?(?:setor|departamento) \\w+|(?:o |a )?atendimento|(?:o )?suporte|(?:o )?apoio(?: ao cliente)?|sac)';
const ARTICLE =
  '(?:(?:um|uma|o|a|os|as|algum|alguma|outro|outra|seu|sua|teu|tua|vosso|vossa|um seu|um dos seus|uma das suas|alguem d[oae]s?|um d[oae]s?) )?(?:verdadeir[oa] |(?:seu|sua|vosso|vossa|seus|vossos) )?';
/** Told with a smile, or about the weather and the trail rather than about us. */
const LEGAL_IN_GENERAL = plain(
  /\b(?:filh[oa]|espos[oa]|marido|mulher|irma|irmao|pai|mae|genro|nora|ti[oa]|namorad[oa]) e (?:advogad[oa]|policial|juiz\w?)\b(?=.{0,80}\b(?:quer|procura|precisa|usa|gosta|mochila|barraca|casaco|botas)\b)|\b(?:tamanho|papel|formato|folha) legal\b|\b(?:que|muito|super|tao|bem|mais) legal\b|\be legal (?:acampar|usar|levar|em|no|na|acender)|\blegal(?:mente)? (?:em|no|na|num|numa)\b|\blegal[!. ]*$|\b(?:ta|ok|achei|foi|ficou|e|ficaria) legal\b|\blei da gravidade|\blei de murphy|\b(?:presente|descont\w+|trabalh\w+|sou|como|filh[oa]|mae|pai|espos[oa]|amig[oa])\b.{0,25}\b(?:policial|policia|advogad[oa])\b/u,
);
const OWN_PEOPLE =
  '\\b(?:estou|to|tou) (?:falando|a falar) com\\b|\\bfal(?:ou|ei|amos|aram) com\\b|\\bfalar com (?:o )?(?:meu|minha|nosso|nossa) \\w+|\\bnao (?:quero|preciso|e preciso|precisa) (?:de )?(?:falar|que me lig)';
const TENTS =
  '\\b(?:barraca|tenda|saco|colchonete|colchao|mochila)\\b.{0,40}\\bpessoas?\\b|\\bpessoas?\\b.{0,25}\\b(?:barraca|tenda|lugares|cabem|cabe|recebe|assina)\\b|\\bpara (?:uma|duas|tres|quatro|\\d) pessoas?\\b|\\bpor pessoa\\b|\\b(?:uma|qualquer) pessoa (?:consegue|so|sozinha)|\\ba pessoa que\\b|\\bagente de (?:viagens|seguros)|\\b(?:uso|cabelo|pelo|tamanho|corpo) humano\\b';

/** Persons, law, money and courtesies in the Portuguese of both sides of the ocean. */
export const PORTUGUESE_SIGNALS: SignalWords = {
  rules: [
    ...PORTUGUESE_DANGER,
    ...PORTUGUESE_ANGER,
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:f[ao]lar|falo|fala[rs]?|fale|conversar|converso|comunicar(?:-me)?|contact(?:ar|o)|contat(?:ar|o)|trat(?:ar|o)|discutir|tc|em (?:contato|contacto)|ligar?)(?: \\w+){0,2} (?:com|c|cm|para|pra|pro) ${ARTICLE}${PERSON}\\b`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'wants_person',
      pattern: plain(
        new RegExp(
          `\\b(?:qu?ero|queria|preciso(?: de| q| que)?|prefiro|preferia|desejo|exijo|solicito|peco|gostaria(?: de| que)?|gostava(?: de| que)?|agradecia(?: que)?|da-me|me da|me de|dem-me|tem|ha|existem?|busco|chama(?:r|e|em)?|mand(?:a|e|em)|bota|poe|ponha|coloca)(?: (?!tenda|barraca)\\w+){0,2}? ${ARTICLE}(?:pessoa|human[oa]|ser humano|atendente|assistente|agente|alguem|gente(?= (?:real|de verdad\\w+)|\\W*$|,)|representante|operadora?|encarregad[oa]|supervisora?|gerente|chefe|responsavel|funcionari[oa]|colaboradora?|atendimento humano)\\b`,
          'u',
        ),
      ),
      unless: plain(
        new RegExp(
          `${TENTS}|\\bmudar a pessoa\\b|\\b(?:alguem|pessoa) (?:em casa|para receber|possa receber|que receba|assine)\\b|\\btelefone de\\b|^\\W*tem alguem ai\\W*$`,
          'u',
        ),
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'hand_me_over',
      pattern: plain(
        new RegExp(
          `\\b(?:(?:me )?(?:pass(?:a|e|em|ar)|transf(?:ere|ira|iram|erir)|encaminh(?:a|e|em|ar)|direcion(?:a|e|em|ar)|conect(?:a|e|em|ar)|lig(?:a|ue|uem|ar)|po(?:e|nha|nham|r)|coloc(?:a|que|ar))(?:-me)?)(?: \\w+){0,3}? (?:para|pra|pro|com|a|ao|em (?:contato|contacto) com|na linha)\\s?${ARTICLE}${PERSON}\\b`,
          'u',
        ),
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:pacote|encomenda|pedido|entrega)\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:pessoa (?:real|de verdade|de carne e osso|fisica)|atendimento (?:humano|pessoal|de uma pessoa)|(?:atendente|agente|operador|assistente) (?:human[oa]|real)|human[oa] (?:real|de verdade|por favor|pf)|um humano|ser humano|alguem (?:real|de verdade|human[oa]|de carne e osso)|gente (?:real|de verdade))\b|^\W*(?:um |uma |quero )?(?:humano|agente|operador(?:a)?|pessoa|atendente|atendnte|atendent|representante|gerente|supervisor|assistente)(?: (?:por favor|pf\w{0,2}|ja|agora|urgente|pls))?\W*$/u,
      ),
      unless: plain(new RegExp(`\\b(?:es|voce e|e voce)\\b.{0,30}\\?|${OWN_PEOPLE}|${TENTS}`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\bnao\b[^.!?]{0,35}\bcom (?:um |uma |o |a |este |esse )?(?:bot|chatbot|robo|robot|maquina(?! de)|computador|inteligencia artificial|programa)\b|\b(?:nao (?:quero|gosto|desejo|aguento|falo|converso)(?: mais)? (?:de )?(?:falar |conversar |continuar |tc )?(?:com )?(?:um |uma |o |a |este |esse )?(?:bot|robo|robot|maquina|ia|chatbot|inteligencia artificial|gravacao)|(?:fart[oa]|cansad[oa]|cansei|chei[oa]|enjoei) d(?:e|ess?e|est?e|o) (?:bots?|robos?|maquinas?|este bot|esse robo|falar com (?:um |uma )?(?:bot|maquina|robo))|chega de (?:bots?|robos?|maquinas?)|(?:sem|nada de) (?:bots?|robos?)|(?:tira|tirem|sai) (?:o|esse|este|desse|deste) (?:bot|robo))\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'person_does',
      pattern: plain(
        /\b(?:alguem|uma pessoa|um humano|um ser humano|um atendente|um agente|um assistente|um colega|um funcionario|um colaborador|um tecnico)(?: (?:seu|teu|vosso))?(?: d[ae] \w+ ?\w{0,8})? (?:pode|podia|poderia|pudesse|que (?:possa|pode|me)|me|veja|visse|olhe|trate|tratasse)(?: me)?(?:\s|-)?(?:ajud\w+|atend\w+|lig\w+|respond\w+|contact\w+|contat\w+|ver|olhar|tratar|isso|isto|resolv\w+|escrev\w+)?|\bque (?:uma pessoa|um humano|alguem|um funcionario|um colega) \w+|\b(?:contactad[oa]|contatad[oa]|atendid[oa]|ajudad[oa]) por (?:um|uma|alguem|gente|pessoas?)|\b(?:um|uma|algum|alguma) d[oa]s? (?:seus?|vossos?|suas?|vossas?) \w+ (?:me \w+|\w+-me)/u,
      ),
      unless: plain(new RegExp(`${TENTS}|\\b(?:roub|receb|assin|compr|entr|us)\\w+\\b`, 'u')),
    },
    {
      signal: 'asks_for_human',
      name: 'call_me',
      pattern: plain(
        /^\W*(?:por favor,? )?me transf(?:ere|ira|iram)\W*$|\balguem d[ae] (?:sua |vossa )?(?:equipe|equipa|loja)\b(?=[\s,.]*(?:por favor|pf|\W*$))|\b(?:me liga(?!r)|me ligue(?:m)?|liguem?(?:-me| (?:pra|para) mim)|liga-me|telefon(?:a|e|em)-me|me telefon(?:a|e|em)|(?:pode(?:m|s|ria[m]?)?|podiam?) (?:me )?(?:ligar(?:-me)?|telefonar(?:-me)?)(?: (?:pra|para) mim)?|retorn(?:a|e|em)(?: a)? (?:minha )?(?:ligacao|chamada)|quero (?:uma |receber uma )?(?:ligacao|chamada)|a quem (?:posso|devo) (?:telefonar|ligar))\b/u,
      ),
      unless: plain(
        /\b(?:estafeta|entregador|carteiro|motorista)\b|\bnao (?:precisa|e preciso|precisam|quero|e necessario)\b.{0,20}\b(?:lig|telefon)/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'who_can_i_talk_to',
      pattern: plain(
        /\b(?:cade|onde (?:estao|ha)) (?:[oa]s )?(?:humanos|pessoas (?:reais|de verdade|dai)|atendentes|funcionarios)\b|\bcom quem (?:eu )?(?:posso|devo|e que posso|poderia) falar\b|\btem (?:alguem|gente|uma pessoa) (?:de verdade|real|que)\b|\b(?:ha|tem) (?:algum|um) (?:operador|atendente|agente|humano|assistente)\b|\b(?:seu|teu|vosso) (?:chefe|superior|supervisor|gerente)\b|\b(?:chama|chame|chamem) (?:o |teu |seu |um )?(?:chefe|supervisor|gerente|responsavel)\b/u,
      ),
      unless: plain(/\bmeu chefe\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'misspelled',
      pattern: plain(
        /\bf[ao]l?[ao]?r (?:com|c|cm) (?:um[a]? |[oa] )?(?:pesoa|pessao|peshoa|pssoa|umano|hummano|atendnte|atendete|atendemte|alguen|algem|alguem|agemte|operado)\b/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'lawyer',
      pattern: plain(
        /\b(?:advogad[oa]s?|adevogad[oa]|escritorio de advocacia|assessoria juridica|(?:aca?o|acoes|medidas?|vias?|meios|providencias) (?:legais|legal|judicia(?:is|l)|juridicas?)|via judicial|notificacao (?:extrajudicial|judicial)|processo judicial|juridicamente)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'sue',
      pattern: plain(
        /\b(?:(?:vou|vamos|irei|posso|quero) (?:vos |te |os )?(?:processar|acionar (?:voces|a justica|judicialmente)|denunciar|meter (?:um |voces |isto |isso )?(?:processo|em tribunal|na justica)?)|processo (?:em|contra) (?:voces|cima)|process(?:ar|o|arei)(?:-vos)? (?:voces|a (?:empresa|loja))|(?:meter|abrir|mover|entrar com|por) (?:um |uma )?(?:processo|acao)(?! de (?:devolucao|reembolso|troca))|(?:na|a|pela|em) justica|denunci(?:ar|o|arei|a)(?: (?:voces|isto|isso|a|na|no|ao))?|apresent(?:ar|ei|arei|o) (?:uma )?(?:queixa|denuncia)(?: (?:na|no|a|ao|em) \w+)|queixa-crime|livro de reclamacoes)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'court',
      pattern: plain(/\b(?:tribuna(?:l|is)|juizado|pequenas causas|juiz|julgados de paz|ministerio publico|centro de arbitragem)\b/u),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'authority',
      pattern: plain(
        /\b(?:procon|deco|asae|lgpd|rgpd|gdpr|cnpd|anpd|protecao de dados|reclame aqui|consumidor\.gov|senacon|cdc|codigo d[eo] (?:defesa do )?consumidor|defesa do consumidor|direitos? (?:do|como) consumidor|orgaos? de defesa|associacao de consumidores|banco central|(?:a|na|pela|com a) policia|boletim de ocorrencia|delegacia|gnr|psp)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'payment_reversed',
      pattern: plain(
        /\b(?:chargeback|charge back|contest(?:ar?|ei|amos|o) (?:a |o |esta |essa |este )?(?:compra|cobranca|pagamento|valor|debito) (?:no|na|com o|com a|junto ao?|pelo) (?:meu |minha )?(?:banco|cartao|operadora|paypal)|(?:o )?meu banco (?:vai|ja|ira)(?: \w+){0,2} (?:estornar|devolver|reverter|cancelar|fazer)|abrir (?:uma )?disputa)\b/u,
      ),
    },
    {
      signal: 'mentions_legal',
      name: 'against_the_law',
      pattern: plain(
        /\b(?:ilega(?:l|is)|ilegalmente|e (?:um )?crime|contra a lei|por lei|pela lei|(?:segundo|conforme) a lei|a lei (?:diz|exige|me|obriga|da|garante|manda)|(?:viol|infring|desrespeit|descumpr)\w+ (?:a lei|o contrato|os meus direitos)|quebra de contrato|incumprimento (?:do|de) contrato|meus direitos|danos morais|indemniza?cao por danos|indenizacao por danos|isto e (?:uma )?fraude|isso e (?:uma )?fraude|estelionato)\b/u,
      ),
      unless: LEGAL_IN_GENERAL,
    },
    {
      signal: 'mentions_legal',
      name: 'press',
      pattern: plain(
        /\b(?:contar|vou|levar|denunciar|publicar|falar|botar|expor)\b.{0,25}\b(?:(?:a|na|para a|com a) imprensa|(?:o|no|ao|pro) jorna(?:l|is)|(?:a|na) televisao|(?:a|na) tv|jornalistas?)\b/u,
      ),
    },
    ...PORTUGUESE_EVERYDAY,
  ],
  except: {
    human_request: plain(
      new RegExp(
        `${OWN_PEOPLE}|${TENTS}|\\b(?:es|voce e) (?:um |uma )?(?:human[oa]|pessoa|bot|robo|robot|maquina|ia)\\b|\\bmeu chefe\\b|\\bchamar de\\b|\\brobo aspirador\\b|\\bnao (?:precisa|e preciso)\\b`,
        'u',
      ),
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:pedidos?|encomendas?|pacotes?|envios?|entreg\w*|estafetas?|entregador\w*|rastre\w*|reembols\w*|estorn\w*|dinheiro|cobr\w*|debit\w*|cartao|conta|senha|palavra-passe|suporte|servico|atendimento|atend\w*|empresa|loja|lojinha|site|pagina|bots?|robos?|agentes?|pessoal|respost\w*|respond\w*|esper\w*|e-?mails?|cancel\w*|devol\w*|clientes?|produtos?|artigos?|tenda|barraca|fogao|botas|lanterna|mochila|garantia|tickets?|chamado|pergunt\w*|ajuda|ladr\w+|larkfield|promet\w*|promessas?|voces|vcs|vc|vossos?|vossas?|compr\w*)\b/u,
  ),
  complains: plain(
    /\b(?:nao|nunca|nada|ninguem|ainda|onde|cade|por ?que|quando|agora|ja|resposta|esper\w+|quero|mal|dinheiro|chega|basta|imediatamente|pior|perdid[oa]|atras\w+|dias|semanas|outra vez|de novo|reembolso)\b/u,
  ),
};
