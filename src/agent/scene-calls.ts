import type { Identity } from '../domain/conversation.ts';
import { toolName, type TurnId } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { CustomerRequest } from '../domain/request.ts';
import type { Lease } from '../store/store.ts';
import type { AgentParts } from './agent-parts.ts';
import type { Called } from './actions/called.ts';
import { paidSince } from './actions/paid-since.ts';
import type { Emit, Notes } from './notes.ts';
import type { Speech } from './speech.ts';
import { spokenFacts } from './spoken-facts.ts';
import { storyOf } from './story-of.ts';

/** Tools that belong to every turn. */
const ALWAYS_ALLOWED = ['search_knowledge_base', 'create_ticket'];

/** How plans do something. */
export interface SceneCalls {
  call(tool: string, input: unknown, request: CustomerRequest, consent?: Proposal, by?: 'plan' | 'model'): Promise<Called>;
  /** One more time that this change was put to the customer. */
  countProposed(tool: string, input: unknown): void;
}

export interface CallWorld {
  readonly parts: AgentParts;
  readonly input: {
    readonly lease: Lease;
    readonly playbook: Playbook;
    readonly turn: TurnId;
    readonly at: Date;
    /** The new words of all messages of this turn. */
    readonly words: string;
  };
  readonly notes: Notes;
  readonly speech: Speech;
  readonly identity: () => Identity;
  readonly emit: Emit;
}

/** A turn's calls of tools: what the engine has to know of the turn, and what the turn writes down of each call. */
export function sceneCalls({ parts, input, notes, speech, identity, emit }: CallWorld): SceneCalls {
  const { lease, playbook, turn, at } = input;
  const before = lease.conversation;

  const call: SceneCalls['call'] = async (tool, toolInput, request, consent, by = 'plan') => {
    const row = playbook.intents[request.intent];
    const called = await parts.engine.call(tool, toolInput, {
      conversation: before.id,
      callId: `${turn}/${notes.actions.length}`,
      allowedTools: [...(row?.tools ?? []), ...ALWAYS_ALLOWED],
      autonomy: parts.guard === undefined ? (row?.autonomy ?? 'auto') : 'draft',
      identity: identity(),
      seen: notes.memory.seen,
      story: storyOf(before, { words: [input.words], actions: notes.actions }),
      proposed: notes.memory.proposed ?? {},
      inDoubt: (notes.memory.inDoubt ?? []).map((open) => open.tool),
      consent,
      by,
      approval: undefined,
      at,
      policies: playbook.policies,
      claim: (key, claimed, room) => parts.store.claimCall(lease, key, claimed, room),
      paidSince: (customer) => paidSince(parts.store, customer, at),
    });
    note(tool, called);
    // A change that needs no yes is put to nobody, so that doing it is what counts.
    if (called.kind === 'ok' && called.closed && consent === undefined) countProposed(tool, toolInput);
    return called;
  };

  function countProposed(tool: string, toolInput: unknown): void {
    const callHash = parts.engine.hash(tool, toolInput) ?? '';
    const { proposed = {} } = notes.memory;
    notes.memory = { ...notes.memory, proposed: { ...proposed, [callHash]: (proposed[callHash] ?? 0) + 1 } };
  }

  function note(tool: string, called: Called): void {
    if (called.kind === 'held') return noteHeld(tool, called.verdict);
    const { action } = called;
    notes.actions.push(action);
    if (called.kind === 'refused') notes.rules.push(called.rule);
    if (called.kind === 'ok') noteResult(called);
    if (called.closed) notes.closedCalls.push(called.closed);
    emit('action.taken', { turn, tool: action.tool, status: action.status, rule: action.rule ?? '', ms: 0 });
  }

  function noteHeld(tool: string, { rule, evidence }: Extract<Called, { kind: 'held' }>['verdict']): void {
    notes.rules.push(rule);
    notes.held.push({ tool: toolName(tool), rule, evidence });
  }

  function noteResult({ action, output, shown }: Extract<Called, { kind: 'ok' }>): void {
    notes.memory = { ...notes.memory, seen: [...new Set([...notes.memory.seen, ...shown])] };
    const spoken = spokenFacts(output, 'USD', playbook.agent.company.timezone, speech.isEnglish ? undefined : speech);
    notes.facts.push(action.summary, ...spoken);
  }

  return { call, countProposed };
}
