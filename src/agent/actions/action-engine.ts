import type { ConversationId, CustomerId } from '../../domain/ids.ts';
import type { Points } from '../../domain/points.ts';
import type { ClaimedCall, Reservation } from '../../store/store.ts';
import type { Story } from '../../tools/story.ts';
import type { PreparedCall, Tool } from '../../tools/tool.ts';
import type { Admission } from '../circuit-breaker.ts';
import { createBackendBreakers } from './backend-breakers.ts';
import { refusedBy, reportOf, type Called } from './called.ts';
import { approversOf, gateRules, issuesOf, passGate, provedCustomer, type GateCall, type GateRule, type NeedsApproval } from './gate.ts';
import { factsFor, NOTHING_KNOWN, type Known, type RecordPorts } from './gate-facts.ts';
import { hashOf } from './hash-of.ts';
import { approversFor, moneyOutKeys, overLimitText, reservationsFor, type PaidOut } from './limits.ts';
import { backendOf, runTool, type Run, type RunPorts } from './run-tool.ts';

/** What a call is judged by: gathered by whoever runs the turn, never taken from the text that asked for it. */
export interface CallScene extends Omit<GateCall, 'toolName' | 'tool' | 'prepared' | 'callHash' | 'argumentsHash' | keyof Known> {
  readonly conversation: ConversationId;
  /** What the conversation brought before this call. */
  readonly story: Story;
  /** Makes the key of a write without a proposal: turn and place in it. */
  readonly callId: string;
  claim(
    key: string,
    call: { readonly tool: Tool['name']; readonly input: unknown },
    reservations: readonly Reservation[],
  ): Promise<ClaimedCall>;
  paidSince(customer: CustomerId | undefined): Promise<PaidOut>;
}

/** A write whose end nobody saw. */
export interface OpenWrite {
  readonly key: string;
  readonly tool: string;
  readonly input: unknown;
  readonly customerId: CustomerId | undefined;
}

export interface ActionEngine {
  /** Judges and, where every rule allows it, runs one call. Never throws for what a tool does. */
  call(name: string, rawInput: unknown, scene: CallScene): Promise<Called>;
  /** Looks up what became of a write that was claimed: the same call under the same key, which does nothing twice. */
  resume(open: OpenWrite, claim: CallScene['claim']): Promise<Called>;
  /**
   * What consent and approval are bound to: tool, arguments, and the words they were shown in. Without words it only tells
   * one call from another. Undefined for an unknown tool or invalid input.
   */
  hash(name: string, rawInput: unknown, rendered?: string): string | undefined;
}

export interface EnginePorts extends Omit<RunPorts, 'breakers'>, RecordPorts {
  readonly points: Points;
  /** What a call has to pass; none for bare tools, as when recorded calls are replayed. */
  readonly gates?: readonly GateRule[];
}

