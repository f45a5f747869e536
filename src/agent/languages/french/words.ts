import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { FRENCH_NOUNS } from './nouns.ts';
import { FRENCH_TOPICS } from './topics.ts';
import { FRENCH_VALUES } from './values.ts';

const MAILBOX = '(?:boite(?: (?:mail|e-?mail|aux lettres|de reception))?|e-?mail|mail|courriel|messagerie|adresse(?: (?:mail|e-?mail))?)';

/** How customers who write French, in Europe and in Québec, say what we have to understand. All without accents. */
export const FRENCH_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|eh|euh|bon|ben|ok(?:ay)?|bonjour|bonsoir|salut|merci(?: beaucoup)?|d'accord|parfait|alors)[,.! ]+){0,4}(?:oui+|ouais|ouai|ouep|si si|yes|bien (?:sur|entendu)|evidemment|absolument|tout a fait|exact(?:ement)?|certainement|volontiers|avec plaisir|(?:je )?(?:confirme|valide|accepte)|confirme|allez[- ]?y|vas[- ]y|go|faites?(?:[- ]le)?(?! (?:attention|vite))|procedez|au|remboursement|c'est (?:bon|ca|exact|correct|juste|d'accord|parfait)|ca (?:marche|me va|roule)|entendu|d'accord|ok(?:ay)?|parfait|correct|super|je veux bien|pourquoi pas|envoyez|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|eh|euh|bon|ben|ok(?:ay)?|bonjour|desolee?|pardon|en fait|finalement|merci)[,.! ]+){0,4}(?:non+|nan|pas (?:maintenant|encore|vraiment|du tout|tout de suite)|surtout pas|plutot pas|n'en faites rien|ne (?:faites|le faites|changez|touchez)|arretez?|stop|annul(?:ez|e)(?: (?:ca|cela|tout))?|attend(?:ez|s)|un instant|laissez?(?: (?:tomber|comme|tel|ca))?|oubliez?|j'ai change d'avis|peu importe|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:ok(?:ay)?|d'accord|bon|bien|parfait|super|entendu|ca (?:marche|va)|bonjour|bonsoir|salut|merci)(?![\p{L}\p{N}])(?!.{0,200}\b(?:oui|ouais|allez[- ]?y|vas[- ]y|confirme|faites[- ]le|procedez)\b)/u,
    ),
    agrees:
      /o+u+i+|ouais|o+k+(?:ay)?|d'?accord|accord|d|bien|sur|certainement|absolument|tout|a|fait|exactement|exact|parfait|super|genial|tres|s'?il|s|il|vous|plait|svp|stp|te|merci|beaucoup|allez|y|vas|allons|faites?|fais|le|la|les|l|je|j|j'?ai|confirm[eo]|valide|accepte|veux|voudrais|c'?est|c|ca|cela|est|bon|bonne|correct|volontiers|avec|plaisir|pour|moi|me|convient|marche|tu|on|et|de|du|un|une|mon|ma|bonjour|entendu|procedez|continuez|pouvez|peux|ah|eh|ben|journee|carte|argent|cordialement/,
    reserves: plain(
      /\b(?:laiss\w{1,4}|oubli\w{1,4}|gard\w{1,4}|arret\w{1,4}|plus tard|demain|mais|sauf|a moins que|seulement si|attend(?:ez|s)|en fait|plutot|cependant|toutefois|par contre|changer|modifier|autre (?:carte|adresse|compte)|different\w{0,2}|pas sure?|non(?! (?:plus|merci))|pas (?!de (?:probleme|souci)|besoin|grave)|ne (?:faites|le)|annul\w{1,3}|oubliez?|au lieu)\b/u,
    ),
    nothingElse: plain(
      /^(?:non+|nan|rien|rien (?:d'autre|de plus)|non,? (?:rien(?: d'autre| de plus)?|c'est (?:tout|bon))|c'est tout|ca sera tout)(?:,? merci(?: beaucoup)?)?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:je (?:mets|donne|vous (?:mets|donne)|dirais)|note|un)(?: un| une note de)?:? ?)?([1-5])(?:\s*(?:\/|sur)\s*5|\s*(?:etoiles?|points?))?[.,! ]*(?:merci.{0,40})?$/u,
    ),
    ratings: {
      un: 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      nul: 1,
      horrible: 1,
      mauvais: 2,
      mal: 2,
      moyen: 3,
      correct: 3,
      bien: 4,
      bon: 4,
      'tres bien': 5,
      super: 5,
      excellent: 5,
      parfait: 5,
      genial: 5,
    },
    corrects: plain(
      /^(?:non|nan|pas (?:celui|celle)(?:-| )(?:la|ci))[,.! ]+(?:(?:je (?:veux dire|parle(?: de)?|voulais dire)|c'est) )?(?:le|la|les|l'|mon|ma|mes|celle|celui|lf-?\d)/u,
    ),
    accepts: plain(
      /(?:^|\bmais,? |, )(?:ok(?:ay)?|d'accord|bon|bien|je (?:vois|comprends)|compris|entendu|tant pis|dommage|c'est (?:bon|pas grave)|pas grave|ca va)(?![\p{L}\p{N}])/u,
    ),
    waits: plain(
      /^(?:(?:ok|d'accord|oui|pardon|desolee?|merci|bon|ben|euh)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|euh(?=\W*$)|(?:juste )?un(?:e)? (?:seconde|instant|moment|minute)|attendez|attends|patientez|je (?:vais )?(?:regarde|cherche|verifie|demande|consulte|reviens)r?|laissez[- ]moi (?:\w+ )?(?:regarder|chercher|verifier|demander|voir|reflechir)|laisse[- ]moi (?:\w+ )?(?:regarder|chercher|verifier|demander|voir)|pas encore)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:oui|ouais|svp|stp|s'il (?:vous|te) plait|specialiste|personne|humain|quelqu'un|conseiller|conseillere|collegue|allez[- ]?y|je (?:veux bien|voudrais|souhaite|prefere)|j'aimerais|volontiers|demandez|parler|d'accord|ok)\b/u,
    ),
    declines: plain(/^(?:non|nan|pas (?:maintenant|la peine|besoin)|ca ira|laissez|non merci)\b/u),
  },
  closing: {
    thanks: plain(/\b(?:merci|mercis|mci|thx|thanks|(?:je )?vous remercie|je te remercie|c'est gentil|reconnaissante?)\b|🙏|❤️/u),
    allWell: plain(
      /^(?:(?:ah|oh|bon|ben|ok(?:ay)?|euh|alors)[,.! ]+){0,3}(?:bien|bon|ok(?:ay)?|d'accord|super|cool|nickel|tant pis|dommage|compris|entendu|peu importe|je (?:vois|comprends)|ca (?:va|marche|roule))[.! ]*$|\b(?:laissez tomber|oubliez|parfait|genial|formidable|excellent|impeccable|nickel|super|(?:ca|cela) (?:m'|nous )?(?:a |aide|marche|repond|fonctionne|suffit)(?:aidee?|marche|repondu|suffi)?|c'est (?:tout|bon|parfait|clair|regle|note|super|fait)|ca sera tout|tout (?:est )?(?:bon|clair|regle|va bien)|(?:probleme )?(?:resolu|regle)|non,? (?:merci|c'est (?:tout|bon)|rien)|rien d'autre|au revoir|a (?:bientot|plus)|bye|bonne (?:journee|soiree|fin de journee|nuit|continuation)|salut)\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:mais|cependant|toutefois|pourtant|par contre|sauf|encore (?:une|un)|toujours pas|pas (?:encore|vraiment|ce que|regle|resolu|utile|parfait|clair|bon)|ne (?:marche|fonctionne|comprends|repond)|marche pas|fonctionne pas|non,? merci a|(?:une )?autre (?:question|chose)|aussi|egalement|au fait|d'ailleurs|et (?:pour|qu'en est|sinon)|encore une chose)\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:svp|et|alors|maintenant|de|merci de|veuillez|pouvez-vous|peux-tu)\s+)(?:s'il vous plait,?\s+|juste\s+)?(?:annul(?:ez|er|e)|rembours(?:ez|er|e)(?:-moi)?|retourn(?:ez|er)|renvoy(?:ez|er)|renvoie|remplac(?:ez|er)|echang(?:ez|er)|suiv(?:ez|re)|envoy(?:ez|er)|envoie|chang(?:ez|er|e)|modifi(?:ez|er|e)|mett(?:ez|re)|verifi(?:ez|er|e)|donn(?:ez|er|e)(?:-moi)?|dites|dis-moi|montr(?:ez|er)|appel(?:ez|er)|rappel(?:ez|er)|aid(?:ez|er)|cherch(?:ez|er)|transf(?:erez|erer)|pass(?:ez|er)(?:-moi)?|ferm(?:ez|er)|supprim(?:ez|er)|reinitialis(?:ez|er)|debloqu(?:ez|er)|arret(?:ez|er))(?![\p{L}\p{N}])|(?:^|[.,;!\n]\s{0,9}|\bet )(?:ou|quand|pourquoi|comment|combien|quel(?:le)?s?|qui)\b|\b(?:je (?:veux|voudrais|souhaite|n'ai (?:pas|toujours pas) recu)|j'aimerais|j'ai besoin|il me faut|pouvez[- ]vous|pourriez[- ]vous|peux[- ]tu|est[- ]ce que)\b|\bpour rien\b/u,
    ),
    notHelped: plain(
      /^(?:non+|nan|pas (?:vraiment|du tout|trop|tout a fait|encore)|(?:ca|cela) (?:n'a pas|ne m'a pas|m'a pas|ne m'aide|m'aide) (?:aidee?|pas)|malheureusement (?:non|pas)|inutile|toujours (?:pas|non|le meme))(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      new RegExp(
        `\\b(?:(?:plus|pas|aucun|perdu|sans)(?: d'| l'| mon)? ?acces(?: \\w+){0,4} ${MAILBOX}|(?:n'ai|ai|j'ai) (?:plus|perdu) (?:acces (?:a )?)?(?:cette|mon|ma|l'|le|la|cet) ?(?:ancien(?:ne)? |vieux |vieille )?${MAILBOX}|(?:peux|arrive|puis) (?:plus|pas) (?:a )?(?:acceder|ouvrir|lire|consulter|utiliser|entrer)(?: \\w+){0,4} ${MAILBOX}|${MAILBOX} (?:n'existe plus|ne (?:marche|fonctionne) plus|a ete (?:ferme|supprime|pirate|desactive)e?|est (?:ferme|supprime|pirate|desactive|mort)e?)|${MAILBOX} (?:de|du) (?:mon )?(?:ancien |vieux )?(?:travail|boulot|employeur).{0,40}(?:plus|ferme))`,
        'u',
      ),
    ),
    postItHere: plain(
      /\b(?:(?:mettez|donnez|envoyez|ecrivez|collez|dites|montrez|postez|mets|donne|envoie|ecris|dis|montre)(?:[- ]moi)? (?:juste )?(?:le |mon |ce )code (?:ici|la|dans (?:le|ce)|directement|maintenant|par (?:ici|chat))|(?:c'est quoi|quel est) (?:le|mon) code|(?:dites|donnez|montrez|dis|donne)[- ]moi (?:juste )?le code|(?:mettez|envoyez|collez|postez|ecrivez)[- ]le (?:ici|dans le chat))\b/u,
    ),
    sendAgain: plain(
      /\b(?:renvo(?:yez|yer|ie|i)|re-?envoyez|(?:envoyez|envoyer|envoie|refaites|redonnez)(?:[- ](?:le|m'en|moi))* (?:encore|a nouveau|de nouveau|un (?:nouveau|autre)|une autre fois|le code|un code)|nouveau code|autre code|(?:pas|rien|jamais|toujours pas|aucun)(?: \w+){0,2} (?:recu|arrivee?|vu)|n'(?:est|a) (?:pas|jamais|toujours pas) (?:arrivee?|venue?|recu)|n'arrive (?:pas|jamais)|aucun (?:code|mail|e-?mail|courriel)|ou est (?:le|mon) code)\b/u,
    ),
    asksAboutCode: plain(
      /^(?:mais |et )?(?:pourquoi|pour quoi faire|quel code|c'est quoi)\W*$|\bpourquoi\b.{0,40}\b(?:code|mail|e-?mail|adresse|cela|ca|verifi\w{0,6}|besoin|demandez)\b|\bquel code\b|\bc'est quoi (?:ce|le|un) code\b|\bc'est (?:sur|fiable|securise|une arnaque|obligatoire|necessaire)\b|\b(?:spams?|indesirables?)\b.{0,20}\?|\bcombien de temps\b.{0,30}\bcode\b|\ble code (?:est )?(?:dure|valable|marche|expire)\b|\bsans (?:le |un |ce )?code\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:aussi|egalement|en plus|s'il vous plait|svp|pouvez[- ]vous|pourriez[- ]vous|je (?:veux|voudrais|souhaite)|j'aimerais|il me faut|comment|ou|quand|quoi|quel(?:le)?s?|annul\w{1,3}|rembours\w{1,5}|chang\w{1,3})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:l'|mon |une )?autre (?:commande|colis|paquet|achat|envoi)\b|\b(?:et|pour|quid de) l'autre\b(?! (?:carte|compte|adresse|mail|e-?mail|numero|semaine|fois|jour))/u,
    ),
    otherThing: plain(/\bautre(?: (?:commande|article|produit|colis))?\b(?! (?:carte|compte|adresse|question|chose))/u),
    newest: plain(/\b(?:ma|mon|la|le) (?:toute )?derniere? (?:commande|livraison|colis|achat)\b|\bcommande la plus recente\b/u),
    refersBack: plain(
      /-(?:la|le|les)\b|\b(?:l'(?!article|adresse|envoi|express)|ca|cela|celui|celle|celui-ci|celle-ci|(?:la|ma|cette) commande|(?:le|mon|ce) (?:colis|paquet|remboursement)|l'article)\b/u,
    ),
    notReceived: plain(
      /\b(?:jamais (?:\w+ )?(?:recue?s?|arrivee?s?|venue?s?|eue?)|(?:pas|rien|toujours pas|pas encore)(?: \w+)? (?:recue?s?|arrivee?s?|eue?|venue?s?|livree?s?)|rien recu|n'est pas (?:la|arrivee?)|pas la|(?:il|elle) manque|manquante?|perdue?|volee?|disparue?|ou est[- ](?:il|elle) alors)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:premiere?|1(?:er|re|ere)|du haut)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:deuxieme|second[e]?|2(?:e|eme|nd|nde))(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:troisieme|3(?:e|eme))(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:quatrieme|4(?:e|eme))(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:derniere?|la plus recente|du bas)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:pas|au lieu de|plutot que|et non|je (?:veux|voulais) dire)\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:(?:mauvais(?:e)?|pas (?:le|la) bon(?:ne)?|pas la bonne) (?:article|produit|couleur|commande|modele|taille|colis|chose)|pas ce que j'(?:ai|avais) (?:commande|demande|achete)|(?:recu|envoye|livre) (?:un|une) autre (?:article|produit|modele|couleur|chose)|(?:recu|envoye) (?:autre chose|la commande de quelqu'un)|erreur d'article)\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:endommagee?s?|cassee?s?|casse|brisee?s?|abimee?s?|felee?s?|fendue?s?|ebrechee?s?|dechiree?s?|cabossee?s?|rayee?s?|ecrasee?s?|tordue?s?|en (?:morceaux|miettes|mille morceaux)|fuit|fuient|fuite|perce|trouee?s?|un trou|en mauvais etat|croche)\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:defectueu(?:x|se)s?|defauts?|en panne|ne (?:marche(?:nt)?|fonctionne(?:nt)?|s'allume(?:nt)?) (?:pas|plus)|(?:marche|fonctionne|s'allume) (?:pas|plus)|arrete de (?:marcher|fonctionner)|inutilisables?|hors service|h\.?s\.?)(?![\p{L}\p{N}])/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:jamais (?:recue?s?|arrivee?s?|eue?)|(?:pas|rien|toujours pas)(?: encore)? (?:recue?s?|arrivee?s?)|perdue? en (?:route|chemin|transit))\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:annul\w{1,3}|arret\w{1,3}|retir\w{1,3}|oubli\w{1,3}|laissez tomber|n'en veux plus|ne (?:le|la|les) veux plus|(?:veux|besoin) (?:pas|plus)|change d'avis)\b/u,
    ),
    howLong: plain(
      /\b(?:combien de (?:temps|jours|semaines)|(?:ca|cela) (?:prend|met|dure)|quand (?:est-ce que )?(?:je|ca|l'argent|vais|aurai|recevrai|sera|serai|arrive)|quel delai|delais?|vite)\b/u,
    ),
    why: plain(
      /\b(?:pourquoi|comment ca se fait|et le reste|seulement|que (?:ca|cela)|pas (?:tout|la totalite|le total|l'integralite|plus)|ou est le reste)\b/u,
    ),
    wantsReplacement: plain(
      /\b(?:remplac\w{1,7}|echang\w{1,4}|renvoyez[- ](?:le|la|les|m'en)|(?:envoyez|envoyer|recevoir|avoir|veux|voudrais)(?:[- ]m'en)?(?: en)? (?:un|une) (?:autre|nouveau|nouvelle|neuf|neuve))\b/u,
    ),
    howLongQuestion: 'combien de temps prend un remboursement ?',
  },
  account: {
    switchOff: plain(
      /\b(?:desabonn\w{1,4}|desinscri\w{1,6}|desactiv\w{1,4}|arret\w{1,3}|stop\w{0,4}|retir\w{1,4}|enlev\w{1,4}|supprim\w{1,3}|annul\w{1,3}|resili\w{1,3}|ne (?:veux|souhaite|plus)|veux plus|plus (?:de|aucun)|marre|cesse[rz]?|quitt\w{1,3}|fin)\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telephone|tel|portable|mobile|cellulaire|cell|natel|gsm|numero)\b/u) },
      { field: 'address', words: plain(/\b(?:adresse|demenag\w{1,5}|domicile|rue|code postal|livr\w{2,6})\b/u) },
      { field: 'name', words: plain(/\b(?:nom|prenom|nom de famille|mariee?|marier|orthographe|mal ecrit)\b/u) },
    ],
    newName:
      /\b(?:nom|prénom|prenom)\b(?:(?!\s(?:en|par|pour|à|a)\s|:).){0,60}(?:\s(?:en|par|pour|à|a)\s+|\s*:\s*)([\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:de|du|des|la|le)\s+){0,2}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:c['’]est|mon (?:nouveau )?nom (?:est|sera)|je m['’]appelle|maintenant|en|à)\s+/i,
  },
  address: {
    address:
      /(?<![\p{L}\d-])\d{1,5}\s?(?:bis|ter)?,?\s+(?:rue|avenue|av\.|boulevard|bd|boul\.|allée|allee|chemin|ch\.|impasse|place|quai|route|rte|cours|square|montée|côte|rang)\s+[^\n?!;]{2,120}|(?<!\p{L})(?:bo[iî]te postale|b\.?p\.?|c\.?p\.?|case postale)\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:s['’]il (?:vous|te) pla[iî]t|svp|stp|merci(?: beaucoup| d['’]avance)?|au lieu|plut[oô]t|si possible|avant (?:l['’]envoi|que)|au plus vite|d[eè]s que possible)(?!\p{L}).*$/iu,
    lead: /^(?:(?:merci (?:de|d['’])\s*|veuillez )?(?:l['’]?\s*)?(?:envoy(?:ez|er)|exp[eé]di(?:ez|er)|livr(?:ez|er))(?:-l[ea])? (?:à|a|au)|(?:à|a|au)|c['’]est|ce serait|(?:ma|la) (?:nouvelle )?adresse (?:est|:))[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:en general|generalement|d'habitude|juste (?:une question|pour savoir|par curiosite)|par curiosite|simple curiosite|hypothetiquement|en principe|en regle generale|au cas ou|pour un ami|et si)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n]\s{0,9}|\b(?:et|savoir|dire|dites-moi|demande|demandais)\s+)(?:(?:a|de|en|par|pour|jusqu'a|depuis|dans|sur|avec|chez|sous)\s+)?(?:comment|quand|ou|quel(?:le)?s?|qui|que|qu'est[- ]ce|combien|si|est[- ]ce|c'est|y a[- ]t[- ]il|il y a|peut[- ]on|puis[- ]je|je peux|on peut|pouvez[- ]vous|vous pouvez|faut[- ]il|il faut|faites[- ]vous|vous faites|avez[- ]vous|vous avez|acceptez[- ]vous|vous acceptez|livrez[- ]vous|vous livrez|prenez[- ]vous|vous prenez|dois[- ]je|va[- ]t|la (?:livraison|garantie|retour)|les (?:articles|retours|frais))\b/u,
    ),
    supposes: plain(
      /\b(?:si|quand|au cas ou|lorsque) (?:je|j'|on|il|elle|le|la|les|l'|un|une|mon|ma|quelqu'un|quelque chose|ca|vous)\b.{0,90}\b(?:puis-je|je peux|peut-on|on peut|pouvez-vous|vous (?:pouvez|remboursez|reprenez)|est-ce que|y a-t-il|dois-je|faut-il|que (?:se passe|faire)|remboursez-vous|ai-je)\b/u,
    ),
    own: plain(
      /\b(?:mon|ma|mes|mien(?:ne)?s?|notre|nos|ca|cela|cette commande|ce (?:colis|paquet|produit|remboursement)|celui|celle|l'autre|(?:j'ai|nous avons|on a)(?: \w+)? (?:achete|commande|recu|retourne|renvoye|envoye|paye|pris)|on m'a)\b/u,
    ),
    news: plain(
      /\b(?:nouvelles|du nouveau|du neuf|avancement|quand (?:est-ce que|vais|aurai|va|allez|je|vous|on|quelqu'un)|combien de temps (?:encore|avant|cela|ca|faut)|j'attends (?:toujours|encore)|statut|ou en est|que se passe|il se passe quoi|et maintenant|la suite)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:etes[- ]vous|vous etes|t'es|tu es|es[- ]tu|c'est|je (?:parle|discute|tchatte)|qui (?:es|etes|est|suis)|y a)\b.{0,40}\b(?:bot|robot|ia|i\.a\.|intelligence artificielle|humaine?|personne|machine|ordinateur|chatgpt|reel(?:le)?|vous)\b|\bqui etes[- ]vous\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:en stock|stock|disponibles?|dispo|disponibilite|rupture|epuisee?s?|reste|prix|coute(?:nt)?|combien (?:coute|vaut|est)|c'est combien|vendez[- ]vous|vous vendez|avez[- ]vous|vous avez)\b/u,
    ),
    pointsBack: plain(/-(?:la|le|les)\b|\b(?:il|elle|ils|elles|ca|cela|celui|celle|ceux|celles|en|son|sa|ses)\b/u),
    courtesy:
      'dites moi dire parlez de sur a propos au sujet s il vous plait svp information informations infos details decrire savoir plus veux voudrais bonjour merci produit article cherche question demande un une le la les du des que quoi comment est pouvez pourriez me',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:mon|ma|mes|notre|nos|un|une|le|la|les|l'|de|d'|du|des|avec|sur|pour|concernant|au sujet de|svp|urgent|commandes?|achats?|compte|questions?|demandes?|aide|assistance|support|requete|probleme|souci|ticket|dossier|informations?|infos?|bonjour|salut|besoin|nouvelle|nouveau|recente?|numero|petite|rapide)[\s,.!?:-]*)+$/u,
    ),
    opening:
      /^\s*(?:bonjour|bonsoir|salut|all[oô]|ch(?:er|ère|ere)s?|madame|monsieur|mesdames|messieurs|à qui de droit)(?!\p{L})[^\n.!?]{0,40}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:cordialement|salutations|sincèrement|bien à vous|amicalement|respectueusement|bonne journée|sentiments)(?!\p{L})[^\n]{0,40}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:juste )?(?:une|un|deux|trois|quatre|2|3|quelques|plusieurs) (?:choses?|questions?|points?|demandes?|petites questions)|et|aussi|mais|alors|donc|puis|ensuite|ah|oh|ok|okay|bon|ben|euh|bonjour|bonsoir|salut|au fait|d'abord|premierement|deuxiemement|enfin|autre chose|encore une chose|merci|s'il vous plait|svp|stp|excusez-moi|pardon|je voudrais savoir|pouvez-vous me dire/,
    question:
      /ou|quand|que|qu'est-ce|quel(?:le)?s?|qui|pourquoi|comment|combien|est-ce|est-il|est-elle|a-t-il|a-t-elle|c'est|y a-t-il|peut-on|puis-je|je peux|pouvez-vous|pourriez-vous|vous pouvez|faut-il|dois-je|avez-vous|vous avez|livrez-vous|faites-vous|acceptez-vous|ma commande est|mon colis est/,
    wish: /(?:je|on|nous) (?:aussi |vraiment |juste |encore |toujours )?(?:veux|voudrais|voulais|veut|souhaite|souhaiterais|desire|cherche|demande|exige|dois|prefere|prefererais)|j'(?:aimerais|ai besoin|ai oublie|exige|ai perdu)|il (?:me|nous) faut(?:drait)?|aidez-moi|aide-moi/,
    order:
      /annul(?:ez|er|e)|rembours(?:ez|er|e)(?:-moi)?|retourn(?:ez|er)|renvoy(?:ez|er)|renvoie|suiv(?:ez|re)|envoy(?:ez|er)|envoie|chang(?:ez|er|e)|mett(?:ez|re)|reinitialis(?:ez|er)|supprim(?:ez|er)|ferm(?:ez|er)|desabonn(?:ez|er)(?:-moi)?|abonn(?:ez|er)(?:-moi)?|inscriv(?:ez)(?:-moi)?|dites(?:-moi)?|montr(?:ez|er)(?:-moi)?|donn(?:ez|er)(?:-moi)?|trouv(?:ez|er)|verifi(?:ez|er)|expedi(?:ez|er)|echang(?:ez|er)|remplac(?:ez|er)|ajout(?:ez|er)|enlev(?:ez|er)|retir(?:ez|er)|transfer(?:ez|er)|pass(?:ez)(?:-moi)?|debloqu(?:ez|er)|expliqu(?:ez|er)(?:-moi)?|regard(?:ez|er)|conseill(?:ez|er)(?:-moi)?|confirm(?:ez|er)|modifi(?:ez|er)|corrig(?:ez|er)|redirig(?:ez|er)|cre(?:ez|er)|livr(?:ez|er)|merci de|veuillez/,
    and: /(?:et(?: aussi| puis| ensuite)?|puis|ensuite|ainsi que|mais aussi|egalement|en plus)(?: s'il vous plait| svp)?/,
    pointing:
      /comment|que|quoi|qu'est-ce|peux|peut|peut-on|puis-je|pouvez|pouvez-vous|pourriez|pourriez-vous|serait|est|est-ce|es|suis|y|a-t-il|fais|faire|faites|fait|dois|devrais|je|tu|vous|il|on|nous|me|m'aider|te|lui|le|la|les|l'|se|ce|ca|cela|ci|s'il|plait|svp|stp|aide|aider|aidez-moi|quelque|quelqu'un|avec|possible|savoir|dire|dites-moi|expliquer|maniere|facon|moyen|une|un|de|d'|du|des|assistance|support|besoin|veux|voudrais|suivant|pour|a|et|ou|aussi|merci|ok|bonjour|sur|arranger|regler|resoudre|regarder|verifier|en|sujet|propos/,
    refersBack: plain(
      /-(?:la|le|les)\b|\b(?:l'(?!article|adresse|envoi|express)|(?:me|nous) (?:le|la|les)|ca|cela|celui|celle|son|sa|meme|(?:la|ma|cette) commande|(?:le|mon|ce) (?:colis|paquet))\b/u,
    ),
    deliveryInGeneral: plain(
      /\b(?:livrez[- ]vous|vous livrez|expediez[- ]vous|vous expediez|combien|coute(?:nt)?|couts?|prix|tarifs?|frais|gratuite?s?|canada|etranger|international(?:es?)?|express|options?|modes?|pays)\b/u,
    ),
  },
  followUps: {
    bare: /oui|ouais|ok(?:ay)?|d'accord|non|nan|svp|stp|s'il vous plait|faites(?:-le)?|allez-y|vas-y|exact|correct|c'est|ca|celui|celle|celui-la|celle-la|celui-ci|celle-ci|le|la|les|l'|l'autre|autres?|un|une|deux|tous|toutes|premiere?|deuxieme|seconde?|troisieme|derniere?|prochaine?|plus recente?|et|ou|de|du|d'|avec|pour|a|au|mon|ma|mes|numero|commande|quid|qu'en est-il|meme|aussi|encore|alors|je veux dire|plutot|maintenant|est/,
    hanging: /et|mais|ou|qu'en est-il|quid|et si|aussi|alors|donc|et pour/,
    pointing:
      /il|elle|ils|elles|le|la|les|ca|cela|ce|celui|celle|ceux|celles|un|une|autre|premiere?|deuxieme|seconde?|troisieme|derniere?|meme|la|y|en|alors/,
    social: plain(
      /^\W*(?:(?:super|ok(?:ay)?|d'accord|parfait|genial|bon|bien|cool|oui|non|excellent)[\s,.!]+){0,4}(?:bonjour|bonsoir|salut|coucou|hello|allo|merci|mille mercis|au revoir|bye|a bientot|bonne (?:journee|soiree))(?![\p{L}\p{N}])[^?]{0,200}$/u,
    ),
  },
  values: FRENCH_VALUES,
  nouns: FRENCH_NOUNS,
  topics: FRENCH_TOPICS,
};
