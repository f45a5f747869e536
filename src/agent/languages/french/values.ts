import type { ValueWords } from '../language.ts';
import { FRENCH_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in French. */
export const FRENCH_VALUES: ValueWords = {
  months: [
    /janv(?:ier)?/,
    /fevr?(?:ier)?/,
    /mars/,
    /avr(?:il)?/,
    /mai/,
    /juin/,
    /juil(?:let)?/,
    /aout/,
    /sept(?:embre)?/,
    /oct(?:obre)?/,
    /nov(?:embre)?/,
    /dec(?:embre)?/,
  ],
  firstDay: /premier/,
  dates: FRENCH_DATES,
  currencies: /(?:dollars?|euros?|piastres?|balles|francs?|cents?|centimes?)/,
  phone: /telephone|tel|portable|mobile|cellulaire|cell|gsm|natel|appel(?:ez|er)(?:-moi)?|numero/,
};
