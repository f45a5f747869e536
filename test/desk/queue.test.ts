import { describe, expect, it } from '@jest/globals';
import { ticketNumber } from '../../src/domain/ids.ts';
import { elapsedText } from '../../src/desk/elapsed.ts';
import { queueOf, statusText } from '../../src/desk/queue.ts';
import { approvalTicket, handoffTicket, minutesAgo, NOW } from '../support/desk-tickets.ts';

describe('the queue', () => {
  it('puts urgent before old, old before new, and closed last', () => {
    const ticket = (number: string, change: Parameters<typeof handoffTicket>[0]) =>
      handoffTicket({ number: ticketNumber(number), ...change });
    const rows = queueOf(
      [
        ticket('T-1', { state: { kind: 'resolved', by: 'ana', at: minutesAgo(5), outcome: 'solved' }, priority: 'urgent' }),
        ticket('T-2', { priority: 'low', openedAt: minutesAgo(600) }),
        ticket('T-3', { priority: 'high', openedAt: minutesAgo(1) }),
        ticket('T-4', { priority: 'high', openedAt: minutesAgo(9) }),
        ticket('T-5', { priority: 'urgent', openedAt: minutesAgo(1) }),
        ticket('T-6', { state: { kind: 'resolved', by: 'ana', at: minutesAgo(1), outcome: 'solved' }, priority: 'low' }),
      ],
      NOW,
    );
    expect(rows.map(({ ticket: { number } }) => number)).toEqual(['T-5', 'T-4', 'T-3', 'T-2', 'T-6', 'T-1']);
  });

  it.each([
    ['an open ticket', handoffTicket(), 'unclaimed · waiting 2 m'],
    ['an approval', approvalTicket(), 'approval · waiting 2 m'],
    ['a claimed ticket', handoffTicket({ state: { kind: 'claimed', by: 'ben', at: minutesAgo(90) } }), 'with ben for 1 h'],
    [
      'a claimed approval',
      { ...approvalTicket(), state: { kind: 'claimed' as const, by: 'ben', at: minutesAgo(1) } },
      'with ben for 1 m · approval waits',
    ],
    [
      'a closed ticket',
      handoffTicket({ state: { kind: 'resolved', by: 'ana', at: minutesAgo(3000), outcome: 'bot_was_right' } }),
      'closed by ana 2 d ago · bot was right',
    ],
  ])('says truly how %s stands', (_what, ticket, text) => {
    expect(statusText(ticket, NOW)).toBe(text);
  });

  it.each([
    [-5000, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 m'],
    [3_599_999, '59 m'],
    [3_600_000, '1 h'],
    [86_400_000, '1 d'],
  ])('writes a span of %d ms as %s', (spanMs, text) => {
    expect(elapsedText(spanMs)).toBe(text);
  });
});
