import { describe, expect, it } from '@jest/globals';
import { createActionEngine, type Called, type CallScene } from '../../../src/agent/actions/action-engine.ts';
import { conversationId, toolName } from '../../../src/domain/ids.ts';
import { usd } from '../../../src/domain/money.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import type { ClaimedCall } from '../../../src/store/store.ts';
import type { Tool, ToolContext } from '../../../src/tools/tool.ts';
import { AT, IDENTITIES, proposalWith } from '../../support/agent/gate-calls.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';

const PAID: ToolOutcome<unknown> = { kind: 'ok', output: { paid: true }, summary: 'paid $40.00' };
const INPUT = { orderId: 'LF-10002', amountCents: 4_000 };
type Run = (context: ToolContext, tried: number) => Promise<ToolOutcome<unknown>>;

interface Bench {
  readonly log: string[];
  readonly keys: string[];
  /** Asks for the refund after the customer's `yes`, by the id of the proposal. */
  readonly pay: (change?: Partial<CallScene>, yes?: string) => Promise<Called>;
}

/** One tool that moves money, and a book of claims as the store keeps it. */
function bench(run: Run, is: Partial<Tool> = {}): Bench {
  const log: string[] = [];
  const keys: string[] = [];
  const claims = new Map<string, ToolOutcome<unknown> | undefined>();
  let tried = 0;
  const tool: Tool = {
    name: toolName('process_refund'),
    description: '',
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    prepare: (input) => ({
      kind: 'ready',
      call: {
        input,
        approval: { kind: 'automatic' },
        amount: usd(4_000),
        run: async (context) => {
          tried += 1;
          log.push('run');
          keys.push(context.idempotencyKey);
          return run(context, tried);
        },
      },
    }),
    ...is,
  };
  const points = { at: async (name: string) => void log.push(name) };
  const engine = createActionEngine([tool], { now: () => AT, points, timeoutMs: 30 });
  const argumentsHash = engine.hash('process_refund', INPUT) ?? '';
  return {
    log,
    keys,
    async pay(change = {}, yes = 'conversation#3/proposal') {
      const scene: CallScene = {
        conversation: conversationId('console/a/b/c'),
        callId: 'turn#1/0',
        allowedTools: ['process_refund'],
        autonomy: 'auto',
        identity: IDENTITIES.verified,
        seen: ['LF-10002'],
        consent: proposalWith(argumentsHash, { id: yes }),
        approvedHash: undefined,
        at: AT,
        policies,
        claim: async (key): Promise<ClaimedCall> => {
          log.push('claim');
          if (claims.has(key)) return { kind: 'already', outcome: claims.get(key) };
          claims.set(key, undefined);
          return { kind: 'claimed' };
        },
        paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
        ...change,
      };
      const called = await engine.call('process_refund', INPUT, scene);
      if (called.kind !== 'held' && called.closed) claims.set(called.closed.key, called.closed.outcome);
      return called;
    },
  };
}

describe('a change', () => {
  it('is claimed before it is done', async () => {
    const { log, pay } = bench(async () => PAID);
    expect(await pay()).toMatchObject({ kind: 'ok', moved: usd(4_000) });
    expect(log).toEqual(['claim', 'claimed', 'run', 'effect_done']);
  });

  it('is done once for one yes, however often it is asked for', async () => {
    const { keys, pay } = bench(async () => PAID);
    await pay();
    expect(await pay()).toMatchObject({ kind: 'ok', output: { paid: true }, closed: undefined, moved: undefined });
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

  it('above the rolling limit is held for a human', async () => {
    const { pay } = bench(async () => PAID);
    expect(await pay({ paidSince: async () => ({ customerCents: 26_001, shopCents: 0 }) })).toMatchObject({
      kind: 'held',
      verdict: { rule: 'rolling_limit' },
    });
  });

  it('runs for the customer who proved it and for nobody the text names', async () => {
    const seen: unknown[] = [];
    const { pay } = bench(async ({ customerId }) => {
      seen.push(customerId);
      return PAID;
    });
    await pay();
    expect(seen).toEqual(['C-1001']);
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
  const tools = [
    {
      name: toolName('a'),
      description: '',
      effect: 'write',
      private: true,
      critical: true,
      consent: 'yes',
      prepare: (input: unknown) =>
        input === 'bad'
          ? { kind: 'invalid_input', issues: 'bad' }
          : { kind: 'ready', call: { input, approval: { kind: 'automatic' }, amount: undefined, run: async () => PAID } },
    },
  ] as const satisfies readonly Tool[];
  const engine = createActionEngine(tools, { now: () => AT, points: NO_POINTS });

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
