import type { Timer } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Conversation, Memory } from '../domain/conversation.ts';
import type { Playbook } from '../domain/playbook.ts';
import { staffWords, type WriteInDoubt } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import { quietStep, type Lease, type StepResult } from '../store/store.ts';
import type { Called } from './actions/called.ts';
import type { AgentParts } from './agent-parts.ts';
import { handoffWords, openTicket } from './hand-over.ts';
import { doneWords } from './handlers/done-words.ts';
import { noteToPerson, noteToThread } from './outside-turn.ts';
import { paidEvents } from './paid-event.ts';
import type { Say } from './replies.ts';
import { speechIn, type Speech } from './speech.ts';
import { approvedEvents, approvedWords, confirmationMail } from './run-approved.ts';
import { nextTurnId, openScene } from './scene.ts';
import { lookAgainTimer, silenceTimer, unclaimedTimer } from './timers.ts';
import { minutesAfter } from './when.ts';

interface Look {
  readonly parts: AgentParts;
  readonly lease: Lease;
  readonly open: WriteInDoubt;
  readonly playbook: Playbook;
  readonly at: Date;
  /** Makes the ids of what is said. */
  readonly cause: string;
  readonly speech: Speech;
  readonly say: Say;
}

/** Looks up a change whose end nobody saw, and tells the customer the truth: it went through, it did not, or a human finds out. */
export async function lookAgain(parts: AgentParts, lease: Lease, timer: Timer, playbook: Playbook, at: Date): Promise<StepResult> {
  const { conversation } = lease;
  const open = conversation.memory.inDoubt?.find(({ key }) => key === timer.payload['key']);
  if (!open) return quietStep(conversation);
  const cause = `${timer.key}/${open.looks + 1}`;
  const speech = speechIn(playbook, conversation.customer.language, cause);
  const look: Look = { parts, lease, open, playbook, at, cause, speech, say: speech.say };
  const called = await parts.engine.resume(open, (key, call, room) => parts.store.claimCall(lease, key, call, room));
  switch (called.kind) {
    case 'ok':
      return wentThrough(called, look);
    case 'refused':
      return didNot(called, look);
    case 'failed':
    case 'unknown':
    case 'held':
      // A failed look says nothing about what was begun.
      return notYet(look);
    default:
      return assertNever(called);
  }
}

async function wentThrough(called: Extract<Called, { kind: 'ok' }>, look: Look): Promise<StepResult> {
  const { parts, lease, open, at, cause, say, speech } = look;
  const { conversation } = lease;
  const ticket = await approvedTicket(look);
  const text = ticket
    ? approvedWords(called.output, open, speech)
    : say('action.checked_done', { done: doneWords(open.tool, called.output, open.rendered, speech) });
  const next: Conversation = { ...conversation, memory: without(open, conversation.memory), state: awaitingUnlessTaken(conversation) };
  const { silenceHours } = parts.manners(conversation.thread.channel);
  return {
    ...quietStep(next),
    outbound: [
      ...noteToPerson(conversation, open.requestedBy, cause, text, say, at),
      ...(await confirmationMail(parts, open, conversation, cause, text, say, at)),
    ],
    closedCalls: called.closed ? [called.closed] : [],
    tickets: ticket ? [closedBy(ticket, open.approved?.by ?? 'agent', at)] : [],
    setTimers: next.state.kind === 'awaiting_customer' ? [silenceTimer(conversation.id, at, silenceHours)] : [],
    events: ticket
      ? approvedEvents(called.output, conversation, ticket, open.approved?.by ?? 'agent', at)
      : paidEvents(called.output, conversation.id, 'agent', at),
  };
}

async function didNot(called: Extract<Called, { kind: 'refused' }>, look: Look): Promise<StepResult> {
  const { lease, open, at, cause, say, speech } = look;
  const { conversation } = lease;
  const text = say('action.checked_refused', { rendered: open.rendered, because: speech.because(called.rule, called.because) });
  return {
    ...quietStep({ ...conversation, memory: without(open, conversation.memory) }),
    outbound: noteToPerson(conversation, open.requestedBy, cause, text, say, at),
    closedCalls: called.closed ? [called.closed] : [],
  };
}

