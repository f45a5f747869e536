import type { CustomerId } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { Tally } from '../../store/store.ts';

/** Where money that leaves is summed up: per customer and for the whole shop. */
export const moneyOutKeys = (customer: CustomerId | undefined): { readonly customer: string; readonly shop: string } => ({
  customer: `money_out/customer/${customer ?? 'nobody'}`,
  shop: 'money_out/shop',
});

/** What one payment adds to the rolling sums. */
export function moneyOut(customer: CustomerId | undefined, amount: Money, at: Date): readonly Tally[] {
  const keys = moneyOutKeys(customer);
  return [
    { key: keys.customer, at, amount: amount.minor },
    { key: keys.shop, at, amount: amount.minor },
  ];
}
