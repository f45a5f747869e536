import type { DateWords } from '../date-words.ts';

const PART_OF_DAY = '(?: (?:a|de|pela|ao) (?:manha|tarde|noite|almoco))?';
const ABOUT = '(?:(?:cerca de|uns|umas|quase|mais de|ja) )?';
const THE = '(?:(?:n?a|n?o|da|do) )?';
const SINCE = '(?:ha|faz|fazem)';
/** "segunda" is the second as well. */
const COUNTS_OTHERS =
  '(?! (?:vez|compra|encomenda|tentativa|entrega|mensagem|foto|linha|parte|semana|pessoa|opcao|loja|etapa|caixa|mao|pergunta|chance|classe))';

/** How Portuguese tells a day from today. */
export const PORTUGUESE_DATES: DateWords = {
  weekdays: [
    'domingo',
    '(?:segunda|2[aª])(?:[- ]feira)?',
    '(?:terca|3[aª])(?:[- ]feira)?',
    '(?:quarta|4[aª])(?:[- ]feira)?',
    '(?:quinta|5[aª])(?:[- ]feira)?',
    '(?:sexta|6[aª])(?:[- ]feira)?',
    'sabado',
  ],
  units: { day: 'dias?', week: 'semanas?', month: 'mes(?:es)?', year: 'anos?', weekend: '(?:fim|final) de semana' },
  counts: [
    ['um par de', '2'],
    ['uns|umas|alguns|algumas|varios|varias|poucos|poucas', 'a few'],
    ['uma?', '1'],
    ['dois|duas', '2'],
    ['tres', '3'],
    ['quatro', '4'],
    ['cinco', '5'],
    ['seis', '6'],
    ['sete', '7'],
    ['oito', '8'],
    ['nove', '9'],
    ['dez', '10'],
    ['onze', '11'],
    ['doze', '12'],
  ],
  phrases: {
    'the day before yesterday': ['(?:anteontem|antes de ontem)'],
    'the day after tomorrow': ['depois de amanha'],
    'a week ago': [],
    // Fifteen days, counted with both ends, are two weeks.
    'fortnight ago': [`${SINCE} ${ABOUT}quinze dias`, 'quinze dias atras'],
    'COUNT UNIT ago': [`${SINCE} ${ABOUT}COUNT UNIT(?: atras)?`, 'COUNT UNIT atras'],
    'in COUNT UNIT': [`(?:em|daqui a|dentro de) ${ABOUT}COUNT UNIT`],
    'last PERIOD': [`${THE}PERIOD passad[oa]`, `${THE}(?:ultim[oa]|passad[oa]) PERIOD`],
    'this PERIOD': ['n?est[ea] PERIOD'],
    'next PERIOD': [`${THE}PERIOD (?:que vem|proxim[oa])`, `${THE}proxim[oa] PERIOD`],
    'last WEEKDAY': [`${THE}WEEKDAY passad[oa]`, `${THE}(?:ultim[oa]|passad[oa]) WEEKDAY`],
    'this WEEKDAY': ['n?est[ea] WEEKDAY'],
    'next WEEKDAY': [`${THE}WEEKDAY (?:que vem|proxim[oa])`, `${THE}proxim[oa] WEEKDAY`],
    'by WEEKDAY': [`(?:ate|antes d[ao]) (?:[ao] )?WEEKDAY${COUNTS_OTHERS}`],
    'the DAY of last month': ['(?:(?:no|do) )?(?:dia )?DAY do mes passado'],
    'the DAY of this month': ['(?:(?:no|do) )?(?:dia )?DAY d(?:este|o presente) mes'],
    'the DAY of next month': ['(?:(?:no|do) )?(?:dia )?DAY do (?:mes que vem|proximo mes)'],
    yesterday: [`ontem${PART_OF_DAY}`],
    today: [`hoje${PART_OF_DAY}`, 'esta (?:manha|tarde|noite)'],
    tomorrow: [`amanha${PART_OF_DAY}`],
    WEEKDAY: [`WEEKDAY(?<=feira|sabado|domingo)${PART_OF_DAY}`, `(?:na|desde(?: a)?) WEEKDAY${PART_OF_DAY}${COUNTS_OTHERS}`],
    'the DAY': ['(?:(?:no|do|desde(?: o)?|ate(?: o)?|o) )?dia DAY'],
  },
};
