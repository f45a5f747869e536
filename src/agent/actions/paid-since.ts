import type { CustomerId } from '../../domain/ids.ts';
import type { Store } from '../../store/store.ts';
import { daysBefore } from '../when.ts';
import { moneyOutKeys, type PaidOut } from './limits.ts';

/** Refunds within the 24 hours before `at`, those under way included. */
export async function paidSince(store: Pick<Store, 'sumTallies'>, customer: CustomerId | undefined, at: Date): Promise<PaidOut> {
  const keys = moneyOutKeys(customer);
  const since = daysBefore(at, 1);
  const [ofCustomer, ofShop] = await Promise.all([store.sumTallies(keys.customer, since), store.sumTallies(keys.shop, since)]);
  return { customerCents: ofCustomer.amount, shopCents: ofShop.amount };
}
