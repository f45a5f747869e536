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

/** `$40.00`, `€12.50`, `CHF 7.00`: always two decimals, so that text and ledger can be compared to the letter. */
export function formatMoney({ minor, currency }: Money): string {
  const sign = minor < 0 ? '-' : '';
  const amount = (Math.abs(minor) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  const symbol = SYMBOLS[currency];
  return symbol ? `${sign}${symbol}${amount}` : `${sign}${currency} ${amount}`;
}
