import { createHash, randomUUID } from 'node:crypto';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { microUsd } from '../../../src/domain/money.ts';
import { outboundId, toolName, turnId } from '../../../src/domain/ids.ts';
import type { Points } from '../../../src/domain/points.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import type { Steps } from '../../../src/flow/steps.ts';
import type { Lease, StepResult, Store } from '../../../src/store/store.ts';
import type { Protection } from './protocol.ts';

export interface StepPorts {
  readonly store: Store;
  readonly points: Points;
  readonly worldUrl: string;
  readonly without: Protection | undefined;
}

/** The smallest agent with a consequence: it names every message that it answers, and pays what says `refund N`. */
export function createScriptedSteps({ store, points, worldUrl, without }: StepPorts): Steps {
  async function messages(lease: Lease, inbound: readonly InboundMessage[]): Promise<StepResult> {
    const closedCalls: { key: string; outcome: ToolOutcome<unknown> }[] = [];
    for (const message of inbound) {
      const cents = /\brefund (\d+)/.exec(message.text)?.[1];
      if (cents !== undefined) closedCalls.push(await refund(lease, message, Number(cents)));
    }
    return answer(lease, inbound, closedCalls);
  }

  /** Claimed, done under its key, and closed with the turn: whatever dies in between, it is one refund. */
  async function refund(lease: Lease, message: InboundMessage, cents: number) {
    const key = createHash('sha256').update(`${lease.conversation.id}|refund|${message.id}`).digest('hex');
    const claim = await store.claimCall(lease, key, { tool: toolName('process_refund'), input: { cents } });
    await points.at('claimed');
    if (claim.kind === 'already' && claim.outcome) return { key, outcome: claim.outcome };
    const response = await fetch(`${worldUrl}/refunds`, {
      method: 'POST',
      headers: { 'idempotency-key': without === 'key' ? randomUUID() : key },
      body: JSON.stringify({ message: nameOf(message), cents }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    await points.at('effect_done');
    return { key, outcome: { kind: 'ok', output: await response.json(), summary: 'paid' } as const };
  }

  return {
    messages,
    command: (lease) => Promise.resolve(answer(lease, [], [])),
    timer: (lease) => Promise.resolve(answer(lease, [], [])),
    giveUp: (lease) => Promise.resolve(answer(lease, [], [])),
  };
}

function answer(lease: Lease, inbound: readonly InboundMessage[], closedCalls: StepResult['closedCalls']): StepResult {
  const [first] = inbound;
  const id = turnId(`${lease.conversation.id}#${first?.id ?? lease.epoch}`);
  const at = new Date();
  const outbound = {
    id: outboundId(`${id}/0`),
    to: lease.conversation.thread,
    audience: { kind: 'thread' },
    body: { kind: 'text', markdown: inbound.map(nameOf).join(' ') },
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: at,
  } as const;
  return {
    turn: {
      id,
      at,
      inbound,
      classifications: [],
      signals: new Set(),
      passages: [],
      actions: [],
      decision: { kind: 'reply', text: outbound.body.markdown, citations: [] },
      said: [{ by: 'agent', text: outbound.body.markdown, private: false }],
      rules: [],
      cost: microUsd(0),
    },
    conversation: lease.conversation,
    outbound: first ? [outbound] : [],
    closedCalls,
    setTimers: [],
    cancelTimers: [],
    tickets: [],
    tallies: [],
    events: [],
    commandResults: [],
  };
}

/** The customer's name for a message: the end of its id, without the mark of a forgetful channel. */
function nameOf(message: InboundMessage): string {
  return /([^/~]+)(?:~[^/]*)?$/.exec(message.id)?.[1] ?? '';
}