/** Still nothing to be seen: the next look, or after the last one a human. */
async function notYet(look: Look): Promise<StepResult> {
  const { lease, open, playbook, at } = look;
  const { conversation } = lease;
  const looks = open.looks + 1;
  const minutes = playbook.policies.checking.afterMinutes[looks];
  if (minutes === undefined) return toHuman(look);
  const inDoubt = (conversation.memory.inDoubt ?? []).map((one) => (one.key === open.key ? { ...one, looks } : one));
  const next = minutesAfter(open.since, minutes);
  return {
    ...quietStep({ ...conversation, memory: { ...conversation.memory, inDoubt } }),
    setTimers: [lookAgainTimer(conversation.id, open.key, next > at ? next : minutesAfter(at, minutes))],
  };
}

/** The call stays open for ever, so that its key and the room it takes are kept whatever the human finds. */
async function toHuman(look: Look): Promise<StepResult> {
  const { parts, lease, open, at, cause, playbook } = look;
  const { conversation } = lease;
  const memory = without(open, conversation.memory);
  const known = await approvedTicket(look);
  const message = conversation.turns.findLast(({ inbound }) => inbound.length > 0)?.inbound.at(-1);
  if (known || !message || conversation.state.kind === 'with_human') {
    const number = known?.number ?? (conversation.state.kind === 'with_human' ? conversation.state.ticket : undefined);
    return {
      ...quietStep({ ...conversation, memory, ...(number === undefined ? {} : { state: { kind: 'with_human', ticket: number } }) }),
      tickets: known ? [withNote(known, open, at)] : [],
      outbound: [noteToThread(conversation, cause, look.say('approval.not_carried_out'), at)],
    };
  }
  const understanding = { classifications: [], signals: new Set<never>(), entities: [], language: conversation.customer.language };
  const turn = nextTurnId(conversation);
  const scene = openScene(parts, {
    lease,
    playbook,
    turn,
    at,
    messages: [message],
    words: open.rendered,
    speaker: message.author,
    understanding,
  });
  scene.remember(memory);
  const reason = { kind: 'critical_tool_failed', tool: open.tool, code: 'unknown' } as const;
  const ticket = await openTicket(
    { kind: 'handoff', reason, approval: undefined, promised: [], draft: '', wants: staffWords(open) },
    scene,
  );
  const words = `${look.say('action.checked_unknown', { rendered: open.rendered })}\n\n${handoffWords(reason, ticket.number, scene)}`;
  const { say } = scene.staffSpeech;
  const toStaff = `${say('action.checked_unknown', { rendered: staffWords(open) })}\n\n${handoffWords(reason, ticket.number, scene, scene.staffSpeech)}`;
  return {
    ...quietStep({ ...conversation, memory: scene.notes.memory, state: { kind: 'with_human', ticket: ticket.number }, pending: undefined }),
    outbound: noteToPerson(conversation, open.requestedBy, cause, words, look.say, at),
    tickets: [{ ...ticket, summary: { ...ticket.summary, promised: [toStaff] } }],
    setTimers: [unclaimedTimer(conversation.id, ticket.number, at)],
    events: scene.notes.events,
  };
}

async function approvedTicket({ parts, open }: Look): Promise<Ticket | undefined> {
  return open.approved === undefined ? undefined : parts.store.ticket(open.approved.ticket);
}

const without = (open: WriteInDoubt, memory: Memory): Memory => ({
  ...memory,
  inDoubt: (memory.inDoubt ?? []).filter(({ key }) => key !== open.key),
});

const awaitingUnlessTaken = ({ state }: Conversation): Conversation['state'] =>
  state.kind === 'with_human' ? state : { kind: 'awaiting_customer' };

const closedBy = (ticket: Ticket, by: string, at: Date): Ticket =>
  ticket.kind === 'approval' && ticket.state.kind !== 'resolved'
    ? { ...ticket, state: { kind: 'resolved', by, at, outcome: 'approved' }, version: ticket.version + 1 }
    : ticket;

const withNote = (ticket: Ticket, open: WriteInDoubt, at: Date): Ticket => ({
  ...ticket,
  notes: [
    ...ticket.notes,
    { by: 'deskhand', at, text: `Nobody could see whether this was carried out: ${staffWords(open)}. Look in the shop system first.` },
  ],
  version: ticket.version + 1,
});
