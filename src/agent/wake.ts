import type { Timer } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Conversation } from '../domain/conversation.ts';
import { domainEvent } from '../domain/event.ts';
import { ticketNumber } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Ticket } from '../domain/ticket.ts';
import { quietStep, type Lease, type StepResult } from '../store/store.ts';
import { hashOf } from './actions/hash-of.ts';
import type { AgentParts } from './agent-parts.ts';
import { applyEmailChange } from './apply-email-change.ts';
import { lookAgain } from './look-again.ts';
import { mailTo, noteToThread } from './outside-turn.ts';
import { pendingApproval } from './pending-approval.ts';
import { reply } from './replies.ts';
import { speechIn } from './speech.ts';
import { unclaimedTimer } from './timers.ts';

interface Waking {
  readonly parts: AgentParts;
  readonly lease: Lease;
  readonly timer: Timer;
  readonly at: Date;
  readonly playbook: Playbook;
}

export async function wake(parts: AgentParts, lease: Lease, timer: Timer): Promise<StepResult> {
  const playbook = await parts.playbook(lease.conversation.configVersion);
  const waking: Waking = { parts, lease, timer, at: parts.now(), playbook };
  switch (timer.kind) {
    case 'silence':
      return afterSilence(waking);
    case 'promise':
      return overdue(waking, 'promise.overdue');
    case 'sla':
      return overdue(waking, undefined);
    case 'approval_expiry':
      return expired(waking);
    case 'email_change':
      return applyEmailChange(parts, lease, timer, playbook, waking.at);
    case 'look_again':
      return lookAgain(parts, lease, timer, playbook, waking.at);
    case 'survey':
    case 'alarm':
      return quietStep(lease.conversation);
    default:
      return assertNever(timer.kind);
  }
}

/** The customer said no more. Answered and backed by a fact: verified; answered otherwise: assumed. Shown apart, never mixed. */
async function afterSilence({ lease, timer, at, playbook, parts }: Waking): Promise<StepResult> {
  const { conversation } = lease;
  if (conversation.state.kind !== 'awaiting_customer') return quietStep(conversation);
  // The silence is ours then: the timer is set again once somebody has decided.
  if ((await pendingApproval(conversation, parts.store)) !== undefined) return quietStep(conversation);
  const { settled } = conversation.memory;
  const how = settled?.basis === 'fact' ? 'verified' : 'assumed';
  const asksRating = settled !== undefined && playbook.agent.survey.enabled;
  const speaker = conversation.turns.at(-1)?.inbound[0]?.author.key;
  const key = settled === undefined ? 'closing.unanswered' : asksRating ? 'closing.silence_with_survey' : 'closing.silence';
  const text = speechIn(playbook, conversation.customer.language, timer.key).say(key);
  const customer = customerKey(conversation);
  const next: Conversation = {
    ...conversation,
    state: { kind: 'resolved', by: 'agent', how, at },
    pending:
      asksRating && speaker !== undefined
        ? { kind: 'rating', about: 'conversation', askedOf: speaker, request: undefined, timesAsked: 1 }
        : undefined,
    memory: { ...conversation.memory, proposal: undefined, waiting: [] },
  };
  return {
    ...quietStep(next),
    outbound: parts.guard === undefined ? [noteToThread(conversation, `silence-${conversation.turns.length}`, text, at, asksRating)] : [],
    events: [
      domainEvent('conversation.resolved', at, conversation.id, {
        by: 'agent',
        how,
        intents: settled ? [settled.request.intent] : [],
        customer,
      }),
      ...(asksRating ? [domainEvent('survey.asked', at, conversation.id, { channel: conversation.thread.channel })] : []),
    ],
  };
}

/** The same key that the turns' events carry. */
function customerKey({ identities, turns }: Conversation): string {
  const speaker = turns.at(-1)?.inbound[0]?.author.key;
  const identity = speaker === undefined ? undefined : identities.get(speaker);
  return identity?.kind === 'verified' ? identity.customerId : hashOf(speaker ?? '').slice(0, 24);
}

/** Somebody was promised an answer and nobody gave it: an alarm for staff, and where a promise was made the truth for the customer. */
async function overdue(waking: Waking, told: 'promise.overdue' | undefined): Promise<StepResult> {
  const { lease, parts, at, timer, playbook } = waking;
  const { conversation } = lease;
  const ticket = await ticketOf(waking);
  const stillWaits = told === undefined ? ticket?.state.kind === 'open' : ticket?.approval?.state.kind === 'pending';
  if (!ticket || !stillWaits) return quietStep(conversation);
  const alarm = reply(
    playbook,
    'en', // for staff
    told === undefined ? 'alarm.unclaimed' : 'alarm.promise_overdue',
    { ticket: ticket.number },
    timer.key,
  );
  const urgent: Ticket = {
    ...ticket,
    priority: 'urgent',
    version: ticket.version + 1,
    notes: [...ticket.notes, { by: 'deskhand', at, text: alarm }],
  };
  const mails =
    parts.deskAddress === undefined ? [] : [mailTo(parts.deskAddress, parts.mailAccount, timer.key, alarm, alarm, at, { kind: 'system' })];
  const words =
    told === undefined
      ? []
      : [
          noteToThread(
            conversation,
            timer.key,
            speechIn(playbook, conversation.customer.language, timer.key).say(told, { ticket: ticket.number }),
            at,
          ),
        ];
  return {
    ...quietStep(conversation),
    tickets: [urgent],
    outbound: [...words, ...mails],
    events: [
      domainEvent('promise.overdue', at, conversation.id, {
        promise: told === undefined ? `first answer on ${ticket.number}` : `approval of ${ticket.number}`,
      }),
    ],
  };
}

const AFTER_EXPIRY = 'Write to the customer why it took so long; they have to ask for it again before anything can be carried out.';

/** Nobody decided in time: nothing is paid, and a human takes the conversation. */
async function expired(waking: Waking): Promise<StepResult> {
  const { lease, at, timer, playbook } = waking;
  const { conversation } = lease;
  const ticket = await ticketOf(waking);
  if (ticket?.approval?.state.kind !== 'pending') return quietStep(conversation);
  const next: Ticket = {
    ...ticket,
    kind: 'handoff',
    approval: { ...ticket.approval, state: { kind: 'expired', at } },
    summary: { ...ticket.summary, suggestedNextStep: AFTER_EXPIRY },
    version: ticket.version + 1,
  };
  const text = speechIn(playbook, conversation.customer.language, timer.key).say('approval.expired', { ticket: ticket.number });
  return {
    ...quietStep({ ...conversation, state: { kind: 'with_human', ticket: ticket.number }, pending: undefined }),
    tickets: [next],
    setTimers: [unclaimedTimer(conversation.id, ticket.number, at)],
    outbound: [noteToThread(conversation, timer.key, text, at)],
    events: [domainEvent('approval.decided', at, conversation.id, { ticket: ticket.number, by: 'system', decision: 'expired' })],
  };
}

async function ticketOf({ timer, parts }: Waking): Promise<Ticket | undefined> {
  const number = timer.payload['ticket'];
  return number === undefined ? undefined : parts.store.ticket(ticketNumber(number));
}
