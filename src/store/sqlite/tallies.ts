import type { Reservation, Store, Tally } from '../store.ts';
import type { Session } from './session.ts';

export interface Tallies extends Pick<Store, 'sumTallies'> {
  /** Inside a write. */
  count(tally: Tally): void;
  /** Inside a write: takes the room of all of them for this call, or gives the key of the first that does not fit. */
  reserve(call: string, reservations: readonly Reservation[], at: Date): string | undefined;
  /** Inside a write: gives back what was reserved for this call. */
  release(call: string): void;
}

/** Counts and sums over sliding windows, for limits. */
export function createTallies({ db, read }: Session): Tallies {
  const insert = db.prepare<[string, number, number, string | null]>('INSERT INTO tally (key, at, amount, call) VALUES (?, ?, ?, ?)');
  const remove = db.prepare<[string]>('DELETE FROM tally WHERE call = ?');
  const sum = db.prepare<[string, number], { count: number; amount: number }>(
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM tally WHERE key = ? AND at >= ?',
  );
  const sumOf = (key: string, since: Date): { count: number; amount: number } => sum.get(key, since.getTime()) ?? { count: 0, amount: 0 };
  return {
    count({ key, at, amount }) {
      insert.run(key, at.getTime(), amount, null);
    },
    reserve(call, reservations, at) {
      const over = reservations.find(({ key, amount, since, limit }) => sumOf(key, since).amount + amount > limit);
      if (over) return over.key;
      for (const { key, amount } of reservations) insert.run(key, at.getTime(), amount, call);
      return undefined;
    },
    release(call) {
      remove.run(call);
    },
    sumTallies: (key, since) => read(() => sumOf(key, since)),
  };
}
