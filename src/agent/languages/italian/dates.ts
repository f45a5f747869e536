import { NOTHING_COUNTED, type DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: (?:mattina|pomeriggio|sera|notte))?';
const ABOUT = '(?:(?:circa|quasi|piu di|gia|piu o meno) )?';
const THE = "(?:(?:il|lo|la|del|della|nel|nella) |l'|dell'|nell')?";

/** How Italian tells a day from today. */
export const ITALIAN_DATES: DateWords = {
  weekdays: ['domenica', 'lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato'],
  units: { day: 'giorn[oi]', week: 'settiman[ae]', month: 'mes[ei]', year: 'ann[oi]', weekend: '(?:week[- ]?end|fine settimana)' },
  counts: [
    ['un paio di', '2'],
    ['qualche|alcuni|alcune|pochi|poche|diversi|diverse', 'a few'],
    ["un[oa']?", '1'],
    ['due', '2'],
    ['tre', '3'],
    ['quattro', '4'],
    ['cinque', '5'],
    ['sei', '6'],
    ['sette', '7'],
    ['otto', '8'],
    ['nove', '9'],
    ['dieci', '10'],
    ['undici', '11'],
    ['dodici', '12'],
  ],
  phrases: {
    'the day before yesterday': ["(?:l'altro ?ieri|altro ?ieri|avantieri|ieri l'altro|ieri laltro)"],
    'the day after tomorrow': ['dopo ?domani'],
    'a week ago': [],
    // Fifteen days, counted with both ends, are two weeks.
    'fortnight ago': ['quindici giorni (?:fa|or sono)'],
    'COUNT UNIT ago': ['COUNT UNIT (?:fa|or sono|addietro)'],
    'in COUNT UNIT': [`(?:tra|fra) ${ABOUT}COUNT UNIT`],
    'last PERIOD': [`${THE}PERIOD (?:scors[oa]|passat[oa])`, `${THE}(?:scors[oa]|ultim[oa]) PERIOD`],
    'this PERIOD': ["(?:quest[oa] |quest')PERIOD"],
    'next PERIOD': [`${THE}PERIOD prossim[oa]`, `${THE}PERIOD che viene`, `${THE}prossim[oa] PERIOD`],
    'last WEEKDAY': [`${THE}WEEKDAY (?:scors[oa]|passat[oa])`, `${THE}(?:scors[oa]|ultim[oa]) WEEKDAY`],
    'this WEEKDAY': ['quest[oa] WEEKDAY'],
    'next WEEKDAY': [`${THE}WEEKDAY (?:prossim[oa]|che viene)`, `${THE}prossim[oa] WEEKDAY`],
    'by WEEKDAY': ['(?:entro|prima di|fino a) (?:il )?WEEKDAY'],
    'the DAY of last month': ['(?:(?:il|del|dal) )?(?:giorno )?DAY (?:del mese (?:scorso|passato)|dello scorso mese)'],
    'the DAY of this month': ['(?:(?:il|del|dal) )?(?:giorno )?DAY (?:di questo|del corrente) mese'],
    'the DAY of next month': ['(?:(?:il|del|dal) )?(?:giorno )?DAY del (?:mese prossimo|prossimo mese)'],
    yesterday: [`ieri${PART_OF_DAY}`],
    today: [`oggi${PART_OF_DAY}`, '(?:stamattina|stamani|stamane|stasera|stanotte)', 'quest[oa] (?:mattina|pomeriggio|sera|notte)'],
    tomorrow: [`domani${PART_OF_DAY}`],
    WEEKDAY: [`WEEKDAY${PART_OF_DAY}`],
    'the DAY': ['(?:il|dal|del|al) giorno DAY', `(?:il|dal) DAY${NOTHING_COUNTED}`],
  },
};
