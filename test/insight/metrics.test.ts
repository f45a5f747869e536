import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { Figure } from '../../src/domain/figures.ts';
import { metricsOf } from '../../src/insight/metrics.ts';
import { at, DAY, history, HOUR, MINUTE } from './event-history.ts';

function figure(name: Figure['name'], events: readonly DomainEvent[], since?: Date): Figure {
  const found = metricsOf(events, { since, until: at(365 * DAY) }).figures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return found;
}
const part = ({ parts }: Figure, label: string) => parts.find((one) => one.label === label)?.value;

/** A conversation that asks, is answered after two seconds and ends as told. */
function settled(name: string, how: 'confirmed' | 'verified' | 'assumed', start = 0, customer?: string): DomainEvent[] {
  const one = history(name, customer);
  return [
    one.opened(start),
    one.asks(start),
    one.decides(start + 1, { costMicroUsd: 100_000 }),
    one.answers(start + 2),
    one.resolved(start + 60, how),
  ];
}
function handedOver(name: string): DomainEvent[] {
  const one = history(name);
  return [
    one.opened(0),
    one.asks(0),
    one.decides(1, { decision: 'escalate', reason: 'customer_asked' }),
    one.ticket(1, `T-${name}`, 'handoff', 'customer_asked'),
    one.answers(2),
  ];
}

describe('the figures', () => {
  it('are seven, each with its target', () => {
    const { figures } = metricsOf([], { since: undefined, until: at(0) });
    expect(figures.map(({ name, target }) => `${name} ${target.kind} ${target.limit}`)).toEqual([
      'resolution_rate above 0.6',
      'first_response below 30',
      'csat above 4',
      'escalation_rate below 0.35',
      'handle_time below 180',
      'cost_per_resolution below 0.5',
      'false_resolution_rate below 0.05',
    ]);
  });

  it('have no value and no verdict where nothing happened', () => {
    const { figures, conversations } = metricsOf([], { since: undefined, until: at(0) });
    expect(conversations).toBe(0);
    expect(figures.map(({ value, met, n }) => [value, met, n])).toEqual(Array.from({ length: 7 }, () => [undefined, undefined, 0]));
  });

  it('count only conversations that were opened in the period', () => {
    const events = [...settled('old', 'confirmed'), ...settled('new', 'confirmed', 10 * DAY)];
    expect(figure('resolution_rate', events, at(9 * DAY)).n).toBe(1);
  });

  it('leave out mailing lists and bounces', () => {
    const list = history('list');
    const events = [
      ...settled('one', 'confirmed'),
      list.opened(0),
      list.asks(0),
      list.decides(1, { decision: 'stay_silent', reason: 'automatic' }),
    ];
    expect(figure('resolution_rate', events).n).toBe(1);
  });

  it('survive events with missing and impossible content', () => {
    const one = history('odd');
    const broken = one.decides(1, { costMicroUsd: Number.NaN });
    const timeless = { ...one.answers(2), at: new Date(Number.NaN) };
    const { figures } = metricsOf([one.asks(0, 'yesterday'), broken, timeless, one.rated(3, 9)], { since: undefined, until: at(DAY) });
    const numbers = figures.flatMap(({ value, parts }) => [value, ...parts.map((each) => each.value)]);
    expect(numbers.filter((value) => value !== undefined && !Number.isFinite(value))).toEqual([]);
  });
});

describe('the resolution rate', () => {
  it('counts what was confirmed or verified, and shows what was only assumed beside it', () => {
    const rate = figure('resolution_rate', [
      ...settled('a', 'confirmed'),
      ...settled('b', 'verified'),
      ...settled('c', 'assumed'),
      ...handedOver('d'),
    ]);
    expect([
      rate.value,
      part(rate, 'confirmed'),
      part(rate, 'verified'),
      part(rate, 'assumed, not counted'),
      part(rate, 'with a human'),
    ]).toEqual([0.5, 1, 1, 1, 1]);
  });

  it('counts a resolution by a human as none of the agent', () => {
    const one = history('h');
    const rate = figure('resolution_rate', [...handedOver('h'), one.ticketResolved(900, 'T-h'), one.resolved(900, 'confirmed', 'human')]);
    expect([rate.value, part(rate, 'resolved by a human')]).toEqual([0, 1]);
  });

  it.each([
    ['confirmed', 47 * HOUR, 0],
    ['confirmed', 49 * HOUR, 1],
    ['verified', 49 * HOUR, 0],
    ['verified', 8 * DAY, 1],
  ] as const)('takes a %s resolution back when the customer is back after %i s: %i stays', (how, after, resolved) => {
    const again = history('again', 'mail:same');
    const events = [
      ...settled('first', how, 0, 'mail:same'),
      again.opened(60 + after),
      again.asks(60 + after),
      again.decides(60 + after, { decision: 'ask' }),
    ];
    const rate = figure('resolution_rate', events);
    expect((part(rate, 'confirmed') ?? 0) + (part(rate, 'verified') ?? 0)).toBe(resolved);
  });
});

