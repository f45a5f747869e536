import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:carregador|carga|bateria|lanterna|lampada|recarreg\w+)\b|\b(?:quando|como) (?:e que )?(?:voces )?(?:me )?(?:cobram|sera cobrad[oa]|debitam)\b|\bnao (?:me )?(?:cobraram|fui cobrad[oa])\b|\bparede dupla\b|\bcama de casal\b|\ba cargo d[eoa]\b/u,
);

/** Money, calls and courtesies in Portuguese. */
export const PORTUGUESE_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:cobr|debit|factur|fatur)\w{1,8}(?:-me)?\b[^.!?\n]{0,40}\b(?:duas vezes|2 vezes|2x|em dobro|a dobrar|em duplicado|duplicad[oa]|tres vezes|a mais|de novo)|(?:cobranca|debito|pagamento) (?:dupl[oa]|duplicad[oa]|em dobro|repetid[oa])|dupla cobranca|du(?:as|plas?) (?:cobrancas|debitos|pagamentos)|dois (?:debitos|pagamentos)|paguei duas vezes)\b/u,
    ),
    unless: CHARGE_IN_GENERAL,
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:nao (?:reconheco|autorizei|fiz|conheco)\b[^.!?\n]{0,25}\b(?:cobranca|debito|pagamento|compra|transacao|movimento|despesa)|(?:cobranca|debito|pagamento|transacao|movimento|despesa)\b[^.!?\n]{0,40}\b(?:que (?:eu )?nao (?:reconheco|autorizei|fiz|conheco)|desconhecid[oa]|fraudulent[oa]|nao autorizad[oa]|suspeit[oa]|estranh[oa]|indevid[oa])|(?:alguem|usaram) (?:usou )?(?:o )?meu cartao|sem (?:a )?(?:minha )?(?:permissao|autorizacao)|que (?:cobranca|debito) e (?:est[ea]|ess[ea])|(?:tiraram|levaram|sacaram) (?:o )?(?:meu )?dinheiro (?:da|de) (?:minha )?conta|por ?que (?:e que )?(?:me )?(?:cobraram|debitaram))\b/u,
    ),
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:(?:valor|preco|montante) (?:errad[oa]|incorret[oa]|incorrect[oa])\b|cobranca (?:errada|indevida|incorreta)|(?:me |nos )?(?:cobraram|debitaram|cobrad[oa])(?:-me)?\b[^.!?\n]{0,40}\b(?:(?:nao|nunca) (?:pedi|comprei|encomendei)|cancelei|mais (?:do )?que|que nunca)|contest\w+ (?:a |o |uma |um |esta |essa )?(?:cobranca|debito|pagamento)|erro (?:de|na) (?:cobranca|faturacao|fatura))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'descont\\w+|cobr\\w+|debit\\w+|tiraram|tirado',
      'em vez|era|eram|mas|recibo|devia|combinad\\w+|confirmacao|contra|nao bate',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      '(?:estava|esta|andava)(?: a)? (?:tratar|tratando|cuidar|cuidando|ver|vendo|resolver|resolvendo) (?:d?isto|d?isso|do meu|da minha|o meu|a minha|meu|minha)|(?:tratava|cuidava|tinha|acompanhava) (?:do meu|da minha|o meu|a minha|disto|disso|meu|minha) ?(?:caso|processo|pedido|reclamacao|devolucao|reembolso)?',
      'pass[ae]\\w*|falar|fale|lig(?:ar|ue|a)\\w*|contact\\w+|respond\\w+|transfer\\w+|cham[ae]\\w*',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\bquando (?:e que )?(?:alguem )?(?:me )?(?:ligam|liga|vao (?:me )?ligar|telefonam|telefona)\b|\b(?:ficaram|ficou|ficaste) de (?:me )?(?:ligar|telefonar|retornar)|\b(?:disseram|prometeram) que (?:me )?(?:ligavam|ligariam|iam (?:me )?ligar|telefonavam)/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:obrigad[oa]s?|obrigadao|brigad[oa]|brigadao|obg|vlw|valeu|agradec\w{1,4}|grat[oa])\b|🙏/u),
    unless: plain(/\bobrigad[oa] por nada\b|\bnao,? obrigad[oa]\b|\bagradec(?:ia|o) (?:que|se)\b/u),
  },
  greeting: {
    pattern: plain(/^\W*(?:ola|oi+e?|opa|e ai|bom dia|boa (?:tarde|noite)|boas|car[oa]s?|prezad[oa]s?|estimad[oa]s?|tudo bem)(?!\p{L})/u),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:ja (?:te |vos |lhe |lhes )?(?:perguntei|disse|falei|expliquei|escrevi|pedi|mandei)|como (?:ja )?(?:disse|falei|mencionei|expliquei)|(?:segunda|terceira|quarta|quinta|enesima|\d+a) vez que|(?:repito|volto a (?:perguntar|dizer|escrever|insistir)|perguntando de novo|pergunto (?:de novo|outra vez|novamente))|(?:duas|tres|cinco|varias|muitas|mil) vezes (?:que )?(?:ja )?(?:pergunt\w+|escrev\w+|ped\w+))\b/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:nao (?:respondeu|responderam|respondes|responde|respondem)(?: a)? (?:a )?(?:minha )?pergunta|nao foi (?:isso|isto) que (?:eu )?perguntei|minha pergunta (?:era|e|continua)|de novo a mesma (?:coisa|resposta)|sempre a mesma resposta)\b/u,
    ),
  },
});
