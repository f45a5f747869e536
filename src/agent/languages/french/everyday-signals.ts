import { plain } from '../pattern.ts';
import { amountAgainstAmount, BY_COURIER, handledAndReached, signalsSaidAs } from '../shared-signals.ts';

export const CHARGE_IN_GENERAL = plain(
  /\b(?:chargeur|charge (?:usb|solaire|rapide|mal|pas)|recharg\w+|batterie|se charge)\b|\bquand (?:serai-je|est-ce que (?:je serai|ma carte)|ma carte)\b.{0,20}\bdebitee?\b|\bpas (?:encore )?ete debitee?\b|\bdouble (?:toit|paroi|lit|sac|couche)\b|\bprenez[- ]vous (?:paypal|la carte)\b/u,
);

/** Money, calls and courtesies in French. */
export const FRENCH_EVERYDAY = signalsSaidAs({
  chargedTwice: {
    pattern: plain(
      /\b(?:(?:debit|prelev|factur|charg|pay|compt)\w{1,6}\b[^.!?\n]{0,40}\b(?:deux fois|2 fois|x2|double|en double|trois fois|encore une fois|de trop)|double (?:debit|prelevement|paiement|facturation)|deux (?:debits|prelevements|paiements|transactions)|(?:on m'a|m'avez|ai ete|m'a) (?:\w+ )?(?:trop (?:debitee?|prelevee?|facturee?)|surfacturee?)|trop (?:debite|preleve|facture))\b/u,
    ),
  },
  unknownCharge: {
    pattern: plain(
      /\b(?:(?:ne |n'|j'ai pas |pas )?(?:reconnais|autorise|fait|connais|comprends) (?:pas |jamais )?(?:ce|cet|cette|le|un|une|cet) (?:\w+ )?(?:debit|prelevement|paiement|achat|transaction|montant)|(?:debit|prelevement|paiement|achat|transaction|montant|facturation)\b[^.!?\n]{0,50}\b(?:que je (?:ne )?(?:reconnais|connais|comprends|n'ai)|inconnue?|frauduleu(?:x|se)|non autorisee?|suspecte?|bizarre|(?:c'est|etait) pas moi)|(?:quelqu'un|on) (?:a (?:utilise|pirate|pris)|utilise) ma carte|sans (?:mon )?(?:autorisation|accord|consentement)|(?:c'est|c'etait) quoi ce (?:debit|prelevement|paiement))\b/u,
    ),
  },
  wrongAmount: {
    pattern: plain(
      /\b(?:(?:mauvais|faux|pas le bon) (?:montant|prix)|montant (?:preleve|debite|facture)? ?(?:est |qui est )?(?:faux|errone|incorrect)|(?:m'avez|m'a|ai ete) (?:preleve|debite|facture)e?\b[^.!?\n]{0,40}\b(?:alors|au lieu|annulee?|jamais|pas commande)|(?:conteste|contester) (?:un|une|le|la|ce|cette) (?:debit|prelevement|paiement|facture|transaction|montant)|(?:ce|le) paiement (?:\w+ )?(?:ce )?n'est pas moi|pourquoi (?:m'avez[- ]vous|vous m'avez|m'a-t-on) (?:preleve|debite|facture)e?|(?:pris|preleve|debite|facture)e? (?:de l'argent )?(?:\w+ ){0,4}(?:que )?(?:je n'|j')(?:ai|avais) (?:jamais|pas)|montant (?:\w+ ){0,3}(?:jamais|pas) convenu|jamais convenu\b.{0,30}\bdebite|(?:reduction|remise|code promo)\b.{0,30}\bpas ete (?:applique|deduite?)e?.{0,30}\b(?:paye|plein)|(?:compte|facture) la livraison|(?:debit|prelevement|paiement)\b.{0,40}\b(?:a quoi|d'ou) (?:ca|cela|il)|erreur (?:de|dans la) (?:facturation|facture|prelevement))\b/u,
    ),
  },
  otherAmount: {
    pattern: amountAgainstAmount(
      'preleve\\w*|debite\\w*|retire\\w*|facture\\w*|pris',
      'au lieu|contre|correspond|alors que|panier|mais|confirmation|annonce\\w*',
    ),
    unless: CHARGE_IN_GENERAL,
  },
  namedColleague: {
    pattern: handledAndReached(
      "(?:suivait|suit|s'occupait|s'occupe|gerait|gere|avait|traitait|traite) (?:de |d')?(?:mon|ma|notre) (?:dossier|affaire|demande|retour|cas|remboursement|reclamation)",
      'repond\\w*|rappel\\w*|appel\\w*|passez|passer|contact\\w*|parler|ecri(?:ve|re|vez)|joindre|transfer\\w*',
    ),
  },
  promisedCall: {
    pattern: plain(
      /\b(?:on|vous|quelqu'un) (?:devait|deviez|devrait|doit) (?:me |m'|nous )(?:rappeler|telephoner|appeler|recontacter)|\bquand (?:est-ce qu'on |va-t-on |allez-vous |quelqu'un va |est-ce que quelqu'un )?(?:me |m')(?:rappel\w+|telephon\w+|appel\w+)|\bqui (?:va |doit )?(?:me |m')(?:rappel\w+|appel\w+)/u,
    ),
    unless: BY_COURIER,
  },
  thanks: {
    pattern: plain(/\b(?:merci|mercis|mci|(?:je )?vous remercie|je te remercie|c'est gentil)\b|🙏/u),
    unless: plain(/\bmerci pour rien\b|\bnon,? merci\b|\bmerci d(?:e|')\s?\w+er\b/u),
  },
  greeting: {
    pattern: plain(/^\W*(?:bonjour|bonsoir|salut|coucou|allo|hello|bjr|bsr|madame|monsieur|chere?s?)(?!\p{L})/u),
  },
  alreadyAsked: {
    pattern: plain(
      /\b(?:(?:je (?:vous |te )?l'ai|j'ai|on a|je vous ai) deja (?:\w+ )?(?:dit|demande|ecrit|explique|repondu|signale|pose)|comme (?:je l'ai |deja )?(?:dit|ecrit|explique|mentionne)|(?:deuxieme|seconde|troisieme|quatrieme|enieme|\d+e(?:me)?|trois|quatre|cinq|dix|\d+) fois (?:que )|je (?:repete|redemande|reitere|relance)|(?:deux|trois|plusieurs) fois (?:deja )?(?:demande|ecrit|dit))/u,
    ),
  },
  notAnswered: {
    pattern: plain(
      /\b(?:(?:pas|toujours pas) (?:repondu|de reponse) a ma question|ne repond(?:ez)? pas a ma question|ce n'est pas (?:ma question|ce que j'ai demande)|ma question (?:etait|est|reste)|encore (?:le|la) meme (?:reponse|chose)|je demande encore)\b/u,
    ),
  },
});
