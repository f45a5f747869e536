import { domainEvent } from '../domain/event.ts';
import type { InboundMessage } from '../domain/message.ts';
import { quietStep, type Lease, type StepResult } from '../store/store.ts';
import type { AgentParts } from './agent-parts.ts';
import { record } from './record-turn.ts';
import { handoffWords, openTicket } from './hand-over.ts';
import { nextTurnId, openScene } from './scene.ts';
import { unclaimedTimer } from './timers.ts';
import { outboundFor, withDisclosure } from './word-reply.ts';

/** After the last try: no second attempt at what failed, the truth for the customer, and a human with the record. */
export async function giveUp(parts: AgentParts, lease: Lease, because: string): Promise<StepResult> {
  const at = parts.now();
  const { conversation } = lease;
  const failed = domainEvent('turn.failed', at, conversation.id, { because, attempt: lease.pending[0]?.attempts ?? 0 });
  const messages = lease.pending.flatMap(({ arrival }): InboundMessage[] => (arrival.kind === 'message' ? [arrival.message] : []));
  const speaker = messages[0]?.author;
  if (!speaker || speaker.role !== 'customer' || conversation.state.kind === 'with_human')
    return { ...quietStep(conversation), events: [failed] };
  const playbook = await parts.playbook(conversation.configVersion);
  const understanding = { classifications: [], signals: new Set<never>(), entities: [], language: conversation.customer.language };
  const words = messages.map(({ text }) => text).join('\n');
  const scene = openScene(parts, { lease, playbook, turn: nextTurnId(conversation), at, messages, words, speaker, understanding });
  const reason = { kind: 'engine_unavailable', because } as const;
  const ticket = await openTicket({ kind: 'handoff', reason, approval: undefined, promised: [], draft: '' }, scene);
  const text = withDisclosure(handoffWords(reason, ticket.number, scene), scene);
  scene.notes.events.push(failed);
  scene.rule('engine_unavailable');
  const ending = {
    decision: { kind: 'escalate', reason, text } as const,
    text,
    private: false,
    pending: undefined,
    state: { kind: 'with_human', ticket: ticket.number } as const,
    tickets: [ticket],
    timers: [unclaimedTimer(conversation.id, ticket.number, at)],
  };
  return record(ending, messages, parts.guard === undefined ? outboundFor({ text, private: false, pending: undefined }, scene) : [], scene);
}
