import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answersIn, checkHistory, isClean } from './support/chaos/check-history.ts';
import { startChild, type ChildHandle } from './support/chaos/child-process.ts';
import { WINDOWS, type ChildSettings, type Window } from './support/chaos/protocol.ts';
import { runApprovalChaos } from './support/chaos/run-approval-chaos.ts';
import { runChaos, type ChaosResult } from './support/chaos/run-chaos.ts';
import { runDeskChaos, type DeskChaosResult } from './support/chaos/run-desk-chaos.ts';
import { runProductChaos, type ProductChaosResult } from './support/chaos/run-product-chaos.ts';
import { openWorld, type World } from './support/chaos/world.ts';

const KILLS_EACH = 2;
const PLATFORMS = ['slack', 'discord'] as const;
const times = (count: number, window: Window): readonly Window[] => Array.from({ length: count }, () => window);

describe('a process that is killed', () => {
  let result: ChaosResult;
  beforeAll(async () => {
    const kills = times(KILLS_EACH, 'accepted').flatMap(() => [...WINDOWS]);
    result = await runChaos({ kills, duplicates: 0.1, seed: 7 });
  }, 180_000);

  it.each(WINDOWS)('loses nothing and does nothing twice: %s', (window) => {
    const sent = result.sent.filter((message) => message.window === window);
    const verdict = checkHistory(sent, result.world.posts, result.world.payments);
    expect(verdict).toMatchObject({ lost: [], answeredTwice: [], refundsLost: [], refundsWrong: [] });
    expect(result.recoveries.filter((recovery) => recovery.window === window)).toHaveLength(KILLS_EACH);
    expect(verdict.refunds).toBeGreaterThanOrEqual(KILLS_EACH);
  });

  it('answers and pays only what somebody asked for', () => {
    expect(isClean(result.verdict)).toBe(true);
    expect(result.verdict.acked).toBe(result.sent.length);
    expect(result.duplicatesSent).toBeGreaterThan(0);
  });

  it('gives its first reply within 5 seconds after it was started again', () => {
    expect(Math.max(...result.recoveries.map(({ ms }) => ms))).toBeLessThan(5_000);
  });

  it('ends with success when it is asked to', () => {
    expect(result.exitCode).toBe(0);
  });
});

