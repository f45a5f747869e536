import type { StaffMember } from '../domain/deskhand.ts';
import { domainEvent, type DomainEvent, type EventFields } from '../domain/event.ts';
import { formatMoney, usd } from '../domain/money.ts';
import type { ParticipantKey } from '../domain/ids.ts';
import { staffWords, type ApprovalRequest } from '../domain/proposal.ts';
import type { ApprovalState, FirstApproval, Ticket } from '../domain/ticket.ts';
import { changed, nameOf, refused, type DeskContext, type DeskDecision, type Refusal } from './desk-decision.ts';
import { agoText } from './elapsed.ts';

/**
 * A yes to one exact action. It neither claims the ticket nor closes it: the action runs next, and what comes of it
 * decides (see `settleApproved`). Where two people have to say yes, the first one is written down and nothing runs.
 */
export function decideApproval(ticket: Ticket, member: StaffMember, seen: string | undefined, context: DeskContext): DeskDecision {
  const waiting = pendingRequest(ticket, context);
  if (waiting.kind === 'refused') return waiting;
  const { request } = waiting;
  const { first } = waiting;
  const barred = decidedUnseen(request, seen) ?? barredFrom(ticket, request, member, context) ?? barredAsSecond(first, member);
  if (barred) return barred;
  const given = { by: member.name, at: context.now };
  if (!first && (request.approvers ?? 1) > 1) return firstOfTwo(ticket, request, given);
  return {
    kind: 'accepted',
    ticket: withApproval(ticket, request, { kind: 'approved', ...given, ...(first ? { first } : {}) }),
    effects: [{ kind: 'run_proposal', proposal: request.proposal, approvedBy: [...(first ? [first.by] : []), member.name] }],
    events: [decided(ticket, member.name, 'approved', context.now)],
    speaker: 'unchanged',
    text: `Approved: ${staffWords(request.proposal)}.`,
  };
}

function firstOfTwo(ticket: Ticket, request: ApprovalRequest, first: FirstApproval): DeskDecision {
  return {
    kind: 'accepted',
    ticket: withApproval(ticket, request, { kind: 'pending', first }),
    effects: [],
    events: [decided(ticket, first.by, 'approved_first', first.at)],
    speaker: 'unchanged',
    text: `1 of 2 approvals: ${staffWords(request.proposal)}. Somebody else has to approve it as well.`,
  };
}

/** The request waits for one more person than was thought: what one approval allows was used up in the meantime. */
export function awaitSecond(ticket: Ticket, first: FirstApproval, because: string): Ticket {
  if (!ticket.approval) return ticket;
  return { ...ticket, approval: { request: { ...ticket.approval.request, approvers: 2, because }, state: { kind: 'pending', first } } };
}

/** A no with its reason. It needs the role, but no limit: saying no moves no money. */
export function decideDenial(
  ticket: Ticket,
  member: StaffMember,
  { because, seen }: { readonly because: string; readonly seen?: string },
  context: DeskContext,
): DeskDecision {
  const waiting = pendingRequest(ticket, context);
  if (waiting.kind === 'refused') return waiting;
  const { request } = waiting;
  const unseen = decidedUnseen(request, seen);
  if (unseen) return unseen;
  if (!member.roles.includes(request.role)) return refused('role_missing', `Denying this needs the role ${request.role}.`);
  if (because.trim() === '') return refused('reason_missing', 'Say why: the customer is told the reason.');
  const denied = withApproval(ticket, request, { kind: 'denied', by: member.name, at: context.now, because: because.trim() });
  // An approval ticket asked for this one answer; a handoff still has a customer to talk to.
  const state =
    ticket.kind === 'approval' ? { kind: 'resolved' as const, by: member.name, at: context.now, outcome: 'denied' } : denied.state;
  return {
    kind: 'accepted',
    ticket: { ...denied, state },
    effects: [{ kind: 'tell_denied', proposal: request.proposal, because: because.trim(), by: member }],
    events: [decided(ticket, member.name, 'denied', context.now)],
    speaker: ticket.kind === 'approval' ? 'agent' : 'unchanged',
    text: `Denied: ${staffWords(request.proposal)}. The customer is told why.`,
  };
}

