import type { SignalWords } from '../language.ts';
import { plain } from '../pattern.ts';
import { CHARGE_IN_GENERAL, FRENCH_EVERYDAY } from './everyday-signals.ts';
import { FRENCH_DANGER } from './danger.ts';
import { FRENCH_LEGAL, LEGAL_IN_GENERAL } from './legal.ts';

const PERSON =
  "(?:personne(?! (?:n[e']|ne|seule))|humaine?|etre humain|agente?|conseill(?:er|ere)|quelqu'un|qqn|representante?|operat(?:eur|rice)|telephoniste|responsable|superviseure?|superieure?|gerante?|chef(?:fe)?|patronn?e?|direct(?:eur|rice)|employee?s?|collegues?|specialiste|gestionnaire|service (?:clients?|clientele|retours?|apres-vente)|sav|support humain|comptabilite|interlocut(?:eur|rice)|votre equipe)";
const ARTICLE =
  "(?:(?:un|une|le|la|les|l'|votre|vos|ton|du|de|d'|a|au|avec|des|ce|cette|autre) ?){0,3}(?:(?:vrai|veritable|autre|seul|de vos|de tes) ?e?s? ?)?";
/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\bne suis pas (?:en colere|fachee?|enervee?|furieu\w+)|\b(?:mdr|lol|haha|ptdr)\b|😂|😊|😍|\b(?:meteo|temps|pluie|froid) (?:de merde|pourrie?|degueulasse)|\bpire (?:temps|meteo|cas|tempete)\b|\bquestion (?:bete|stupide|idiote)\b|\bfroid de canard\b/u,
);

