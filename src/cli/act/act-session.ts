import { createActionEngine, type ActionEngine, type CallScene } from '../../agent/actions/action-engine.ts';
import type { Called } from '../../agent/actions/called.ts';
import { isExplicitYes } from '../../agent/actions/explicit-yes.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { Identity } from '../../domain/conversation.ts';
import { conversationId, participantKey, toolName, type CustomerId } from '../../domain/ids.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import { NO_POINTS } from '../../domain/points.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { sentenceOf } from '../../tools/sentence-of.ts';
import type { PastCall } from '../../tools/story.ts';
import type { ChangedRecord, ToolPack } from '../../tools/tool.ts';
import { changeLog, type ChangeLog } from './change-log.ts';
import { createPaidLedger, type PaidLedger } from './paid-ledger.ts';

export interface ActOptions {
  readonly pack: ToolPack;
  /** `none`: bare tools, as when the reference calls of a task are replayed. */
  readonly gates: 'all' | 'none';
  /** Each conversation starts from the data as given. */
  readonly isolate: boolean;
  /** `given`: consent is taken as given; `text`: the customer's last line has to be an explicit yes. */
  readonly confirm: 'given' | 'text';
  readonly policies: PolicySettings;
  readonly now: () => Date;
}

export interface ActCall {
  readonly conversation: string;
  readonly tool: string;
  readonly arguments: unknown;
}

export interface ActResult {
  /** refused: by a gate or a policy rule, named; failed: by the tool's own precondition or the system behind it. */
  readonly status: 'ok' | 'refused' | 'failed';
  readonly rule?: string;
  readonly error?: string;
  readonly output?: unknown;
}

export interface ActSession {
  /** What the customer said. */
  hear(conversation: string, text: string): Promise<void>;
  call(call: ActCall): Promise<ActResult>;
  /** What each conversation changed, in the order in which they began. */
  changes(): Promise<readonly { readonly conversation: string; readonly changed_records: readonly ChangedRecord[] }[]>;
  close(): Promise<void>;
}

/** A conversation as the gate needs it: what was said, called and read, and who is proved. */
interface Talk {
  readonly pack: ToolPack;
  readonly engine: ActionEngine;
  readonly changes: ChangeLog;
  readonly ledger: PaidLedger;
  readonly said: string[];
  readonly calls: PastCall[];
  readonly seen: Set<string>;
  customer: CustomerId | undefined;
}

const A_DAY_MS = 86_400_000;

