import type { EscalationReason, Priority } from '../domain/decision.ts';
import type { TicketNumber } from '../domain/ids.ts';
import { staffWords, type ApprovalRequest } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import { handoffSummary } from './escalation/handoff-summary.ts';
import { sumUp } from './llm/sum-up.ts';
import { hasReply } from './replies.ts';
import type { Scene } from './scene.ts';

/** Reasons without a row of their own in `config/escalation.yaml`. */
const DEFAULT_PRIORITY: Readonly<Partial<Record<EscalationReason['kind'], Priority>>> = {
  needs_specialist: 'medium',
  identity_unprovable: 'high',
  promise_overdue: 'urgent',
  engine_unavailable: 'high',
};

export interface TicketDraft {
  readonly kind: Ticket['kind'];
  readonly reason: EscalationReason;
  readonly approval: ApprovalRequest | undefined;
  readonly promised: readonly string[];
  /** An answer that a human may send as it is. */
  readonly draft: string;
  /** What the customer wants, where this turn's words only say yes to it. */
  readonly wants?: string;
}

/** Opens the record that customer and staff share: number, reason with its evidence, and everything known so far. */
export async function openTicket({ kind, reason, approval, promised, draft, wants }: TicketDraft, scene: Scene): Promise<Ticket> {
  const number = await scene.parts.store.reserveTicketNumber();
  const { priority, queue } = placeOf(kind, reason, scene);
  const identity = scene.identity();
  const help = kind === 'handoff' ? await sumUp(reason, scene) : undefined;
  const ticket: Ticket = {
    number,
    conversation: scene.before.id,
    kind,
    subject: subjectOf(kind, reason, approval, scene),
    state: { kind: 'open' },
    priority,
    queue,
    openedAt: scene.at,
    openedBy: scene.speaker.key,
    customerId: identity.kind === 'verified' ? identity.customerId : undefined,
    summary: {
      ...handoffSummary({
        conversation: scene.before,
        turn: scene.turn,
        speaker: scene.speaker,
        identity,
        words: wants ?? scene.words,
        reason,
        priority,
        queue,
        actions: scene.notes.actions,
        angry: scene.understanding.signals.has('angry'),
        promised,
        language: scene.understanding.language,
        draft: draft === '' ? (help?.draft ?? '') : draft,
      }),
      ...(help && help.inShort !== '' ? { inShort: help.inShort } : {}),
    },
    approval: approval === undefined ? undefined : { request: approval, state: { kind: 'pending' } },
    notes: [],
    version: 1,
  };
  scene.remember({ tickets: [...scene.notes.memory.tickets, number] });
  scene.emit('ticket.opened', { ticket: number, kind, reason: reason.kind, priority, queue });
  return ticket;
}

function placeOf(kind: Ticket['kind'], reason: EscalationReason, scene: Scene): { readonly priority: Priority; readonly queue: string } {
  const rule = scene.playbook.escalation.rules.find(({ name }) => name === reason.kind);
  const request = scene.notes.handling ?? scene.before.pending?.request;
  const intent = scene.playbook.intents[request?.intent ?? scene.understanding.classifications[0]?.intent ?? ''];
  const priority = kind === 'approval' ? 'high' : (rule?.priority ?? DEFAULT_PRIORITY[reason.kind] ?? intent?.priority ?? 'medium');
  return { priority, queue: rule?.queue ?? intent?.queue ?? 'general' };
}

function subjectOf(kind: Ticket['kind'], reason: EscalationReason, approval: ApprovalRequest | undefined, scene: Scene): string {
  if (kind === 'approval' && approval) return staffWords(approval.proposal);
  const words = (scene.before.subject ?? scene.words).split('\n')[0]?.trim() ?? '';
  return words === '' ? reason.kind.replaceAll('_', ' ') : words.slice(0, 100);
}

/** What the customer is told about a handoff, by reason where `replies.yaml` has a row for it; `speech` of staff says it on their card. */
export function handoffWords(reason: EscalationReason, ticket: TicketNumber, scene: Scene, { say, language } = scene.speech): string {
  const own = `handoff.${reason.kind}`;
  scene.notes.facts.push(ticket);
  return say(hasReply(scene.playbook, language.code, own) ? own : 'handoff.default', { ticket });
}
