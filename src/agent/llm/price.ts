import { microUsd, type MicroUsd } from '../../domain/money.ts';
import type { TokenUse } from './language-model.ts';
import type { ModelPrices } from './model-settings.ts';

/** What a call costs, in millionths of a dollar, rounded up: a dollar for a million tokens is a millionth for one. */
export function costOf(tokens: TokenUse, prices: ModelPrices | undefined): MicroUsd {
  if (!prices) return microUsd(0);
  const { input, cacheWrite, cacheRead, output } = tokens;
  const sum = input * prices.input + cacheWrite * prices.cacheWrite + cacheRead * prices.cacheRead + output * prices.output;
  const isLong = prices.long !== undefined && input + cacheWrite + cacheRead > prices.long.aboveTokens;
  return microUsd(Math.ceil(isLong ? sum * (prices.long?.times ?? 1) : sum));
}

/**
 * An estimate without the provider's tokeniser, for budgets before a call and for cost figures without an account: a token
 * for every 3.5 characters, rounded up. English prose has some 4 to 4.5 characters a token, JSON and ids some 3, so it is
 * meant to be too high rather than too low.
 */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 3.5);
