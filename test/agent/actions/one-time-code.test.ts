import { describe, expect, it } from '@jest/globals';
import { issueCode, judgeCode, type CodeVerdict } from '../../../src/agent/actions/one-time-code.ts';
import { conversationId, customerId, participantKey } from '../../../src/domain/ids.ts';
import { seededRandom } from '../../support/agent/seeded-random.ts';

const AT = new Date('2026-03-10T15:00:00.000Z');
const SETTINGS = {
  codeMinutes: 10,
  tries: 5,
  codesPerHour: 3,
  codesToAddressPerHour: 10,
  failuresPerDay: 10,
  idleMinutes: 30,
  maxHours: 8,
};
const MIA = { conversation: conversationId('email/a/b/c'), participant: participantKey('mia.keller@example.com') };
const after = (ms: number): Date => new Date(AT.getTime() + ms);
const issued = (customer: string | undefined = 'C-1001') =>
  issueCode(MIA, customer === undefined ? undefined : customerId(customer), AT, SETTINGS, seededRandom('codes'));

describe('a one-time code', () => {
  it('has six digits, leading zeros included', () => {
    const random = seededRandom('many');
    const codes = Array.from({ length: 500 }, () => issueCode(MIA, undefined, AT, SETTINGS, random).code);
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('is never kept: only salt and hash are', () => {
    const { code, challenge } = issued();
    expect(JSON.stringify(challenge)).not.toContain(code);
    expect(challenge.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gets a salt of its own, so that equal codes look different', () => {
    const random = seededRandom('salts');
    const always = { bytes: (count: number) => random.bytes(count), below: () => 123_456 };
    const [first, second] = [1, 2].map(() => issueCode(MIA, undefined, AT, SETTINGS, always).challenge);
    expect(first?.hash).not.toBe(second?.hash);
  });

  it.each<[string, number, CodeVerdict]>([
    ['fits at once', 0, 'right'],
    ['fits a millisecond before ten minutes', 599_999, 'right'],
    ['has expired at exactly ten minutes', 600_000, 'expired'],
    ['has expired an hour later', 3_600_000, 'expired'],
  ])('%s', (_title, laterMs, verdict) => {
    const { code, challenge } = issued();
    expect(judgeCode(challenge, MIA, code, after(laterMs))).toBe(verdict);
  });

  it.each<[string, typeof MIA]>([
    ['another person', { ...MIA, participant: participantKey('neighbour@example.com') }],
    ['another conversation', { ...MIA, conversation: conversationId('email/a/b/d') }],
  ])('is wrong for %s', (_who, holder) => {
    const { code, challenge } = issued();
    expect(judgeCode(challenge, holder, code, AT)).toBe('wrong');
  });

  it.each([['12345'], ['1234567'], [''], ['abcdef'], ['000000'], ['١٢٣٤٥٦'], ['x'.repeat(100_000)]])('is not fitted by %.20s', (typed) => {
    expect(judgeCode(issued().challenge, MIA, typed, AT)).toBe('wrong');
  });

  it.each<[string, number, CodeVerdict]>([
    ['with one try left still fits', 1, 'right'],
    ['without tries never fits again, not even the right one', 0, 'too_many'],
  ])('%s', (_title, triesLeft, verdict) => {
    const { code, challenge } = issued();
    expect(judgeCode({ ...challenge, triesLeft }, MIA, code, AT)).toBe(verdict);
  });

  it('starts with five tries', () => {
    expect(issued().challenge.triesLeft).toBe(5);
  });

  it('never fits for an address without an account, not even the very code', () => {
    const { code, challenge } = issued(undefined);
    const forNobody = { ...challenge, customerId: undefined };
    expect(judgeCode(forNobody, MIA, code, AT)).toBe('wrong');
  });

  it('takes the same draws from chance for an address without an account', () => {
    const draws = (customer: string | undefined): string[] => {
      const made: string[] = [];
      const random = seededRandom('draws');
      issueCode(MIA, customer === undefined ? undefined : customerId(customer), AT, SETTINGS, {
        bytes: (count) => (made.push(`bytes ${count}`), random.bytes(count)),
        below: (limit) => (made.push(`below ${limit}`), random.below(limit)),
      });
      return made;
    };
    expect(draws(undefined)).toEqual(draws('C-1001'));
  });
});
