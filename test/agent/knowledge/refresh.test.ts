import { describe, expect, it } from '@jest/globals';
import { keepFresh, type FreshnessWorld } from '../../../src/agent/knowledge/keep-fresh.ts';
import type { KnowledgeSource } from '../../../src/agent/knowledge/knowledge-settings.ts';
import { isRefresh, nextRefresh, refreshDays } from '../../../src/agent/knowledge/refresh.ts';
import type { RefreshReport } from '../../../src/agent/knowledge/sources/refresh-report.ts';
import { folderSource } from '../../support/passages.ts';

describe('when a source is due', () => {
  it.each([
    ['daily', '2026-11-22T12:00:00Z', 'UTC', '2026-11-23T03:00:00.000Z'],
    ['weekly', '2026-11-22T12:00:00Z', 'UTC', '2026-11-23T03:00:00.000Z'],
    ['weekly', '2026-11-23T03:00:00Z', 'UTC', '2026-11-30T03:00:00.000Z'],
    ['monthly', '2026-11-22T12:00:00Z', 'UTC', '2026-12-01T03:00:00.000Z'],
    ['daily', '2026-11-22T12:00:00Z', 'America/New_York', '2026-11-23T08:00:00.000Z'],
    ['30 6 * * 1-5', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-23T05:30:00.000Z'],
    ['*/15 * * * *', '2026-11-22T12:01:00Z', 'UTC', '2026-11-22T12:15:00.000Z'],
    ['on_change', '2026-11-22T12:00:00Z', 'UTC', undefined],
    ['on_release', '2026-11-22T12:00:00Z', 'UTC', undefined],
  ])('%s after %s in %s is %s', (refresh, from, timezone, expected) => {
    expect(nextRefresh(refresh, new Date(from), timezone)?.toISOString()).toBe(expected);
  });

  it.each([
    ['daily', true],
    ['0 3 * * 1', true],
    ['0 3 31 2 *', false],
    ['0 25 * * *', false],
    ['* * * * * *', false],
    ['often', false],
    ['', false],
  ])('"%s" is something that refresh may say: %s', (text, valid) => {
    expect(isRefresh(text)).toBe(valid);
  });

  it.each([
    ['daily', 1],
    ['weekly', 7],
    ['on_change', 31],
    ['0 3 * * 1', 7],
    ['*/15 * * * *', 1],
  ])('%s comes every %i days', (refresh, days) => {
    expect(refreshDays(refresh)).toBe(days);
  });
});

/** A clock that is moved by hand; what is scheduled runs when its time has come. */
function createBench(outcomes: readonly RefreshReport['kind'][], lastFetch?: string, takesMs = 0) {
  let now = new Date('2026-11-22T12:00:00Z').getTime();
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  const fetched: string[] = [];
  let running = 0;
  let most = 0;
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const schedule: FreshnessWorld['schedule'] = (delayMs, run) => {
    const timer = { at: now + delayMs, run };
    waiting.add(timer);
    return () => void waiting.delete(timer);
  };
  const world: FreshnessWorld = {
    now: () => new Date(now),
    schedule,
    timezone: 'UTC',
    lastFetch: async () => (lastFetch === undefined ? undefined : new Date(lastFetch)),
    async refresh() {
      const kind = outcomes[Math.min(fetched.length, outcomes.length - 1)];
      fetched.push(new Date(now).toISOString());
      running++;
      most = Math.max(most, running);
      if (takesMs > 0) await new Promise<void>((resolve) => void schedule(takesMs, resolve));
      running--;
      return kind === 'failed' ? { kind, because: 'down' } : { kind: 'refreshed', changed: 0, removed: 0, problems: [] };
    },
    report: () => undefined,
  };
  return {
    world,
    fetched,
    mostAtOnce: () => most,
    open: () => waiting.size,
    async advance(until: string) {
      await settled();
      for (;;) {
        const [next] = [...waiting].sort((a, b) => a.at - b.at);
        if (!next || next.at > new Date(until).getTime()) break;
        now = next.at;
        waiting.delete(next);
        next.run();
        await settled();
      }
      now = new Date(until).getTime();
    },
  };
}

const remote = (refresh: string): readonly KnowledgeSource[] => [{ ...folderSource('x'), sitemap: 'https://a.example/s.xml', refresh }];

describe('fetching by schedule', () => {
  it.each([
    ['at once what was never fetched, and then when it is due', undefined, ['2026-11-22T12:00:00.000Z', '2026-11-23T03:00:00.000Z']],
    ['at once what came due while nothing ran', '2026-11-20T12:00:00Z', ['2026-11-22T12:00:00.000Z', '2026-11-23T03:00:00.000Z']],
    ['nothing before it is due', '2026-11-22T11:00:00Z', ['2026-11-23T03:00:00.000Z']],
  ])('fetches %s', async (_, last, expected) => {
    const bench = createBench(['refreshed'], last);
    const fresh = keepFresh(remote('daily'), bench.world);
    await bench.advance('2026-11-23T12:00:00Z');
    expect(bench.fetched).toEqual(expected);
    await fresh.stop();
  });

  it('waits for months without losing the moment', async () => {
    const bench = createBench(['refreshed'], '2026-11-22T11:00:00Z');
    const fresh = keepFresh(remote('0 0 1 3 *'), bench.world);
    await bench.advance('2027-03-02T00:00:00Z');
    expect(bench.fetched).toEqual(['2027-03-01T00:00:00.000Z']);
    await fresh.stop();
  });

  it('never begins while the last fetch of the source is still running', async () => {
    const bench = createBench(['refreshed'], '2026-11-22T11:59:00Z', 40 * 60_000);
    const fresh = keepFresh(remote('*/15 * * * *'), bench.world);
    await bench.advance('2026-11-22T14:00:00Z');
    expect(bench.mostAtOnce()).toBe(1);
    expect(bench.fetched).toEqual(['2026-11-22T12:00:00.000Z', '2026-11-22T12:45:00.000Z', '2026-11-22T13:30:00.000Z']);
    void fresh.stop();
  });

  it('tries again a quarter of an hour after a failure', async () => {
    const bench = createBench(['failed', 'failed', 'refreshed']);
    const fresh = keepFresh(remote('monthly'), bench.world);
    await bench.advance('2026-11-22T20:00:00Z');
    expect(bench.fetched).toEqual(['2026-11-22T12:00:00.000Z', '2026-11-22T12:15:00.000Z', '2026-11-22T12:30:00.000Z']);
    await fresh.stop();
  });

  it('fetches once what has no rhythm', async () => {
    const bench = createBench(['refreshed']);
    const fresh = keepFresh(remote('on_release'), bench.world);
    await bench.advance('2027-11-22T12:00:00Z');
    expect(bench.fetched).toHaveLength(1);
    await fresh.stop();
  });

  it('leaves folders alone, and nothing behind when it is stopped', async () => {
    const bench = createBench(['refreshed'], '2026-11-22T11:00:00Z');
    const fresh = keepFresh([...remote('daily'), folderSource('help')], bench.world);
    await bench.advance('2026-11-22T13:00:00Z');
    await fresh.stop();
    expect([bench.open(), bench.fetched]).toEqual([0, []]);
  });
});
