import { NOTHING_COUNTED, type DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: (?:por|en|a|de) la (?:manana|tarde|noche))?';
const ABOUT = '(?:(?:como|unos|unas|casi|mas de|ya|mas o menos) )?';
const THE = '(?:(?:el|la|del|al|de la) )?';

/** How Spanish tells a day from today. */
export const SPANISH_DATES: DateWords = {
  weekdays: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
  units: { day: 'dias?', week: 'semanas?', month: 'mes(?:es)?', year: 'anos?', weekend: '(?:fin de semana|finde)' },
  counts: [
    ['un par de', '2'],
    ['unos pocos|unas pocas|unos|unas|varios|varias|algunos|algunas|pocos|pocas', 'a few'],
    ['una?', '1'],
    ['dos', '2'],
    ['tres', '3'],
    ['cuatro', '4'],
    ['cinco', '5'],
    ['seis', '6'],
    ['siete', '7'],
    ['ocho', '8'],
    ['nueve', '9'],
    ['diez', '10'],
    ['once', '11'],
    ['doce', '12'],
  ],
  phrases: {
    'the day before yesterday': ['(?:antes de ayer|anteayer|antier)'],
    'the day after tomorrow': ['pasado manana'],
    'a week ago': [],
    // Fifteen days, counted with both ends, are two weeks.
    'fortnight ago': [`hace ${ABOUT}quince dias`, 'quince dias atras'],
    'COUNT UNIT ago': [`hace ${ABOUT}COUNT UNIT(?: atras)?`, 'COUNT UNIT atras'],
    'in COUNT UNIT': [`(?:en|dentro de) ${ABOUT}COUNT UNIT`],
    'last PERIOD': [`${THE}PERIOD pasad[oa]`, `${THE}(?:ultim[oa]|pasad[oa]) PERIOD`],
    'this PERIOD': ['est[ea] PERIOD'],
    'next PERIOD': [`${THE}PERIOD (?:que viene|que entra|proxim[oa]|entrante)`, `${THE}proxim[oa] PERIOD`],
    'last WEEKDAY': [`${THE}WEEKDAY (?:pasado|anterior)`, `${THE}(?:pasado|ultimo) WEEKDAY`],
    'this WEEKDAY': ['este WEEKDAY'],
    'next WEEKDAY': [`${THE}WEEKDAY (?:que viene|proximo)`, `${THE}proximo WEEKDAY`],
    'by WEEKDAY': ['(?:para|antes del|hasta) (?:el )?WEEKDAY'],
    'the DAY of last month': ['(?:(?:el|del) )?(?:dia )?DAY del (?:mes pasado|pasado mes|mes anterior)'],
    'the DAY of this month': ['(?:(?:el|del) )?(?:dia )?DAY de(?:l presente| este) mes'],
    'the DAY of next month': ['(?:(?:el|del) )?(?:dia )?DAY del (?:mes que viene|proximo mes|mes proximo)'],
    yesterday: [`ayer${PART_OF_DAY}`, 'anoche'],
    today: [`hoy${PART_OF_DAY}`, 'esta (?:manana|tarde|noche)'],
    // "por la mañana", "cada mañana" are the time of day.
    tomorrow: [`(?<!(?:la|las|una|cada|buena|misma|media|esa) )manana${PART_OF_DAY}`],
    WEEKDAY: ['WEEKDAY'],
    'the DAY': ['(?:el|del|desde el|hasta el) dia DAY', `(?:el|desde el|hasta el) DAY${NOTHING_COUNTED}`],
  },
};
