/** Records hold dollars; sums are made of whole cents, so that no rounding error piles up. */
export const toCents = (dollars: number): number => Math.round(dollars * 100);
export const toDollars = (cents: number): number => cents / 100;
export const dollarText = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
