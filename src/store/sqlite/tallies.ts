import type { Store, Tally } from '../store.ts';
import type { Session } from './session.ts';

export interface Tallies extends Pick<Store, 'sumTallies'> {
  /** Inside a write. */
  count(tally: Tally): void;
}

/** Counts and sums over sliding windows, for limits. */
export function createTallies({ db, read }: Session): Tallies {
  const insert = db.prepare<[string, number, number]>('INSERT INTO tally (key, at, amount) VALUES (?, ?, ?)');
  const sum = db.prepare<[string, number], { count: number; amount: number }>(
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM tally WHERE key = ? AND at >= ?',
  );
  return {
    count({ key, at, amount }) {
      insert.run(key, at.getTime(), amount);
    },
    sumTallies: (key, since) => read(() => sum.get(key, since.getTime()) ?? { count: 0, amount: 0 }),
  };
}
