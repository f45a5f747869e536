import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createActionEngine, type CallScene } from '../../../src/agent/actions/action-engine.ts';
import type { Called } from '../../../src/agent/actions/called.ts';
import type { GateRule } from '../../../src/agent/actions/gate.ts';
import { conversationId, customerId, type CustomerId } from '../../../src/domain/ids.ts';
import { usd } from '../../../src/domain/money.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import type { ClaimedCall } from '../../../src/store/store.ts';
import { definePolicy, defineRule, type PolicyCall } from '../../../src/tools/policy.ts';
import { EMPTY_STORY } from '../../../src/tools/story.ts';
import { defineTool, type Tool, type ToolContext } from '../../../src/tools/tool.ts';
import { AT, IDENTITIES, proposalWith, RENDERED } from '../../support/agent/gate-calls.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';

const PAID: ToolOutcome<unknown> = { kind: 'ok', output: { paid: true }, summary: 'paid $40.00' };
const INPUT = { orderId: 'LF-10002', amountCents: 4_000 };
const OWNERS: Readonly<Record<string, CustomerId>> = {
  'LF-10002': customerId('C-1001'),
  'LF-9': customerId('C-1001'),
  'LF-7': customerId('C-1001'),
  'LF-8': customerId('C-2'),
};
const refundInput = z.object({ orderId: z.string(), amountCents: z.number() });
type RefundInput = z.infer<typeof refundInput>;
const onlyEvenOrders = defineRule<string>({
  name: 'only_even_orders',
  policy: 'Orders with odd numbers are final.',
  customer: 'that order is final',
  human: 'The number is odd.',
  breach: (orderId) => (/[13579]$/.test(orderId) ? orderId : undefined),
});
/** One order that nobody can read: its backend is down. */
function readFacts(orderId: string): string {
  if (orderId === DOWN) throw new TypeError('connection refused');
  return orderId;
}
const DOWN = 'LF-7';
type Run = (context: ToolContext, tried: number) => Promise<ToolOutcome<unknown>>;

interface Bench {
  readonly log: string[];
  readonly keys: string[];
  /** Of the refund and its words. */
  readonly hash: string;
  /** Looks up what became of the last try. */
  readonly look: () => Promise<Called>;
  /** Asks for the refund after the customer's `yes`, by the id of the proposal. */
  readonly call: (name: string, input: unknown, change?: Partial<CallScene>) => Promise<Called>;
  readonly pay: (change?: Partial<CallScene>, yes?: string, input?: typeof INPUT) => Promise<Called>;
}

/** One tool that moves money, and a book of claims as the store keeps it. */
function bench(run: Run, is: Partial<Tool> = {}, gates?: readonly GateRule[]): Bench {
  const log: string[] = [];
  const keys: string[] = [];
  const claims = new Map<string, ToolOutcome<unknown> | undefined>();
  let tried = 0;
  const tool: Tool = {
    ...defineTool({
      name: 'process_refund',
      description: '',
      input: refundInput,
      output: z.unknown(),
      effect: 'write',
      private: true,
      critical: true,
      consent: 'yes',
      approval: () => ({ kind: 'automatic' }),
      amount: () => usd(4_000),
      records: ({ orderId }) => [{ table: 'orders', key: orderId }],
      policy: definePolicy({ facts: ({ input }: PolicyCall<RefundInput>) => readFacts(input.orderId), rules: [onlyEvenOrders] }),
      run: async (_input, context) => {
        tried += 1;
        log.push('run');
        keys.push(context.idempotencyKey);
        return run(context, tried);
      },
    }),
    ...is,
  };
  const points = { at: async (name: string) => void log.push(name) };
  const engine = createActionEngine([tool], {
    now: () => AT,
    points,
    timeoutMs: 30,
    ownerOf: async ({ key }) => OWNERS[key],
    ...(gates ? { gates } : {}),
  });
  const claim = async (key: string): Promise<ClaimedCall> => {
    log.push('claim');
    if (claims.has(key)) return { kind: 'already', outcome: claims.get(key) };
    claims.set(key, undefined);
    return { kind: 'claimed' };
  };

  async function call(name: string, input: unknown, change: Partial<CallScene> = {}): Promise<Called> {
    const called = await engine.call(name, input, {
      conversation: conversationId('console/a/b/c'),
      callId: 'turn#1/0',
      allowedTools: ['process_refund'],
      autonomy: 'auto',
      identity: IDENTITIES.verified,
      seen: ['orders/LF-10002', 'orders/LF-9', 'orders/LF-7'],
      story: EMPTY_STORY,
      consent: undefined,
      proposed: {},
      inDoubt: [],
      approval: undefined,
      at: AT,
      policies,
      claim,
      paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
      ...change,
    });
    if (called.kind !== 'held' && called.closed) claims.set(called.closed.key, called.closed.outcome);
    return called;
  }

  return {
    log,
    keys,
    hash: engine.hash('process_refund', INPUT, RENDERED) ?? '',
    call,
    look: () => engine.resume({ key: keys.at(-1) ?? '', tool: 'process_refund', input: INPUT, customerId: OWNERS['LF-10002'] }, claim),
    pay(change = {}, yes = 'conversation#3/proposal', input = INPUT) {
      const argumentsHash = engine.hash('process_refund', input, RENDERED) ?? '';
      return call('process_refund', input, { consent: proposalWith(argumentsHash, { id: yes }), ...change });
    },
  };
}

