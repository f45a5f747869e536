import type { Money } from '../../domain/money.ts';

/** Digits that are not 0–9 look like other numbers than they are. */
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/u;
const IS_ID = /(?:^id|Id|_id|Number|_number)$/;
const DEEPEST = 20;

/**
 * What is wrong with the arguments of a call whatever its tool thinks of them: numbers that are none, identifiers in
 * digits that only look like ours, amounts that are no whole positive cents, another currency. Undefined when they are sound.
 */
export function unsoundArguments(input: unknown, amount: Money | undefined, currency: string): string | undefined {
  return unsoundValue(input, '', 0) ?? (amount === undefined ? undefined : unsoundAmount(amount, currency));
}

function unsoundAmount({ minor, currency }: Money, ours: string): string | undefined {
  if (!Number.isSafeInteger(minor) || minor <= 0) return `the amount ${minor} is not a positive whole number of cents`;
  return currency === ours ? undefined : `the amount is in ${currency}, not in ${ours}`;
}

function unsoundValue(value: unknown, name: string, depth: number): string | undefined {
  if (typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER))
    return `${name}: ${value} is no exact number`;
  if (typeof value === 'string' && IS_ID.test(name) && FOREIGN_DIGIT.test(value)) return `${name}: digits other than 0 to 9`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return `${name}: nested too deep`;
  for (const [key, inner] of Object.entries(value)) {
    const problem = unsoundValue(inner, Array.isArray(value) ? name : key, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
