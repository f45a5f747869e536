import { describe, expect, it } from '@jest/globals';
import { calculate } from '../../../examples/world/calculate.ts';
import { ending } from '../../support/packs/act-on.ts';
import { smallShop } from '../../support/packs/small-shop.ts';

async function valueOf(expression: string): Promise<unknown> {
  const prepared = calculate().prepare({ expression });
  if (prepared.kind !== 'ready') return prepared.kind;
  const context = { customerId: undefined, idempotencyKey: '', signal: new AbortController().signal, now: () => new Date(0) };
  const outcome = await prepared.call.run(context);
  return outcome.kind === 'ok' ? outcome.output : outcome.kind;
}

describe('the calculator', () => {
  it.each([
    ['4', '4.0'],
    ['2 + 2 * 3', '8.0'],
    ['(2 + 2) * 3', '12.0'],
    ['473.43 + 622.12', '1095.55'],
    ['1 / 3', '0.33'],
    ['0.125', '0.12'],
    ['0.375', '0.38'],
    ['-5 + 2', '-3.0'],
    ['2 ** 3', '8.0'],
    ['-2 ** 2', '-4.0'],
    ['7 // 2', '3.0'],
    ['3 - -2', '5.0'],
    ['100 - 0.1', '99.9'],
  ])('takes %s for %s', async (expression, value) => {
    expect(await valueOf(expression)).toBe(value);
  });

  it.each(['', '2 +', '(2', '2)', '1 / 0', '2 x 3', '1.2.3', 'process.exit()', `${'('.repeat(600)}1${')'.repeat(600)}`])(
    'calculates nothing out of %j',
    async (expression) => {
      expect(await valueOf(expression)).toBe('refused');
    },
  );

  it('is asked by everybody', async () => {
    expect(await ending(smallShop(), [['calculate', { expression: '1 + 1' }]])).toBe('ok');
  });
});