describe('the checker', () => {
  it.each([
    { without: 'dedupe', window: 'accepted', red: 'answeredTwice' },
    { without: 'key', window: 'effect_done', red: 'refundsWrong' },
    { without: 'look_up', window: 'sent', red: 'answeredTwice' },
  ] as const)(
    'turns red without $without',
    async ({ without, window, red }) => {
      const { verdict } = await runChaos({ kills: times(1, window), duplicates: 0.1, without, seed: 7 });
      expect(verdict[red].length).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('the whole product when it is killed', () => {
  let result: ProductChaosResult;
  beforeAll(async () => {
    result = await runProductChaos({ kills: WINDOWS, duplicates: 0.1, seed: 7 });
  }, 180_000);

  it('answers every customer once and pays every refund once, to the cent, in its shop’s own ledger', () => {
    const { acked, refunds, ...found } = result.verdict;
    expect(found).toEqual({ lost: [], answeredTwice: [], refundsLost: [], refundsWrong: [], toldWrong: [] });
    expect([acked >= 4 * refunds, refunds >= 4]).toEqual([true, true]);
    expect(result.duplicatesSent).toBeGreaterThan(0);
  });

  it('answers the first customer within 5 seconds after it was started again', () => {
    expect(result.recoveries).toHaveLength(WINDOWS.length);
    expect(Math.max(...result.recoveries.map(({ ms }) => ms))).toBeLessThan(5_000);
  });

  it('finishes what it began when it is asked to end', () => {
    expect(result.exitCode).toBe(0);
  });
});

describe('a process that is killed while customers write on a real platform', () => {
  let results: readonly ChaosResult[];
  beforeAll(async () => {
    // Discord lets a bot identify every five seconds, so that most of it is waiting; they wait together.
    results = await Promise.all(
      PLATFORMS.map((platform) => runChaos({ kills: ['accepted', 'in_flight', 'sent'], duplicates: 0.3, seed: 7, platform })),
    );
  }, 120_000);

  /** All windows, a hundred times: `npm run chaos -- --platform slack`, and discord. */
  it.each(PLATFORMS.map((platform, index) => ({ platform, index })))(
    'answers everybody on $platform once and pays every refund once',
    ({ index }) => {
      const { acked, refunds, ...found } = results[index]?.verdict ?? { acked: 0, refunds: 0 };
      expect(found).toEqual({ lost: [], answeredTwice: [], refundsLost: [], refundsWrong: [], unexpected: [] });
      expect([acked, refunds]).toEqual([15, 3]);
    },
  );
});

describe('an approved refund whose process is killed', () => {
  const kills = [
    { window: 'claimed', orderId: 'LF-10003', email: 'jonas.brandt@example.com' },
    { window: 'effect_done', orderId: 'LF-10012', email: 'tom.becker@example.com' },
    { window: 'committed', orderId: 'LF-10008', email: 'sam.okafor@example.com' },
  ] as const;

  it('is paid once and told once at every step, however often people click afterwards', async () => {
    const refunds = await runApprovalChaos(kills);
    expect(refunds.map(({ window, paid, told }) => [window, paid.length, told])).toEqual(kills.map(({ window }) => [window, 1, 1]));
  }, 120_000);
});

describe('a process that is killed between a click at the desk and its effect', () => {
  const plans = [
    {
      platform: 'slack',
      kills: [
        { action: 'approve', window: 'effect_done' },
        { action: 'say', window: 'away' },
      ],
    },
    // The form that seemed to fail is sent once more.
    { platform: 'discord', kills: [{ action: 'reply', window: 'accepted' }] },
  ] as const;
  let results: readonly DeskChaosResult[];
  beforeAll(async () => {
    results = await Promise.all(plans.map((plan) => runDeskChaos({ ...plan, seed: 7 })));
  }, 120_000);

  /** All windows of all actions: `npm run chaos -- --desk --platform slack`, and discord. */
  it.each(plans.map(({ platform }, index) => ({ platform, index })))(
    'loses no click on $platform, pays once, and posts every reply once',
    ({ index }) => {
      const { deeds, ackedBefore: _acked, refunds: _refunds, replies: _replies, ...found } = results[index]?.verdict ?? { deeds: 0 };
      expect(deeds).toBe(plans[index]?.kills.length);
      expect(Object.values(found).flat()).toEqual([]);
    },
  );
});

const MUTATIONS = [
  { without: 'dedupe', window: 'accepted', duplicates: 0.5, red: 'answeredTwice' },
  // The shop refuses to pay an order twice even under another key, so nothing is doubled; the customer hears no after a yes that was carried out.
  { without: 'key', window: 'effect_done', duplicates: 0.1, red: 'toldWrong' },
  { without: 'look_up', window: 'in_flight', duplicates: 0.1, red: 'answeredTwice' },
] as const;

describe('the checker of the whole product', () => {
  let results: readonly ProductChaosResult[];
  beforeAll(async () => {
    // Most of it is waiting for the fence, so that they can wait together.
    results = await Promise.all(
      MUTATIONS.map(({ without, window, duplicates }) => runProductChaos({ kills: times(1, window), duplicates, without, seed: 7 })),
    );
  }, 120_000);

  it.each(MUTATIONS.map((mutation, index) => ({ ...mutation, index })))('sees that $without is missing', ({ red, index }) => {
    expect(results[index]?.verdict[red].length).toBeGreaterThan(0);
  });
});

describe('two processes on one data folder', () => {
  let folder = '';
  let world: World;
  const children: ChildHandle[] = [];
  const start = (change: Partial<ChildSettings> = {}): ChildHandle => {
    const child = startChild({ folder, worldUrl: world.url, ...change });
    children.push(child);
    return child;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-crash-'));
    world = await openWorld();
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()));
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses the second, which names the first and touches nothing', async () => {
    const first = start();
    await first.ready;
    const second = await start().over;
    expect(second).toMatchObject({ code: 2, failure: { code: 'store_locked', message: expect.stringMatching(/pid \d+/) } });
    expect(await first.deliver({ id: 'm1', conversation: 'c1', text: 'hello' })).toBe(true);
  }, 30_000);

  it('hands over what kills its process five times, and goes on', async () => {
    const poison = { id: 'm1', conversation: 'c1', text: 'hello' };
    for (let crash = 0; crash < 5; crash += 1) {
      const child = start({ armed: 'leased' });
      await child.ready;
      if (crash === 0) void child.deliver(poison);
      await child.reached();
      await child.kill();
    }
    const last = start();
    await last.ready;
    expect(await last.deliver({ id: 'm2', conversation: 'c2', text: 'hello' })).toBe(true);
    while (!world.posts.some((post) => answersIn(post).includes('m2'))) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await last.waiting()).toMatchObject({ arrivals: 0, deadLetters: 1 });
  }, 60_000);

  it('lets the next one start the moment the first was killed', async () => {
    const first = start();
    await first.ready;
    await first.kill();
    await expect(start().ready).resolves.toBeUndefined();
  }, 30_000);

  it('hands over without loss or repeat when the first is stopped under load', async () => {
    const first = start();
    await first.ready;
    const ids = Array.from({ length: 40 }, (_, n) => `m${n}`);
    const delivering = Promise.all(ids.map((id, n) => first.deliver({ id, conversation: `c${n % 9}`, text: 'hello' })));
    const askedAt = performance.now();
    const code = await first.end();
    expect([code, performance.now() - askedAt < 10_000]).toEqual([0, true]);
    const acked = await delivering;
    const next = start();
    await next.ready;
    for (;;) {
      const { arrivals, outbound } = await next.waiting();
      if (arrivals + outbound === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const sent = ids.map((id, n) => ({ id, window: 'leased', refundCents: undefined, acked: acked[n] ?? false }) as const);
    expect(checkHistory(sent, world.posts, [])).toMatchObject({ lost: [], answeredTwice: [], unexpected: [] });
  }, 30_000);
});