describe('a change', () => {
  it('is claimed before it is done', async () => {
    const { log, pay } = bench(async () => PAID);
    expect(await pay()).toMatchObject({ kind: 'ok', closed: { outcome: PAID } });
    expect(log).toEqual(['claim', 'claimed', 'run', 'effect_done']);
  });

  it('is done once for one yes, however often it is asked for', async () => {
    const { keys, pay } = bench(async () => PAID);
    await pay();
    expect(await pay()).toMatchObject({ kind: 'ok', output: { paid: true }, closed: undefined });
    expect(keys).toHaveLength(1);
  });

  it('keeps the key of its yes in every turn, and gets another one with another yes', async () => {
    const { keys, pay } = bench(async () => ({ kind: 'unknown', because: 'timeout' }));
    await pay();
    await pay({ callId: 'turn#9/3' });
    expect(new Set(keys).size).toBe(1);
    await pay({}, 'another yes');
    expect(new Set(keys).size).toBe(2);
  });

  it('whose end nobody saw is asked for again under the same key', async () => {
    const { keys, pay } = bench(async (_context, tried) => (tried === 1 ? { kind: 'unknown', because: 'connection lost' } : PAID));
    expect((await pay()).kind).toBe('ok');
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
  });

  it('that stays unknown after three tries is reported as unknown and left open', async () => {
    const { keys, pay } = bench(async () => ({ kind: 'unknown', because: 'connection lost' }));
    expect(await pay()).toMatchObject({ kind: 'unknown', because: 'connection lost', closed: undefined });
    expect(keys).toHaveLength(3);
  });

  it('that may have happened is not called failed because a later try failed', async () => {
    const { pay } = bench(async (_context, tried) =>
      tried === 1 ? { kind: 'unknown', because: 'connection lost' } : { kind: 'failed', code: 'down', retryable: true },
    );
    expect(await pay()).toMatchObject({ kind: 'unknown', closed: undefined });
  });

  it('that throws may have happened', async () => {
    const { pay } = bench(async () => {
      throw new TypeError('socket hang up');
    });
    expect(await pay()).toMatchObject({ kind: 'unknown', because: 'TypeError' });
  });

  it('that never answers may have happened', async () => {
    const { pay } = bench(() => new Promise(() => {}));
    expect((await pay()).kind).toBe('unknown');
  });

  it('is told to stop when its time is over', async () => {
    let stopped = false;
    const { pay } = bench(
      (context) =>
        new Promise(() => {
          context.signal.addEventListener('abort', () => {
            stopped = true;
          });
        }),
    );
    await pay();
    expect(stopped).toBe(true);
  });

  it('that the shop refuses is closed with its rule and not tried again', async () => {
    const { keys, pay } = bench(async () => ({ kind: 'refused', because: 'nothing is left', rule: 'already_refunded' }));
    expect(await pay()).toMatchObject({ kind: 'refused', rule: 'already_refunded', closed: { outcome: { kind: 'refused' } } });
    await pay();
    expect(keys).toHaveLength(1);
  });

  it('that the gate stops is neither claimed nor run', async () => {
    const { log, pay } = bench(async () => PAID);
    await pay({ identity: IDENTITIES.anonymous });
    await pay({ consent: undefined });
    await pay({ allowedTools: [] });
    expect(log).toEqual([]);
  });

  it.each([
    ['is held for a human', 'money_out/customer/C-1001', 7_000, [], { kind: 'held', verdict: { rule: 'rolling_limit', approvers: 1 } }],
    ['is held for two above the second limit', 'money_out/customer/C-1001', 71_001, [], { kind: 'held', verdict: { approvers: 2 } }],
    [
      'is held for a second human after the first',
      'money_out/customer/C-1001',
      71_001,
      ['ana'],
      { kind: 'held', verdict: { approvers: 2, evidence: expect.stringContaining('$750.01') } },
    ],
    ['is refused above the cap of the shop, approved or not', 'money_out/shop', 0, ['ana', 'dee'], { kind: 'refused', rule: 'shop_cap' }],
  ])('whose money does not fit into the last 24 hours %s', async (_what, key, customerCents, by, expected) => {
    const { log, hash, pay } = bench(async () => PAID);
    const called = await pay({
      claim: async () => ({ kind: 'over_limit', key }),
      paidSince: async () => ({ customerCents, shopCents: 0 }),
      approval: { hash, by },
    });
    expect([called, log]).toMatchObject([expected, []]);
  });

  it.each([
    ['nobody approved', [], 10_000, 500_000],
    ['one person approved', ['ana'], 75_000, 1_000_000],
    ['two people approved', ['ana', 'dee'], Number.MAX_SAFE_INTEGER, 1_000_000],
    ['the same person approved twice', ['ana', 'ana'], 75_000, 1_000_000],
  ])('takes its room in the sums with the claim when %s', async (_who, by, customerLimit, shopLimit) => {
    const { hash, pay } = bench(async () => PAID);
    const room: unknown[] = [];
    await pay({ approval: { hash, by }, claim: async (_key, _call, taken) => (room.push(...taken), { kind: 'claimed' }) });
    const since = new Date(AT.getTime() - 24 * 3_600_000);
    expect(room).toEqual([
      { key: 'money_out/shop', amount: 4_000, since, limit: shopLimit },
      { key: 'money_out/customer/C-1001', amount: 4_000, since, limit: customerLimit },
    ]);
  });

  it('gets no room from an approval of something else', async () => {
    const { pay } = bench(async () => PAID);
    const limits: number[] = [];
    const claim: CallScene['claim'] = async (_key, _call, taken) => (limits.push(...taken.map(({ limit }) => limit)), { kind: 'claimed' });
    await pay({ approval: { hash: 'of something else', by: ['ana', 'dee'] }, claim });
    expect(limits).toEqual([500_000, 10_000]);
  });

  it.each([
    ['a yes to other words', { rendered: 'Refund $4.00 for LF-10002' }],
    ['a yes to another hash', { argumentsHash: 'other' }],
  ])('takes %s for none', async (_what, change) => {
    const { hash, pay } = bench(async () => PAID);
    expect(await pay({ consent: proposalWith(hash, change) })).toMatchObject({ kind: 'held', verdict: { rule: 'explicit_yes' } });
  });

  it('runs for the customer who proved it and for nobody the text names', async () => {
    const seen: unknown[] = [];
    const { pay } = bench(async (context) => {
      seen.push(context.customerId);
      return PAID;
    });
    await pay();
    expect(seen).toEqual(['C-1001']);
  });
});

