import type { ConfigVersion } from '../../domain/ids.ts';
import type { Now, Schedule } from '../../domain/ports.ts';
import type { BeginsAnew, Store } from '../store.ts';
import { createCalls } from './calls.ts';
import { createClock } from './clock.ts';
import { createConversations } from './conversations.ts';
import { openDatabase } from './database.ts';
import { createDeadLetters } from './dead-letters.ts';
import { createEvents } from './events.ts';
import { closedStore, createGroupCommit } from './group-commit.ts';
import { createInbox } from './inbox.ts';
import { createLeases } from './leases.ts';
import { createOutbox } from './outbox.ts';
import { createReads } from './reads.ts';
import type { Session } from './session.ts';
import { createSettings } from './settings.ts';
import { toStoreError } from './sqlite-errors.ts';
import { createTallies } from './tallies.ts';
import { createThreads } from './threads.ts';
import { createTickets } from './tickets.ts';
import { createTimers } from './timers.ts';
import { createTurns } from './turns.ts';

export interface SqliteStoreSettings {
  /** A path, or `:memory:` for a store that is thrown away. */
  readonly file: string;
  readonly now: Now;
  /** What new conversations are pinned to. */
  readonly currentPlaybook: () => ConfigVersion;
  /** This process holds the instance lock, so whoever held a lease before is dead: their work is free at once. */
  readonly alone?: boolean;
  readonly schedule?: Schedule;
  /** Without it a lasting thread stays one conversation. */
  readonly beginsAnew?: BeginsAnew;
}

/** How long a batch is gathered under load: one fsync serves all who write within it. */
const GATHER_MS = 2;

/**
 * The store on one SQLite file: one connection, every commit on disk before it is acknowledged.
 * Rejects with `store_corrupt` for a damaged or foreign file, which is left as it is.
 */
export async function openSqliteStore(settings: SqliteStoreSettings): Promise<Store> {
  const { file, now, currentPlaybook } = settings;
  const db = openDatabase(file);
  const { write, close } = createGroupCommit(db, settings.schedule ?? scheduleForReal, file === ':memory:' ? 0 : GATHER_MS);
  const read = async <T>(work: () => T): Promise<T> => {
    if (!db.open) throw closedStore();
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, file);
    }
  };
  const session: Session = { db, now, currentPlaybook, write, read };

  const conversations = createConversations(session);
  const threads = createThreads(session);
  const timers = createTimers(session);
  const events = createEvents(session);
  const deadLetters = createDeadLetters(session);
  const tickets = createTickets(session);
  const tallies = createTallies(session);
  const calls = createCalls(session, tallies);
  const outbox = createOutbox(session, { threads, deadLetters, events });
  const { endAll, ...leases } = createLeases(session);
  if (settings.alone) await write(endAll);

  return {
    ...createInbox(session, threads, settings.beginsAnew ?? (() => false)),
    ...leases,
    ...createTurns(session, { conversations, calls, outbox, timers, tickets, tallies, events, deadLetters }),
    ...createReads(session, conversations),
    ...createSettings(session),
    ...createClock(session),
    fireTimers: timers.fireTimers,
    nextTimerAt: timers.nextTimerAt,
    claimCall: calls.claimCall,
    reserveTicketNumber: tickets.reserveTicketNumber,
    ticket: tickets.ticket,
    tickets: tickets.tickets,
    sumTallies: tallies.sumTallies,
    leaseOutbound: outbox.leaseOutbound,
    settleOutbound: outbox.settleOutbound,
    enqueueOutbound: outbox.enqueueOutbound,
    outbound: outbox.outbound,
    events: events.events,
    eventsFrom: events.eventsFrom,
    eventsOf: events.eventsOf,
    appendEvents: events.appendEvents,
    deadLetters: deadLetters.deadLetters,
    buryMail: deadLetters.buryMail,
    findThreads: threads.findThreads,
    participants: threads.participants,
    close: async () => {
      await close();
      db.close();
    },
  };
}

const scheduleForReal: Schedule = (delayMs, run) => {
  if (delayMs === 0) {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  }
  const timeout = setTimeout(run, delayMs);
  return () => clearTimeout(timeout);
};
