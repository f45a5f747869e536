import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { createActionEngine } from '../../../src/agent/actions/action-engine.ts';
import { paidSince } from '../../../src/agent/actions/paid-since.ts';
import { configVersion, customerId, toolName } from '../../../src/domain/ids.ts';
import { usd } from '../../../src/domain/money.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { EMPTY_STORY } from '../../../src/tools/story.ts';
import { defineTool } from '../../../src/tools/tool.ts';
import { AT, proposalWith, RENDERED, verifiedUntil } from '../../support/agent/gate-calls.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';
import { messageOf, mustLease, resultOf } from '../../contracts/store-builders.ts';

const RUNS = 60;
const HOUR = 3_600_000;
/** Small enough that a few refunds meet every limit. */
const RULES = {
  ...policies,
  approval: { ...policies.approval, refundAboveCents: 100, secondApproverAboveCents: 200 },
  limits: { ...policies.limits, refundPerCustomerDayCents: 100, refundPerShopDayCents: 180, capPerShopDayCents: 400 },
};

/** One conversation in which one refund is asked for, by how many people approved it and how the shop answers. */
interface Wish {
  readonly customer: 'C-1' | 'C-2' | 'C-3';
  readonly cents: number;
  readonly approvers: number;
  readonly answer: 'ok' | 'refused' | 'failed' | 'unknown';
  /** Hours that pass before it begins. */
  readonly hours: number;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  customer: fc.constantFrom('C-1', 'C-2', 'C-3'),
  cents: fc.constantFrom(20, 40, 60, 90, 100, 101, 150, 201),
  approvers: fc.constantFrom(0, 0, 0, 1, 2),
  answer: fc.constantFrom('ok', 'ok', 'ok', 'ok', 'refused', 'failed', 'unknown'),
  hours: fc.constantFrom(0, 0, 0, 5, 13, 25),
});

interface Paid extends Wish {
  readonly at: number;
}

const OUTCOMES: Readonly<Record<Wish['answer'], ToolOutcome<unknown>>> = {
  ok: { kind: 'ok', output: {}, summary: 'paid' },
  refused: { kind: 'refused', because: 'no', rule: 'no' },
  failed: { kind: 'failed', code: 'down', retryable: false },
  unknown: { kind: 'unknown', because: 'timeout' },
};

/** Plays all wishes in parallel, each wait ending when the schedule says so; gives the payments that happened or may have. */
async function play(wishes: readonly Wish[], schedule: fc.Scheduler): Promise<readonly Paid[]> {
  let at = AT.getTime();
  const now = (): Date => new Date(at);
  const store = await openSqliteStore({ file: ':memory:', now, currentPlaybook: () => configVersion('v'), alone: true });
  const paid: Paid[] = [];
  const soon = async <T>(what: string, value: T): Promise<T> => schedule.schedule(Promise.resolve(value), what);
  const tool = defineTool({
    name: 'process_refund',
    description: '',
    input: z.object({ wish: z.number(), cents: z.number() }),
    output: z.unknown(),
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: ({ cents }) => {
      const limit = usd(RULES.approval.refundAboveCents);
      return cents > limit.minor ? { kind: 'human', because: 'large', role: 'refund_approver', limit } : { kind: 'automatic' };
    },
    amount: ({ cents }) => usd(cents),
    run: async ({ wish: index }) => soon('run', OUTCOMES[wishes[index]?.answer ?? 'ok']),
  });
  const engine = createActionEngine([tool], { now, points: NO_POINTS, ownerOf: async () => undefined });

  async function grant(one: Wish, index: number): Promise<void> {
    await soon('begin', undefined);
    at += one.hours * HOUR;
    await store.accept([messageOf(`t${index}`, index)]);
    const lease = await mustLease(store, 1_000 * HOUR);
    const input = { wish: index, cents: one.cents };
    const hash = engine.hash(tool.name, input, RENDERED) ?? '';
    const beganAt = at;
    const called = await engine.call(tool.name, input, {
      conversation: lease.conversation.id,
      callId: '',
      allowedTools: [tool.name],
      autonomy: 'auto',
      identity: { ...verifiedUntil(new Date(at + HOUR)), customerId: customerId(one.customer) } as ReturnType<typeof verifiedUntil>,
      seen: [],
      story: EMPTY_STORY,
      proposed: {},
      inDoubt: [],
      consent: proposalWith(hash, { id: `yes-${index}`, tool: toolName('process_refund') }),
      approval: { hash, by: ['ana', 'dee'].slice(0, one.approvers) },
      at: now(),
      policies: RULES,
      claim: async (key, call, room) => {
        await soon('claim', undefined);
        const claim = await store.claimCall(lease, key, call, room);
        if (claim.kind === 'claimed' && (one.answer === 'ok' || one.answer === 'unknown')) paid.push({ ...one, at });
        return claim;
      },
      paidSince: (customer) => paidSince(store, customer, new Date(beganAt)),
    });
    const closedCalls = called.kind !== 'held' && called.closed ? [called.closed] : [];
    await soon('commit', undefined);
    await store.commitTurn(lease, resultOf(lease, { closedCalls }));
  }

  const all = Promise.all(wishes.map(grant));
  await schedule.waitFor(all);
  await store.close();
  return paid;
}

/** The sums of every 24 hours that end in a payment. */
function worst(paid: readonly Paid[], counts: (one: Paid) => boolean): number {
  const sums = paid.map(({ at }) =>
    paid.filter((one) => counts(one) && one.at <= at && one.at > at - 24 * HOUR).reduce((sum, { cents }) => sum + cents, 0),
  );
  return Math.max(0, ...sums);
}

describe('any schedule of parallel conversations', () => {
  it('pays no more within 24 hours than the people who approved it may allow', async () => {
    let payments = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 14 }), fc.scheduler(), async (wishes, schedule) => {
        const paid = await play(wishes, schedule);
        payments += paid.length;
        for (const customer of ['C-1', 'C-2', 'C-3']) {
          const own = (one: Paid): boolean => one.customer === customer;
          expect(worst(paid, (one) => own(one) && one.approvers === 0)).toBeLessThanOrEqual(RULES.limits.refundPerCustomerDayCents);
          expect(worst(paid, (one) => own(one) && one.approvers <= 1)).toBeLessThanOrEqual(RULES.approval.secondApproverAboveCents);
        }
        expect(worst(paid, ({ approvers }) => approvers === 0)).toBeLessThanOrEqual(RULES.limits.refundPerShopDayCents);
        expect(worst(paid, () => true)).toBeLessThanOrEqual(RULES.limits.capPerShopDayCents);
      }),
      { numRuns: RUNS, seed: 20_260_310, endOnFailure: true },
    );
    expect(payments).toBeGreaterThan(2 * RUNS);
  }, 60_000);
});
