import type { ValueWords } from '../language.ts';
import { GERMAN_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in German. */
export const GERMAN_VALUES: ValueWords = {
  months: [
    /jan(?:uar)?|jae?nner/,
    /feb(?:ruar|er)?/,
    /mae?rz/,
    /apr(?:il)?/,
    /mai/,
    /juni?/,
    /juli?/,
    /aug(?:ust)?/,
    /sept?(?:ember)?/,
    /okt(?:ober)?/,
    /nov(?:ember)?/,
    /dez(?:ember)?/,
  ],
  firstDay: /ersten?/,
  dates: GERMAN_DATES,
  currencies: /(?:dollars?|euros?|franken|cents?|rappen)/,
  phone: /telefon(?:nummer)?|tel|handy(?:nummer)?|mobil(?:nummer)?|natel|ruf(?:en)?(?: sie)?(?: mich)?(?: an)?|nummer|anrufen/,
};
