import type { ValueWords } from '../language.ts';
import { DUTCH_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in Dutch. */
export const DUTCH_VALUES: ValueWords = {
  months: [
    /jan(?:uari)?/,
    /feb(?:ruari)?/,
    /maart|mrt/,
    /apr(?:il)?/,
    /mei/,
    /juni?/,
    /juli?/,
    /aug(?:ustus)?/,
    /sept?(?:ember)?/,
    /okt(?:ober)?/,
    /nov(?:ember)?/,
    /dec(?:ember)?/,
  ],
  firstDay: /eerste/,
  dates: DUTCH_DATES,
  currencies: /(?:dollars?|euro(?:'s)?|cent(?:en)?)/,
  phone: /telefoon(?:nummer)?|tel|gsm|mobiel(?:e nummer)?|bel(?: me)?|nummer/,
};
