import { afterEach, describe, expect, it } from '@jest/globals';
import { createActionEngine, type ActionEngine, type CallScene } from '../../../src/agent/actions/action-engine.ts';
import type { Called } from '../../../src/agent/actions/called.ts';
import type { Identity } from '../../../src/domain/conversation.ts';
import { conversationId, customerId, participantKey, toolName } from '../../../src/domain/ids.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import type { Proposal } from '../../../src/domain/proposal.ts';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';
import { EMPTY_STORY } from '../../../src/tools/story.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';
import { AT, IDENTITIES, verifiedUntil } from '../../support/agent/gate-calls.ts';
import { ANCHOR, policies } from '../../tools/demo-shop/open-shop.ts';

const REFUND = { orderId: 'LF-10002', amountCents: 4_000, reason: 'unwanted' };
const RENDERED = 'Refund $40.00 for LF-10002 (Enamel Camp Mug Set) to Visa ending in 4242';
const REFUND_TOOLS = ['lookup_order', 'check_refund_eligibility', 'process_refund', 'search_knowledge_base', 'create_ticket'];
const TREASURE = ['C-1001', 'C-1002', 'C-1003'];

let pack: ToolPack | undefined;
afterEach(() => pack?.close());

interface Bench {
  readonly pack: ToolPack;
  readonly engine: ActionEngine;
  /** Every tool with every argument that somebody could think of. */
  readonly everything: readonly (readonly [tool: string, input: unknown])[];
  readonly call: (tool: string, input: unknown, change: Partial<CallScene>) => Promise<Called>;
}

async function open(): Promise<Bench> {
  const shop = await openDemoShop({ folder: ':memory:', anchor: ANCHOR, now: () => AT, policies });
  pack = shop;
  const engine = createActionEngine(shop.tools, { now: () => AT, points: NO_POINTS, ownerOf: (record) => shop.ownerOf(record) });
  const samples = await shop.sampleCustomers();
  const orders = [
    ...samples.flatMap((sample) => sample.orders.map(({ orderId }) => orderId)),
    'LF-99999',
    'lf-10002',
    "LF-10002' OR 1=1 --",
  ];
  const names = [...shop.tools.map(({ name }) => String(name)), 'drop_tables', 'PROCESS_REFUND', 'process_refund ', '__proto__'];
  const claims = new Map<string, undefined>();
  return {
    pack: shop,
    engine,
    everything: names.flatMap((name) => inputsFor(orders).map((input) => [name, input] as const)),
    call: (tool, input, change) =>
      engine.call(tool, input, {
        conversation: conversationId('console/a/b/c'),
        callId: `turn/${tool}/${JSON.stringify(input)}`,
        allowedTools: names,
        autonomy: 'auto',
        identity: { kind: 'anonymous' },
        seen: orders.map((order) => `orders/${order}`),
        story: EMPTY_STORY,
        proposed: {},
        inDoubt: [],
        consent: undefined,
        approval: undefined,
        at: AT,
        policies,
        claim: async (key) => {
          if (claims.has(key)) return { kind: 'already', outcome: undefined };
          claims.set(key, undefined);
          return { kind: 'claimed' };
        },
        paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
        ...change,
      }),
  };
}

const AMOUNTS: readonly unknown[] = [1, 3_999, 4_000, 4_001, 10_001, 1e9, 0, -4_000, 0.5, Number.NaN, Number('1e309'), '4000', '٤٠٠٠'];

function inputsFor(orders: readonly string[]): readonly unknown[] {
  return [
    {},
    null,
    'everything',
    { query: 'tent' },
    ...orders.flatMap((orderId) => [
      { orderId },
      { orderId, customerId: 'C-1001', email: 'mia.keller@example.com', admin: true },
      { orderId, amountCents: 4_000, reason: 'damaged', approvedBy: 'ana', consent: 'yes' },
      { orderId, address: '12 Elm Road, Dover, NH 03820' },
    ]),
    ...AMOUNTS.map((amountCents) => ({ orderId: 'LF-10002', amountCents, reason: 'unwanted' })),
    ...['email', 'phone', 'name', 'address', 'newsletter'].map((field) => ({
      field,
      value: field === 'email' ? 'me@evil.example' : 'off',
    })),
    { email: 'mia.keller@example.com' },
    { email: 'me@evil.example' },
  ];
}