describe('the first response', () => {
  it('runs from the clock of the sender to the delivery of the first answer', () => {
    const one = history('a');
    expect(figure('first_response', [one.asks(10, at(4).toISOString()), one.decides(11), one.answers(12)]).value).toBe(8);
  });

  it('takes our own clock where the sender is ahead of it', () => {
    const one = history('a');
    expect(figure('first_response', [one.asks(10, at(500).toISOString()), one.decides(11), one.answers(12)]).value).toBe(2);
  });

  it('counts neither a human who was faster nor a notice of the system', () => {
    const human = history('human');
    const system = history('system');
    const events = [
      human.asks(0),
      human.decides(0),
      human.answers(3, 'staff'),
      human.answers(9),
      system.asks(0),
      system.decides(0),
      system.answers(1, 'system'),
      system.answers(7),
    ];
    const response = figure('first_response', events);
    expect([response.n, response.value]).toEqual([1, 7]);
  });

  it('is met only when 95 of 100 are fast', () => {
    const events = Array.from({ length: 10 }, (_, index) => history(`c${index}`)).flatMap((one, index) => [
      one.asks(0),
      one.decides(1),
      one.answers(index < 9 ? 2 : 600),
    ]);
    const response = figure('first_response', events);
    expect([response.value, response.met, part(response, 'median')]).toEqual([600, false, 2]);
  });
});

describe('CSAT', () => {
  it('is the mean of the last rating of each conversation, with its coverage', () => {
    const rated = history('a');
    const events = [...settled('a', 'confirmed'), rated.rated(100, 2), rated.rated(200, 5), ...settled('b', 'confirmed')];
    const csat = figure('csat', events);
    expect([csat.value, csat.n, part(csat, 'of ended conversations rated')]).toEqual([5, 1, 0.5]);
  });
});

describe('the escalation rate', () => {
  it.each([
    ['solved', 'low_confidence', 'true'],
    ['bot_was_right', 'low_confidence', 'unnecessary'],
    ['bot_was_right', 'customer_asked', 'true'],
  ])('calls a handoff that ended %s after %s %s', (outcome, reason, verdict) => {
    const one = history('a');
    const rate = figure('escalation_rate', [
      one.asks(0),
      one.decides(1, { decision: 'escalate', reason }),
      one.ticket(1, 'T-1', 'handoff', reason),
      one.ticketResolved(60, 'T-1', outcome),
    ]);
    expect([rate.value, part(rate, verdict)]).toEqual([1, 1]);
  });

  it('calls a handoff unnecessary when the agent settles it after it was returned', () => {
    const one = history('a');
    const rate = figure('escalation_rate', [
      one.asks(0),
      one.decides(1),
      one.ticket(1, 'T-1'),
      one.returned(60, 'T-1'),
      one.resolved(90, 'confirmed'),
    ]);
    expect(part(rate, 'unnecessary')).toBe(1);
  });

  it('shows approvals beside, not within', () => {
    const one = history('a');
    const rate = figure('escalation_rate', [
      one.asks(0),
      one.decides(1, { decision: 'request_approval' }),
      one.ticket(1, 'T-1', 'approval', 'refund above the limit'),
    ]);
    expect([rate.value, part(rate, 'approvals besides')]).toEqual([0, 1]);
  });

  it.each([['asks_for_human'], ['mentions_legal']])('counts %s without a human as missed', (signal) => {
    const one = history('a');
    expect(
      part(figure('escalation_rate', [one.asks(0), one.decides(1, { signals: [signal] }), one.resolved(9, 'confirmed')]), 'missed'),
    ).toBe(1);
  });
});

