import { z } from 'zod';
import type { GateCall } from '../../../src/agent/actions/gate.ts';
import type { Identity } from '../../../src/domain/conversation.ts';
import { customerId, participantKey, toolName } from '../../../src/domain/ids.ts';
import type { Proposal } from '../../../src/domain/proposal.ts';
import type { RecordRef } from '../../../src/tools/record-ref.ts';
import type { ApprovalRule, Tool } from '../../../src/tools/tool.ts';
import { usd, type Money } from '../../../src/domain/money.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';

export const AT = new Date('2026-03-10T15:00:00.000Z');
export const RIGHT_HASH = 'hash-of-the-call';

export const verifiedUntil = (expiresAt: Date): Identity => ({
  kind: 'verified',
  customerId: customerId('C-1001'),
  email: 'mia.keller@example.com',
  verifiedAt: AT,
  lastUsedAt: AT,
  expiresAt,
});

export const IDENTITIES = {
  anonymous: { kind: 'anonymous' },
  claimed: { kind: 'claimed', email: 'mia.keller@example.com', challenge: undefined },
  verified: verifiedUntil(new Date(AT.getTime() + 60_000)),
  expired: verifiedUntil(AT),
} as const satisfies Record<string, Identity>;

/** What the customer read before the yes. */
export const RENDERED = 'Refund $40.00 for LF-10002 to Visa ending in 4242';

export function proposalWith(argumentsHash: string, change: Partial<Proposal> = {}): Proposal {
  return {
    id: 'conversation#3/proposal',
    tool: toolName('process_refund'),
    input: { orderId: 'LF-10002', amountCents: 4_000 },
    rendered: RENDERED,
    argumentsHash,
    requestedBy: participantKey('mia.keller@example.com'),
    amount: usd(4_000),
    ...change,
  };
}

const ORDER: RecordRef = { table: 'orders', key: 'LF-10002' };

export const AUTOMATIC: ApprovalRule = { kind: 'automatic' };
export const BY_A_HUMAN: ApprovalRule = {
  kind: 'human',
  because: 'refunds above $100.00 need a person',
  role: 'refund_approver',
  limit: usd(10_000),
};

/** A tool as the gate sees it; it never runs here. */
export function toolThat(
  is: Partial<Tool> = {},
  call: { readonly approval?: ApprovalRule; readonly amount?: Money; readonly input?: unknown } = {},
): Tool {
  const { approval = AUTOMATIC, amount, input = { orderId: 'LF-10002' } } = call;
  return {
    name: toolName('process_refund'),
    description: '',
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    input: z.unknown(),
    rules: [],
    prepare: () => ({
      kind: 'ready',
      call: {
        input,
        approval,
        amount,
        records: [ORDER],
        mustBeRead: is.effect === 'read' ? [] : [ORDER],
        judge: async () => undefined,
        shown: () => [ORDER],
        run: async () => ({ kind: 'ok', output: {}, summary: 'done' }),
      },
    }),
    ...is,
  };
}

/** A call that passes every rule unless it is changed. */
export function gateCall(change: Partial<GateCall> = {}): GateCall {
  const tool = 'tool' in change ? change.tool : toolThat();
  return {
    toolName: tool?.name ?? 'process_refund',
    tool,
    prepared: tool?.prepare({}),
    allowedTools: ['process_refund'],
    autonomy: 'auto',
    identity: IDENTITIES.verified,
    at: AT,
    seen: ['orders/LF-10002'],
    records: [{ name: 'orders/LF-10002', isTheirs: true }],
    breach: undefined,
    callHash: 'hash-without-words',
    argumentsHash: RIGHT_HASH,
    proposed: {},
    inDoubt: [],
    consent: proposalWith(RIGHT_HASH),
    approval: undefined,
    policies,
    ...change,
  };
}
