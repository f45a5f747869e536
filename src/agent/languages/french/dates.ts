import { NOTHING_COUNTED, type DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: (?:soir|matin|midi|apres-midi|apres midi|nuit))?';
const ABOUT = '(?:(?:environ|presque|a peu pres|deja|plus de|bien) )?';
const THE = "(?:(?:le|la|du|de la|au) |l'|de l')?";

/** How French tells a day from today. */
export const FRENCH_DATES: DateWords = {
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  units: { day: 'jours?', week: 'semaines?', month: 'mois', year: 'an(?:nee)?s?', weekend: 'week[- ]?end' },
  counts: [
    ['quelques|plusieurs', 'a few'],
    ['une dizaine de', '10'],
    ['une?', '1'],
    ['deux', '2'],
    ['trois', '3'],
    ['quatre', '4'],
    ['cinq', '5'],
    ['six', '6'],
    ['sept', '7'],
    ['huit', '8'],
    ['neuf', '9'],
    ['dix', '10'],
    ['onze', '11'],
    ['douze', '12'],
  ],
  phrases: {
    'the day before yesterday': [`avant[- ]?hier${PART_OF_DAY}`],
    'the day after tomorrow': [`apres[- ]?demain${PART_OF_DAY}`],
    // Eight and fifteen days, counted with both ends, are one week and two.
    'a week ago': [`(?:il )?y a ${ABOUT}huit jours`],
    'fortnight ago': [`(?:il )?y a ${ABOUT}(?:quinze jours|une quinzaine(?: de jours)?)`],
    'COUNT UNIT ago': [`(?:il )?y a ${ABOUT}COUNT UNIT`],
    'in COUNT UNIT': [`(?:dans|d'ici) ${ABOUT}COUNT UNIT`],
    'last PERIOD': [`${THE}PERIOD (?:derniere?|passee?)`],
    'this PERIOD': ['(?:cette|ce|cet) PERIOD(?:-ci)?'],
    'next PERIOD': [`${THE}PERIOD (?:prochaine?|qui vient)`],
    'last WEEKDAY': [`${THE}WEEKDAY${PART_OF_DAY} (?:dernier|passe)`],
    'this WEEKDAY': ['ce WEEKDAY'],
    'next WEEKDAY': [`${THE}WEEKDAY (?:prochain|qui vient)`],
    'by WEEKDAY': ["(?:pour|avant|jusqu'a|d'ici(?: a)?) (?:le )?WEEKDAY"],
    'the DAY of last month': ['(?:(?:le|du) )?DAY du mois (?:dernier|passe)'],
    'the DAY of this month': ['(?:(?:le|du) )?DAY (?:de ce mois(?:-ci)?|du mois en cours)'],
    'the DAY of next month': ['(?:(?:le|du) )?DAY du mois prochain'],
    yesterday: [`hier${PART_OF_DAY}`, 'la nuit derniere'],
    today: ["aujourd' ?hui", 'ce (?:matin|soir|midi)', 'cet apres[- ]midi', 'cette nuit'],
    tomorrow: [`demain${PART_OF_DAY}`],
    WEEKDAY: [`WEEKDAY${PART_OF_DAY}`],
    'the DAY': [`(?:le|depuis le|avant le|jusqu'au) DAY${NOTHING_COUNTED}`],
  },
};
