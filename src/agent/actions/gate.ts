import type { Identity } from '../../domain/conversation.ts';
import type { CustomerId, ToolName } from '../../domain/ids.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Money } from '../../domain/money.ts';
import type { PolicyBreach } from '../../tools/policy.ts';
import { recordName } from '../../tools/record-ref.ts';
import type { PreparedInput, Tool } from '../../tools/tool.ts';
import { approversFor } from './limits.ts';
import { unsoundArguments } from './sound-arguments.ts';

/** Who at the desk allowed a call, and the hash of what they were shown. */
export interface Approval {
  readonly hash: string;
  /** Names of `staff.yaml`, each once. */
  readonly by: readonly string[];
}

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
  /** SHA-256 of tool and arguments alone. */
  readonly callHash: string;
  /** SHA-256 of tool, arguments and the words that the customer said yes to, as the call would run now. */
  readonly argumentsHash: string;
  /** How often each call was put to the customer in this conversation, by `callHash`. */
  readonly proposed: Readonly<Record<string, number>>;
  /** Tools whose last change in this conversation may or may not have happened. */
  readonly inDoubt: readonly ToolName[];
  /** The proposal that the customer's explicit yes belongs to. */
  readonly consent: Proposal | undefined;
  readonly approval: Approval | undefined;
  /** Who wants it; a plan unless said otherwise. A model may only propose. */
  readonly by?: 'plan' | 'model';
  readonly policies: PolicySettings;
}

export type GateVerdict =
  | { readonly kind: 'allow' }
  /** `customer`: how a business "no" is told; without it the refusal is a fault of ours, and its evidence is for staff only. */
  | { readonly kind: 'refuse'; readonly rule: string; readonly evidence: string; readonly customer?: string }
  | { readonly kind: 'needs_proof'; readonly rule: string; readonly evidence: string }
  | { readonly kind: 'needs_yes'; readonly rule: string; readonly evidence: string }
  | NeedsApproval;

export interface NeedsApproval {
  readonly kind: 'needs_approval';
  readonly rule: string;
  /** For staff: why it waits. */
  readonly evidence: string;
  readonly role: string;
  readonly limit: Money;
  /** Different people who have to approve it. */
  readonly approvers: number;
}

export interface GateRule {
  readonly name: string;
  judge(call: GateCall): GateVerdict | undefined;
}

const refuse = (rule: string, evidence: string): GateVerdict => ({ kind: 'refuse', rule, evidence });
/** The name that the demo shop and its sentences use for it too. */
const NOT_FOUND = 'not_found';
const isWrite = ({ tool }: GateCall): boolean => tool?.effect === 'write';

/**
 * In this order, and the first verdict stands: whatever text produced the call, it passes all of them or does not run.
 * What follows stands in the engine: the rolling limits with the claim, the time limit, the second look, the close.
 */
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
    judge: ({ prepared, policies }) => {
      if (prepared?.kind !== 'ready') return refuse('valid_arguments', issuesOf(prepared));
      const problem = unsoundArguments(prepared.call.input, prepared.call.amount, policies.currency);
      return problem === undefined ? undefined : refuse('valid_arguments', problem);
    },
  },
  {
    name: 'identity_required',
    judge: ({ tool, identity, at }) =>
      tool?.private && !isProved(identity, at)
        ? { kind: 'needs_proof', rule: 'identity_required', evidence: `${tool.name} is private and the speaker is ${identity.kind}` }
        : undefined,
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
    name: 'write_in_doubt',
    judge: (call) =>
      isWrite(call) && call.inDoubt.some((name) => name === call.toolName)
        ? refuse('write_in_doubt', `an earlier ${call.toolName} is still being looked up`)
        : undefined,
  },
  {
    name: 'write_budget',
    judge: (call) => {
      const times = call.proposed[call.callHash] ?? 0;
      return isWrite(call) && call.consent === undefined && times >= call.policies.limits.sameProposal
        ? refuse('write_budget', `the same ${call.toolName} was put forward ${times} times already`)
        : undefined;
    },
  },
  {
    name: 'explicit_yes',
    judge: (call) => {
      const { tool, consent, argumentsHash, by } = call;
      // What needs no yes when a plan does it, such as a reset link, needs one when text made a model ask for it.
      const needsNone = tool?.consent === 'none' && by !== 'model';
      if (!isWrite(call) || needsNone || consent?.argumentsHash === argumentsHash) return undefined;
      const evidence = consent === undefined ? 'the customer has not said yes' : 'the yes was given to something else';
      return { kind: 'needs_yes', rule: 'explicit_yes', evidence };
    },
  },
  {
    name: 'human_approval',
    judge: (call) => {
      const needed = approvalNeeded(call);
      return needed === undefined || approversOf(call) >= needed.approvers ? undefined : needed;
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

/** Whom a tool works for: the customer whose proof still holds, whatever the arguments say. */
export const provedCustomer = ({ identity, at }: Pick<GateCall, 'identity' | 'at'>): CustomerId | undefined =>
  identity.kind === 'verified' && isProved(identity, at) ? identity.customerId : undefined;

/** By the call alone; what left within 24 hours is counted with the claim, where nobody can come in between. */
function approvalNeeded({ prepared, policies }: GateCall): NeedsApproval | undefined {
  if (prepared?.kind !== 'ready' || prepared.call.approval.kind !== 'human') return undefined;
  const { approval, amount } = prepared.call;
  const alone = { customerCents: 0, shopCents: 0 };
  const approvers = Math.max(1, amount === undefined ? 1 : approversFor(amount, alone, policies));
  return {
    kind: 'needs_approval',
    rule: 'human_approval',
    evidence: approval.because,
    role: approval.role,
    limit: approval.limit,
    approvers,
  };
}

/** What a tool cannot read in its arguments. */
export const issuesOf = (prepared: PreparedInput | undefined): string => (prepared?.kind === 'invalid_input' ? prepared.issues : '');

/** How many people allowed this very call: an approval of anything else counts for nobody, and every person once. */
export const approversOf = ({ approval, argumentsHash }: Pick<GateCall, 'approval' | 'argumentsHash'>): number =>
  approval?.hash === argumentsHash ? new Set(approval.by).size : 0;
