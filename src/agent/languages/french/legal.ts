import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** The law in general, paper sizes, avocados and professions. */
export const LEGAL_IN_GENERAL = plain(
  /\b(?:fils|fille|mari|femme|frere|soeur|pere|mere|gendre|oncle|tante) est (?:avocate?|policier|juge)\b(?=.{0,80}\b(?:veut|cherche|porte|aime|sac|tente|veste|chaussures)\b)|\b(?:format|papier|taille) legale?\b|\b(?:est-il|est-elle|c'est|est|sont) legale?s?\b.{0,40}\?|\b(?:a l'|dans un |un |des )avocats?\b(?=\W*$| (?:et|mur|toast))|\b(?:cadeau|mere|pere|soeur|frere|amie?|mari|femme)\b.{0,25}\b(?:est|qui est) (?:avocate?|policier|juge)|\bloi de (?:murphy|la gravite|la pesanteur)\b|\bhousse de justice\b|\bgarantie legale\b|\breduction\b.{0,20}\bpolic\w+|\bplainte du loup\b/u,
);

/** Lawyers, courts, authorities, payments taken back, the press. */
export const FRENCH_LEGAL: readonly SignalRule[] = [
  {
    signal: 'mentions_legal',
    name: 'lawyer',
    pattern: plain(
      /\b(?:avocate?s?|notaire|huissier|juristes?|protection juridique|aide juridique|(?:actions?|poursuites?|voies?|demarches?|suites?) (?:legales?|juridiques?|judiciaires?|en justice|de droit)|voie de droit|mise en demeure|engagerai des|poursuites)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'sue',
    pattern: plain(
      /\b(?:(?:vous|les) (?:attaque\w*|poursui\w+|assigne\w*|traine\w*)(?: en justice| devant| au| pour)?|en justice|port(?:er|e|erai|ons|e) plainte|plainte (?:deposee|a la|au|aupres|contre vous|pour)|depose\w* (?:une )?plainte|(?:deposer|depose) (?:un )?(?:recours|dossier au)|saisi(?:r|s|rai|ssons|t) (?:le|la|l'|les|un|mon)|faire valoir mes droits|affaire a la justice)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'court',
    pattern: plain(
      /\b(?:tribuna(?:l|ux)|petites creances|proces|juge(?: de paix| de proximite)?|conciliateur(?: de justice)?|justice|prud'hommes|cour (?:d'appel|superieure))\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'authority',
    pattern: plain(
      /\b(?:rgpd|gdpr|cnil|loi 25|commission d'acces|protection des donnees|droit (?:d'acces|a l'effacement)|dgccrf|ddpp|repression des fraudes|signal ?conso|ufc|que choisir|60 millions|mediateur|mediation de la consommation|test[- ]achats?|opc|(?:office|association|defense|protection|droit|droits|code|organisme|federation|agence|bureau)s? (?:de |d'|des |du |de la |de protection (?:du|des) )?(?:la )?(?:consommat\w+|consommateurs?)|protection du consommateur|gendarmerie|police|commissariat|procureur)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'payment_reversed',
    pattern: plain(
      /\b(?:retrofacturation|charge-?back|opposition (?:a|sur|au) (?:la |le |ma )?(?:carte|paiement|banque|prelevement)|faire opposition|(?:ma |la )?banque (?:va|annule|recuper\w+|reprend|rembourse)\w*|(?:contest|annul|recuper|revoqu)\w* (?:le |la |ce |cette |mon |l')?(?:paiement|debit|prelevement|argent|transaction) (?:aupres de|avec|via|par|chez) (?:ma |la |mon |l')?(?:banque|carte|paypal|visa|mastercard|emetteur)|litige (?:paypal|aupres|avec ma banque|contre)|paypal a ouvert)\b/u,
    ),
  },
  {
    signal: 'mentions_legal',
    name: 'against_the_law',
    pattern: plain(
      /\b(?:illegal(?:e|es|ement)?|illicite|contraire a la loi|hors la loi|delit|interdit par la loi|(?:c'est|est) interdit\b(?=.{0,10}(?:pub|$))|publicite (?:mensongere|trompeuse)|(?:selon|d'apres|par|en vertu de) la loi|la loi (?:m'|me |dit|oblige|exige|est|vous|prevoit|accorde)|avertissement avant (?:procedure|poursuite|action)|dommages[- ](?:et[- ])?interets|mes droits|(?:respectez|rompu|rupture|violation|violez) (?:pas |de |du )?(?:le |la |mon )?(?:contrat|loi)|pas le contrat|escroquerie\b(?=.{0,30}(?:police|plainte|justice)))\b|\bescroquerie et la police\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'press',
    pattern: plain(
      /\b(?:(?:a|dans|avec|contacter|alerter|prevenir|parler a|temoigner dans) (?:la |les |le |un |une )?(?:presse|journal|journaux|journaliste|medias|television|tele|radio)|(?:presse|journalistes?|medias|television)\b.{0,30}\b(?:interesse\w*|informee?s?|au courant|entendre|contact\w+))\b/u,
    ),
  },
];
