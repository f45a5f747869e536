import type { ValueWords } from '../language.ts';
import { ITALIAN_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in Italian. */
export const ITALIAN_VALUES: ValueWords = {
  months: [
    /gen(?:naio)?/,
    /feb(?:braio)?/,
    /mar(?:zo)?/,
    /apr(?:ile)?/,
    /mag(?:gio)?/,
    /giu(?:gno)?/,
    /lug(?:lio)?/,
    /ago(?:sto)?/,
    /set(?:tembre)?/,
    /ott(?:obre)?/,
    /nov(?:embre)?/,
    /dic(?:embre)?/,
  ],
  firstDay: /primo/,
  dates: ITALIAN_DATES,
  currencies: /(?:dollar[oi]|euro|cent(?:esim[oi])?)/,
  phone: /telefono|tel|cellulare|cell|chiam(?:ami|atemi|are)|numero/,
};
