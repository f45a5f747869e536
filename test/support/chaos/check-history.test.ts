import { describe, expect, it } from '@jest/globals';
import { checkHistory, isClean, type SentMessage } from './check-history.ts';

const sent: readonly SentMessage[] = [
  { id: 'm1', window: 'leased', refundCents: undefined, acked: true },
  { id: 'm2', window: 'leased', refundCents: 500, acked: true },
  { id: 'm3', window: 'leased', refundCents: undefined, acked: false },
];
const post = (...answers: string[]) => ({ id: answers.join(), to: 'c1', text: answers.join(' '), at: 0, late: false });
const paid = { message: 'm2', cents: 500 };

describe('checkHistory', () => {
  it('finds nothing wrong when each was answered once and paid once', () => {
    const verdict = checkHistory(sent, [post('m1', 'm2')], [paid]);
    expect(isClean(verdict)).toBe(true);
    expect(verdict).toMatchObject({ acked: 2, refunds: 1 });
  });

  it.each([
    ['an acknowledged message without an answer', [post('m2')], [paid], { lost: ['m1'] }],
    ['an answer that came twice', [post('m1'), post('m1', 'm2')], [paid], { answeredTwice: ['m1'] }],
    ['a refund that was never paid', [post('m1', 'm2')], [], { refundsLost: ['m2'] }],
    ['a refund that was paid twice', [post('m1', 'm2')], [paid, paid], { refundsWrong: ['m2'] }],
    ['a refund of another amount', [post('m1', 'm2')], [{ ...paid, cents: 501 }], { refundsWrong: ['m2'] }],
    ['an answer to nothing', [post('m1', 'm2', 'm9')], [paid], { unexpected: ['m9'] }],
  ])('names %s', (_what, posts, payments, expected) => {
    const verdict = checkHistory(sent, posts, payments);
    expect(verdict).toMatchObject(expected);
    expect(isClean(verdict)).toBe(false);
  });

  it('does not expect an answer to what was never acknowledged', () => {
    expect(checkHistory(sent, [post('m1', 'm2')], [paid]).lost).toEqual([]);
  });
});