describe('a change whose end nobody saw', () => {
  const down: ToolOutcome<unknown> = { kind: 'unknown', because: 'connection lost' };

  it('is found out later under its own key', async () => {
    const { keys, pay, look } = bench(async (_context, tried) => (tried <= 3 ? down : PAID));
    expect(await pay()).toMatchObject({ kind: 'unknown', key: keys[0] });
    expect(await look()).toMatchObject({ kind: 'ok', closed: { key: keys[0], outcome: PAID } });
    expect(new Set(keys).size).toBe(1);
  });

  it('stays open when a later look fails', async () => {
    const { pay, look } = bench(async (_context, tried) => (tried <= 3 ? down : { kind: 'failed', code: 'down', retryable: true }));
    await pay();
    expect(await look()).toMatchObject({ kind: 'unknown', closed: undefined });
  });

  it('stays open when its turn is done again after a crash and fails then', async () => {
    const { pay } = bench(async () => ({ kind: 'failed', code: 'down', retryable: true }));
    const claim: CallScene['claim'] = async () => ({ kind: 'already', outcome: undefined });
    expect(await pay({ claim })).toMatchObject({ kind: 'unknown', because: 'down', closed: undefined });
  });

  it('is told as it is when it was closed meanwhile', async () => {
    const { keys, pay, look } = bench(async () => PAID);
    await pay();
    expect(await look()).toMatchObject({ kind: 'ok', closed: undefined });
    expect(keys).toHaveLength(1);
  });

  it('is never begun by a look', async () => {
    const { keys, look } = bench(async () => PAID);
    expect(await look()).toMatchObject({ kind: 'refused', rule: 'never_begun', closed: { outcome: { kind: 'refused' } } });
    expect(keys).toEqual([]);
  });
});

describe('a backend that does not answer', () => {
  const down: ToolOutcome<unknown> = { kind: 'failed', code: 'down', retryable: true };

  it('is left alone after five failures in a row, and no change is claimed meanwhile', async () => {
    const { keys, log, pay } = bench(async () => down);
    for (let n = 0; n < 7; n += 1) await pay({}, `yes ${n}`);
    expect(keys).toHaveLength(5);
    expect(log.filter((line) => line === 'claim')).toHaveLength(5);
    expect(await pay({}, 'yes 8')).toMatchObject({ kind: 'failed', code: 'backend_unavailable', critical: true, closed: undefined });
  });

  it('is not blamed for a business no', async () => {
    const { keys, pay } = bench(async () => ({ kind: 'refused', because: 'nothing is left', rule: 'already_refunded' }));
    for (let n = 0; n < 7; n += 1) await pay({}, `yes ${n}`);
    expect(keys).toHaveLength(7);
  });
});

