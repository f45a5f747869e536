import { moneyOutKeys, type PaidOut } from '../../agent/actions/limits.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { ClaimedCall, Reservation } from '../../store/store.ts';

/** Rolling sums as the store keeps them, for a run that is over long before a day is. */
export interface PaidLedger {
  /** Every line is a call of its own, so nothing was claimed before. */
  claim(reservations: readonly Reservation[]): ClaimedCall;
  /** What the last claim took, when its call had no effect. */
  giveBack(): void;
  paid(customer: CustomerId | undefined): PaidOut;
}

export function createPaidLedger(): PaidLedger {
  const sums = new Map<string, number>();
  let last: readonly Reservation[] = [];
  const sum = (key: string): number => sums.get(key) ?? 0;
  return {
    claim(reservations) {
      const over = reservations.find(({ key, amount, limit }) => sum(key) + amount > limit);
      last = over ? [] : reservations;
      for (const { key, amount } of last) sums.set(key, sum(key) + amount);
      return over ? { kind: 'over_limit', key: over.key } : { kind: 'claimed' };
    },
    giveBack() {
      for (const { key, amount } of last) sums.set(key, sum(key) - amount);
      last = [];
    },
    paid(customer) {
      const keys = moneyOutKeys(customer);
      return { customerCents: sum(keys.customer), shopCents: sum(keys.shop) };
    },
  };
}
