import { refundReceipt } from '../domain/commerce.ts';
import type { Conversation, Identity } from '../domain/conversation.ts';
import { domainEvent } from '../domain/event.ts';
import { formatMoney, usd } from '../domain/money.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Lease, StepResult } from '../store/store.ts';
import type { Called } from './actions/action-engine.ts';
import { moneyOut } from './actions/limits.ts';
import type { AgentParts } from './agent-parts.ts';
import { mailTo, noteToThread } from './outside-turn.ts';
import { reply } from './replies.ts';
import { storyOf } from './story-of.ts';
import { hoursAfter } from './when.ts';

/** What became of an action that a human allowed. `done` says whether it was carried out and read back. */
export interface ApprovedRun {
  readonly done: boolean;
  /** For the person who approved. */
  readonly text: string;
  readonly step: Pick<StepResult, 'outbound' | 'closedCalls' | 'tallies' | 'events'>;
}

/** The hash that an approval must equal: computed again from what would run now. */
export const hashOfProposal = (parts: AgentParts, { tool, input }: Proposal): string | undefined => parts.engine.hash(tool, input);

/**
 * Runs exactly what the customer said yes to and a human approved, through the same gate and under the same key as any
 * other write. Identity was proved when the customer said yes; the ticket names for whom.
 */
export async function runApproved(
  parts: AgentParts,
  lease: Lease,
  ticket: Ticket,
  proposal: Proposal,
  approvedBy: string,
): Promise<ApprovedRun> {
  const at = parts.now();
  const { conversation } = lease;
  const playbook = await parts.playbook(conversation.configVersion);
  const called = await parts.engine.call(proposal.tool, proposal.input, {
    conversation: conversation.id,
    callId: `approval/${ticket.number}`,
    allowedTools: [proposal.tool],
    autonomy: 'auto',
    identity: provedThen(ticket, at),
    seen: conversation.memory.seen,
    story: storyOf(conversation),
    consent: proposal,
    approvedHash: proposal.argumentsHash,
    at,
    policies: playbook.policies,
    claim: (key, claimed) => parts.store.claimCall(lease, key, claimed),
    paidSince: async () => ({ customerCents: 0, shopCents: 0 }),
  });
  const cause = `approved/${ticket.number}/${ticket.version}`;
  const say = (key: string, values: Record<string, string>): string => reply(playbook.replies, key, values, cause);
  if (called.kind !== 'ok') return notDone(called, conversation, cause, say, at);
  const text = paidText(called, proposal, playbook.policies.refund.paidWithin, say);
  const mail = await confirmation(parts, ticket, conversation, cause, text, say, at);
  return {
    done: true,
    text: `Done: ${proposal.rendered}.`,
    step: {
      outbound: [noteToThread(conversation, cause, text, at), ...mail],
      closedCalls: called.closed ? [called.closed] : [],
      tallies: called.moved ? moneyOut(ticket.customerId, called.moved, at) : [],
      events: [
        ...paidEvent(called, conversation, approvedBy, at),
        domainEvent('promise.kept', at, conversation.id, { promise: `approval of ${ticket.number}` }),
      ],
    },
  };
}

function provedThen({ customerId, openedAt, openedBy }: Ticket, at: Date): Identity {
  if (customerId === undefined) return { kind: 'anonymous' };
  return { kind: 'verified', customerId, email: openedBy, verifiedAt: openedAt, lastUsedAt: openedAt, expiresAt: hoursAfter(at, 1) };
}

type Say = (key: string, values: Record<string, string>) => string;

function notDone(called: Exclude<Called, { kind: 'ok' }>, conversation: Conversation, cause: string, say: Say, at: Date): ApprovedRun {
  const because =
    called.kind === 'refused' ? called.because : called.kind === 'held' ? called.verdict.rule : 'the shop system did not confirm it';
  const closed = called.kind === 'held' ? undefined : called.closed;
  return {
    done: false,
    text: `Approved, but not carried out: ${because}. The ticket stays open.`,
    step: {
      outbound: [noteToThread(conversation, cause, say('approval.not_carried_out', {}), at)],
      closedCalls: closed ? [closed] : [],
      tallies: [],
      events: [],
    },
  };
}

function paidText(called: Extract<Called, { kind: 'ok' }>, proposal: Proposal, paidWithin: string, say: Say): string {
  const receipt = refundReceipt.safeParse(called.output);
  if (!receipt.success) return say('approval.done', { rendered: proposal.rendered });
  const { orderId, amountCents, destination } = receipt.data;
  return say('approval.refund_paid', { order: orderId, amount: formatMoney(usd(amountCents)), destination, paidWithin });
}

function paidEvent(called: Extract<Called, { kind: 'ok' }>, conversation: Conversation, by: string, at: Date): StepResult['events'] {
  const receipt = refundReceipt.safeParse(called.output);
  if (!receipt.success) return [];
  const { refundId, orderId, amountCents } = receipt.data;
  return [domainEvent('refund.paid', at, conversation.id, { refund: refundId, order: orderId, amountCents, by })];
}

/** The promised confirmation by mail, when the conversation itself is not mail. */
async function confirmation(
  parts: AgentParts,
  ticket: Ticket,
  conversation: Conversation,
  cause: string,
  text: string,
  say: Say,
  at: Date,
): Promise<StepResult['outbound']> {
  if (parts.manners(conversation.thread.channel).isMail || ticket.customerId === undefined) return [];
  const customer = await parts.pack.customerById(ticket.customerId);
  return customer
    ? [
        mailTo(customer.email, parts.mailAccount, `${conversation.id}@${cause}`, say('confirmation.subject', {}), text, at, {
          kind: 'agent',
        }),
      ]
    : [];
}