/** Tool calls through the action engine of a pack, without the agent that would make them. */
export function openActSession(options: ActOptions): ActSession {
  const { pack, gates, isolate, confirm, policies } = options;
  const talks = new Map<string, Promise<Talk>>();
  const shared = { changes: changeLog(pack), ledger: createPaidLedger() };
  const now = (): Date => pack.standsAt ?? options.now();

  function talkOf(conversation: string): Promise<Talk> {
    const begun = talks.get(conversation) ?? begin();
    talks.set(conversation, begun);
    return begun;
  }

  async function begin(): Promise<Talk> {
    const own = isolate && pack.asOpened ? await pack.asOpened() : pack;
    const engine = createActionEngine(own.tools, {
      now,
      points: NO_POINTS,
      ownerOf: (record) => own.ownerOf(record),
      ...(gates === 'none' ? { gates: [] } : {}),
    });
    const kept = own === pack ? shared : { changes: changeLog(own), ledger: createPaidLedger() };
    return { pack: own, engine, ...kept, said: [], calls: [], seen: new Set(), customer: undefined };
  }

  /** The first proof stays: one customer a conversation. */
  async function prove(talk: Talk): Promise<void> {
    const { identityProof } = talk.pack;
    if (talk.customer !== undefined || identityProof.kind !== 'story') return;
    talk.customer = await identityProof.proves({ said: talk.said, calls: talk.calls });
  }

  function sceneOf(conversation: string, talk: Talk, call: ActCall): CallScene {
    const { said, calls, seen } = talk;
    const callId = `${conversation}/${calls.length}`;
    return {
      conversation: conversationId(`act/${conversation}`),
      callId,
      allowedTools: talk.pack.tools.map(({ name }) => String(name)),
      autonomy: 'auto',
      identity: identityOf(talk.customer, now()),
      seen: [...seen],
      story: { said: [...said], calls: [...calls] },
      consent: confirm === 'given' || isExplicitYes(said.at(-1) ?? '') ? consentTo(call, callId, talk.engine) : undefined,
      // Each line stands for itself: nobody was asked before, nothing is open, and no person at a desk has allowed anything.
      proposed: {},
      inDoubt: [],
      approval: undefined,
      at: now(),
      policies,
      claim: async (_key, _call, reservations) => talk.ledger.claim(reservations),
      paidSince: async (customer) => talk.ledger.paid(customer),
    };
  }

  return {
    async hear(conversation, text) {
      const talk = await talkOf(conversation);
      talk.said.push(text);
      await prove(talk);
    },
    async call(call) {
      const { conversation, tool, arguments: input } = call;
      const talk = await talkOf(conversation);
      const called = await talk.engine.call(tool, input, sceneOf(conversation, talk, call));
      talk.calls.push(pastCall(tool, input, called));
      if (called.kind === 'ok') {
        for (const record of called.shown) talk.seen.add(record);
        await talk.changes.note(conversation);
      }
      if (called.kind === 'refused' || called.kind === 'failed') talk.ledger.giveBack();
      await prove(talk);
      return resultOf(called, call, options);
    },
    async changes() {
      const lines = [...talks].map(async ([conversation, begun]) => ({
        conversation,
        changed_records: await (await begun).changes.of(conversation),
      }));
      return Promise.all(lines);
    },
    async close() {
      const opened = await Promise.all(talks.values());
      await Promise.all([...new Set([pack, ...opened.map((talk) => talk.pack)])].map((each) => each.close()));
    },
  };
}

function identityOf(customer: CustomerId | undefined, at: Date): Identity {
  if (customer === undefined) return { kind: 'anonymous' };
  const expiresAt = new Date(at.getTime() + A_DAY_MS);
  return { kind: 'verified', customerId: customer, email: '', verifiedAt: at, lastUsedAt: at, expiresAt };
}

/** A yes to exactly this call. */
function consentTo({ tool, arguments: input, conversation }: ActCall, id: string, engine: ActionEngine): Proposal | undefined {
  const argumentsHash = engine.hash(tool, input, tool);
  if (argumentsHash === undefined) return undefined;
  return { id, tool: toolName(tool), input, rendered: tool, argumentsHash, requestedBy: participantKey(conversation), amount: undefined };
}

function pastCall(tool: string, input: unknown, called: Called): PastCall {
  if (called.kind === 'ok') return { tool, input, status: 'ok', output: called.output };
  return { tool, input, status: called.kind === 'held' ? 'refused' : called.kind };
}

function resultOf(called: Called, { tool }: ActCall, { pack, gates }: ActOptions): ActResult {
  /** With the sentence of the policy, so that whoever judges a refusal need not look it up. */
  const refusal = (rule: string, evidence: string): ActResult => {
    const sentence = sentenceOf(pack, tool, rule);
    return { status: 'refused', rule, error: sentence === undefined ? evidence : `${evidence}. Policy: ${sentence}` };
  };
  switch (called.kind) {
    case 'ok':
      return { status: 'ok', output: called.output };
    case 'refused':
      return called.by === 'tool' || gates === 'none'
        ? { status: 'failed', error: called.because }
        : refusal(called.rule, called.action.summary);
    case 'held':
      return refusal(called.verdict.rule, called.verdict.evidence);
    case 'failed':
      return { status: 'failed', error: called.code };
    case 'unknown':
      return { status: 'failed', error: called.because };
    default:
      return assertNever(called);
  }
}