/** What the shop knows about its customers and nobody else does. */
async function secretsOf(shop: ToolPack): Promise<readonly string[]> {
  const records = await Promise.all(TREASURE.map((id) => shop.customerById(customerId(id))));
  const views = await Promise.all(
    TREASURE.map(async (id) => {
      const account = shop.tools.find(({ name }) => String(name) === 'lookup_account')?.prepare({});
      if (account?.kind !== 'ready') return '';
      const outcome = await account.call.run({
        customerId: customerId(id),
        idempotencyKey: 'k',
        signal: AbortSignal.timeout(1_000),
        now: () => AT,
      });
      return outcome.kind === 'ok' ? JSON.stringify(outcome.output) : '';
    }),
  );
  const details = views.flatMap((view) => [...view.matchAll(/"(?:phone|address|name|email)":"([^"]+)"/g)].map(([, value]) => value ?? ''));
  return [...new Set([...records.flatMap((record) => (record ? [record.name, record.email] : [])), ...details])].filter(
    (secret) => secret !== '',
  );
}

const UNPROVED: Readonly<Record<string, Identity>> = {
  anonymous: IDENTITIES.anonymous,
  'with an address only': IDENTITIES.claimed,
  'with a code that was sent': {
    kind: 'claimed',
    email: 'mia.keller@example.com',
    challenge: {
      salt: 's',
      hash: 'h',
      sentAt: AT,
      expiresAt: new Date(AT.getTime() + 60_000),
      triesLeft: 5,
      customerId: customerId('C-1001'),
    },
  },
  'whose proof ended': IDENTITIES.expired,
};

const proposalOf = (engine: ActionEngine): Proposal => ({
  id: 'turn#3/proposal',
  tool: toolName('process_refund'),
  input: REFUND,
  rendered: RENDERED,
  argumentsHash: engine.hash('process_refund', REFUND, RENDERED) ?? '',
  requestedBy: participantKey('mia.keller@example.com'),
  amount: { minor: 4_000, currency: 'USD' },
});

describe('a caller that tries every tool with everything', () => {
  it.each(Object.entries(UNPROVED))('changes nothing and sees nothing private for somebody %s', async (_who, identity) => {
    const { pack: shop, engine, everything, call } = await open();
    const secrets = await secretsOf(shop);
    const forged = proposalOf(engine);
    const leaks: string[] = [];
    for (const [tool, input] of everything) {
      for (const consent of [undefined, forged]) {
        const called = await call(tool, input, { identity, consent, approval: { hash: forged.argumentsHash, by: ['ana', 'dee'] } });
        const told = JSON.stringify(called.kind === 'ok' ? called.output : called);
        const own = JSON.stringify(input);
        for (const secret of secrets) if (told.includes(secret) && !own?.includes(secret)) leaks.push(`${tool} ${own}: ${secret}`);
        if (called.kind === 'ok' && tool !== 'search_products') leaks.push(`${tool} ${own} ran`);
      }
    }
    expect(leaks).toEqual([]);
    expect(secrets.length).toBeGreaterThan(8);
    expect(everything.length).toBeGreaterThan(1_000);
    expect(await shop.changedRecords()).toEqual([]);
  });

  it('does nothing but the one refund that was said yes to, which still succeeds', async () => {
    const { pack: shop, engine, everything, call } = await open();
    const consent = proposalOf(engine);
    const session = { identity: verifiedUntil(new Date(AT.getTime() + 60_000)), consent, allowedTools: REFUND_TOOLS };
    const isLegal = (tool: string, input: unknown): boolean =>
      tool === 'process_refund' && JSON.stringify(input) === JSON.stringify(REFUND);
    const effects: string[] = [];
    for (const [tool, input] of everything) {
      if (isLegal(tool, input)) continue;
      const called = await call(tool, input, session);
      if ((await shop.changedRecords()).length > 0) effects.push(`${tool} ${JSON.stringify(input)} → ${called.kind}`);
    }
    expect(effects).toEqual([]);
    expect(await call('process_refund', REFUND, session)).toMatchObject({ kind: 'ok' });
    expect(await call('process_refund', REFUND, session)).toMatchObject({ kind: 'ok' });
    expect(await shop.changedRecords()).toMatchObject([{ table: 'refunds', after: { orderId: 'LF-10002', amountCents: 4_000 } }]);
  });

  it('shows a proved customer nothing of anybody else', async () => {
    const { pack: shop, everything, call } = await open();
    const mine = JSON.stringify(await shop.customerById(customerId('C-1001')));
    const others = (await secretsOf(shop)).filter((secret) => !mine.includes(secret) && !/Keller/.test(secret));
    const own = await call('lookup_account', {}, { identity: verifiedUntil(new Date(AT.getTime() + 60_000)) });
    const ownText = JSON.stringify(own);
    const leaks: string[] = [];
    for (const [tool, input] of everything) {
      const called = await call(tool, input, { identity: verifiedUntil(new Date(AT.getTime() + 60_000)), consent: undefined });
      const told = JSON.stringify(called.kind === 'ok' ? called.output : called);
      for (const secret of others)
        if (!ownText.includes(secret) && told.includes(secret) && !JSON.stringify(input)?.includes(secret))
          leaks.push(`${tool}: ${secret}`);
    }
    expect([leaks, others.length > 4]).toEqual([[], true]);
  });

  it('tells an order of somebody else and one that does not exist in the same words', async () => {
    const { call } = await open();
    const words = async (tool: string, orderId: string): Promise<string> => {
      const called = await call(tool, { orderId }, { identity: verifiedUntil(new Date(AT.getTime() + 60_000)) });
      return called.kind === 'refused' ? `${called.rule}: ${called.because}` : called.kind;
    };
    for (const tool of ['lookup_order', 'track_shipment', 'check_refund_eligibility', 'cancel_order'])
      expect(await words(tool, 'LF-10003')).toBe(await words(tool, 'LF-99999'));
  });
});
