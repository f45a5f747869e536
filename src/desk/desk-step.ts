import type { DeskCommand, DeskResult, Timer } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import { othersReadAlong, type Conversation, type Turn } from '../domain/conversation.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import { domainEvent } from '../domain/event.ts';
import { onlyFor } from '../domain/outbound.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import { quietStep, type Lease, type StepResult, type Store } from '../store/store.ts';
import { awaitSecond, settleApproved } from './approval.ts';
import type { DeskDecision, DeskEffect } from './desk-decision.ts';
import { toThread, withAgentWords, withSpoken } from './desk-words.ts';
import { decide } from './handoff.ts';

/** What became of an approved action, as the agent reports it. `checking`: begun, and a timer looks up how it ended. */
export interface ApprovedOutcome {
  readonly result: 'done' | 'checking' | 'one_more' | 'not_done';
  readonly text: string;
  readonly memory: Conversation['memory'];
  readonly step: Pick<StepResult, 'outbound' | 'closedCalls' | 'events' | 'setTimers'>;
}

/** What the desk needs from the rest of the house; app.ts hands it in. */
export interface DeskPorts {
  readonly staff: readonly StaffMember[];
  readonly now: () => Date;
  readonly store: Pick<Store, 'ticket'>;
  /** The hash of the proposal as it would run now. */
  hashOf(proposal: Proposal): string | undefined;
  runApproved(lease: Lease, ticket: Ticket, proposal: Proposal, approvedBy: readonly string[]): Promise<ApprovedOutcome>;
  /** A sentence of `replies.yaml`. */
  say(conversation: Conversation, key: string, values: Readonly<Record<string, string>>): Promise<string>;
  asksRating(conversation: Conversation): Promise<boolean>;
  /** Wakes the conversation when the customer says no more. */
  silenceTimer(conversation: Conversation, at: Date): Timer;
}

type Accepted = Extract<DeskDecision, { kind: 'accepted' }>;

/** Carries out one command of one person: the record, what the customer reads, and the answer for whoever acted, in one step. */
export async function deskStep(ports: DeskPorts, lease: Lease, command: DeskCommand): Promise<StepResult> {
  const { conversation } = lease;
  const ticket = await ports.store.ticket(command.ticket);
  if (!ticket || ticket.conversation !== conversation.id)
    return answered(quietStep(conversation), command, {
      kind: 'refused',
      rule: 'no_such_ticket',
      text: `There is no ticket ${command.ticket}.`,
    });
  const proposal = ticket.approval?.request.proposal;
  const decision = decide(ticket, command, { staff: ports.staff, now: ports.now(), argumentsHash: proposal && ports.hashOf(proposal) });
  if (decision.kind === 'refused') return answered(quietStep(conversation), command, decision);
  let step: StepResult = {
    ...quietStep(nextSpeaker(conversation, decision)),
    tickets: [decision.ticket],
    events: decision.events,
    cancelTimers: isTaken(decision) ? timersOf(ticket) : [],
  };
  let text = decision.text;
  for (const effect of decision.effects) {
    const carried = await carry(effect, ports, lease, command, step, decision);
    step = carried.step;
    text = carried.text ?? text;
  }
  return answered(withSilence(step, decision, ports), command, { kind: 'done', text });
}

/** Once the customer has the last word again, silence ends the conversation as after any other answer. */
function withSilence(step: StepResult, { effects }: Accepted, ports: DeskPorts): StepResult {
  const isTheirs = step.conversation.state.kind === 'awaiting_customer' && effects.some(({ kind }) => kind !== 'reply');
  return isTheirs ? { ...step, setTimers: [...step.setTimers, ports.silenceTimer(step.conversation, ports.now())] } : step;
}

interface Carried {
  readonly step: StepResult;
  /** Replaces what the person who acted reads. */
  readonly text?: string;
}

async function carry(
  effect: DeskEffect,
  ports: DeskPorts,
  lease: Lease,
  command: DeskCommand,
  step: StepResult,
  decision: Accepted,
): Promise<Carried> {
  switch (effect.kind) {
    case 'reply':
      return { step: withSpoken(step, command, effect.by, effect.text, ports.now()) };
    case 'tell_denied':
      return { step: await denied(effect, ports, command, step) };
    case 'run_proposal':
      return runProposal(effect, ports, lease, command, step, decision);
    case 'close':
      return { step: await closed(step, command, ports) };
    case 'return':
      return { step: await returned(step, command, ports) };
    default:
      return assertNever(effect);
  }
}

/** The refusal names the order and the amount, so it goes to whoever asked for it. */
async function denied(
  { proposal, because }: Extract<DeskEffect, { kind: 'tell_denied' }>,
  ports: DeskPorts,
  command: DeskCommand,
  step: StepResult,
): Promise<StepResult> {
  const { conversation } = step;
  const words = await ports.say(conversation, 'approval.denied', { rendered: proposal.rendered, because });
  const message = toThread(conversation, command, { kind: 'text', markdown: words }, { kind: 'agent' }, ports.now());
  const messages = othersReadAlong(conversation)
    ? onlyFor(proposal.requestedBy, message, await ports.say(conversation, 'private.elsewhere', {}))
    : [message];
  return { ...step, outbound: [...step.outbound, ...messages] };
}

