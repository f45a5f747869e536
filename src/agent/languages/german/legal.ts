import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** The law in general, paper sizes, dishes ("Gericht" is both) and professions. */
export const LEGAL_IN_GENERAL = plain(
  /\b(?:sohn|tochter|mann|frau|bruder|schwester|vater|mutter|schwiegersohn|neffe|nichte|onkel) (?:ist|war) (?:\w+ )?(?:anwae?lt|richter|polizist)\w{0,3}\b(?=.{0,80}\b(?:trae?gt|sucht|braucht|mag|wue?nscht|rucks\w+|zelt\w*|jacke\w*|stiefel\w*)\b)|\blegal-?format\b|\b(?:ist|sind|wae?re) .{0,40}\b(?:legal|erlaubt)\b.{0,30}\?|\b(?:fertig|reis|nudel|haupt|lieblings|pfannen|trocken|camping)gerichte?\b|\bgericht (?:im|in der|mit|fue?r|aus|brennt|kochen)\b|\b(?:geschenk|mutter|vater|schwester|bruder|freund\w*|mann|frau)\b.{0,25}\b(?:anwae?lt\w*|polizist\w*|richter\w*) (?:ist|war)\b|\bgesetz der (?:schwerkraft|serie)\b|\bmurphys gesetz\b|\bgesetzliche (?:gewae?hrleistung|garantie)\b|\bklage des wolfs?\b|\bmeine?n? (?:vermieter|nachbarn?)\b|\brabatt\b.{0,20}\bpoliz\w+/u,
);

/** Lawyers, courts, authorities, payments taken back, the press. */
export const GERMAN_LEGAL: readonly SignalRule[] = [
  {
    signal: 'mentions_legal',
    name: 'lawyer',
    pattern: plain(
      /\b(?:(?:rechts)?anwae?lt\w{0,4}|kanzlei|notar|rechtsschutz\w*|rechtsbeistand|rechtsabteilung|(?:rechtliche\w?|juristische\w?|gerichtliche\w?|weitere rechtliche) (?:schritte|mittel|wege|massnahmen|masnahmen)|rechtsweg|inkasso)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'sue',
    pattern: plain(
      /\b(?:(?:ver|f?er|ein)?klag(?:en|e)(?= (?:sie|euch|ich|ein|auf|gegen)|[.! ]*$)|(?:ver|fer)klag\w*|klage (?:ein|gegen|vor|erheben|einreichen)|(?:dann|frist|zu) ,?klage[n]?\b|zu klagen|(?:vor|zum|ans) (?:das |dem )?gericht|gericht(?:lich|s\w+)?(?= (?:vorgehen|sehen|entscheid\w*|mahnverfahren|horen|treffen))|sehen uns (?:vor|bei) gericht|vom gericht|mahnbescheid|mahnverfahren|anzeige (?:erstattet|erstatten|ist|gegen)|(?:zeige|anzeigen)(?: \w+){0,3} an\b|strafanzeige|letzte (?:frist|mahnung|warnung)|fristsetzung|abmahnung)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'court',
    pattern: plain(
      /\b(?:amtsgericht|landgericht|bezirksgericht|friedensrichter|vor gericht|ein richter|richter entscheid\w*|schlichtungsstelle|schlichter|ombudsmann|ombudsstelle|prozess(?:ieren)?|proze?s gegen)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'authority',
    pattern: plain(
      /\b(?:dsgvo|ds-gvo|gdpr|bdsg|datenschutz(?:behoe?rde|beauftragte\w*|beschwerde|verstos\w*|verletzung)|landesdatenschutz\w*|verbraucher(?:zentrale|schutz\w*|schue?tzer|rechte?n?)|rechte als verbraucher|konsumentenschutz\w*|konsumentenforum|arbeiterkammer|ak wien|vki|stiftung konsumentenschutz|gewerbeaufsicht|marktaufsicht|wettbewerbszentrale|ordnungsamt|bundesnetzagentur|staatsanwalt\w*|polizei)\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'payment_reversed',
    pattern: plain(
      /\b(?:rue?ckbuchung|ruckbuch\w*|chargeback|rue?cklastschrift|lastschrift zurue?ck\w*|(?:meine |die )?bank (?:holt|bucht|zieht|macht|wird|fordert)\b|bei (?:meiner|der) bank (?:reklam\w*|beanstand\w*|bestritten|widersproch\w*|gemeldet)|(?:zahlung|abbuchung|geld|buchung|betrag) (?:\w+ ){0,4}(?:zurue?ck(?:buchen|holen|rufen)|reklamiert)|paypal (?:hat|fall|kae?uferschutz)|kae?uferschutz)\b/u,
    ),
  },
  {
    signal: 'mentions_legal',
    name: 'against_the_law',
    pattern: plain(
      /\b(?:illegal\w{0,2}|rechtswidrig\w{0,2}|gesetzwidrig\w{0,2}|strafbar|(?:laut|nach dem|per|gegen das|gegen) gesetz\w{0,2}|laut bgb|gesetzlich (?:verpflichtet|vorgeschrieben|zusteht)|verstos(?:t|st|sen|en)? gegen|widerrufsrecht|irrefue?hrend\w* werbung|schadens?ersatz|vertragsbruch|(?:brechen|bricht|gebrochen|verletz\w+) (?:sie |ihr )?(?:den|unseren|einen) vertrag|meine rechte|(?:mein|das) recht (?:als|auf|ist)|betrug(?= und| und die|[.!,]| ist|$))\b/u,
    ),
    unless: LEGAL_IN_GENERAL,
  },
  {
    signal: 'mentions_legal',
    name: 'press',
    pattern: plain(
      /\b(?:(?:an|in|bei|mit) (?:der|die|den|das) (?:presse|zeitung|zeitungen|medien|fernsehen|journalist\w*)|(?:presse|zeitung|medien|fernsehen|journalist\w*) (?:informier\w*|einschalt\w*|weis|wird|erfae?hrt|interessier\w*))\b/u,
    ),
  },
];
