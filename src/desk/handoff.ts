import type { DeskCommand } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import { domainEvent, type DomainEvent } from '../domain/event.ts';
import type { Ticket } from '../domain/ticket.ts';
import { staffWords } from '../domain/proposal.ts';
import { decideApproval, decideDenial } from './approval.ts';
import { changed, nameOf, refused, type DeskContext, type DeskDecision, type Refusal } from './desk-decision.ts';
import { agoText } from './elapsed.ts';
import { outcomeCode, OUTCOMES } from './outcome.ts';

/** May answer and close what somebody else has claimed. */
export const SUPERVISOR = 'supervisor';

/**
 * The desk's state machine: what one command of one person does to one ticket. Pure; the caller holds the
 * conversation's lease, so that of two people who act at once the second one meets the first one's result.
 */
export function decide(ticket: Ticket, command: DeskCommand, context: DeskContext): DeskDecision {
  const member = context.staff.find((person) => person.name === command.by);
  if (!member) return refused('unknown_staff', `${command.by} is not listed in config/staff.yaml.`);
  if (command.ticket !== ticket.number) return refused('wrong_ticket', `This command is for ${command.ticket}, not for ${ticket.number}.`);
  const action = command.do;
  // A note is never too late, and a second click on approve or deny is told who decided.
  const alwaysHeard = action.action === 'note' || (isDecision(action.action) && isDecided(ticket));
  if (ticket.state.kind === 'resolved' && !alwaysHeard) {
    const { by, at } = ticket.state;
    return refused(
      'resolved_already',
      `${ticket.number} was closed by ${nameOf(by, context)} ${agoText(at, context.now)}. Nothing was changed.`,
    );
  }
  switch (action.action) {
    case 'claim':
      return claim(ticket, member, context);
    case 'reply':
      return reply(ticket, member, action.text, context);
    case 'note':
      return note(ticket, member, action.text, context);
    case 'approve':
      return decideApproval(ticket, member, action.seen, context);
    case 'deny':
      return decideDenial(ticket, member, action, context);
    case 'resolve':
      return resolve(ticket, member, action.outcome, context);
    case 'return':
      return giveBack(ticket, member, action.instruction, context);
    default:
      return assertNever(action);
  }
}

function isDecision(action: DeskCommand['do']['action']): boolean {
  return action === 'approve' || action === 'deny';
}

function isDecided(ticket: Ticket): boolean {
  return ticket.approval !== undefined && ticket.approval.state.kind !== 'pending';
}

function claim(ticket: Ticket, member: StaffMember, context: DeskContext): DeskDecision {
  if (ticket.state.kind === 'claimed') {
    const { by, at } = ticket.state;
    return by === member.name
      ? refused('already_yours', `${ticket.number} is yours already.`)
      : refused('already_claimed', `${nameOf(by, context)} claimed ${ticket.number} ${agoText(at, context.now)}.`);
  }
  return {
    kind: 'accepted',
    ticket: claimedBy(ticket, member, context.now),
    effects: [],
    events: [event('ticket.claimed', ticket, member, context)],
    speaker: 'human',
    text: `${ticket.number} is yours. The agent is silent until you return or resolve it.`,
  };
}

function reply(ticket: Ticket, member: StaffMember, text: string, context: DeskContext): DeskDecision {
  if (text.trim() === '') return refused('text_missing', 'Write what the customer should read.');
  const blocked = blockedByOwner(ticket, member, context);
  if (blocked) return blocked;
  const claims = ticket.state.kind === 'open';
  return {
    kind: 'accepted',
    ticket: claims ? claimedBy(ticket, member, context.now) : changed(ticket, {}),
    effects: [{ kind: 'reply', text: text.trim(), by: member }],
    events: [...(claims ? [event('ticket.claimed', ticket, member, context)] : []), event('ticket.replied', ticket, member, context)],
    speaker: 'human',
    text: claims ? `Sent. ${ticket.number} is yours now.` : `Sent to the customer of ${ticket.number}.`,
  };
}

function note(ticket: Ticket, member: StaffMember, text: string, context: DeskContext): DeskDecision {
  if (text.trim() === '') return refused('text_missing', 'Write the note.');
  return {
    kind: 'accepted',
    ticket: changed(ticket, { notes: [...ticket.notes, { by: member.name, at: context.now, text: text.trim() }] }),
    effects: [],
    events: [event('ticket.noted', ticket, member, context)],
    speaker: 'unchanged',
    text: `Noted on ${ticket.number}. The customer does not see it.`,
  };
}

function resolve(ticket: Ticket, member: StaffMember, words: string, context: DeskContext): DeskDecision {
  const outcome = outcomeCode(words);
  if (!outcome) return refused('unknown_outcome', `Say how it ended: ${Object.keys(OUTCOMES).join(', ')}.`);
  const blocked = blockedByOwner(ticket, member, context) ?? blockedByApproval(ticket, context.now);
  if (blocked) return blocked;
  return {
    kind: 'accepted',
    ticket: changed(ticket, { state: { kind: 'resolved', by: member.name, at: context.now, outcome } }),
    effects: [{ kind: 'close', outcome, by: member }],
    events: [domainEvent('ticket.resolved', context.now, ticket.conversation, { ticket: ticket.number, by: member.name, outcome })],
    speaker: 'nobody',
    text: `${ticket.number} is resolved: ${OUTCOMES[outcome]}. The customer gets a closing message.`,
  };
}

function giveBack(ticket: Ticket, member: StaffMember, instruction: string, context: DeskContext): DeskDecision {
  if (instruction.trim() === '') return refused('instruction_missing', 'Leave one sentence that tells the agent how to go on.');
  const blocked = blockedByOwner(ticket, member, context) ?? blockedByApproval(ticket, context.now);
  if (blocked) return blocked;
  return {
    kind: 'accepted',
    ticket: changed(ticket, { state: { kind: 'resolved', by: member.name, at: context.now, outcome: 'returned' } }),
    effects: [{ kind: 'return', instruction: instruction.trim(), by: member }],
    events: [event('ticket.returned', ticket, member, context)],
    speaker: 'agent',
    text: `The agent goes on with ${ticket.number}'s customer.`,
  };
}

/** An unclaimed ticket is open to everybody; a claimed one to its owner and to supervisors. */
function blockedByOwner(ticket: Ticket, member: StaffMember, context: DeskContext): Refusal | undefined {
  if (ticket.state.kind !== 'claimed' || ticket.state.by === member.name || member.roles.includes(SUPERVISOR)) return undefined;
  const { by, at } = ticket.state;
  return refused(
    'claimed_by_other',
    `${nameOf(by, context)} has ${ticket.number} (${agoText(at, context.now)}). Ask for it, or leave a note.`,
  );
}

/** A customer who waits for a yes or no must get one before the ticket closes. */
function blockedByApproval({ approval }: Ticket, now: Date): Refusal | undefined {
  if (approval?.state.kind !== 'pending' || now >= approval.request.expiresAt) return undefined;
  return refused('approval_waits', `Approve or deny "${staffWords(approval.request.proposal)}" first: the customer waits for it.`);
}

function claimedBy(ticket: Ticket, member: StaffMember, now: Date): Ticket {
  return changed(ticket, { state: { kind: 'claimed', by: member.name, at: now } });
}

function event(
  name: 'ticket.claimed' | 'ticket.replied' | 'ticket.noted' | 'ticket.returned',
  ticket: Ticket,
  member: StaffMember,
  { now }: DeskContext,
): DomainEvent {
  return domainEvent(name, now, ticket.conversation, { ticket: ticket.number, by: member.name });
}
