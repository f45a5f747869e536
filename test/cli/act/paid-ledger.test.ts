import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { customerId } from '../../../src/domain/ids.ts';
import { usd } from '../../../src/domain/money.ts';
import { actOn, type Step } from '../../support/packs/act-on.ts';
import { defineIdentityProof } from '../../../src/tools/identity-proof.ts';
import { defineTool, type ToolPack } from '../../../src/tools/tool.ts';

/** A pack whose only tool pays so many cents; an odd amount is refused by the system itself. */
const payingPack = (): ToolPack => ({
  name: 'payer',
  demo: false,
  tools: [
    defineTool({
      name: 'pay_out',
      description: 'Pay an amount to the customer.',
      input: z.strictObject({ cents: z.int().positive() }),
      output: z.string(),
      effect: 'write',
      private: true,
      critical: true,
      consent: 'yes',
      approval: () => ({ kind: 'automatic' }),
      amount: ({ cents }) => usd(cents),
      run: async ({ cents }) =>
        cents % 2 === 0 ? { kind: 'ok', output: 'paid', summary: 'paid' } : { kind: 'refused', rule: 'odd', because: 'odd' },
    }),
  ],
  identityProof: defineIdentityProof({ kind: 'story', about: 'Whoever speaks.', proves: async () => customerId('C-1') }),
  ownerOf: async () => undefined,
  customerByEmail: async () => undefined,
  customerById: async () => undefined,
  sampleCustomers: async () => [],
  changedRecords: async () => [],
  close: async () => {},
});

const pay = (cents: number): Step => ['pay_out', { cents }];

describe('what leaves within one run of act', () => {
  it.each([
    ['stays within the limit of a customer', [6_000, 4_000], ['ok', 'ok']],
    ['waits for a person one payment above it', [6_000, 4_002], ['ok', 'refused']],
    ['counts nothing that the system refused', [6_001, 6_000, 4_000], ['failed', 'ok', 'ok']],
  ])('%s', async (_rule, amounts, statuses) => {
    const results = await actOn(payingPack(), ['hello', ...amounts.map(pay)], { isolate: false });
    expect(results.map(({ status }) => status)).toEqual(statuses);
  });

  it('names the rule that holds a payment', async () => {
    expect((await actOn(payingPack(), ['hello', pay(10_002)], { isolate: false }))[0]).toMatchObject({
      status: 'refused',
      rule: 'rolling_limit',
    });
  });
});