async function runProposal(
  effect: Extract<DeskEffect, { kind: 'run_proposal' }>,
  ports: DeskPorts,
  lease: Lease,
  command: DeskCommand,
  step: StepResult,
  { ticket }: Accepted,
): Promise<Carried> {
  const { result, text, memory, step: ran } = await ports.runApproved(lease, ticket, effect.proposal, effect.approvedBy);
  return {
    step: {
      ...step,
      conversation: { ...afterApproval(result, step.conversation, ticket), memory },
      tickets: [ticketAfter(result, ticket, effect.approvedBy, text, command.at)],
      outbound: [...step.outbound, ...ran.outbound],
      closedCalls: ran.closedCalls,
      setTimers: [...step.setTimers, ...ran.setTimers],
      events: [...step.events, ...ran.events],
    },
    text,
  };
}

function afterApproval(result: ApprovedOutcome['result'], conversation: Conversation, { number }: Ticket): Conversation {
  if (result === 'done') return settledBy(conversation);
  return result === 'not_done' ? { ...conversation, state: { kind: 'with_human', ticket: number } } : conversation;
}

function ticketAfter(result: ApprovedOutcome['result'], ticket: Ticket, by: readonly string[], text: string, at: Date): Ticket {
  if (result === 'done') return settleApproved(ticket, by.join(' and '), at);
  return result === 'one_more' ? awaitSecond(ticket, { by: by.at(-1) ?? '', at }, text) : ticket;
}

/** An approved action settles what the customer asked for; the conversation waits for a word or for silence. */
const settledBy = (conversation: Conversation): Conversation =>
  conversation.state.kind === 'with_human' ? conversation : { ...conversation, state: { kind: 'awaiting_customer' } };

function nextSpeaker(conversation: Conversation, { ticket, speaker }: Accepted): Conversation {
  switch (speaker) {
    case 'human':
      return { ...conversation, state: { kind: 'with_human', ticket: ticket.number }, pending: undefined };
    case 'agent':
      return { ...conversation, state: { kind: 'awaiting_customer' } };
    case 'nobody':
    case 'unchanged':
      return conversation;
    default:
      return assertNever(speaker);
  }
}

/** The closing message and the survey, on the customer's channel. */
async function closed(step: StepResult, command: DeskCommand, ports: DeskPorts): Promise<StepResult> {
  const { conversation } = step;
  const rating = await ports.asksRating(conversation);
  const asked = lastCustomer(conversation);
  const words = await ports.say(conversation, rating ? 'desk.resolved_with_survey' : 'desk.resolved', {});
  const next: Conversation = {
    ...conversation,
    state: { kind: 'resolved', by: 'human', how: 'verified', at: command.at },
    pending:
      rating && asked !== undefined
        ? { kind: 'rating', about: 'conversation', askedOf: asked, request: undefined, timesAsked: 1 }
        : undefined,
  };
  const intents = conversation.turns.flatMap(({ classifications }) => classifications.map(({ intent }) => intent)).slice(0, 1);
  const events = [
    domainEvent('conversation.resolved', command.at, conversation.id, {
      by: 'human',
      how: 'verified',
      intents,
      customer: customerOf(conversation),
    }),
    ...(rating ? [domainEvent('survey.asked', command.at, conversation.id, { channel: conversation.thread.channel })] : []),
  ];
  return withAgentWords({ ...step, conversation: next, events: [...step.events, ...events] }, command, words, ports.now(), rating);
}

/** The agent goes on; requests for a person from before the barrier do not count again. */
async function returned(step: StepResult, command: DeskCommand, ports: DeskPorts): Promise<StepResult> {
  const { conversation } = step;
  const words = await ports.say(conversation, 'desk.returned', {});
  const memory = {
    ...conversation.memory,
    barrier: conversation.turns.at(-1)?.id,
    angryInARow: 0,
    asked: {},
    proposed: {},
    clarificationsInARow: 0,
    proposal: undefined,
  };
  return withAgentWords(
    { ...step, conversation: { ...conversation, state: { kind: 'awaiting_customer' }, memory } },
    command,
    words,
    ports.now(),
  );
}

const answered = (step: StepResult, { id }: DeskCommand, outcome: DeskResult): StepResult => ({
  ...step,
  commandResults: [
    {
      id,
      result: outcome.kind === 'done' ? { kind: 'done', text: outcome.text } : { kind: 'refused', rule: outcome.rule, text: outcome.text },
    },
  ],
});

/** Somebody took it or decided it: its alarms are no longer wanted. */
const isTaken = ({ ticket, effects }: Accepted): boolean =>
  ticket.state.kind !== 'open' || effects.some(({ kind }) => kind === 'run_proposal' || kind === 'tell_denied');

const timersOf = ({ number, approval }: Ticket): readonly string[] => [
  `sla/${number}`,
  ...(approval?.state.kind === 'pending' ? [] : [`promise/${number}`, `approval_expiry/${number}`]),
];

const lastCustomer = ({ turns }: Conversation): Turn['inbound'][number]['author']['key'] | undefined =>
  turns.findLast(({ inbound }) => inbound.length > 0)?.inbound[0]?.author.key;

function customerOf({ identities, turns, id }: Conversation): string {
  const key = lastCustomer({ turns } as Conversation);
  const identity = key === undefined ? undefined : identities.get(key);
  return identity?.kind === 'verified' ? identity.customerId : String(id);
}
