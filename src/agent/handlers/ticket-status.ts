import { ticketNumber, type TicketNumber } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { talk, told } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';

/** What about my ticket? Answered to whoever opened it; to everybody else it does not exist. */
export const ticketStatus: Plan = async (request, scene) => {
  const ticket = await ownTicket(request, scene);
  if (!ticket) return talk(scene.say('ticket.not_found'));
  return told(request, ticketStanding(ticket, scene));
};

/** How a ticket stands, in a sentence for its customer. */
export function ticketStanding(ticket: Ticket, scene: Scene): string {
  const opened = scene.speech.day(ticket.openedAt.toISOString());
  scene.notes.facts.push(ticket.number, opened);
  return scene.say(`ticket.${standing(ticket)}`, { ticket: ticket.number, opened });
}

function standing({ state, approval }: Ticket): string {
  if (approval && approval.state.kind !== 'pending') return `approval_${approval.state.kind}`;
  if (approval) return 'approval_pending';
  return state.kind;
}

async function ownTicket(request: CustomerRequest, scene: Scene): Promise<Ticket | undefined> {
  const number = askedFor(request) ?? scene.notes.memory.tickets.at(-1);
  const ticket = number === undefined ? undefined : await scene.parts.store.ticket(number);
  return ticket && mayHear(ticket, scene) ? ticket : undefined;
}

function askedFor({ entities }: CustomerRequest): TicketNumber | undefined {
  const value = entities.find(({ type }) => type === 'ticket_number')?.value;
  return value === undefined ? undefined : ticketNumber(value);
}

/** The same person on the same channel, or somebody who has proved to be the same customer. */
function mayHear(ticket: Ticket, scene: Scene): boolean {
  const identity = scene.identity();
  const sameCustomer = identity.kind === 'verified' && scene.isProved() && identity.customerId === ticket.customerId;
  return ticket.openedBy === scene.speaker.key || sameCustomer;
}
