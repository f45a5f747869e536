import type { Identity } from '../../domain/conversation.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Money } from '../../domain/money.ts';
import type { PolicyBreach } from '../../tools/policy.ts';
import { recordName } from '../../tools/record-ref.ts';
import type { PreparedInput, Tool } from '../../tools/tool.ts';

/** A call as the gate sees it: what is wanted, by whom, and what happened before. */
export interface GateCall {
  readonly toolName: string;
  /** Undefined when no tool has that name. */
  readonly tool: Tool | undefined;
  readonly prepared: PreparedInput | undefined;
  /** Tools of the intents of this turn. */
  readonly allowedTools: readonly string[];
  readonly autonomy: 'off' | 'draft' | 'auto';
  readonly identity: Identity;
  readonly at: Date;
  /** Records read in this conversation, as `orders/LF-10002`. */
  readonly seen: readonly string[];
  /** Records that the arguments name, each with whether it is the proved customer's. Gathered only once identity is settled. */
  readonly records: readonly { readonly name: string; readonly isTheirs: boolean }[];
  /** The rule of the tool's own policy that the call breaks. */
  readonly breach: PolicyBreach | undefined;
  /** SHA-256 of the call as it would run now. */
  readonly argumentsHash: string;
  /** The proposal that the customer's explicit yes belongs to. */
  readonly consent: Proposal | undefined;
  /** The hash that a human approved. */
  readonly approvedHash: string | undefined;
  /** Money that left in the last 24 hours, in cents. */
  readonly paid: { readonly customerCents: number; readonly shopCents: number };
  readonly policies: PolicySettings;
}

export type GateVerdict =
  | { readonly kind: 'allow' }
  /** `customer`: how a business "no" is told; without it the refusal is a fault of ours, and its evidence is for staff only. */
  | { readonly kind: 'refuse'; readonly rule: string; readonly evidence: string; readonly customer?: string }
  | { readonly kind: 'needs_proof'; readonly rule: string }
  | { readonly kind: 'needs_yes'; readonly rule: string }
  | { readonly kind: 'needs_approval'; readonly rule: string; readonly because: string; readonly role: string; readonly limit: Money };

export interface GateRule {
  readonly name: string;
  judge(call: GateCall): GateVerdict | undefined;
}

const refuse = (rule: string, evidence: string): GateVerdict => ({ kind: 'refuse', rule, evidence });

/** The name that the demo shop and its sentences use for it too. */
const NOT_FOUND = 'not_found';

/** In this order, and the first verdict stands: whatever text produced the call, it passes all of them or does not run. */
export const gateRules: readonly GateRule[] = [
  {
    name: 'known_tool',
    judge: ({ tool, toolName }) => (tool ? undefined : refuse('known_tool', `no tool is called ${toolName}`)),
  },
  {
    name: 'tool_of_intent',
    judge: ({ toolName, allowedTools }) =>
      allowedTools.includes(toolName) ? undefined : refuse('tool_of_intent', `${toolName} does not belong to what was asked`),
  },
  {
    name: 'valid_arguments',
    judge: ({ prepared }) => (prepared?.kind === 'invalid_input' ? refuse('valid_arguments', prepared.issues) : undefined),
  },
  {
    name: 'identity_required',
    judge: ({ tool, identity, at }) =>
      tool?.private && !isProved(identity, at) ? { kind: 'needs_proof', rule: 'identity_required' } : undefined,
  },
  {
    name: 'autonomy',
    // A reset link needs no yes, but it leaves the house as well; opening a ticket does not.
    judge: ({ tool, autonomy }) =>
      tool?.effect === 'write' && (tool.consent === 'yes' || tool.private) && autonomy !== 'auto'
        ? refuse('autonomy', `this intent is set to ${autonomy}`)
        : undefined,
  },
  {
    name: NOT_FOUND,
    // Not there and not theirs are one answer, so that nobody learns which records exist.
    judge: ({ records, policies }) => {
      const missing = records.find(({ isTheirs }) => !isTheirs);
      const customer = policies.rules[NOT_FOUND]?.customer ?? "I can't find that among your records";
      return missing && { kind: 'refuse', rule: NOT_FOUND, evidence: `${missing.name} is not a record of this customer`, customer };
    },
  },
  {
    name: 'record_read',
    judge: ({ prepared, seen }) => {
      const unread = prepared?.kind === 'ready' ? prepared.call.mustBeRead.map(recordName).find((name) => !seen.includes(name)) : undefined;
      return unread === undefined ? undefined : refuse('record_read', `${unread} was not read in this conversation`);
    },
  },
  {
    name: 'policy',
    judge: ({ breach }) =>
      breach && {
        kind: 'refuse',
        rule: breach.rule.name,
        evidence: `${breach.rule.human} ${breach.evidence}`,
        customer: breach.rule.customer,
      },
  },
  {
    name: 'explicit_yes',
    judge: ({ tool, consent, argumentsHash }) => {
      if (tool?.effect !== 'write' || tool.consent === 'none') return undefined;
      return consent?.argumentsHash === argumentsHash ? undefined : { kind: 'needs_yes', rule: 'explicit_yes' };
    },
  },
  {
    name: 'human_approval',
    judge: (call) => {
      const needed = approvalNeeded(call);
      return needed === undefined || call.approvedHash === call.argumentsHash ? undefined : needed;
    },
  },
];

/** Passes a call through every rule. */
export function passGate(call: GateCall, rules: readonly GateRule[] = gateRules): GateVerdict {
  for (const rule of rules) {
    const verdict = rule.judge(call);
    if (verdict) return verdict;
  }
  return { kind: 'allow' };
}

/** A proof holds until it expires, and lapses before that when it lies idle. */
export function isProved(identity: Identity, at: Date): boolean {
  return identity.kind === 'verified' && at < identity.expiresAt;
}

function approvalNeeded({ prepared, paid, policies }: GateCall): GateVerdict | undefined {
  if (prepared?.kind !== 'ready') return undefined;
  const { approval, amount } = prepared.call;
  if (approval.kind === 'human') {
    return { kind: 'needs_approval', rule: 'human_approval', because: approval.because, role: approval.role, limit: approval.limit };
  }
  if (!amount) return undefined;
  const { refundPerCustomerDayCents, refundPerShopDayCents } = policies.limits;
  const overCustomer = paid.customerCents + amount.minor > refundPerCustomerDayCents;
  const overShop = paid.shopCents + amount.minor > refundPerShopDayCents;
  if (!overCustomer && !overShop) return undefined;
  const because = overCustomer
    ? 'refunds of this customer within 24 hours pass the limit'
    : 'refunds of the shop within 24 hours pass the limit';
  return { kind: 'needs_approval', rule: 'rolling_limit', because, role: policies.approval.role, limit: amount };
}
