import type { ValueWords } from '../language.ts';
import { SPANISH_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in Spanish. */
export const SPANISH_VALUES: ValueWords = {
  months: [
    /ene(?:ro)?/,
    /feb(?:rero)?/,
    /mar(?:zo)?/,
    /abr(?:il)?/,
    /may(?:o)?/,
    /jun(?:io)?/,
    /jul(?:io)?/,
    /ago(?:sto)?/,
    /sep(?:tiembre)?|set(?:iembre)?/,
    /oct(?:ubre)?/,
    /nov(?:iembre)?/,
    /dic(?:iembre)?/,
  ],
  firstDay: /primero/,
  dates: SPANISH_DATES,
  currencies: /(?:dolares|dolar|euros?|pesos?|pavos|lucas|centavos?|centimos?)/,
  phone: /telefono|tel|movil|celular|cel|llama(?:me|dme|r)?|numero/,
};
