import { describe, expect, it } from '@jest/globals';
import { figuresText, ledgerText, sinceDate, valueText } from '../../src/cli/metrics.ts';
import { ledgerOf } from '../../src/insight/ledger.ts';
import { metricsOf } from '../../src/insight/metrics.ts';
import { at, history } from '../insight/event-history.ts';

const NOW = new Date('2026-11-16T15:00:00Z');

describe('deskhand metrics', () => {
  it('prints a figure with its target, whether it is met, and what it is made of', () => {
    const one = history('a');
    const events = [one.opened(0), one.asks(0), one.decides(1), one.answers(2), one.resolved(60, 'confirmed')];
    const { figures, conversations } = metricsOf(events, { since: undefined, until: at(100) });
    const lines = figuresText(figures, conversations).split('\n');
    expect(lines[1]).toMatch(/^Resolution rate +100\.0 % +> 60\.0 % +met +n = 1$/);
    expect(lines[2]).toContain('confirmed 1 · verified 0 · assumed, not counted 0');
  });

  it('prints a dash where nothing was counted', () => {
    const { figures, conversations } = metricsOf([], { since: undefined, until: NOW });
    const text = figuresText(figures, conversations);
    expect(text).toContain('–');
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('shows a conversation with the reasons why it counts', () => {
    const one = history('a');
    expect(ledgerText(ledgerOf([one.asks(0), one.decides(1), one.resolved(60, 'verified'), one.rated(90, 1)]))).toBe(
      [
        `${one.id}: verified, taken back [order_status]`,
        `    ${at(60).toISOString()} resolved by agent: verified`,
        `    ${at(90).toISOString()} rated 1`,
        '    taken back: rated 1',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['24h', '2026-11-15T15:00:00.000Z'],
    ['7d', '2026-11-09T15:00:00.000Z'],
    ['2w', '2026-11-02T15:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
  ])('reads --since %s', (text, since) => {
    expect(sinceDate(text, NOW).toISOString()).toBe(since);
  });

  it.each([['soon'], ['7'], ['-3d'], ['2026-13-01'], ['']])('refuses --since "%s" in one clear line', (text) => {
    expect(() => sinceDate(text, NOW)).toThrow(`--since ${text} is no time`);
  });

  it.each([
    [0.655, 'share', '65.5 %'],
    [2.04, 'seconds', '2.0 s'],
    [300, 'seconds', '5.0 min'],
    [4.256, 'rating', '4.26'],
    [0.0004, 'dollars', '$0.0004'],
    [0, 'dollars', '$0.00'],
    [3, 'count', '3'],
    [Number.NaN, 'seconds', '–'],
  ] as const)('writes %d as %s like %s', (value, unit, text) => {
    expect(valueText(value, unit)).toBe(text);
  });
});
