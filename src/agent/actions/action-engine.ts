import { assertNever } from '../../domain/assert-never.ts';
import type { ActionTaken, Identity } from '../../domain/conversation.ts';
import type { ConversationId, CustomerId } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { Points } from '../../domain/points.ts';
import type { Now } from '../../domain/ports.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { ClaimedCall } from '../../store/store.ts';
import { recordName, type RecordRef } from '../../tools/record-ref.ts';
import type { Story } from '../../tools/story.ts';
import type { PreparedCall, PreparedInput, Tool } from '../../tools/tool.ts';
import { toolName as asToolName } from '../../domain/ids.ts';
import { hashOf } from './hash-of.ts';
import { gateRules, isProved, passGate, type GateCall, type GateRule, type GateVerdict } from './gate.ts';

/** How long one call may take; a write that is cut off here counts as unknown, never as failed. */
const CALL_TIMEOUT_MS = 15_000;
const TRIES_WHILE_UNKNOWN = 3;

/** What a call is judged by: gathered by whoever runs the turn, never taken from the text that asked for it. */
export interface CallScene {
  readonly conversation: ConversationId;
  /** Makes the key of a write without a proposal: turn and place in it. */
  readonly callId: string;
  readonly allowedTools: readonly string[];
  readonly autonomy: 'off' | 'draft' | 'auto';
  readonly identity: Identity;
  /** Records read in this conversation, as `orders/LF-10002`. */
  readonly seen: readonly string[];
  /** What the conversation brought before this call. */
  readonly story: Story;
  readonly consent: Proposal | undefined;
  readonly approvedHash: string | undefined;
  readonly at: Date;
  readonly policies: PolicySettings;
  claim(key: string, call: { readonly tool: Tool['name']; readonly input: unknown }): Promise<ClaimedCall>;
  paidSince(customer: CustomerId | undefined): Promise<{ readonly customerCents: number; readonly shopCents: number }>;
}

export type Called =
  | {
      readonly kind: 'ok';
      readonly output: unknown;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
      readonly moved: Money | undefined;
      /** Names of the records that count as read from now on. */
      readonly shown: readonly string[];
    }
  | {
      readonly kind: 'refused';
      /** A call that should never have been made, a business "no" of the company's policy, or one of the tool itself. */
      readonly by: 'gate' | 'policy' | 'tool';
      readonly rule: string;
      readonly because: string;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly critical: boolean;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
    }
  | { readonly kind: 'unknown'; readonly because: string; readonly action: ActionTaken; readonly closed: ClosedCall | undefined }
  | {
      readonly kind: 'held';
      readonly verdict: Exclude<GateVerdict, { kind: 'allow' | 'refuse' }>;
      readonly argumentsHash: string;
      readonly amount: Money | undefined;
    };

export interface ClosedCall {
  readonly key: string;
  readonly outcome: ToolOutcome<unknown>;
}

export interface ActionEngine {
  /** Judges and, where every rule allows it, runs one call. Never throws for what a tool does. */
  call(name: string, rawInput: unknown, scene: CallScene): Promise<Called>;
  /** The hash that consent and approval are bound to; undefined for an unknown tool or invalid input. */
  hash(name: string, rawInput: unknown): string | undefined;
}

export interface EnginePorts {
  readonly now: Now;
  readonly points: Points;
  /** How long one try may take. */
  readonly timeoutMs?: number;
  /** Whose record it is; undefined for none. */
  ownerOf(record: RecordRef): Promise<CustomerId | undefined>;
  /** What a call has to pass; none for bare tools, as when recorded calls are replayed. */
  readonly gates?: readonly GateRule[];
}