describe('the handle time', () => {
  it('leaves out the time in which the customer thinks', () => {
    const one = history('a');
    const events = [
      one.opened(0),
      one.asks(0),
      one.decides(1),
      one.answers(10),
      one.asks(2 * HOUR),
      one.decides(2 * HOUR + 1),
      one.answers(2 * HOUR + 20),
      one.resolved(3 * HOUR, 'confirmed'),
    ];
    const time = figure('handle_time', events);
    expect([time.value, part(time, 'wall time (mean)')]).toEqual([30, 3 * HOUR]);
  });

  it('counts what lay unread, and nothing twice where messages cross', () => {
    const one = history('a');
    const events = [
      one.asks(60, at(0).toISOString()),
      one.decides(61),
      one.answers(70),
      one.asks(80, at(65).toISOString()),
      one.decides(81),
      one.answers(90),
      one.resolved(100, 'confirmed'),
    ];
    expect(figure('handle_time', events).value).toBe(90);
  });

  it('goes on while a ticket waits for a human, whatever the agent says meanwhile', () => {
    const one = history('a');
    const events = [
      one.asks(0),
      one.decides(1, { decision: 'escalate' }),
      one.ticket(1, 'T-1'),
      one.answers(2),
      one.answers(10 * MINUTE, 'staff'),
      one.ticketResolved(12 * MINUTE, 'T-1'),
    ];
    expect(figure('handle_time', events).value).toBe(10 * MINUTE);
  });
});

describe('the cost per resolution', () => {
  it('spreads what all conversations cost over the resolved ones, with the human minutes beside', () => {
    const one = history('h');
    const events = [
      ...settled('a', 'confirmed'),
      ...settled('b', 'assumed'),
      ...handedOver('h'),
      one.claimed(60, 'T-h'),
      one.ticketResolved(60 + 5 * MINUTE, 'T-h'),
    ];
    const cost = figure('cost_per_resolution', events);
    expect([cost.value, part(cost, 'human minutes per resolution')]).toEqual([0.2, 5]);
  });
});

describe('false resolutions', () => {
  it.each([
    ['the same matter on another channel within two days', 47 * HOUR, 'order_status', 'ask', 1],
    ['another matter within two days', 47 * HOUR, 'refund_request', 'ask', 0],
    ['the same matter after three days', 72 * HOUR, 'order_status', 'ask', 0],
    ['thanks that get no answer', HOUR, 'order_status', 'stay_silent', 1],
  ] as const)('%s', (_, after, intent, decision, count) => {
    const again = history('slack', 'mail:same');
    const events = [
      ...settled('mail', 'confirmed', 0, 'mail:same'),
      again.asks(60 + after),
      again.decides(60 + after, { intents: [intent], decision }),
    ];
    expect(figure('false_resolution_rate', events).value).toBe(count);
  });

  it('are also a reversed action and a rating of two or less', () => {
    const reversed = history('a');
    const rated = history('b');
    const events = [
      ...settled('a', 'confirmed'),
      reversed.event(100, 'action.reversed', { tool: 'process_refund', because: 'the card was closed' }),
      ...settled('b', 'verified'),
      rated.rated(100, 2),
      ...settled('c', 'confirmed'),
      ...settled('d', 'confirmed'),
    ];
    const rate = figure('false_resolution_rate', events);
    expect([rate.value, part(rate, 'action reversed'), part(rate, 'rated 2 or less')]).toEqual([0.5, 1, 1]);
  });

  it('know a customer who proved an account under the key of another channel', () => {
    const later = history('slack', 'slack:U1');
    const events = [
      ...settled('mail', 'confirmed', 0, 'customer:C-1001'),
      later.asks(2 * HOUR),
      later.decides(2 * HOUR, { decision: 'ask' }),
      later.event(2 * HOUR + 60, 'conversation.resolved', {
        by: 'agent',
        how: 'confirmed',
        intents: ['order_status'],
        customer: 'customer:C-1001',
      }),
    ];
    expect(part(figure('false_resolution_rate', events), 'came back within 48 h')).toBe(1);
  });

  it('hold for a conversation that was opened again because it did not help', () => {
    const one = history('a');
    const events = [...settled('a', 'verified'), one.reopened(90, 'not_helped'), one.asks(90), one.decides(91, { decision: 'ask' })];
    expect(figure('false_resolution_rate', events).value).toBe(1);
  });
});
