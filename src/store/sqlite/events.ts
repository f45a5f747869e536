import type { DomainEvent } from '../../domain/event.ts';
import type { EventRow, Store } from '../store.ts';
import { eventRecord } from './records.ts';
import type { Session } from './session.ts';

export interface Events extends Pick<Store, 'events' | 'eventsFrom' | 'eventsOf' | 'appendEvents'> {
  /** Inside a write. */
  append(events: readonly DomainEvent[]): void;
}

interface StoredEvent {
  readonly position: number;
  readonly body: string;
}

export function createEvents({ db, write, read }: Session): Events {
  const insert = db.prepare<[string, number, string | null, string]>(
    'INSERT INTO event (name, at, conversation, body) VALUES (?, ?, ?, ?)',
  );
  const select = db.prepare<[number, number], StoredEvent>('SELECT position, body FROM event WHERE position > ? ORDER BY position LIMIT ?');
  const selectFrom = db.prepare<[number, number, number], StoredEvent>(
    'SELECT position, body FROM event WHERE (at, position) > (?, ?) ORDER BY at, position LIMIT ?',
  );
  const selectOf = db.prepare<[string], StoredEvent>('SELECT position, body FROM event WHERE conversation = ? ORDER BY position');
  function append(events: readonly DomainEvent[]): void {
    for (const event of events) insert.run(event.name, event.at.getTime(), event.conversation ?? null, eventRecord.write(event));
  }
  return {
    append,
    appendEvents: (events) => write(() => append(events)),
    events: (since, limit) => read(() => select.all(since, limit).map(eventRow)),
    eventsFrom: (at, position, limit) => read(() => selectFrom.all(at.getTime(), position, limit).map(eventRow)),
    eventsOf: (conversation) => read(() => selectOf.all(conversation).map(eventRow)),
  };
}

const eventRow = ({ position, body }: StoredEvent): EventRow => ({ position, event: eventRecord.read(body, String(position)) });
