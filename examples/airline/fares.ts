import type { Cabin, User } from './records.ts';

/** Dollars. Policy, book flight: each extra bag, and the insurance for each passenger. */
export const BAG_DOLLARS = 50;
export const INSURANCE_DOLLARS = 30;

/** Free checked bags for each passenger. Policy, book flight: checked bag allowance. */
const FREE_BAGS: Readonly<Record<User['membership'], Readonly<Record<Cabin, number>>>> = {
  regular: { basic_economy: 0, economy: 1, business: 2 },
  silver: { basic_economy: 1, economy: 2, business: 3 },
  gold: { basic_economy: 2, economy: 3, business: 4 },
};

export const freeBags = (membership: User['membership'], cabin: Cabin, passengers: number): number =>
  FREE_BAGS[membership][cabin] * passengers;
