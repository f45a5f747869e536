import { AppError } from '../../domain/error.ts';
import { ticketNumber } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Store } from '../store.ts';
import { ticketRecord } from './records.ts';
import type { Session } from './session.ts';

export interface Tickets extends Pick<Store, 'reserveTicketNumber' | 'ticket' | 'tickets'> {
  /** Inside a write. The lease of the ticket's conversation guards it; an older version or a foreign ticket fails the whole commit. */
  saveTicket(ticket: Ticket): void;
}

export function createTickets({ db, write, read }: Session): Tickets {
  const countUp = db.prepare<[], { value: number }>("UPDATE counter SET value = value + 1 WHERE name = 'ticket' RETURNING value");
  const upsert = db.prepare<[string, string, number, number, number, string]>(
    `INSERT INTO ticket (number, conversation, is_open, version, opened_at, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET is_open = excluded.is_open, version = excluded.version, body = excluded.body
     WHERE ticket.conversation = excluded.conversation AND ticket.version <= excluded.version`,
  );
  const selectOne = db.prepare<[string], { body: string }>('SELECT body FROM ticket WHERE number = ?');
  const selectMany = db.prepare<[number], { number: string; body: string }>(
    'SELECT number, body FROM ticket WHERE is_open = ? ORDER BY opened_at, number',
  );
  return {
    saveTicket(ticket) {
      const isOpen = ticket.state.kind === 'resolved' ? 0 : 1;
      const { number, conversation, version, openedAt } = ticket;
      if (upsert.run(number, conversation, isOpen, version, openedAt.getTime(), ticketRecord.write(ticket)).changes > 0) return;
      throw new AppError('store_unavailable', `ticket ${number} has moved on or belongs to another conversation`, { retryable: true });
    },
    reserveTicketNumber: () => write(() => ticketNumber(`T-${countUp.get()?.value ?? 0}`)),
    ticket: (number) =>
      read(() => {
        const row = selectOne.get(number);
        return row && ticketRecord.read(row.body, number);
      }),
    tickets: ({ open }) => read(() => selectMany.all(open ? 1 : 0).map((row) => ticketRecord.read(row.body, row.number))),
  };
}
