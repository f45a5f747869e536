import type { DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: (?:abend|morgen|frue?h|vormittag|mittag|nachmittag|nacht))?';
const LAST = '(?:letzte|vorige|vergangene)[nrsm]?';
const NEXT = '(?:nae?chste|kommende)[nrsm]?';
const THIS = 'diese[nrsm]?';
const ABOUT = '(?:(?:etwa|ca\\.?|circa|ungefae?hr|rund|gut|fast|schon|ueber|uber) )?';
/** "am 3. Tag", "am 3. Versuch": something else is counted. */
const COUNTS_OTHERS = '(?! ?(?:mal|tag|stock|etage|versuch|anlauf|platz|woche|monat|advent|bestellung|lieferung|\\d))';

/** How German tells a day from today. */
export const GERMAN_DATES: DateWords = {
  weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', '(?:samstag|sonnabend)'].map(
    (day) => `${day}(?:frue?h|morgen|vormittag|mittag|nachmittag|abend|nacht)?`,
  ),
  units: { day: 'tag(?:en|e)?', week: 'wochen?', month: 'monat(?:en?|s)?', year: 'jahr(?:en?|es)?', weekend: 'wochenende' },
  counts: [
    ['ein paar|einigen?|wenigen?|mehreren?', 'a few'],
    ['ein(?:em|er|en|e)?', '1'],
    ['zwei(?:en)?|zwo', '2'],
    ['drei', '3'],
    ['vier', '4'],
    ['fue?nf', '5'],
    ['sechs', '6'],
    ['sieben', '7'],
    ['acht', '8'],
    ['neun', '9'],
    ['zehn', '10'],
    ['elf', '11'],
    ['zwoe?lf', '12'],
    ['vierzehn', '14'],
  ],
  phrases: {
    'the day before yesterday': [`vorgestern${PART_OF_DAY}`],
    'the day after tomorrow': [`ue?bermorgen${PART_OF_DAY}`],
    'a week ago': [],
    'fortnight ago': [],
    'COUNT UNIT ago': [`(?:heute )?vor ${ABOUT}COUNT UNIT`, 'COUNT UNIT her'],
    'in COUNT UNIT': [`in ${ABOUT}COUNT UNIT(?! (?:alt|lang))`],
    'last PERIOD': [`${LAST} PERIOD`],
    'this PERIOD': [`${THIS} PERIOD`],
    'next PERIOD': [`${NEXT} PERIOD`],
    'last WEEKDAY': [`${LAST} WEEKDAY`],
    'this WEEKDAY': [`${THIS} WEEKDAY`],
    'next WEEKDAY': [`${NEXT} WEEKDAY`],
    'by WEEKDAY': ['bis (?:zum |spae?testens )?(?:kommenden )?WEEKDAY', 'spae?testens (?:am )?WEEKDAY', 'vor WEEKDAY'],
    'the DAY of last month': [`DAY\\. (?:des )?${LAST} monats`],
    'the DAY of this month': [`DAY\\. ${THIS} monats`],
    'the DAY of next month': [`DAY\\. (?:des )?${NEXT} monats`],
    yesterday: [`gestern${PART_OF_DAY}`, 'letzte nacht'],
    today: [`heute${PART_OF_DAY}`],
    // "Guten Morgen", "am Morgen" and a "Morgen!" at the top are the time of day.
    tomorrow: [
      '(?<!(?:guten?|schoe?nen?|am|jeden|jedem|den|dem|eines|frue?hen) )morgen(?: (?:frue?h|vormittag|mittag|nachmittag|abend))?(?! ?!|,? (?:zusammen|allerseits|liebes?|herr|frau))',
    ],
    WEEKDAY: ['WEEKDAY'],
    'the DAY': [`(?:am|seit(?: dem)?|vom|ab(?: dem)?|bis(?: zum)?|den) DAY\\.${COUNTS_OTHERS}`],
  },
};
