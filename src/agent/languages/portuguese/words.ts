import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { PORTUGUESE_NOUNS } from './nouns.ts';
import { PORTUGUESE_TOPICS } from './topics.ts';
import { PORTUGUESE_VALUES } from './values.ts';

/** How customers who write Portuguese, in Brazil and in Portugal, say what we have to understand. All without accents: `nao` is also `não`. */
export const PORTUGUESE_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|ta(?: bom)?|bom|bem|entao|oi|ola|obrigad[oa]|muito obrigad[oa]|desculpa|e)[,.! ]+){0,4}(?:sim+|s|claro(?: que sim)?|com certeza|certeza|certo|correto|correcto|exato|exatamente|isso(?: mesmo)?(?=[,.! ]*$|[,.!])|confirm(?:o|ado|ada|amos)|pode(?:m)?(?: sim| ser| fazer| seguir| mandar| avancar| ir| cancelar| reembolsar| trocar| mudar| enviar)?(?=[,.! ]*$|[,.!]| (?:sim|por favor|obrigad[oa]))|pode (?:ser|fazer|seguir|mandar|avancar|cancelar|reembolsar|trocar|mudar|enviar)|faca(?:m)?(?: isso)?|faz(?: isso| favor)?|avanc(?:a|e|em)|prossiga(?:m)?|segue|va em frente|manda (?:ver|bala)|de acordo|concordo|aceito|aprovad[oa]|perfeito|otimo|fechado|combinado|beleza|blz|ok(?:ay|ey)?|ta (?:bom|certo|ok)|esta (?:bem|certo|bom|correto|otimo)|tudo (?:bem|certo)|quero(?: sim)?(?=[,.! ]*$|[,.!])|yes|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|ta|bom|bem|entao|oi|ola|desculpa|desculpe|na verdade|afinal|obrigad[oa]|muito obrigad[oa])[,.! ]+){0,4}(?:nao+|naum|n|nem pensar|de jeito nenhum|negativo|melhor nao|ainda nao|agora nao|cancel(?:a|e|em|ar)(?: isso| tudo)?|para(?: isso)?|pare(?:m)?|esper[ae](?:m)?|calma|um momento|deix(?:a|e|em)(?: estar| como esta| assim| pra la| para la| quieto)?|esquec(?:e|a|am)|tanto faz|mudei de ideia|desisti|desisto|prefiro nao|no|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:ok(?:ay|ey)?|ta(?: bom)?|blz|beleza|certo|perfeito|otimo|bom|bem|oi|ola|obrigad[oa]|muito obrigad[oa])(?![\p{L}\p{N}])(?!.{0,200}\b(?:sim|pode|podem|confirm\w*|faca|avanc\w+|prossiga|de acordo)\b)/u,
    ),
    agrees:
      /s+i+m+|claro|o+k+(?:ay)?|esta|ta|bem|cert[oa]|corr?ect[oa]|corret[oa]|perfeit[oa]|o?timo|com|certeza|pode[m]?|faz|faca|fazer|avanc[ae]r?|avance|prossiga|siga|seguir|confirmo|confirmad[oa]|confirma|por|favor|porfavor|obrigad[oa]|muito|bom|boa|de|acordo|aceito|aceite|isso|isto|mesmo|e|o|a|os|as|um|uma|me|eu|quero|exatamente|exactamente|exato|concordo|tudo|dessa|desta|forma|ja|agora|ser|sim|ola|oi|ah|bem|entao|por|para|sera|dia|cartao|dinheiro|cumprimentos|abraco/,
    reserves: plain(
      /\b(?:deix\w{1,4}|esque\w{1,4}|fico|ficar|guard\w{1,4}|parar?|depois|amanha|se|mas|porem|exceto|excepto|salvo|a nao ser|so se|espera|espere|na verdade|no entanto|embora|em vez|ao inves|muda(?:r)?(?! de senha)|troca(?:r)? (?:por|o cartao|de)|outr[ao] (?:cartao|endereco|morada|conta)|diferente|nao tenho certeza|nao(?! (?:ha|tem|tenho|e) (?:problema|pressa|duvida)\b)|nunca|cancela|esquec\w*)\b/u,
    ),
    nothingElse: plain(
      /^(?:nao+|n|nada|nada mais|mais nada|so isso(?: mesmo)?|e so(?: isso)?|era so isso|por enquanto nao|nao,? (?:mais nada|nada(?: mais)?|so isso|e so|obrigad[oa]))(?:,? (?:muito )?obrigad[oa])?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:eu )?(?:te |lhe )?(?:dou|daria|ponho|nota|avalio com|um|uma)?(?: um| uma| nota)?:? ?)?([1-5])(?:\s*(?:\/|de|em)\s*5|\s*(?:estrelas?|pontos?))?[.,! ]*(?:(?:muito )?obrigad[oa].{0,40})?$/u,
    ),
    ratings: {
      um: 1,
      uma: 1,
      dois: 2,
      duas: 2,
      tres: 3,
      quatro: 4,
      cinco: 5,
      pessimo: 1,
      horrivel: 1,
      ruim: 2,
      mau: 2,
      mal: 2,
      razoavel: 3,
      regular: 3,
      bom: 4,
      bem: 4,
      otimo: 5,
      excelente: 5,
      perfeito: 5,
    },
    corrects: plain(
      /^(?:nao|ess[ea] nao|est[ea] nao)[,.! ]+(?:(?:quis dizer|quero dizer|eu falo|falo|estou falando|refiro-me)(?: a| de| d[oa])? |e |era )?(?:[oa]s?|meu|minha|do|da|lf-?\d)\b/u,
    ),
    accepts: plain(
      /(?:^|\bmas |, )(?:ok(?:ay|ey)?|ta (?:bom|bem|certo)|tudo bem|esta bem|beleza|certo|entend[io]|percebi|percebo|compreendo|que pena|paciencia|fazer o que|de acordo|justo)\b/u,
    ),
    waits: plain(
      /^(?:(?:ok|sim|ta|esta bem|desculp[ae]|obrigad[oa]|bom|bem)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|(?:so )?um (?:segundo|momento|momentinho|minuto|minutinho|instante)|(?:so )?um bocadinho|espera|espere|aguarde|aguarda|pera[ai]?|(?:deixa|deixe)(?:-me| eu)? (?:\w+ )?(?:ver|verificar|procurar|olhar|perguntar|pensar|confirmar)|vou (?:ver|verificar|procurar|olhar|perguntar|buscar|confirmar)|(?:estou a|to|estou) (?:ver|procur|verific|olh)\w{0,5}|ja volto|ainda nao)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:sim|claro|por favor|pf|especialista|pessoa|human[oa]|alguem|atendente|agente|colega|pode(?:m)?|gostaria|gostava|quero|queria|faca|faz|pergunt\w+|falar|com certeza|bora)\b/u,
    ),
    declines: plain(/^(?:nao|n|agora nao|nao precisa|nao obrigad[oa]|deixa|deixe|melhor nao)\b/u),
  },
  closing: {
    thanks: plain(/\b(?:obrigad[oa]s?|obrigadao|brigad[oa]|brigadao|obg|vlw|valeu|agradecid[oa]|agradeco|grat[oa]|thanks|thx)\b|🙏|❤️/u),
    allWell: plain(
      /^(?:(?:ah|oh|bom|bem|entao|ok(?:ay|ey)?|ta)[,.! ]+){0,3}(?:bem|bom|ok(?:ay|ey)?|ta bom|esta bem|ta certo|certo|beleza|blz|show|legal|fixe|otimo|tanto faz|que pena|paciencia|entend[io]|percebi)[.! ]*$|\b(?:deixa (?:pra la|para la|estar)|esquece|tanto faz|perfeito|otimo|excelente|maravilha|show de bola|fantastico|(?:isso )?(?:ajudou|me ajudou|ajuda|resolveu|resolve|serviu|funcionou|deu certo)|(?:e|era) (?:so )?isso|so isso(?: mesmo)?|e so|tudo (?:bem|certo|claro|resolvido|otimo|ok)|resolvido|solucionado|nao,? (?:obrigad[oa]|mais nada|e so)|mais nada|nada mais|tchau|adeus|ate (?:logo|mais|a proxima)|abraco|(?:tenha|tenham|tem) (?:um |uma )?(?:bo[am]|otim[oa]) \w+|bom (?:dia|fim de semana) (?:para|pra) (?:voce|voces|ti|si))\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:mas|porem|no entanto|embora|ainda (?:nao|falta|estou|to)|nao (?:e|esta|ta|me|se|foi|serve|funciona|funcionou|ajudou|resolveu|entend\w+|perceb\w+|quero|consigo|posso)|nao,? gracas a|outra (?:pergunta|coisa|duvida)|tambem|alem disso|mais uma coisa|a proposito|e quanto a|e sobre)\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:por favor|pf|pfv|e|entao|agora|me)\s+)(?:por favor,?\s+|so\s+|me\s+)?(?:cancel(?:a|e|em|ar)|anul(?:a|e|em|ar)|reembols(?:a|e|em|ar)|devolv(?:a|am|e|er|am-me)|estorn(?:a|e|em|ar)|troc(?:a|que|quem|ar)|mud(?:a|e|em|ar)|alter(?:a|e|em|ar)|envi(?:a|e|em|ar)|mand(?:a|e|em|ar)|reenvi\w{1,4}|rastre\w{1,4}|atualiz\w{1,4}|verific\w{1,5}|vej(?:a|am)|dig(?:a|am)|diz|mostr(?:a|e|em)|lig(?:a|ue|uem)|ajud(?:a|e|em)|procur(?:a|e|em)|pass(?:a|e|em)|fech(?:a|e|em|ar)|apag(?:a|ue|uem|ar)|exclu(?:a|i|am|ir)|elimin\w{1,4}|redefin\w{1,4}|arrum\w{1,4}|corrij\w{1,3})\b|(?:^|[.,;!\n]\s{0,9}|\be )(?:onde|quando|por que|porque e que|como|o que|qual|quem|quanto|cade)\b|\b(?:quero|queria|gostaria|gostava|preciso|desejo|nao recebi|nao chegou|pode(?:s|m|ria|riam)?)\b(?! (?:ser|fechar|encerrar))|\bpor nada disso\b/u,
    ),
    notHelped: plain(
      /^(?:nao+|nem (?:um pouco|por isso)|(?:isso |isto )?nao (?:me )?(?:ajud\w+|serv\w+|resolv\w+|adiant\w+|funcion\w+)|nao (?:muito|mesmo|realmente|completamente|ainda)|ainda nao|infelizmente nao|inutil|continua (?:igual|sem|na mesma|quebrad\w)|na verdade nao)(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      /\b(?:(?:nao|ja nao|sem|perdi|nunca) (?:tenho |consigo |posso |tive )?(?:mais )?(?:o )?(?:acesso|entrar|aceder|acessar|abrir|usar|uso)(?: \w+){0,4} (?:e-?mail|mail|correio|caixa|conta de e-?mail|endereco)|(?:e-?mail|mail|caixa(?: de (?:correio|e-?mail))?|endereco) (?:ja nao|nao) (?:existe|funciona|uso)(?: mais)?|(?:e-?mail|mail|caixa|endereco) (?:foi|esta) (?:encerrad[oa]|apagad[oa]|excluid[oa]|hackead[oa]|desativad[oa]|desactivad[oa]|bloquead[oa])|(?:nao|ja nao) (?:tenho|uso) (?:mais )?(?:ess[ea]|est[ea]|o|a|meu|aquel[ea]) (?:antig[oa] |velh[oa] )?(?:e-?mail|mail|caixa|endereco)|perdi (?:meu|o meu|o|esse|a) (?:antigo |velho )?(?:e-?mail|mail|caixa)|(?:e-?mail|mail) (?:do|da) (?:antig[oa] |meu antigo |velh[oa] )?(?:trabalho|emprego|empresa).{0,40}(?:nao|fech|encerr))\b/u,
    ),
    postItHere: plain(
      /\b(?:(?:po(?:e|nha|em)|manda|mande|mandem|envi(?:a|e|em)|da|de|diz|diga|escreve|escreva|cola|cole|passa|passe|mostra|mostre|fala)(?:-me)?(?: me)? (?:o |meu |esse )?codigo (?:aqui|por aqui|neste chat|no chat|na conversa|direto|diretamente|agora)|qual (?:e )?o (?:meu )?codigo|(?:me )?(?:diz|diga|da|de|mostra|mostre|fala)(?:-me)? o codigo|(?:poe|manda|envia|passa|escreve|cola)(?:-o)? (?:aqui|por aqui|no chat))\b/u,
    ),
    sendAgain: plain(
      /\b(?:reenvi\w{1,6}|(?:envi(?:a|e|em|ar)|mand(?:a|e|em|ar)|pass(?:a|e))(?:-me|-mo)?(?: me)?(?: o codigo| ele| um)? (?:de novo|outra vez|novamente|outro|um novo|novo|outro codigo|um codigo|o codigo)|(?:um )?codigo novo|novo codigo|outro codigo|nao (?:me )?(?:chegou|recebi|veio|apareceu|aparece|vejo|encontro|achei|caiu)|nenhum (?:codigo|e-?mail|mail)|(?:cade|onde esta) o (?:meu )?codigo|nao ha nada na (?:minha|caixa))\b/u,
    ),
    asksAboutCode: plain(
      /^(?:mas |e )?(?:por que|porque|para que|pra que|que codigo|qual codigo)\W*$|\b(?:por que|porque|para que|pra que)\b.{0,40}\b(?:codigo|e-?mail|isso|isto|verific\w{0,6}|precis\w{0,4}|pede[m]?)\b|\b(?:que|qual) codigo\b|\b(?:e|isso e|isto e) (?:seguro|confiavel|fiavel|golpe|burla|mesmo necessario|necessario|obrigatorio)\b|\b(?:spam|lixo eletronico|lixo)\b.{0,20}\?|\bquanto tempo\b.{0,30}\bcodigo\b|\bsem (?:o |um |esse )?codigo\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:tambem|alem disso|por favor|pode(?:s|m|ria)?|quero|queria|preciso|gostaria|gostava|como|onde|quando|o que|qual|cade|cancel\w{1,6}|reembols\w{1,6}|troc\w{1,5}|mud\w{1,5})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:o |a |meu |minha )?outr[oa] (?:pedido|encomenda|pacote|compra|envio)\b|\b(?:e )?o outro\b(?! (?:e-?mail|telefone|numero|banco|dia|cartao|endereco))|\ba outra\b(?! (?:conta|morada|semana|vez|pessoa))/u,
    ),
    otherThing: plain(/\b(?:o outro|a outra|outr[oa] (?:pedido|encomenda|artigo|produto|pacote|compra|item))\b/u),
    newest: plain(
      /\b(?:meu|minha|o|a) (?:ultim[oa]|mais recente) (?:pedido|encomenda|compra|entrega)\b|\b(?:pedido|encomenda) mais recente\b/u,
    ),
    refersBack: plain(
      /\b(?:ele|ela|isso|isto|ess[ea]|est[ea]|aquel[ea]|dele|dela|o pedido|meu pedido|a encomenda|minha encomenda|o pacote|o artigo|o reembolso|a compra|l[oa])\b/u,
    ),
    notReceived: plain(
      /\b(?:nunca (?:chegou|chegaram|recebi|veio|vieram|foi entregue|me foi)|nao (?:me )?(?:chegou|chegaram|recebi|recebemos|veio|vieram|esta aqui|esta comigo|apareceu|encontro|foi entregue)|nao tem nada|sem receber|falta|sumiu|sumiram|desapareceu|perdid[oa]|perdeu-se|se perdeu|roubad[oa]|roubaram|extravi\w+|onde (?:esta|ta) entao)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:primeir[oa]|1[ºªoa]|de cima)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:segund[oa]|2[ºªoa])(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:terceir[oa]|3[ºªoa])(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:quart[oa]|4[ºªoa])(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:ultim[oa]|mais recente|de baixo)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:nao|em vez d[oae]|ao inves d[oae]|e sim|quero dizer|quis dizer|refiro-me)\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:(?:artigo|produto|pedido|item|cor|modelo|tamanho|coisa|pacote) (?:errad[oa]|trocad[oa]|incorret[oa]|incorrect[oa]|diferente|que nao (?:pedi|era|e))|(?:me |nos )?(?:enviaram|mandaram|enviaram-me|mandaram-me|veio|chegou|recebi) (?:(?:o|a) )?(?:outr[oa]|errad[oa]|algo (?:diferente|que nao)|(?:o|a) (?:que nao|errad)\w*)|nao (?:e|foi|era) o que (?:eu )?(?:pedi|encomendei|comprei)|nao (?:pedi|encomendei) (?:isso|isto))\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:quebrad[oa]s?|quebrou|quebraram|danificad[oa]s?|partid[oa]s?|partiu(?:-se)?|rachad[oa]s?|rachou|lascad[oa]s?|rasgad[oa]s?|rasgou|amassad[oa]s?|amolgad[oa]s?|riscad[oa]s?|arranhad[oa]s?|esmagad[oa]s?|estragad[oa]s?|estragou|em pedacos|aos pedacos|despedacad[oa]s?|tort[oa]s?|vaza\w*|vazando|verte|furad[oa]s?|buracos?|furos?|com danos|em mau estado|destruid[oa]s?)\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:defeituos[oa]s?|defeitos?|avariad[oa]s?|nao (?:me )?(?:funciona\w*|liga\w*|acende\w*|presta\w*|anda|trabalha)|parou de funcionar|deixou de funcionar|com falha|falh(?:a|ou)|inutilizave(?:l|is))\b/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:nunca (?:chegou|recebi|veio)|nao (?:me )?(?:chegou|recebi|veio|foi entregue)|sem receber|(?:se )?perdeu(?:-se)?|extravi\w+|sumiu)\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:cancel\w{1,6}|para|pare|parem|retir\w{1,4}|esquec\w{1,4}|deixa(?: pra la)?|nao (?:o |a )?quero(?: mais)?|ja nao (?:o |a )?quero|desist\w{1,3}|mudei de ideia)\b/u,
    ),
    howLong: plain(
      /\b(?:quanto (?:tempo|demora\w*|leva)|em quant[oa]s? (?:dias|tempo)|quando (?:e que )?(?:me )?(?:chega\w*|cai|receb\w+|terei|vejo|aparec\w+|volta|devolv\w+|reembols\w+))\b/u,
    ),
    why: plain(
      /\b(?:por ?que|e o resto|so isso|apenas|somente|so esse|nao (?:tudo|todo|o total|completo)|cade o resto|onde esta o resto|como assim)\b/u,
    ),
    wantsReplacement: plain(
      /\b(?:substitu\w{1,7}|troc\w{1,5}|repos\w{1,5}|(?:mand\w{1,4}|envi\w{1,4}|quero|queria)(?:-me)? (?:um|uma|outr[oa]) ?(?:outr[oa]|nov[oa])?)\b/u,
    ),
    howLongQuestion: 'quanto tempo demora um reembolso?',
  },
  account: {
    switchOff: plain(
      /\b(?:cancel\w{1,6}|descadastr\w{1,5}|desinscrev\w{1,4}|desativ\w{1,5}|desactiv\w{1,5}|remov\w{1,4}|remocao|tir(?:a|ar|em|e|em-me)|elimin\w{1,6}|sair|nao (?:quero|desejo|pretendo)(?: mais)?(?: receber)?|chega de|par(?:a|ar|e|em)|deix(?:a|ar|em|e) de|basta|anular)\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telefone|tel|celular|telemovel|cel|numero)\b/u) },
      { field: 'address', words: plain(/\b(?:endereco|morada|mudei de casa|me mudei|mudamos|rua|cep|codigo postal)\b/u) },
      { field: 'name', words: plain(/\b(?:nome|sobrenome|apelido|casei|casamento|escrito errado|mal escrito)\b/u) },
    ],
    newName:
      /(?:nome|sobrenome|apelido)(?:(?!\s(?:para|pra|por)\s|:).){0,60}(?:\s(?:para|pra|por)\s+|:\s*)([\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:de|da|do|dos|das|e)\s+){0,2}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:é|(?:o )?meu (?:novo )?nome (?:é|seria)|me chamo|chamo-me|para|pra)\s+/iu,
  },
  address: {
    address:
      /(?<!\p{L})(?:rua|r\.|av\.?|avenida|travessa|praça|praca|pça\.?|alameda|estrada|rodovia|largo|calçada|beco)\s+[\p{L}\p{N}][^\n?!;]{2,120}\d[^\n?!;]{0,80}|(?<!\p{L})(?:caixa postal|apartado)\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:por favor|pfv?|se faz favor|(?:muito )?obrigad[oa]|em vez d[oae]|ao invés d[oae]|se (?:possível|der)|antes que|o quanto antes|quanto antes)(?!\p{L}).*$/iu,
    lead: /^(?:(?:por favor,? )?(?:envi(?:a|e|em)(?:-[oa])?|mand(?:a|e|em)(?:-[oa])?|entreg(?:a|ue|uem)(?:-[oa])?) (?:para|pra|em|na|no)|para|pra|é|(?:o |a )?(?:meu |minha )?(?:novo |nova )?(?:endereço|endereco|morada) (?:novo |nova )?é)[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:em geral|geralmente|por (?:mera )?curiosidade|so (?:perguntando|queria saber|quero saber|curiosidade)|normalmente|hipoteticamente|por regra|em regra|pergunto por um amigo|e se eu|caso eu)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n]\s{0,9}|\b(?:e|saber|diz|diga|dizer-me|me diz|pergunto|pergunta)\s+)(?:(?:a|de|com|em|por|ate|desde|para|durante|ha)\s+)?(?:como|o que|que|quando|onde|aonde|qual|quais|quem|se|sao|ha|tem|da (?:para|pra)|posso|pode[ms]?|podemos|poderia|preciso|tenho (?:que|de)|fazem|cobram|quant[oa]s?|aceitam|enviam|entregam|voces|existe[m]?|oferecem|vendem)\b/u,
    ),
    supposes: plain(
      /\b(?:se|caso) (?:eu|a gente|nos|um|uma|o|a|os|as|meu|minha|algo|alguem|me|nao|compr\w+|ped\w+|pec\w+|encomend\w+|devolv\w+|quis\w+|quer\w+|mud\w+|baix\w+|chegar)\b.{0,90}\b(?:posso|pode[m]?|poderia|da (?:para|pra)|me devolv\w+|devolv\w+|reembols\w+|tem|ha|tenho (?:que|de)|o que (?:acontece|faco))\b/u,
    ),
    own: plain(
      /\b(?:meus?|minhas?|nossos?|nossas?|isso|isto|ess[ea]s?|est[ea]s?|o outro|a outra|acabei de (?:comprar|pedir|receber|pagar)|comprei|pedi|encomendei|recebi|paguei|devolvi|enviei|mandei|(?:me )?(?:chegou|mandaram|enviaram)|compramos|encomendamos|recebemos)\b/u,
    ),
    news: plain(
      /\b(?:novidades?|noticias|quando (?:e que )?(?:me|vou|terei|vao|vai|alguem|recebo|respondem|responde)|quanto (?:falta|demora\w*|tempo)|ainda (?:estou|to|tou) (?:a espera|esperando|aguardando)|continuo (?:a espera|esperando)|status|situacao|o que (?:aconteceu|ha) com|como (?:esta|vai|anda|ta)|e agora)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:es|voce e|e voce|voces sao|estou (?:a falar|falando)|to falando|falo|isso e|isto e|quem e|quem es)\b.{0,40}\b(?:bot|robo|robot|ia|i\.a\.|inteligencia artificial|human[oa]|pessoa|maquina|computador|chatgpt|real|voce|tu)\b|\bquem (?:es|e) (?:tu|voce)\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:em estoque|estoque|stock|disponive(?:l|is)|disponibilidade|esgotad[oa]s?|tem|ha|resta[m]?|precos?|custa[m]?|quanto (?:custa|e|sai|fica|vale)|vende[m]?|voces tem)\b/u,
    ),
    pointsBack: plain(
      /^\W*(?:e )?(?:por )?quanto (?:custa|e|sai|fica|esta)\W*$|\b(?:ele|ela|eles|elas|isso|isto|ess[ea]s?|est[ea]s?|dele|dela|um|uma|seu|sua)\b/u,
    ),
    courtesy:
      'diz diga dizer sobre acerca por favor informacao informacoes info detalhes descreve descrever saber mais quero queria gostaria ola oi obrigado obrigada produto artigo procuro pergunta duvida um uma o a os as de do da que como e pode poderia me voces',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:meu|minha|meus|minhas|nosso|nossa|um|uma|o|a|de|do|da|com|sobre|para|por favor|urgente|pedido|pedidos|encomenda|encomendas|compra|conta|pergunta|perguntas|duvida|duvidas|ajuda|suporte|apoio|atendimento|solicitacao|problema|questao|ticket|chamado|informacao|info|ola|oi|bom dia|boa tarde|boa noite|preciso|novo|nova|recente|numero)[\s,.!?:-]*)+$/u,
    ),
    opening:
      /^\s*(?:olá|ola|oi|bom dia|boa tarde|boa noite|car[oa]s?|prezad[oa]s?|estimad[oa]s?|exm[oa]s?\.?|a quem)(?!\p{L})[^\n.!?]{0,40}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:cumprimentos|atenciosamente|att|cordialmente|abraços?|um abraço|saudações|melhores cumprimentos|grat[oa]|com os melhores)(?!\p{L})[^\n]{0,30}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:so )?(?:um[a]?|duas?|dois|tres|quatro|2|3|algumas|varias|uns|umas) (?:coisas?|perguntas?|duvidas?|questoes|questao|pontos?)|e|tambem|mas|entao|depois|alem disso|ah|oh|ok|okay|bom|bem|ola|oi|bom dia|boa tarde|boa noite|ja agora|a proposito|primeiro|primeiramente|em primeiro lugar|segundo|em segundo lugar|por fim|outra coisa|mais uma coisa|obrigad[oa]|por favor|pf|pfv|desculpe|desculpa|quero saber|queria saber|podem dizer-me|me (?:diz|diga)/,
    question:
      /onde|cade|quando|o que|que|qual|quais|quem|por ?que|como|quant[oa]s?|aonde|para onde|sao|esta|estao|ha|tem|posso|pode[ms]?|poderia[m]?|voces|da (?:para|pra)|tenho (?:que|de)|devo|enviam|entregam|fazem|ja (?:foi|saiu|chegou|enviaram)|aceitam/,
    wish: /(?:eu )?(?:tambem |so |realmente |e que |ainda )?(?:quero|queria|gostaria|gostava|preciso|desejo|procuro|exijo|peco|solicito|prefiro|preferia|tenho (?:que|de)|esqueci|agradecia)|(?:me )?ajud(?:a|e|em)(?:-me)?/,
    order:
      /cancel(?:a|ar|e|em)|anul(?:a|ar|e|em)|reembols(?:a|ar|e|em|em-me)|estorn(?:a|ar|e|em)|devolv(?:a|am|e|er|am-me|a-me)|rastrei(?:a|e|em)|rastrear|envi(?:a|ar|e|em|em-me)|mand(?:a|ar|e|em|em-me)|troc(?:a|ar|que|quem)|mud(?:a|ar|e|em)|alter(?:a|ar|e|em)|atualiz(?:a|ar|e|em)|redefin(?:a|ir|am)|apag(?:a|ar|ue|uem)|exclu(?:a|i|ir|am)|elimin(?:a|ar|e|em)|fech(?:a|ar|e|em)|encerr(?:a|ar|e|em)|inscrev(?:a|er|am)|descadastr(?:a|ar|e|em)|tir(?:a|e|em|em-me)|diz|dig(?:a|am)|digam-me|mostr(?:a|e|em)|da|de|deem|encontr(?:a|e|em)|procur(?:a|e|em)|verific(?:a|ar|que|quem)|confir(?:a|am)|vej(?:a|am)|reenvi(?:a|e|em)|adicion(?:a|ar|e|em)|acrescent(?:a|ar|e|em)|remov(?:a|er|am)|pass(?:a|e|em)|desbloque(?:ia|ie|iem|ar)|expli(?:ca|que|quem)|recomend(?:a|e|em)|confirm(?:a|e|em|ar)|modifi(?:ca|que|quem|car)|corri(?:ja|jam|gir)|arrum(?:a|e|em)/,
    and: /(?:e(?: tambem| ainda| depois| por favor)?|tambem|alem d(?:isso|e)|assim como|bem como|mas tambem|depois)(?: por favor)?/,
    pointing:
      /como|que|posso|pode[sm]?|poderia[m]?|seria|e|esta|ha|tem|faco|fazer|faze-lo|devo|deveria|eu|tu|voces?|me|te|lhe|o|a|isso|isto|ess[ea]|est[ea]|ai|ali|la|por|favor|pf|ajuda|ajudar|ajudar-me|alguem|algum|alguma|com|feito|possivel|saber|dizer|dizer-me|diz|explicar|maneira|forma|modo|um|uma|assim|suporte|apoio|preciso|quero|queria|seguinte|em|para|pra|de|do|da|ou|tambem|obrigad[oa]|ok|ola|oi|ja|sobre|resolver|tratar|ver|olhar|disso|nisso|respeito|da/,
    refersBack: plain(
      /\b(?:ele|ela|isso|isto|seu|sua|ess[ea]|est[ea]|dele|dela|mesm[oa]|o pedido|meu pedido|a encomenda|minha encomenda|o pacote|o envio)\b/u,
    ),
    deliveryInGeneral: plain(
      /\b(?:enviam|entregam|fazem envios|fazem entregas|mandam|quanto|custa|custos?|preco|taxa|frete|portes|gratis|gratuit[oa]s?|canada|exterior|estrangeiro|internaciona(?:l|is)|brasil|portugal|express[oa]|urgente|opcoes|metodos?|formas de envio|paises)\b/u,
    ),
  },
  followUps: {
    bare: /sim|claro|ok(?:ay|ey)?|ta|bom|nao|por favor|pf|pfv|faz|faca|pode|ser|certo|exato|isso|ess[ea]|est[ea]|[oa]s?|outr[oa]s?|ambos|ambas|todos|todas|tudo|primeir[oa]|segund[oa]|terceir[oa]|ultim[oa]|proxim[oa]|mais recente|e|ou|de|do|da|com|para|pra|por|em|meu|minha|numero|pedido|encomenda|quanto a|que tal|mesm[oa]|tambem|de novo|entao|quero dizer|quis dizer|digo|em vez|agora|sao/,
    hanging: /e|mas|ou|e quanto a|que tal|e se|tambem|entao/,
    pointing:
      /ele|ela|eles|elas|isso|isto|ess[ea]s?|est[ea]s?|um|uma|outr[oa]s?|primeir[oa]|segund[oa]|terceir[oa]|ultim[oa]|mesm[oa]|la|ai|ali|entao/,
    social: plain(
      /^\W*(?:(?:otimo|ok(?:ay|ey)?|ta bom|perfeito|excelente|maravilha|bom|bem|sim|nao|muito bem|show|beleza)[\s,.!]+){0,4}(?:ola|oi|bom dia|boa (?:tarde|noite)|(?:muito )?obrigad[oa]|valeu|vlw|tchau|adeus|ate logo|abracos?)\b[^?]{0,200}$/u,
    ),
  },
  values: PORTUGUESE_VALUES,
  nouns: PORTUGUESE_NOUNS,
  topics: PORTUGUESE_TOPICS,
};
