import type { ValueWords } from '../language.ts';
import { PORTUGUESE_DATES } from './dates.ts';

/** Dates, amounts and numbers as customers write them in Portuguese. */
export const PORTUGUESE_VALUES: ValueWords = {
  months: [
    /jan(?:eiro)?/,
    /fev(?:ereiro)?/,
    /mar(?:co)?/,
    /abr(?:il)?/,
    /mai(?:o)?/,
    /jun(?:ho)?/,
    /jul(?:ho)?/,
    /ago(?:sto)?/,
    /set(?:embro)?/,
    /out(?:ubro)?/,
    /nov(?:embro)?/,
    /dez(?:embro)?/,
  ],
  firstDay: /primeiro/,
  dates: PORTUGUESE_DATES,
  currencies: /(?:dolares|dolar|euros?|reais|real|centavos?|centimos?)/,
  phone: /telefone|tel|celular|telemovel|cel|liga(?:r)?|ligue|numero/,
};
