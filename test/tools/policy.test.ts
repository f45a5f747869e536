import { describe, expect, it } from '@jest/globals';
import { definePolicy, defineRule, type PolicyCall, type Rule } from '../../src/tools/policy.ts';
import { EMPTY_STORY } from '../../src/tools/story.ts';

const rule = (name: string, limit: number): Rule<number> =>
  defineRule({
    name,
    policy: 'Limits: a number.',
    customer: 'it is too much',
    human: 'Too much.',
    breach: (amount) => (amount > limit ? `${amount} > ${limit}` : undefined),
  });

const call = (input: number): PolicyCall<number> => ({ input, customer: undefined, story: EMPTY_STORY, at: new Date(0) });
const limits = definePolicy({ facts: async ({ input }: PolicyCall<number>) => input, rules: [rule('high', 10), rule('low', 5)] });

describe('a policy', () => {
  it.each([
    [5, undefined],
    [6, 'low'],
    [10, 'low'],
    [11, 'high'],
  ])('of two limits refuses %i by: %s', async (amount, broken) => {
    expect((await limits.judge(call(amount)))?.rule.name).toBe(broken);
  });

  it('tells the evidence beside the sentences', async () => {
    expect(await limits.judge(call(11))).toMatchObject({ rule: { policy: 'Limits: a number.', human: 'Too much.' }, evidence: '11 > 10' });
  });

  it('shows its rules in their order, without the predicates', () => {
    expect(limits.rules.map(({ name }) => name)).toEqual(['high', 'low']);
    expect(limits.rules.every((each) => !('breach' in each))).toBe(true);
  });

  it('rejects when its facts cannot be read', async () => {
    const down = definePolicy({
      facts: async (): Promise<number> => {
        throw new TypeError('connection refused');
      },
      rules: [rule('any', 0)],
    });
    await expect(down.judge(call(1))).rejects.toThrow('connection refused');
  });
});
