import { PRIORITIES, type Priority } from '../domain/decision.ts';
import type { Ticket } from '../domain/ticket.ts';
import { elapsedText } from './elapsed.ts';

export interface QueueRow {
  readonly ticket: Ticket;
  /** `unclaimed · waiting 2 m`, `with ana for 5 m`, `approval · waiting 1 h`, `closed 3 d ago`. */
  readonly status: string;
  readonly waitsForApproval: boolean;
}

/** The order of work: what is most urgent first, then what has waited longest; closed tickets last, newest first. */
export function queueOf(tickets: readonly Ticket[], now: Date): readonly QueueRow[] {
  return tickets
    .toSorted(byUrgency)
    .map((ticket) => ({ ticket, status: statusText(ticket, now), waitsForApproval: waitsForApproval(ticket) }));
}

/** The ticket's state line, always true at `now`. */
export function statusText(ticket: Ticket, now: Date): string {
  const waiting = elapsedText(now.getTime() - ticket.openedAt.getTime());
  if (ticket.state.kind === 'resolved') {
    return `closed by ${ticket.state.by} ${elapsedText(now.getTime() - ticket.state.at.getTime())} ago · ${words(ticket.state.outcome)}`;
  }
  if (ticket.state.kind === 'claimed') {
    const since = elapsedText(now.getTime() - ticket.state.at.getTime());
    return `with ${ticket.state.by} for ${since}${waitsForApproval(ticket) ? ' · approval waits' : ''}`;
  }
  return `${waitsForApproval(ticket) ? approvalText(ticket) : 'unclaimed'} · waiting ${waiting}`;
}

function waitsForApproval(ticket: Ticket): boolean {
  return ticket.approval?.state.kind === 'pending';
}

/** `approval`, or `1 of 2 approvals` once one of two people has said yes. */
const approvalText = ({ approval }: Ticket): string =>
  approval?.state.kind === 'pending' && approval.state.first ? '1 of 2 approvals' : 'approval';

function byUrgency(a: Ticket, b: Ticket): number {
  const closed = Number(a.state.kind === 'resolved') - Number(b.state.kind === 'resolved');
  if (closed !== 0) return closed;
  if (a.state.kind === 'resolved' && b.state.kind === 'resolved') return b.state.at.getTime() - a.state.at.getTime();
  return rank(b.priority) - rank(a.priority) || a.openedAt.getTime() - b.openedAt.getTime() || a.number.localeCompare(b.number);
}

function rank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

function words(code: string): string {
  return code.replaceAll('_', ' ');
}
