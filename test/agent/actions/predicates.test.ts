import { describe, expect, it } from '@jest/globals';
import { judgePredicates, type PredicateFacts } from '../../../src/agent/actions/predicates.ts';
import { predicate, type Predicate, type PredicateTest } from '../../../src/domain/playbook.ts';

const AT = new Date('2026-03-10T15:00:00.000Z');
const FACTS: PredicateFacts = {
  input: { reason: 'unwanted', item: null },
  amountCents: 6_000,
  record: { status: 'delivered', lines: ['Mug Set', 'Tent'], deliveredAt: '2026-02-28T15:00:00.000Z', gift: false },
  customer: { memberSince: '2026-02-08T15:00:00.000Z', status: 'active' },
  said: ['I want my money back', 'the TENT is too small'],
  at: AT,
};
const row = (change: Partial<Predicate>): Predicate => ({
  name: 'young_account',
  tools: ['process_refund'],
  when: {},
  customer: 'that needs a month as a customer',
  human: 'A large refund to a young account.',
  ...change,
});
const objects = (when: Predicate['when'], unless?: Predicate['when']): boolean =>
  judgePredicates([row({ when, ...(unless ? { unless } : {}) })], FACTS) !== undefined;

describe('a predicate', () => {
  it.each<[string, PredicateTest, boolean]>([
    ['input.reason', 'unwanted', true],
    ['input.reason', 'Unwanted', true],
    ['input.reason', 'damaged', false],
    ['input.reason', { is: 'unwanted' }, true],
    ['input.reason', { in: ['damaged', 'unwanted'] }, true],
    ['input.reason', { in: ['damaged', 'defective'] }, false],
    ['amountCents', 6_000, true],
    ['amountCents', '6000', false],
    ['amountCents', { above: 5_999 }, true],
    ['amountCents', { above: 6_000 }, false],
    ['amountCents', { atLeast: 6_000 }, true],
    ['amountCents', { atLeast: 6_001 }, false],
    ['amountCents', { below: 6_001 }, true],
    ['amountCents', { below: 6_000 }, false],
    ['amountCents', { atMost: 6_000 }, true],
    ['amountCents', { atMost: 5_999 }, false],
    ['amountCents', { above: 1, below: 2 }, false],
    ['record.gift', false, true],
    ['record.lines', { contains: 'tent' }, true],
    ['record.lines', { contains: 'stove' }, false],
    ['record.lines.length', { above: 1 }, true],
    ['said', { contains: 'too small' }, true],
    ['said', { contains: 'lawyer' }, false],
    ['record.deliveredAt', { olderThanDays: 9 }, true],
    ['record.deliveredAt', { olderThanDays: 10 }, false],
    ['record.deliveredAt', { youngerThanDays: 11 }, true],
    ['customer.memberSince', { youngerThanDays: 30 }, false],
    ['record.status', { above: 3 }, false],
    ['record.status', { olderThanDays: 0 }, false],
    ['record.missing', { known: false }, true],
    ['input.item', { known: false }, true],
    ['record.status', { known: true }, true],
    ['record.missing', { known: true, below: 5 }, false],
    ['input.missing', { is: 'undefined' }, false],
    ['input.missing', { below: 5 }, false],
    ['record.constructor', { known: true }, false],
    ['record.__proto__', { known: true }, false],
  ])('sees that %s and %j: %s', (path, test, isMet) => {
    expect(objects({ [path]: test })).toBe(isMet);
  });

  it.each<[string, PredicateTest]>([
    ['record.stauts', 'delivered'],
    ['record.lines.0.sku', { contains: 'MUG' }],
    ['customer.membersince', { youngerThanDays: 30 }],
  ])('cannot be judged by %s, which no record has', (path, test) => {
    expect(() => objects({ amountCents: { above: 9_999 }, [path]: test })).toThrow(`young_account: there is no ${path}`);
    expect(() => objects({ amountCents: { above: 9_999 } }, { [path]: test })).toThrow(`there is no ${path}`);
  });

  it.each([
    ['all of `when`', { amountCents: { above: 5_000 }, 'input.reason': 'unwanted' }, undefined, true],
    ['only part of `when`', { amountCents: { above: 5_000 }, 'input.reason': 'damaged' }, undefined, false],
    ['all of `when` and of `unless`', { amountCents: { above: 5_000 } }, { 'customer.status': 'active' }, false],
    [
      'all of `when` and part of `unless`',
      { amountCents: { above: 5_000 } },
      { 'customer.status': 'active', said: { contains: 'gift' } },
      true,
    ],
  ] as const)('judges by %s', (_what, when, unless, isMet) => {
    expect(objects(when, unless)).toBe(isMet);
  });

  it('objects with its name, both sentences and what it saw; the first one in order', () => {
    const rows = [
      row({ name: 'silent', when: { amountCents: 1 } }),
      row({ when: { amountCents: { above: 1 }, 'record.status': 'delivered' } }),
    ];
    expect(judgePredicates([...rows, row({ name: 'later', when: { amountCents: { above: 0 } } })], FACTS)).toMatchObject({
      rule: { name: 'young_account', customer: 'that needs a month as a customer', human: 'A large refund to a young account.' },
      evidence: 'amountCents is 6000, record.status is "delivered"',
    });
  });
});

describe('a row of `predicates:`', () => {
  it.each<[string, Record<string, unknown>]>([
    ['without a condition', { when: {} }],
    ['without a tool', { tools: [], when: { said: 'x' } }],
    ['about a fact that does not exist', { when: { weather: 'rain' } }],
    ['with a test that does not exist', { when: { amountCents: { biggerThan: 5 } } }],
    ['with an empty test', { when: { amountCents: {} } }],
    ['without words for the customer', { customer: '', when: { said: 'x' } }],
    ['with a name of several words', { name: 'No refunds', when: { said: 'x' } }],
  ])('is refused %s', (_what, change) => {
    expect(predicate.safeParse({ ...row({}), ...change }).success).toBe(false);
  });
});
