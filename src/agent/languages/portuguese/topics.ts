import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const PORTUGUESE_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:endereco|morada|rua|cep|codigo postal)\b/u),
  },
  orderGoesElsewhere: {
    words: plain(
      /\b(?:para|pra|em) (?:um |uma |este |esta |esse |essa |o |a |meu |minha )?(?:(?:outr|nov)[oa] )?(?:endereco|morada|sitio)(?: nov[oa])?\b|\b(?:endereco|morada) de entrega\b/u,
    ),
    except: plain(/\b(?:onde|cade|quando|cancel\w*|anul\w*|nao (?:chegou|recebi)|quanto)\b/u),
  },
  whereIsMine: {
    words: plain(
      /\b(?:onde|cade|kd) (?:(?:esta|estao|anda|andam|ficou|para|e que esta) )?(?:(?:o|a|os|as) )?(?:meus?|minhas?|noss[oa]s?) (?!reembolso|dinheiro|fatura|conta|codigo|ticket)/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\b(?:que|qual|quais) (?:e |sao )?(?:o |a |os |as )?(?:meus? |minhas? )?(?:telefone|celular|telemovel|e-?mail|endereco|morada|nome|numero|dados|informacoes)\b.{0,40}\b(?:voces tem|tem|tendes|consta\w*|esta|guardad[oa]s?|registad[oa]s?|registrad[oa]s?|cadastrad[oa]s?)\b/u,
    ),
    except: plain(/\b(?:pedido|encomenda|pacote|compra)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:o que|quanto) (?:e que |foi que )?(?:eu )?(?:paguei|gastei|pedi|comprei|encomendei)|quando (?:e que |foi que )?(?:eu )?(?:fiz (?:o|a)|comprei|pedi|encomendei))\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:devolver (?:[oa]s?|iss?t?o|meu|minha|um|uma|ess[ea]|est[ea]|lf)\b|devolve-l[oa]s?|fazer (?:a|uma) devolucao|(?:enviar|mandar) (?:[oa] \w+ )?de volta)\b/u,
    ),
    except: plain(/\b(?:trocar|troca|em vez de|devolver (?:o|a|uma) (?:chamada|ligacao|mensagem|e-?mail|dinheiro))\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(/\bquanto (?:e que )?(?:voces )?(?:cobram|custa[m]?|sai|fica)\b/u),
    except: plain(/\b(?:meu cartao|me cobraram|duas vezes|de novo)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:quanto (?:custa|e|sai)|custos?|preco|taxa|frete|portes|canada|exterior|express[oa]|opcoes)\b/u),
  },
});
