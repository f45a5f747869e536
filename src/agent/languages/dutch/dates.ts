import type { DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: ?(?:ochtend|morgen|middag|avond|nacht|vroeg))?';
const LAST = '(?:vorige?|afgelopen|laatste|verleden)';
const NEXT = '(?:volgende?|komende?|aanstaande)';
const THIS = '(?:deze|dit)';
const ABOUT = "(?:(?:ongeveer|zo'n|circa|ca\\.?|ruim|bijna|al) )?";
const ORDINAL = 'DAY ?(?:e|ste|de)';
/** "de 3e keer", "de 2e bestelling": something else is counted. */
const COUNTS_OTHERS =
  '(?! (?:keer|maal|verdieping|etage|bestelling|levering|poging|dag|week|maand|plaats|bericht|mail|artikel|pakket|product|hands))';

/** How Dutch tells a day from today. */
export const DUTCH_DATES: DateWords = {
  weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'].map((day) => `${day}${PART_OF_DAY}`),
  units: { day: 'dag(?:en)?', week: 'we(?:ek|ken)', month: 'maand(?:en)?', year: 'ja(?:ar|ren)', weekend: 'weekend' },
  counts: [
    ['een paar|enkele|enige|meerdere', 'a few'],
    ['een|1', '1'],
    ['twee', '2'],
    ['drie', '3'],
    ['vier', '4'],
    ['vijf', '5'],
    ['zes', '6'],
    ['zeven', '7'],
    ['acht', '8'],
    ['negen', '9'],
    ['tien', '10'],
    ['elf', '11'],
    ['twaalf', '12'],
    ['veertien', '14'],
  ],
  phrases: {
    'the day before yesterday': [`eergisteren${PART_OF_DAY}`],
    'the day after tomorrow': [`overmorgen${PART_OF_DAY}`],
    'a week ago': [],
    'fortnight ago': [],
    'COUNT UNIT ago': [`${ABOUT}COUNT UNIT (?:geleden|terug)`],
    'in COUNT UNIT': [`over ${ABOUT}COUNT UNIT`],
    'last PERIOD': [`${LAST} PERIOD`],
    'this PERIOD': [`${THIS} PERIOD`],
    'next PERIOD': [`${NEXT} PERIOD`],
    'last WEEKDAY': [`${LAST} WEEKDAY`],
    'this WEEKDAY': [`${THIS} WEEKDAY`],
    'next WEEKDAY': [`${NEXT} WEEKDAY`],
    'by WEEKDAY': ['(?:tegen|voor|tot(?: en met)?|uiterlijk(?: op)?) WEEKDAY'],
    'the DAY of last month': [`(?:de )?${ORDINAL} van (?:de )?${LAST} maand`],
    'the DAY of this month': [`(?:de )?${ORDINAL} van ${THIS} maand`],
    'the DAY of next month': [`(?:de )?${ORDINAL} van (?:de )?${NEXT} maand`],
    yesterday: [`gister(?:en)?${PART_OF_DAY}`],
    today: ['vandaag', 'van(?:ochtend|morgen|middag|avond|nacht)'],
    // "Goede morgen", "op een morgen" are the time of day.
    tomorrow: [`(?<!(?:goeden?|goeie|elke|iedere|een|de) )morgen${PART_OF_DAY}`],
    WEEKDAY: ['WEEKDAY'],
    'the DAY': [`(?:op|sinds|vanaf|van|tot|voor) de ${ORDINAL}${COUNTS_OTHERS}`],
  },
};
