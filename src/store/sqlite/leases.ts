import { conversationId } from '../../domain/ids.ts';
import type { Lease, Store } from '../store.ts';
import { createConversations } from './conversations.ts';
import { readArrival } from './inbox.ts';
import type { Session } from './session.ts';

/** One lease hands out this many arrivals at most; the rest waits for the next one, so that a flood stays in pieces. */
const MOST_PENDING = 100;

interface LeaseRow {
  readonly id: string;
  readonly epoch: number;
  readonly leased_until: number | null;
  readonly leased_through: number | null;
}
interface PendingRow {
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly attempts: number;
  readonly problem: string | null;
  readonly accepted_at: number;
}

export interface Leases extends Pick<Store, 'leaseConversation' | 'renewLease' | 'failTurn'> {
  /** Inside a write: every lease ends now, because its holder is known to be dead. */
  readonly endAll: () => void;
}

/** Who may work on a conversation. The epoch fences: whoever holds an older one writes nothing. */
export function createLeases(session: Session): Leases {
  const { db, now, write, read } = session;
  const conversations = createConversations(session);
  // Without the hint SQLite sorts the whole backlog for every lease.
  const selectFree = db.prepare<[number, number], LeaseRow>(
    `SELECT c.id, c.epoch, c.leased_until, c.leased_through
     FROM arrival AS a INDEXED BY arrival_waiting CROSS JOIN conversation AS c ON c.id = a.conversation
     WHERE a.state = 'waiting' AND (c.leased_until IS NULL OR c.leased_until <= ?) AND c.not_before <= ?
     ORDER BY a.position LIMIT 1`,
  );
  const selectPending = db.prepare<[string, number], PendingRow>(
    `SELECT position, id, kind, body, attempts, problem, accepted_at FROM arrival
     WHERE conversation = ? AND state = 'waiting' ORDER BY position LIMIT ?`,
  );
  const countCrash = db.prepare<[string, number]>(
    "UPDATE arrival SET attempts = attempts + 1, problem = 'crashed' WHERE conversation = ? AND state = 'waiting' AND position <= ?",
  );
  const take = db.prepare<[number, number, number, string]>(
    'UPDATE conversation SET epoch = ?, leased_until = ?, leased_through = ? WHERE id = ?',
  );
  const extend = db.prepare<[number, string, number]>(
    'UPDATE conversation SET leased_until = ? WHERE id = ? AND epoch = ? AND leased_until IS NOT NULL',
  );
  const release = db.prepare<[number, string, number]>(
    'UPDATE conversation SET leased_until = NULL, not_before = ? WHERE id = ? AND epoch = ? AND leased_until IS NOT NULL',
  );
  const countFailure = db.prepare<[string, number]>(
    "UPDATE arrival SET attempts = attempts + 1, problem = ? WHERE position = ? AND state = 'waiting'",
  );
  const expireAll = db.prepare('UPDATE conversation SET leased_until = 0 WHERE leased_until IS NOT NULL');

  const firstFree = () => selectFree.get(now().getTime(), now().getTime());

  function lease(leaseMs: number): Lease | undefined {
    const row = firstFree();
    if (!row) return undefined;
    // The former holder ended without a word: for work that kills its process that is the only sign of failure.
    if (row.leased_until !== null) countCrash.run(row.id, row.leased_through ?? 0);
    const pending = selectPending.all(row.id, MOST_PENDING);
    const until = now().getTime() + leaseMs;
    take.run(row.epoch + 1, until, pending.at(-1)?.position ?? 0, row.id);
    const conversation = conversations.load(conversationId(row.id));
    if (!conversation) return undefined;
    return {
      conversation,
      isNew: conversation.turns.length === 0,
      pending: pending.map((arrival) => ({
        position: arrival.position,
        arrival: readArrival(arrival.kind, arrival.body, arrival.id),
        attempts: arrival.attempts,
        ...(arrival.problem === null ? {} : { problem: arrival.problem }),
        acceptedAt: new Date(arrival.accepted_at),
      })),
      epoch: row.epoch + 1,
      until: new Date(until),
    };
  }

  return {
    // Looking first keeps an idle worker from writing at all.
    leaseConversation: async (leaseMs) => ((await read(firstFree)) ? write(() => lease(leaseMs)) : undefined),
    renewLease: (held, leaseMs) => write(() => extend.run(now().getTime() + leaseMs, held.conversation.id, held.epoch).changes > 0),
    failTurn: (held, because, retryAt) =>
      write(() => {
        if (release.run(retryAt.getTime(), held.conversation.id, held.epoch).changes === 0) return;
        for (const { position } of held.pending) countFailure.run(because, position);
      }),
    endAll: () => {
      expireAll.run();
    },
  };
}
