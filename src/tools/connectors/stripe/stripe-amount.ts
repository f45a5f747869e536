import { minorDigits, type Money } from '../../../domain/money.ts';

/** Currencies without decimals that Stripe still counts in hundredths (docs.stripe.com/currencies, special cases). */
const COUNTED_IN_HUNDREDTHS: ReadonlySet<string> = new Set(['ISK', 'UGX']);

/** The whole number by which Stripe knows an amount; undefined for one that it cannot pay out, such as a thousandth of a dinar. */
export function toStripeAmount({ minor, currency }: Money): number | undefined {
  if (!Number.isSafeInteger(minor) || minor <= 0) return undefined;
  if (COUNTED_IN_HUNDREDTHS.has(currency)) return minor * 100;
  // Three decimals are sent, and the last one has to be a nought.
  return minorDigits(currency) === 3 && minor % 10 !== 0 ? undefined : minor;
}

export function fromStripeAmount(amount: number, currency: string): Money {
  return { minor: COUNTED_IN_HUNDREDTHS.has(currency) ? amount / 100 : amount, currency };
}
