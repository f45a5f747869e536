import { createActionEngine, type CallScene } from '../../../src/agent/actions/action-engine.ts';
import type { Called } from '../../../src/agent/actions/called.ts';
import { conversationId, type CustomerId } from '../../../src/domain/ids.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import { EMPTY_STORY } from '../../../src/tools/story.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';
import { proposalWith } from '../agent/gate-calls.ts';

/** One call on a pack by a proved customer or by nobody, with a yes to exactly it; no record was read before. */
export function callThroughGate(pack: ToolPack, tool: string, input: unknown, customer: CustomerId | undefined, at: Date): Promise<Called> {
  const engine = createActionEngine(pack.tools, { now: () => at, points: NO_POINTS, ownerOf: (record) => pack.ownerOf(record) });
  const rendered = 'yes to this';
  const identity: CallScene['identity'] =
    customer === undefined
      ? { kind: 'anonymous' }
      : {
          kind: 'verified',
          customerId: customer,
          email: '',
          verifiedAt: at,
          lastUsedAt: at,
          expiresAt: new Date(at.getTime() + 60_000),
        };
  return engine.call(tool, input, {
    conversation: conversationId('contract/a'),
    callId: 'contract/a/0',
    allowedTools: [tool],
    autonomy: 'auto',
    identity,
    seen: [],
    story: EMPTY_STORY,
    proposed: {},
    inDoubt: [],
    consent: proposalWith(engine.hash(tool, input, rendered) ?? '', { rendered }),
    approval: undefined,
    at,
    policies,
    claim: async () => ({ kind: 'claimed' }),
    paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
  });
}
