import { describe, expect, it } from '@jest/globals';
import { ledgerOf } from '../../src/insight/ledger.ts';
import { at, history, HOUR } from './event-history.ts';

describe('the ledger', () => {
  it('names the events that decided how a conversation counts', () => {
    const one = history('a');
    const [row] = ledgerOf([one.opened(0), one.asks(0), one.decides(1), one.answers(2), one.resolved(60, 'confirmed')]);
    expect(row).toMatchObject({
      end: 'confirmed',
      channel: 'email',
      intents: ['order_status'],
      why: [`${at(60).toISOString()} resolved by agent: confirmed`],
    });
  });

  it('says when and where the customer came back', () => {
    const one = history('a', 'mail:same');
    const later = history('b', 'mail:same');
    const [row] = ledgerOf([one.asks(0), one.decides(1), one.resolved(60, 'confirmed'), later.asks(HOUR), later.decides(HOUR)]);
    expect(row?.falseReasons).toEqual(['came_back_within_48_hours']);
    expect(row?.why.at(-1)).toContain(`${at(HOUR).toISOString()} in ${later.id}`);
  });

  it.each([
    ['a handoff that nobody took', 'escalated'],
    ['a handoff that a human resolved', 'human'],
    ['a handoff that was returned', 'open'],
    ['a handoff that was resolved and came back', 'escalated'],
  ])('%s ends %s', (name, end) => {
    const one = history('a');
    const start = [one.asks(0), one.decides(1, { decision: 'escalate' }), one.ticket(1, 'T-1')];
    const resolved = [one.ticketResolved(60, 'T-1'), one.resolved(60, 'confirmed', 'human')];
    const more = {
      'a handoff that nobody took': [],
      'a handoff that a human resolved': resolved,
      'a handoff that was returned': [one.returned(60, 'T-1')],
      'a handoff that was resolved and came back': [...resolved, one.event(90, 'ticket.reopened', { ticket: 'T-1' })],
    }[name];
    expect(ledgerOf([...start, ...(more ?? [])])[0]?.end).toBe(end);
  });

  it('comes out the same whatever the order in which events are read', () => {
    const one = history('a');
    const events = [one.opened(0), one.asks(0), one.decides(1), one.answers(2), one.resolved(60, 'confirmed'), one.rated(90, 5)];
    expect(ledgerOf(events.toReversed())).toEqual(ledgerOf(events));
  });

  it('lists a human that was missed because the next conversation needed one', () => {
    const one = history('a', 'mail:same');
    const later = history('b', 'mail:same');
    const events = [
      one.asks(0),
      one.decides(1),
      one.resolved(60, 'confirmed'),
      later.asks(HOUR),
      later.decides(HOUR, { decision: 'escalate' }),
      later.ticket(HOUR, 'T-2'),
    ];
    expect(ledgerOf(events)[0]?.missed).toContain('a human had to take over');
  });
});
