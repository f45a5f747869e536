import type { DomainEvent } from '../../domain/event.ts';
import type { Store } from '../store.ts';
import { eventRecord } from './records.ts';
import type { Session } from './session.ts';

export interface Events extends Pick<Store, 'events' | 'appendEvents'> {
  /** Inside a write. */
  append(events: readonly DomainEvent[]): void;
}

export function createEvents({ db, write, read }: Session): Events {
  const insert = db.prepare<[string, number, string | null, string]>(
    'INSERT INTO event (name, at, conversation, body) VALUES (?, ?, ?, ?)',
  );
  const select = db.prepare<[number, number], { position: number; body: string }>(
    'SELECT position, body FROM event WHERE position > ? ORDER BY position LIMIT ?',
  );
  function append(events: readonly DomainEvent[]): void {
    for (const event of events) insert.run(event.name, event.at.getTime(), event.conversation ?? null, eventRecord.write(event));
  }
  return {
    append,
    appendEvents: (events) => write(() => append(events)),
    events: (since, limit) =>
      read(() =>
        select.all(since, limit).map((row) => ({ position: row.position, event: eventRecord.read(row.body, String(row.position)) })),
      ),
  };
}