/** The only caller of tools. */
export function createActionEngine(tools: readonly Tool[], ports: EnginePorts): ActionEngine {
  const { gates = gateRules } = ports;
  const byName = new Map(tools.map((tool) => [String(tool.name), tool]));

  async function call(name: string, rawInput: unknown, scene: CallScene): Promise<Called> {
    const tool = byName.get(name);
    const prepared = tool?.prepare(rawInput);
    const ready = prepared?.kind === 'ready' ? prepared.call : undefined;
    const argumentsHash = hashOf(name, ready?.input ?? rawInput);
    const customer = provedCustomer(scene);
    const known = gates.length === 0 ? NOTHING_KNOWN : await lookUp(tool, ready, scene, customer);
    if (known === 'unreadable') {
      return {
        kind: 'failed',
        code: 'policy_unreadable',
        critical: tool?.critical ?? true,
        action: taken(name, 'failed', 'policy_unreadable'),
        closed: undefined,
      };
    }
    const verdict = passGate(
      {
        ...scene,
        ...known,
        toolName: name,
        tool,
        prepared,
        argumentsHash,
        paid: ready?.amount ? await scene.paidSince(customer) : { customerCents: 0, shopCents: 0 },
      },
      gates,
    );
    if (verdict.kind === 'refuse' || !tool || !ready) return refusedByGate(name, prepared, verdict);
    if (verdict.kind !== 'allow') return { kind: 'held', verdict, argumentsHash, amount: ready.amount };
    if (tool.effect === 'read') return report(tool, ready, await run(tool, ready, customer, scene.callId, ports), undefined);
    return write(tool, ready, scene, customer);
  }

  /** Whose the records are and what the policy says; nothing is read for somebody who is not proved. */
  async function lookUp(
    tool: Tool | undefined,
    ready: PreparedCall | undefined,
    { story, at }: CallScene,
    customer: CustomerId | undefined,
  ): Promise<Pick<GateCall, 'records' | 'breach'> | 'unreadable'> {
    if (!tool || !ready || (tool.private && customer === undefined)) return NOTHING_KNOWN;
    try {
      const records = await Promise.all(
        ready.records.map(async (record) => ({ name: recordName(record), isTheirs: (await ports.ownerOf(record)) === customer })),
      );
      const breach = records.every(({ isTheirs }) => isTheirs) ? await ready.judge({ customer, story, at }) : undefined;
      return { records, breach };
    } catch {
      // A policy that cannot be read allows nothing.
      return 'unreadable';
    }
  }

  function refusedByGate(name: string, prepared: PreparedInput | undefined, verdict: GateVerdict): Called {
    const issues = prepared?.kind === 'invalid_input' ? prepared.issues : undefined;
    // Without gates the last two are all that is left of them: nothing can run.
    const unusable =
      issues === undefined
        ? { rule: 'known_tool', evidence: `no tool is called ${name}`, customer: undefined }
        : { rule: 'valid_arguments', evidence: issues, customer: undefined };
    const { rule, evidence, customer } = verdict.kind === 'refuse' ? { customer: undefined, ...verdict } : unusable;
    const action = taken(name, 'refused', evidence, rule);
    return {
      kind: 'refused',
      by: customer === undefined ? 'gate' : 'policy',
      rule,
      because: customer ?? evidence,
      action,
      closed: undefined,
    };
  }

  /** Claimed first, so that after a crash the same yes finds the same key and the backend pays once. */
  async function write(tool: Tool, ready: PreparedCall, scene: CallScene, customer: CustomerId | undefined): Promise<Called> {
    const key = hashOf(scene.conversation, tool.name, ready.input, scene.consent?.id ?? scene.callId);
    const claim = await scene.claim(key, { tool: tool.name, input: ready.input });
    if (claim.kind === 'already' && claim.outcome) return report(tool, ready, claim.outcome, undefined);
    await ports.points.at('claimed');
    const outcome = await run(tool, ready, customer, key, ports);
    await ports.points.at('effect_done');
    // An unknown outcome stays open: the next try with the same key asks the backend again.
    return report(tool, ready, outcome, outcome.kind === 'unknown' ? undefined : { key, outcome });
  }

  function report(tool: Tool, ready: PreparedCall, outcome: ToolOutcome<unknown>, closed: ClosedCall | undefined): Called {
    switch (outcome.kind) {
      case 'ok':
        return {
          kind: 'ok',
          output: outcome.output,
          action: taken(tool.name, 'ok', outcome.summary),
          closed,
          moved: closed ? ready.amount : undefined,
          shown: ready.shown(outcome.output).map(recordName),
        };
      case 'refused':
        return {
          kind: 'refused',
          by: 'tool',
          rule: outcome.rule,
          because: outcome.because,
          action: taken(tool.name, 'refused', outcome.because, outcome.rule),
          closed,
        };
      case 'failed':
        return { kind: 'failed', code: outcome.code, critical: tool.critical, action: taken(tool.name, 'failed', outcome.code), closed };
      case 'unknown':
        return { kind: 'unknown', because: outcome.because, action: taken(tool.name, 'unknown', outcome.because), closed };
      default:
        return assertNever(outcome);
    }
  }

  function taken(name: string, status: ActionTaken['status'], summary: string, rule?: string): ActionTaken {
    return { tool: asToolName(name), status, summary, at: ports.now(), ...(rule === undefined ? {} : { rule }) };
  }

  return {
    call,
    hash(name, rawInput) {
      const prepared = byName.get(name)?.prepare(rawInput);
      return prepared?.kind === 'ready' ? hashOf(name, prepared.call.input) : undefined;
    },
  };
}

const NOTHING_KNOWN: Pick<GateCall, 'records' | 'breach'> = { records: [], breach: undefined };

const provedCustomer = ({ identity, at }: CallScene): CustomerId | undefined =>
  identity.kind === 'verified' && isProved(identity, at) ? identity.customerId : undefined;

/**
 * Runs a tool with a time limit. What it throws becomes `failed`, or for a write `unknown`, which may have happened: it is
 * asked again with the same key, which pays nothing twice, before anybody is told anything.
 */
async function run(
  tool: Tool,
  ready: PreparedCall,
  customerId: CustomerId | undefined,
  idempotencyKey: string,
  ports: EnginePorts,
): Promise<ToolOutcome<unknown>> {
  let outcome: ToolOutcome<unknown> = { kind: 'unknown', because: 'not tried' };
  for (let tried = 0; tried < TRIES_WHILE_UNKNOWN && outcome.kind === 'unknown'; tried += 1) {
    const next = await runOnce(tool, ready, customerId, idempotencyKey, ports);
    // A failed try says nothing about the one before it, which may have happened.
    const isStillOpen = tried > 0 && next.kind === 'failed';
    if (!isStillOpen) outcome = next;
  }
  return outcome;
}

async function runOnce(
  tool: Tool,
  ready: PreparedCall,
  customerId: CustomerId | undefined,
  idempotencyKey: string,
  ports: EnginePorts,
): Promise<ToolOutcome<unknown>> {
  const { now, timeoutMs = CALL_TIMEOUT_MS } = ports;
  const signal = AbortSignal.timeout(timeoutMs);
  const cutOff = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([ready.run({ customerId, idempotencyKey, signal, now }), cutOff]);
  } catch (error) {
    const because = error instanceof Error ? error.name : 'error';
    return tool.effect === 'write' ? { kind: 'unknown', because } : { kind: 'failed', code: because, retryable: true };
  }
}
