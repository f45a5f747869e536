import { describe, expect, it } from '@jest/globals';
import { reopenTicket } from '../../../src/agent/escalation/reopen.ts';
import { handoffTicket, minutesAgo, NOW } from '../../support/desk-tickets.ts';

describe('reopening a ticket', () => {
  const closedAt = (days: number, outcome = 'solved') =>
    handoffTicket({ state: { kind: 'resolved', by: 'ana', at: minutesAgo(days * 24 * 60), outcome } });

  it.each([
    ['on the seventh day', closedAt(7), true],
    ['after the seventh day', closedAt(7.001), false],
    ['while it is open', handoffTicket(), false],
    ['after the agent got it back', closedAt(1, 'returned'), false],
    ['after a denied request', closedAt(1, 'denied'), false],
  ])('%s', (_when, ticket, reopens) => {
    expect(reopenTicket(ticket, NOW) !== undefined).toBe(reopens);
  });

  it('brings the same ticket to the same person', () => {
    expect(reopenTicket(closedAt(1), NOW)).toMatchObject({
      ticket: { number: 'T-1001', version: 4, state: { kind: 'claimed', by: 'ana', at: NOW } },
      events: [{ name: 'ticket.reopened' }],
    });
  });
});
