import type { Identity, Memory } from '../domain/conversation.ts';
import type { Conversation } from '../domain/conversation.ts';
import { refundReceipt } from '../domain/commerce.ts';
import { domainEvent } from '../domain/event.ts';
import { usd } from '../domain/money.ts';
import { staffWords, type Proposal } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Lease, StepResult } from '../store/store.ts';
import type { Called } from './actions/called.ts';
import { paidSince } from './actions/paid-since.ts';
import type { AgentParts } from './agent-parts.ts';
import { mailTo, noteToPerson, noteToThread } from './outside-turn.ts';
import { paidEvents } from './paid-event.ts';
import type { Say } from './replies.ts';
import { speechIn, type Speech } from './speech.ts';
import { storyOf } from './story-of.ts';
import { lookAgainTimer } from './timers.ts';
import { hoursAfter, minutesAfter } from './when.ts';

/** What became of an action that a human allowed. */
export interface ApprovedRun {
  /**
   * `done`: carried out and read back · `checking`: nobody saw its end yet, a timer looks it up · `one_more`: somebody else
   * has to approve it as well · `not_done`: nothing happened.
   */
  readonly result: 'done' | 'checking' | 'one_more' | 'not_done';
  /** For the person who approved. */
  readonly text: string;
  readonly memory: Memory;
  readonly step: Pick<StepResult, 'outbound' | 'closedCalls' | 'events' | 'setTimers'>;
}

/** The hash that an approval must equal: computed again from what would run now and the words that are shown. */
export const hashOfProposal = (parts: AgentParts, { tool, input, rendered }: Proposal): string | undefined =>
  parts.engine.hash(tool, input, rendered);

/**
 * Runs exactly what the customer said yes to and humans approved, through the same gate and under the same key as any
 * other write. Identity was proved when the customer said yes; the ticket names for whom. The rolling limits hold here
 * too: each approver lifts them by one step, and the shop's cap by none.
 */
export async function runApproved(
  parts: AgentParts,
  lease: Lease,
  ticket: Ticket,
  proposal: Proposal,
  approvedBy: readonly string[],
): Promise<ApprovedRun> {
  const at = parts.now();
  const { conversation } = lease;
  const playbook = await parts.playbook(conversation.configVersion);
  const { memory } = conversation;
  const called = await parts.engine.call(proposal.tool, proposal.input, {
    conversation: conversation.id,
    callId: `approval/${ticket.number}`,
    allowedTools: [proposal.tool],
    autonomy: 'auto',
    identity: provedThen(ticket, at),
    seen: memory.seen,
    story: storyOf(conversation),
    proposed: memory.proposed ?? {},
    inDoubt: (memory.inDoubt ?? []).map((open) => open.tool),
    consent: proposal,
    approval: { hash: proposal.argumentsHash, by: approvedBy },
    at,
    policies: playbook.policies,
    claim: (key, claimed, room) => parts.store.claimCall(lease, key, claimed, room),
    paidSince: (customer) => paidSince(parts.store, customer, at),
  });
  const cause = `approved/${ticket.number}/${ticket.version}`;
  const speech = speechIn(playbook, conversation.customer.language, cause);
  const { say } = speech;
  const by = approvedBy.join(' and ');
  if (called.kind === 'unknown') return checking(called.key, ticket, proposal, by, playbook.policies.checking, conversation, at);
  if (called.kind === 'held' && called.verdict.kind === 'needs_approval') return oneMore(called.verdict.evidence, conversation);
  if (called.kind !== 'ok') return notDone(called, conversation, cause, say, at);
  const text = approvedWords(called.output, proposal, speech);
  return {
    result: 'done',
    text: `Done: ${staffWords(proposal)}.`,
    memory,
    step: {
      ...NOTHING,
      outbound: [
        ...noteToPerson(conversation, proposal.requestedBy, cause, text, say, at),
        ...(await confirmationMail(parts, ticket, conversation, cause, text, say, at)),
      ],
      closedCalls: called.closed ? [called.closed] : [],
      events: approvedEvents(called.output, conversation, ticket, by, at),
    },
  };
}

