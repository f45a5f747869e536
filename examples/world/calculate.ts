import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { evaluate } from './evaluate.ts';
import { fails } from './effects.ts';

export const calculate = () =>
  defineTool({
    name: 'calculate',
    description: 'The value of an arithmetic expression, rounded to two decimals.',
    input: z.strictObject({ expression: z.string() }),
    output: z.string(),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ expression }) => {
      const value = evaluate(expression);
      return value === undefined
        ? fails('expression_invalid', 'only numbers, + - * / ( ) and spaces can be calculated')
        : { kind: 'ok', output: decimalText(value), summary: 'calculated' };
    },
  });

/** `4.0`, `2.35`, `-0.1`: at most two decimals, at least one. */
function decimalText(value: number): string {
  const rounded = roundHalfEven(value);
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

/** Two decimals. A value that lies exactly between two of them goes to the even one. */
function roundHalfEven(value: number): number {
  const hundredths = value * 100;
  const isTie = Number.isInteger(value * 8) && Math.abs(hundredths % 1) === 0.5;
  return isTie ? (2 * Math.round(hundredths / 2)) / 100 : Number(value.toFixed(2));
}
