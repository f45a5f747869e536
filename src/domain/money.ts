import type { Brand } from './ids.ts';

/** An amount in whole minor units (cents) with its ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}
/** Millionths of a US dollar, for what a model costs. */
export type MicroUsd = Brand<number, 'MicroUsd'>;

export const usd = (minor: number): Money => ({ minor, currency: 'USD' });
export const microUsd = (amount: number): MicroUsd => amount as MicroUsd;

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** Digits after the decimal point, by ISO 4217; two where nothing else is said. */
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [
    code,
    0,
  ]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3]),
]);

export const minorDigits = (currency: string): number => DIGITS[currency.toUpperCase()] ?? 2;

/** `$40.00`, `€12.50`, `CHF 7.00`, `JPY 1,200`: always all decimals of the currency, so that text and ledger can be compared to the letter. */
export function formatMoney({ minor, currency }: Money): string {
  const sign = minor < 0 ? '-' : '';
  const digits = minorDigits(currency);
  const [whole = '', fraction] = (Math.abs(minor) / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const symbol = SYMBOLS[currency];
  return symbol ? `${sign}${symbol}${amount}` : `${sign}${currency} ${amount}`;
}