describe('a record that the arguments name', () => {
  const call = (orderId: string, change: Partial<CallScene> = {}): Promise<Called> =>
    bench(async () => PAID).pay(change, undefined, { ...INPUT, orderId });

  it("is found when it is the customer's", async () => {
    expect(await call('LF-10002')).toMatchObject({ kind: 'ok', shown: ['orders/LF-10002'] });
  });

  it("that is somebody else's is refused in the words for one that does not exist", async () => {
    const [theirs, missing] = [await call('LF-8'), await call('LF-0')];
    expect(theirs).toMatchObject({ kind: 'refused', by: 'policy', rule: 'not_found' });
    expect(missing).toMatchObject({ because: theirs.kind === 'refused' ? theirs.because : '', rule: 'not_found' });
  });

  it('has been read in this conversation before it is changed', async () => {
    expect(await call('LF-10002', { seen: [] })).toMatchObject({ kind: 'refused', by: 'gate', rule: 'record_read' });
  });

  it('is looked up for nobody who is not proved', async () => {
    expect(await call(DOWN, { identity: IDENTITIES.anonymous })).toMatchObject({ kind: 'held' });
  });
});

describe('the policy of a tool', () => {
  const call = (orderId: string): Promise<Called> => bench(async () => PAID).pay({}, undefined, { ...INPUT, orderId });

  it('refuses with the name of the rule, its sentence for the customer and the evidence for staff', async () => {
    expect(await call('LF-9')).toMatchObject({
      kind: 'refused',
      by: 'policy',
      rule: 'only_even_orders',
      because: 'that order is final',
      action: { rule: 'only_even_orders', summary: 'The number is odd. LF-9' },
      closed: undefined,
    });
  });

  it('allows nothing while it cannot be read', async () => {
    expect(await call(DOWN)).toMatchObject({ kind: 'failed', code: 'policy_unreadable', closed: undefined });
  });
});

describe('without gates', () => {
  it.each([
    ['a tool that does not exist', 'drop_tables', {}, 'known_tool'],
    ['arguments that the tool cannot read', 'process_refund', { orderId: 5 }, 'valid_arguments'],
  ])('still refuses %s', async (_what, name, input, rule) => {
    expect(await bench(async () => PAID, {}, []).call(name, input)).toMatchObject({ kind: 'refused', rule });
  });

  it('runs a call of nobody on a record of anybody', async () => {
    const { call } = bench(async () => PAID, {}, []);
    expect(await call('process_refund', { orderId: 'LF-8', amountCents: 1 }, { identity: IDENTITIES.anonymous, seen: [] })).toMatchObject({
      kind: 'ok',
    });
  });
});

describe('a read', () => {
  it('that throws has failed and is not repeated', async () => {
    const { keys, pay } = bench(
      async () => {
        throw new RangeError('boom');
      },
      { effect: 'read' },
    );
    expect(await pay()).toMatchObject({ kind: 'failed', code: 'RangeError', critical: true });
    expect(keys).toHaveLength(1);
  });

  it('that never answers has failed', async () => {
    expect((await bench(() => new Promise(() => {}), { effect: 'read' }).pay()).kind).toBe('failed');
  });

  it('is not claimed', async () => {
    const { log, pay } = bench(async () => PAID, { effect: 'read' });
    await pay();
    expect(log).toEqual(['run']);
  });
});

describe('the hash that a yes and an approval are bound to', () => {
  const tool = defineTool({
    name: 'a',
    description: '',
    input: z.looseObject({ amountCents: z.number() }),
    output: z.unknown(),
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    run: async () => PAID,
  });
  const engine = createActionEngine([tool], { now: () => AT, points: NO_POINTS, ownerOf: async () => undefined });

  it('does not depend on the order of the fields', () => {
    expect(engine.hash('a', { orderId: 'LF-1', amountCents: 1 })).toBe(engine.hash('a', { amountCents: 1, orderId: 'LF-1' }));
  });

  it('differs with every cent', () => {
    expect(engine.hash('a', { amountCents: 4_000 })).not.toBe(engine.hash('a', { amountCents: 4_001 }));
  });

  it.each([
    ['an unknown tool', 'b', {}],
    ['arguments that cannot be read', 'a', 'bad'],
  ])('does not exist for %s', (_of, name, input) => {
    expect(engine.hash(name, input)).toBeUndefined();
  });
});
