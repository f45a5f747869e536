import { createActionEngine, type ActionEngine, type CallScene } from '../src/agent/actions/action-engine.ts';
import { loadConfig } from '../src/config.ts';
import type { Identity } from '../src/domain/conversation.ts';
import { conversationId, customerId, participantKey, toolName } from '../src/domain/ids.ts';
import type { PolicySettings } from '../src/domain/playbook.ts';
import { NO_POINTS } from '../src/domain/points.ts';
import type { Proposal } from '../src/domain/proposal.ts';
import { openDemoShop } from '../src/tools/demo-shop/demo-shop.ts';
import { EMPTY_STORY } from '../src/tools/story.ts';
import type { Tool } from '../src/tools/tool.ts';
import { quantile, type Bench, type Figure } from './bench.ts';

const CALLS = 40_000;
const WARM_UP = 4_000;
const GOAL_MS = 1;
const AT = new Date('2026-03-10T15:00:00.000Z');
const MIA = customerId('C-1001');
const REFUND = { orderId: 'LF-10002', amountCents: 4_000, reason: 'unwanted' };
const RENDERED = 'Refund $40.00 for LF-10002 (Enamel Camp Mug Set) to Visa ending in 4242';

/** What one call through all rules costs, with every tool of the demo shop and nothing to wait for behind it. */
export const gateBench: Bench = {
  about: `${CALLS} calls of the demo shop's tools through every rule, without the backend and the store behind them`,
  async run(say) {
    const { playbook } = await loadConfig({}, { folder: import.meta.dirname });
    const pack = await openDemoShop({ folder: ':memory:', anchor: AT, now: () => AT, policies: playbook.policies });
    const tools = pack.tools.map(withoutBackend);
    await pack.close();
    const engine = createActionEngine(tools, { now: () => AT, points: NO_POINTS, ownerOf: async () => MIA });
    const calls = mixOf(engine, tools, playbook.policies);
    await timesOf(engine, calls, WARM_UP);
    say(`${calls.length} kinds of calls`);
    const times = await timesOf(engine, calls, CALLS);
    const figures: readonly Figure[] = [
      { name: 'p99 of one call', value: quantile(times, 0.99), unit: 'ms', goal: GOAL_MS, detail: microseconds(times) },
    ];
    return figures;
  },
};

const microseconds = (times: readonly number[]): string =>
  [0.5, 0.99, 0.999].map((share) => `p${share * 100} ${Math.round(quantile(times, share) * 1000)} µs`).join(', ');

/** The tool as the gate judges it; its work is done at once. */
function withoutBackend(tool: Tool): Tool {
  return {
    ...tool,
    prepare(input) {
      const prepared = tool.prepare(input);
      if (prepared.kind !== 'ready') return prepared;
      return { kind: 'ready', call: { ...prepared.call, shown: () => [], run: async () => ({ kind: 'ok', output: {}, summary: 'done' }) } };
    },
  };
}

interface BenchCall {
  readonly tool: string;
  readonly input: unknown;
  readonly scene: CallScene;
}

/** Every tool with and without proof, and the refund with every answer of the gate. */
function mixOf(engine: ActionEngine, tools: readonly Tool[], policies: PolicySettings): readonly BenchCall[] {
  const verified: Identity = {
    kind: 'verified',
    customerId: MIA,
    email: 'mia.keller@example.com',
    verifiedAt: AT,
    lastUsedAt: AT,
    expiresAt: new Date(AT.getTime() + 60_000),
  };
  const base: CallScene = {
    conversation: conversationId('console/a/b/c'),
    callId: 'turn#1/0',
    allowedTools: tools.map(({ name }) => name),
    autonomy: 'auto',
    identity: verified,
    seen: ['orders/LF-10002'],
    story: EMPTY_STORY,
    proposed: {},
    inDoubt: [],
    consent: undefined,
    approval: undefined,
    at: AT,
    policies,
    claim: async () => ({ kind: 'claimed' }),
    paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
  };
  const consentTo = (input: typeof REFUND): Proposal => ({
    id: 'turn#1/proposal',
    tool: toolName('process_refund'),
    input,
    rendered: RENDERED,
    argumentsHash: engine.hash('process_refund', input, RENDERED) ?? '',
    requestedBy: participantKey('mia.keller@example.com'),
    amount: undefined,
  });
  const large = { ...REFUND, amountCents: 24_000 };
  const every = tools.flatMap(({ name }): readonly BenchCall[] => [
    { tool: name, input: { orderId: 'LF-10002', query: 'tent', email: 'mia@new.example' }, scene: base },
    { tool: name, input: { orderId: 'LF-10002', query: 'tent' }, scene: { ...base, identity: { kind: 'anonymous' } } },
  ]);
  return [
    ...every,
    { tool: 'process_refund', input: REFUND, scene: { ...base, consent: consentTo(REFUND) } },
    { tool: 'process_refund', input: REFUND, scene: { ...base, consent: consentTo(large) } },
    { tool: 'process_refund', input: large, scene: { ...base, consent: consentTo(large) } },
    { tool: 'process_refund', input: { ...REFUND, amountCents: Number.NaN }, scene: base },
    { tool: 'drop_tables', input: {}, scene: base },
  ];
}

async function timesOf(engine: ActionEngine, calls: readonly BenchCall[], count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const call = calls[n % calls.length];
    if (!call) continue;
    const startedAt = performance.now();
    await engine.call(call.tool, call.input, call.scene);
    times.push(performance.now() - startedAt);
  }
  return times;
}