/** Closes an approval ticket once its action was carried out and read back; any other kind only counts a version. */
export function settleApproved(ticket: Ticket, by: string, now: Date): Ticket {
  if (ticket.kind !== 'approval' || ticket.state.kind === 'resolved') return changed(ticket, {});
  return changed(ticket, { state: { kind: 'resolved', by, at: now, outcome: 'approved' } });
}

/** What the expiry timer does; undefined when somebody decided in time, so that a late timer changes nothing. */
export function expireApproval(
  ticket: Ticket,
  now: Date,
): { readonly ticket: Ticket; readonly events: readonly DomainEvent[] } | undefined {
  if (ticket.approval?.state.kind !== 'pending') return undefined;
  return {
    ticket: withApproval(ticket, ticket.approval.request, { kind: 'expired', at: now }),
    events: [decided(ticket, 'system', 'expired', now)],
  };
}

type Waiting = { readonly kind: 'waiting'; readonly request: ApprovalRequest; readonly first: FirstApproval | undefined } | Refusal;

/** One decision wins: a second click, a retried payload or a click after the end changes nothing. */
function pendingRequest(ticket: Ticket, context: DeskContext): Waiting {
  if (!ticket.approval) return refused('nothing_to_approve', `Nothing on ${ticket.number} waits for an approval.`);
  const { request, state } = ticket.approval;
  if (state.kind === 'approved' || state.kind === 'denied') {
    return refused(
      'decided_already',
      `${nameOf(state.by, context)} ${state.kind} this ${agoText(state.at, context.now)}. Nothing was changed.`,
    );
  }
  if (state.kind === 'expired' || context.now >= request.expiresAt) {
    return refused('approval_expired', 'This request has expired. The customer has to be asked again.');
  }
  return { kind: 'waiting', request, first: state.first };
}

/** A card that was pressed must have shown this very proposal. */
function decidedUnseen({ proposal }: ApprovalRequest, seen: string | undefined): Refusal | undefined {
  if (seen === undefined || seen === proposal.argumentsHash) return undefined;
  return refused('proposal_changed', 'What you decided on is not what waits now. Look at the ticket again.');
}

/** Who may not say yes to this, with the rule that stops them. */
function barredFrom(ticket: Ticket, request: ApprovalRequest, member: StaffMember, context: DeskContext): Refusal | undefined {
  const { proposal } = request;
  if (context.argumentsHash !== proposal.argumentsHash) {
    return refused('proposal_changed', 'The order or the amount has changed since this was asked. It needs a new request.');
  }
  if ([proposal.requestedBy, ticket.openedBy].some((key) => isPerson(key, member))) {
    return refused('own_request', 'You asked for this yourself, so somebody else has to approve it.');
  }
  if (!member.roles.includes(request.role)) return refused('role_missing', `Approving this needs the role ${request.role}.`);
  const amount = proposal.amount;
  if (amount && amount.minor > member.approvalLimitCents) {
    const limit = formatMoney({ ...usd(member.approvalLimitCents), currency: amount.currency });
    return refused('above_your_limit', `${formatMoney(amount)} is above your limit of ${limit}.`);
  }
  return undefined;
}

function barredAsSecond(first: FirstApproval | undefined, member: StaffMember): Refusal | undefined {
  return first?.by === member.name
    ? refused('approved_by_you', 'You have approved this already. Somebody else has to approve it as well.')
    : undefined;
}

/** By one of their accounts, or by name: a participant's key ends in the name that the channel knows them by. */
function isPerson(key: ParticipantKey, member: StaffMember): boolean {
  if (member.accounts.includes(key)) return true;
  const name = key.slice(key.lastIndexOf('/') + 1).toLowerCase();
  return name === member.name.toLowerCase() || key.toLowerCase() === member.name.toLowerCase();
}

function withApproval(ticket: Ticket, request: ApprovalRequest, state: ApprovalState): Ticket {
  return changed(ticket, { approval: { request, state } });
}

function decided(ticket: Ticket, by: string, decision: EventFields['approval.decided']['decision'], now: Date): DomainEvent {
  return domainEvent('approval.decided', now, ticket.conversation, { ticket: ticket.number, by, decision });
}