const NOTHING: ApprovedRun['step'] = { outbound: [], closedCalls: [], events: [], setTimers: [] };

function provedThen({ customerId, openedAt, openedBy }: Ticket, at: Date): Identity {
  if (customerId === undefined) return { kind: 'anonymous' };
  return { kind: 'verified', customerId, email: openedBy, verifiedAt: openedAt, lastUsedAt: openedAt, expiresAt: hoursAfter(at, 1) };
}

function checking(
  key: string,
  ticket: Ticket,
  { tool, input, rendered, forStaff, requestedBy }: Proposal,
  by: string,
  { afterMinutes: [firstMinutes = 1] }: { readonly afterMinutes: readonly number[] },
  { id, memory }: Conversation,
  at: Date,
): ApprovedRun {
  const approved = { ticket: ticket.number, by };
  const open = {
    key,
    tool,
    input,
    rendered,
    ...(forStaff === undefined ? {} : { forStaff }),
    customerId: ticket.customerId,
    requestedBy,
    since: at,
    looks: 0,
    approved,
  };
  return {
    result: 'checking',
    text: 'Approved and begun, but the shop system did not confirm it yet. It is being looked up; the customer hears once it is sure.',
    memory: { ...memory, inDoubt: [...(memory.inDoubt ?? []), open] },
    step: { ...NOTHING, setTimers: [lookAgainTimer(id, key, minutesAfter(at, firstMinutes))] },
  };
}

/** What left in the meantime has used up what one approval allows. */
const oneMore = (evidence: string, { memory }: Conversation): ApprovedRun => ({
  result: 'one_more',
  text: `Your approval counts, but somebody else has to approve it as well: ${evidence}.`,
  memory,
  step: NOTHING,
});

function notDone(
  called: Exclude<Called, { kind: 'ok' | 'unknown' }>,
  conversation: Conversation,
  cause: string,
  say: Say,
  at: Date,
): ApprovedRun {
  const because =
    called.kind === 'refused' ? called.because : called.kind === 'held' ? called.verdict.rule : 'the shop system did not confirm it';
  const closed = called.kind === 'held' ? undefined : called.closed;
  return {
    result: 'not_done',
    text: `Approved, but not carried out: ${because}. The ticket stays open.`,
    memory: conversation.memory,
    step: {
      ...NOTHING,
      outbound: [noteToThread(conversation, cause, say('approval.not_carried_out'), at)],
      closedCalls: closed ? [closed] : [],
    },
  };
}

/** What the customer reads once an approved action was carried out and read back. */
export function approvedWords(output: unknown, { rendered }: Pick<Proposal, 'rendered'>, speech: Speech): string {
  const { say } = speech;
  const receipt = refundReceipt.safeParse(output);
  if (!receipt.success) return say('approval.done', { rendered });
  const { orderId, amountCents, destination } = receipt.data;
  return say('approval.refund_paid', {
    order: orderId,
    amount: speech.money(usd(amountCents)),
    destination: speech.payment(destination),
    paidWithin: speech.paidWithin(),
  });
}

export const approvedEvents = (output: unknown, { id }: Conversation, { number }: Ticket, by: string, at: Date): StepResult['events'] => [
  ...paidEvents(output, id, by, at),
  domainEvent('promise.kept', at, id, { promise: `approval of ${number}` }),
];

/** The promised confirmation by mail, when the conversation itself is not mail. */
export async function confirmationMail(
  parts: AgentParts,
  { customerId }: Pick<Ticket, 'customerId'>,
  conversation: Conversation,
  cause: string,
  text: string,
  say: Say,
  at: Date,
): Promise<StepResult['outbound']> {
  if (parts.manners(conversation.thread.channel).isMail || customerId === undefined) return [];
  const customer = await parts.pack.customerById(customerId);
  if (!customer) return [];
  const from = parts.mailAccount;
  return [mailTo(customer.email, from, `${conversation.id}@${cause}`, say('confirmation.subject'), text, at, { kind: 'agent' })];
}