/** Anger, persons, money and courtesies in the French of both sides of the ocean; the law and danger stand beside it. */
export const FRENCH_SIGNALS: SignalWords = {
  rules: [
    {
      signal: 'angry',
      name: 'swearing',
      aboutUs: true,
      pattern: plain(
        /\b(?:merde|merdiqu\w+|putain|bordel|chier|chiant\w*|foutu\w*|fout(?:ez|ent|age)|foutre|connards?|connasse|cons?(?= de| !|$)|conneries?|enfoires?|encul\w+|salauds?|salopards?|ta gueule|va te faire|allez vous faire|tabarna\w+|calisse?|criss\w*|ostie?|esti|crisse|cave|pourri\w*|degueulasse)\b|🤬|😡|🖕/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'insult',
      aboutUs: true,
      pattern: plain(
        /\b(?:idiots?|imbeciles?|cretins?|abrutis?|incapables?|incompetents?|incompetence|voleurs?|voleuse|arnaqueurs?|arnaquee?s?|arnaque|escrocs?|menteurs?|charlatans?|clowns?|guignols?|debiles?|(?:vous etes|bande de) (?:nuls?|stupides?|betes|inutiles?|voleurs?))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'verdict',
      aboutUs: true,
      pattern: plain(
        /\b(?:inacceptable|inadmissible|intolerable|scandaleu(?:x|se)|honteu(?:x|se)|lamentable|minable|ridicule|absurde|deplorable|revoltante?|une (?:honte|blague|plaisanterie|farce|catastrophe|arnaque|escroquerie|insulte)|un (?:scandale|desastre|foutage|cauchemar|vol|comble)|quelle (?:honte|blague|arnaque)|n'importe quoi|du n'importe quoi|du grand n'importe|c'est (?:abuse|le comble|du vol)|(?:service|support|accueil|boutique|boite|site|experience) (?:\w+ ){0,2}(?:nul(?:le)?|pourri\w*|lamentable|horrible|catastrophique|deplorable|minable|execrable|pitoyable|de merde)|(?:le|la) (?:pire|plus mauvais\w*) (?:\w+ )?(?:service|boutique|boite|experience|site|magasin|entreprise))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'state',
      pattern: plain(
        /\b(?:(?:je suis|suis|on est|nous sommes|me rend(?:ez)?|me mets?|tres|vraiment|completement) (?:vraiment |tres |super |tellement |completement |extremement |assez |plus qu'|hyper )?(?:en colere|fachee?s?|enervee?s?|furieu(?:x|se)|furax|remontee?s?|outree?s?|indignee?s?|excedee?s?|exasperee?s?|agacee?s?|degoutee?s?|choquee?s?|frustree?s?|decue?s?|en rogne|fou de rage|folle de rage|en maudit|tannee?s?)|ca m'enerve|vous m'enervez|m'(?:exaspere|agace|enerve)\w*|je bous)\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'patience_lost',
      aboutUs: true,
      pattern: plain(
        /\b(?:(?:j'en ai|on en a|en ai|y en a) (?:vraiment )?(?:marre|assez|ras|plein|ma claque|jusque la)|ras[- ]le[- ]bol|ras le (?:bol|cul)|marre d[e']|plein le (?:dos|cul)|a bout de (?:patience|nerfs)|ma patience|perdu patience|(?:ca|cela) suffit|trop c'est trop|(?:vous )?(?:vous )?(?:moquez|foutez|fichez|payez) (?:de (?:moi|nous|ma|la)|ma tete)|vous (?:moquez|foutez) de|prenez? (?:moi|nous|les gens) pour|me prenez pour|arretez de (?:mentir|m'ignorer|me (?:prendre|balader|mener))|perte de temps|perdre mon temps|c'est une blague|serieusement \?|tannee? d[e'])/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'asked_often',
      pattern: plain(
        /\b(?:(?:ca fait|c'est|voila) (?:deja |maintenant )?(?:la )?(?:trois|quatre|cinq|six|dix|vingt|cent|mille|\d+|troisieme|quatrieme|cinquieme|enieme|3e|4e|5e|\d+e(?:me)?) fois\b|(?:pour la )?(?:troisieme|quatrieme|cinquieme|enieme|\d+e(?:me)?) fois que (?:je|j')|combien de fois (?:je|dois|faut|vais|est)|(?:personne|jamais) (?:personne )?(?:ne |n')?(?:me |m'|nous )?(?:repond\w*|aide|rappelle|fait rien|s'en occupe))(?![\p{L}\p{N}])/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'angry',
      name: 'threat_to_leave',
      aboutUs: true,
      pattern: plain(
        /\b(?:plus jamais (?:chez vous|je|de commande|vous)|jamais plus (?:chez|je)|je ne (?:commande|acheter?|reviendr|command)\w* (?:plus|jamais)|(?:vous avez|avez) perdu (?:un|une|votre) clien\w+|j'exige (?:une (?:reponse|explication|solution)|mon argent|que|d')|(?:je veux|rendez-moi) mon argent (?:maintenant|tout de suite|immediatement))\b/u,
      ),
      unless: NOT_ABOUT_US,
    },
    {
      signal: 'asks_for_human',
      name: 'talk_to_person',
      pattern: plain(
        new RegExp(
          `\\b(?:parl(?:er|e|ez|é)|discuter|echanger|jaser|causer|communiquer|contacter|joindre|rejoindre|avoir|m'adresser|en relation|en contact|mettr?e[zr]?[- ](?:moi|nous)(?: en (?:relation|contact|ligne))?)(?: (?:directement|plutot|de ca|de cela|en direct|avec|a|au))* ${ARTICLE}${PERSON}(?![\\p{L}])`,
          'u',
        ),
      ),
      unless: plain(
        /\b(?:je|est-ce que je|suis-je en train de) (?:parle|discute) (?:a|avec)\b[^.!?]{0,30}\?|\bparler? (?:a|avec|de) (?:mon|ma|mes) |\bpas (?:besoin|la peine|envie) de (?:parler|m'appeler)|\bparle a mon voisin|\b(?:contacter|joindre) (?:le|votre|la) service (?:clients?|clientele)\b|\bavoir (?:une|un|deux) personnes?\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'wants_person',
      pattern: plain(
        new RegExp(
          `\\b(?:je (?:veux|voudrais|souhaite(?:rais)?|prefere(?:rais)?|exige|demande|cherche)|j'(?:aimerais|ai besoin d(?:e|')|exige)|il me faut|passe[zr]?(?:[- ]?moi)?|donne[zr]?[- ]moi|appele[zr]|trouve[zr][- ]moi|transfere[zr](?:[- ]moi)?|(?:re)?dirige[zr][- ]moi|faites? (?:venir|remonter|intervenir|suivre)|y a[- ]t[- ]il|est-ce qu'il y a|puis-je avoir|je peux avoir|qu)(?:'|e)?(?: (?:a|au|plutot|directement|le|mon dossier|ca|cela|aussi|bien|avec))* ?${ARTICLE}(?:personne|humaine?|etre humain|agente?|conseill(?:er|ere)|quelqu'un|qqn|representante?|operat(?:eur|rice)|responsable|superviseure?|superieure?|gerante?|chef(?:fe)?|direct(?:eur|rice)|service clients?|comptabilite|de vos (?:collegues|employes|agents))(?![\\p{L}])`,
          'u',
        ),
      ),
      unless: plain(
        /\b(?:tente|duvet|sac|couchage|repas|places?)\b.{0,30}\bpersonnes?\b|\bpersonnes?\b.{0,15}\b(?:tente|places)\b|\bpour (?:une|deux|trois|quatre|\d) personnes?\b|\bpar personne\b|\bpersonne (?:ne|n'|a ma|a la)|\bchanger? la personne\b|\bcadeau\b|\bquelqu'un (?:a (?:utilise|vole|pris|essaye)|d'autre|de ma|essaie|m'|me r|regarde|a-t-il|avait|soit|puisse|qui (?:aime|part))|\bcheveux humains?\b|\bavocate?\b|\bquelle personne\b|\bquelle? est (?:l'adresse|le numero)\b/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'real_person',
      pattern: plain(
        /\b(?:vraie? (?:personne|humain|agent|conseiller|conseillere|gens)|personne (?:reelle|physique|en chair)|en chair et en os|contact humain|agent (?:humain|reel)|humain reel|un (?:etre )?humain|quelqu'un (?:de (?:reel|vrai|competent|humain)|en vrai)|vrais gens|une personne (?:svp|stp|s'il (?:vous|te) plait|maintenant|merci)|de vive voix)\b|^\W*(?:un |une |l')?(?:humain|agent|conseiller|conseillere|operateur|operatrice|personne|representant|responsable|telephoniste|gerant|directeur)(?: humain)?(?:,? (?:svp|stp|s'il (?:vous|te) plait|vite|maintenant|merci))?\W*$|\b(?:agent|conseiller|operateur|responsable|humain)(?: est)?(?:-il| est-il)? disponible\b|\b(?:le|un|votre) (?:directeur|gerant|responsable|superviseur|patron|chef)(?:,? (?:svp|stp|s'il (?:vous|te) plait))\W*$|\bservice des (?:retours|reclamations)\b/u,
      ),
      unless: plain(/\b(?:etes|es|parle|discute)\b.{0,30}\?|\b(?:etes|es)[- ](?:vous|tu)\b|\bcheveux humains?\b|\bpersonne (?:ne|n')\b/u),
    },
    {
      signal: 'asks_for_human',
      name: 'no_bot',
      pattern: plain(
        /\b(?:(?:pas|plus|veux pas|refuse|arrete[rz]?) (?:envie )?(?:de )?(?:parler|discuter|causer|echanger)? ?(?:a|avec|de|d'|un|une|le|la)? ?(?:un |une |le |la |des |les |ce )?(?:bots?|robots?|machines?|ia|chatbots?|automates?|repondeur)|(?:marre|assez|ras le bol) (?:de (?:ce|parler|discuter)|des?|du) ?(?:a |avec )?(?:un |une |ce |le |les )?(?:bots?|robots?|machines?)|sort(?:ez|ir)[- ]moi de ce (?:bot|robot)|(?:appelez|rappelez|telephonez|appelle|rappelle|contactez)[- ]moi(?! (?:un|une|d[e'])\b| d')|(?:pouvez|pourriez|peux|peut|pourrait|puissiez)[- ]?(?:vous|tu|on|quelqu'un)? (?:m'appeler|me (?:rappeler|telephoner|contacter par telephone|passer (?:un|une|quelqu'un|le)))|(?:quelqu'un|on|qqn|un conseiller|une personne|un humain|une vraie personne|un agent) (?:peut |pourrait |doit |puisse )?(?:m'appel\w+|me (?:rappel\w+|repond\w+|telephon\w+|contact\w+)|(?:prendre|prenne) le relais|s'en occup\w+|(?:s'occup\w+|regarde\w*) (?:de |ca|mon|cela))|etre (?:rappelee?|recontactee?|appelee?)|a qui (?:puis-je|je peux|dois-je|est-ce que je) (?:parler|m'adresser|parle)|qqn peut m'appeler|(?:quelqu'un|qqn|personne) (?:de (?:vrai|reel|votre equipe)|en ligne|au telephone|au bout du fil)|y a[- ]t?[- ]?(?:il )?quelqu'un (?:de reel|d'humain|en vrai|a qui|ici))(?![\p{L}\p{N}])/u,
      ),
      unless: plain(
        /\bappelez[- ]moi \p{L}+ (?:plutot|et pas|au lieu)|\bpas la peine\b|\b(?:on m'a(?:vait)?|vous (?:m'|avez|aviez)|il etait) ?(?:dit|promis)\b|\bappelez[- ]moi [a-z]+$/u,
      ),
    },
    {
      signal: 'asks_for_human',
      name: 'misspelled',
      pattern: plain(
        /\b(?:pa+r?l(?:e|er|é|ez|ai)|parllr?er|palrer|prler|parelr) (?:a|avec|o|av?c) (?:un[e]? |1 |le |la )?(?:persone|perssone|prsonne|pesonne|presonne|personn|umain|humin|huamin|conseiler|consseiller|consiller|agnet|ajent|kelkun|quelquun|quelqun|personne|humain|agent|conseiller)|\b(?:consseill?er|conseiler|consiller|umain|humin)(?: (?:svp|stp))?\s*$/u,
      ),
    },
    ...FRENCH_LEGAL,
    ...FRENCH_DANGER,
    ...FRENCH_EVERYDAY,
  ],
  except: {
    human_request: plain(
      /\bparler? (?:a|avec) (?:mon|ma|mes) |\b(?:etes|es)[- ](?:vous|tu)\b.{0,30}\b(?:humaine?|personne|robot|bot|machine|ia)\b|\bpas (?:besoin|la peine|envie) de (?:parler|m'appeler)\b|\bpour (?:une|deux|trois|quatre|\d) personnes?\b|\b(?:numero|horaires|telephone|adresse)\b.{0,25}\b(?:service client|magasin|boutique)|\bquelle personne\b|\bpersonne (?:ne|n')\b|\bappelez[- ]moi \p{L}+ plutot/u,
    ),
    legal: LEGAL_IN_GENERAL,
    dispute: CHARGE_IN_GENERAL,
  },
  business: plain(
    /\b(?:commandes?|colis|paquets?|envois?|livr\w+|livreur\w*|suivi|rembours\w*|argent|fric|debit\w*|prelev\w*|carte|compte|mot de passe|support|service|accueil|entreprise|boite|boutique|magasin|site|bots?|robots?|agents?|personnel|repons\w*|repond\w*|attend\w*|attends|mails?|e-?mails?|annul\w*|retour\w*|clients?|produits?|articles?|tente|rechaud|bottes|chaussures|lampe|sac|garantie|ticket|question\w*|demand\w*|aide|voleurs?|larkfield|promis|promesses?|vous|votre|vos|achat\w*|achet\w*)\b/u,
  ),
  complains: plain(
    /\b(?:pas|plus|jamais|rien|personne|toujours|encore|ou|pourquoi|quand|maintenant|deja|reponse|attend\w+|veux|mal|argent|assez|immediatement|pire|perdu|retard|jours|semaines|remboursement)\b/u,
  ),
};
