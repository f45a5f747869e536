import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Somebody is hurt, ill or threatened, or something that was sold burns: a person has to look at once. */
export const FRENCH_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:blessee?s?|brulee? (?:a |au |aux |la |le |les |mon |ma )|me suis (?:brulee?|coupee?|blessee?|cassee?|ebouillantee?|electrocutee?)|s'est (?:brulee?|blessee?|(?:coupee?|cassee?) (?:le|la|un|une|les) (?:bras|jambe|doigts?|main|pied|cheville|poignet|dents?|nez|cote|tete|epaule|genou)|ebouillantee?|etouffee?|intoxiquee?|electrocutee?)|a l'hopital|aux urgences|ambulance|intoxication|intoxiquee?|reaction allergique|choc electrique|du sang|saigne\w*|a avale)\b/u,
    ),
    unless: plain(
      /\b(?:livr\w+|travaille\w*|adresse|envoy\w+|personnel)\b.{0,20}\bhopital|\btrousse\b|\b(?:en cas de|protege\w*|evite\w*|risque[- ]t)\b|\bcommande.{0,10}\burgen/u,
    ),
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:pris feu|prend feu|en (?:feu|flammes)|explos(?:ee?|ion|e)|a (?:explose|fondu|brule)|incendie|fumee|etincelles?|odeur (?:\w+ )?de (?:gaz|brule)|sent (?:\w+ ){0,2}le (?:gaz|brule)|(?:cartouche|bouteille|bonbonne|rechaud)(?: de gaz)? (?:\w+ )?fuit|fuite de gaz|monoxyde)\b/u,
    ),
    unless: plain(/\b(?:pas d'etincelles?|en cas de|resiste\w*|faire un feu|feu de (?:camp|bois)|allumer (?:un|le) feu|detecteur)\b/u),
  },
  {
    signal: 'reports_danger',
    name: 'threat',
    pattern: plain(
      /\b(?:me (?:suicider|tuer|foutre en l'air)|envie de mourir|envie d'en finir|en finir avec (?:la vie|tout)|plus (?:envie|la force) de vivre|je vais (?:vous|te|le|la) (?:tuer|frapper|casser la|buter)|vous retrouver)\b/u,
    ),
  },
];
