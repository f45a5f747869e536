import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const FRENCH_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:adresse|rue|code postal)\b(?! (?:e-?mail|mail|electronique))/u),
  },
  whereIsMine: {
    words: plain(
      /\bou (?:est|sont|en est|en sont|reste) (?:donc )?(?:mon|ma|mes|notre|nos) (?!remboursement|argent|facture|compte|code|ticket|dossier)/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\b(?:quel(?:le)?s?|c'est quoi) (?:est )?(?:mon |ma |mes |le |la |l')?(?:numero|telephone|tel|portable|adresse|e-?mail|mail|courriel|nom|donnees|informations?|infos?|coordonnees)\b.{0,40}\b(?:avez[- ]vous|vous avez|enregistree?s?|figure|dans (?:mon|votre) (?:dossier|compte))\b/u,
    ),
    except: plain(/\b(?:commande|colis|paquet)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:qu'est[- ]ce que|combien|ce que|que|quoi) (?:est[- ]ce que )?(?:j'ai|ai[- ]je) (?:paye|commande|achete|depense)|(?:j'ai (?:paye|depense)|ca m'a coute) combien|quand (?:est[- ]ce que )?(?:j'ai|ai[- ]je) (?:commande|achete|passe))\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:(?:le|la|les) (?:retourner|renvoyer|rendre)|(?:retourner|rendre) (?:un|une|le|la|les|mon|ma|mes|l'|ce|cet|cette|ces)\b|faire un retour|renvoyer (?:un article|l'article|mes? achats?|ma (?:tente|chaise|lampe)))/u,
    ),
    except: plain(/\b(?:echang\w+|au lieu|rendre (?:service|visite)|rappel\w*|le code|un code|le mail|la facture)\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(
      /\bcombien (?:coute(?:nt)?|ca coute|prenez[- ]vous|facturez[- ]vous|est[- ]ce que (?:ca coute|vous (?:prenez|facturez)))\b/u,
    ),
    except: plain(/\b(?:ma carte|m'a|m'avez|deux fois|encore)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:combien|coute(?:nt)?|frais|prix|tarifs?|canada|etranger|express|options?)\b/u),
  },
});