/** The only caller of tools. */
export function createActionEngine(tools: readonly Tool[], enginePorts: EnginePorts): ActionEngine {
  const byName = new Map(tools.map((tool) => [String(tool.name), tool]));
  const ports = { ...enginePorts, breakers: createBackendBreakers(enginePorts.now) };
  const { now, breakers, points, gates = gateRules } = ports;
  const isBare = gates.length === 0;

  async function call(name: string, rawInput: unknown, scene: CallScene): Promise<Called> {
    const tool = byName.get(name);
    const prepared = tool?.prepare(rawInput);
    const ready = prepared?.kind === 'ready' ? prepared.call : undefined;
    const input = ready?.input ?? rawInput;
    const known = isBare ? NOTHING_KNOWN : await factsFor(tool, ready, scene, ports);
    if (known === 'unreadable' && tool && ready) return reportOf(tool, ready, UNREADABLE, undefined, now());
    const judged: GateCall = {
      ...scene,
      ...(known === 'unreadable' ? NOTHING_KNOWN : known),
      toolName: name,
      tool,
      prepared,
      callHash: hashOf(name, input),
      argumentsHash: scene.consent === undefined ? hashOf(name, input) : hashOf(name, input, scene.consent.rendered),
    };
    const verdict = passGate(judged, gates);
    if (verdict.kind === 'refuse') return refusedBy(name, verdict.rule, verdict.evidence, now(), verdict.customer);
    // Without gates these two are all that is left of them: nothing can run.
    if (!tool) return refusedBy(name, 'known_tool', `no tool is called ${name}`, now());
    if (!ready) return refusedBy(name, 'valid_arguments', issuesOf(prepared), now());
    if (verdict.kind === 'needs_approval') return held(await withSums(verdict, ready, scene), judged, ready);
    if (verdict.kind !== 'allow') return held(verdict, judged, ready);
    // Asked before the claim, so that a backend that rests leaves no call open.
    const admission = breakers(backendOf(tool)).admits();
    if (admission === 'resting') return reportOf(tool, ready, RESTING, undefined, now());
    if (tool.effect === 'write') return write(tool, ready, admission, scene, judged);
    const run = { tool, ready, customerId: provedCustomer(scene), idempotencyKey: scene.callId };
    return reportOf(tool, ready, await runTool(run, admission, ports), undefined, now());
  }

  /** Claimed first, so that after a crash the same yes finds the same key and the backend pays once. */
  async function write(tool: Tool, ready: PreparedCall, admission: Admission, scene: CallScene, judged: GateCall): Promise<Called> {
    const customerId = provedCustomer(scene);
    const key = hashOf(scene.conversation, tool.name, ready.input, scene.consent?.id ?? scene.callId);
    const room = isBare ? [] : reservationsFor(customerId, ready.amount, scene.at, scene.policies, approversOf(judged));
    const claim = await scene.claim(key, { tool: tool.name, input: ready.input }, room);
    if (claim.kind === 'over_limit') return overLimit(claim.key, tool, ready, scene, judged);
    return finish({ tool, ready, customerId, idempotencyKey: key }, admission, claim);
  }

  async function finish(run: Run, admission: Admission, claim: Exclude<ClaimedCall, { kind: 'over_limit' }>): Promise<Called> {
    if (claim.kind === 'already' && claim.outcome) return reportOf(run.tool, run.ready, claim.outcome, undefined, now());
    await points.at('claimed');
    const repeated = claim.kind === 'already';
    const outcome = await runTool({ ...run, repeated }, admission, ports);
    await points.at('effect_done');
    // What fails now says nothing about what was begun before.
    const isStillOpen = repeated && outcome.kind === 'failed';
    return reportOf(run.tool, run.ready, isStillOpen ? { kind: 'unknown', because: outcome.code } : outcome, run.idempotencyKey, now());
  }

  async function overLimit(key: string, tool: Tool, ready: PreparedCall, scene: CallScene, judged: GateCall): Promise<Called> {
    const customerId = provedCustomer(scene);
    const { amount } = ready;
    if (amount === undefined) return refusedBy(tool.name, 'rolling_limit', key, now());
    const given = approversOf(judged);
    const isShop = key === moneyOutKeys(customerId).shop;
    const evidence = overLimitText(isShop, amount, await scene.paidSince(customerId), scene.policies, given);
    if (isShop && given > 0) return refusedBy(tool.name, 'shop_cap', evidence, now());
    const needed: NeedsApproval = {
      kind: 'needs_approval',
      rule: 'rolling_limit',
      evidence,
      role: scene.policies.approval.role,
      limit: amount,
      approvers: given + 1,
    };
    return held(await withSums(needed, ready, scene), judged, ready);
  }

  return {
    call,
    async resume({ key, tool: name, input, customerId }, claim) {
      const tool = byName.get(name);
      const prepared = tool?.prepare(input);
      if (!tool || prepared?.kind !== 'ready') return refusedBy(name, 'known_tool', name, now());
      const admission = breakers(backendOf(tool)).admits();
      if (admission === 'resting') return reportOf(tool, prepared.call, { kind: 'unknown', because: RESTING.code }, key, now());
      const claimed = await claim(key, { tool: tool.name, input: prepared.call.input }, []);
      if (claimed.kind !== 'already') return reportOf(tool, prepared.call, NEVER_BEGUN, key, now());
      return finish({ tool, ready: prepared.call, customerId, idempotencyKey: key }, admission, claimed);
    },
    hash(name, rawInput, rendered) {
      const prepared = byName.get(name)?.prepare(rawInput);
      if (prepared?.kind !== 'ready') return undefined;
      const { input } = prepared.call;
      return rendered === undefined ? hashOf(name, input) : hashOf(name, input, rendered);
    },
  };
}

/** What a call ends with that was never made, because its backend is left alone for now. */
const RESTING = { kind: 'failed', code: 'backend_unavailable', retryable: true } as const;
const NEVER_BEGUN = { kind: 'refused', because: 'it was never begun', rule: 'never_begun' } as const;
const UNREADABLE = { kind: 'failed', code: 'policy_unreadable', retryable: true } as const;

const held = (verdict: Extract<Called, { kind: 'held' }>['verdict'], { argumentsHash }: GateCall, { amount }: PreparedCall): Called => ({
  kind: 'held',
  verdict,
  argumentsHash,
  amount,
});

/** How many people have to approve depends on what this customer got within 24 hours as well. */
async function withSums(verdict: NeedsApproval, { amount }: PreparedCall, scene: CallScene): Promise<NeedsApproval> {
  if (amount === undefined) return verdict;
  const paid = await scene.paidSince(provedCustomer(scene));
  return { ...verdict, approvers: Math.max(verdict.approvers, approversFor(amount, paid, scene.policies)) };
}
