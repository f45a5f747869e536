import type { Timer } from '../../domain/arrival.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Store } from '../store.ts';
import { timerRecord } from './records.ts';
import type { Session } from './session.ts';

export interface Timers extends Pick<Store, 'fireTimers' | 'nextTimerAt'> {
  /** Inside a write. Also takes back one that has fired and was not worked on yet. */
  cancel(conversation: ConversationId, keyOrPrefix: string): void;
  /** Inside a write. */
  set(timer: Timer): void;
}

interface TimerRow {
  readonly serial: number;
  readonly key: string;
  readonly conversation: string;
  readonly body: string;
}

/** Waking up later is a row; nothing waits in memory. A due timer moves into the inbox, where its conversation's order holds. */
export function createTimers({ db, now, write, read }: Session): Timers {
  const insertTimer = db.prepare<[string, string, number, string]>('INSERT INTO timer (key, conversation, at, body) VALUES (?, ?, ?, ?)');
  const deleteTimer = db.prepare<[string]>('DELETE FROM timer WHERE key = ?');
  const deleteMatching = db.prepare<[string, string]>('DELETE FROM timer WHERE conversation = ? AND key GLOB ?');
  const deleteFired = db.prepare<[string, string]>(
    "DELETE FROM arrival WHERE conversation = ? AND state = 'waiting' AND kind = 'timer' AND timer_key GLOB ?",
  );
  const selectDue = db.prepare<[number, number], TimerRow>(
    'SELECT serial, key, conversation, body FROM timer WHERE at <= ? ORDER BY at, serial LIMIT ?',
  );
  const insertArrival = db.prepare<[string, string, string, number, string]>(
    "INSERT INTO arrival (id, kind, conversation, body, accepted_at, timer_key) VALUES (?, 'timer', ?, ?, ?, ?)",
  );
  const selectNext = db.prepare<[], { at: number | null }>('SELECT min(at) AS at FROM timer');

  function fire(row: TimerRow): void {
    deleteTimer.run(row.key);
    insertArrival.run(`timer:${row.key}#${row.serial}`, row.conversation, row.body, now().getTime(), row.key);
  }

  return {
    cancel(conversation, keyOrPrefix) {
      const pattern = toGlob(keyOrPrefix);
      deleteMatching.run(conversation, pattern);
      deleteFired.run(conversation, pattern);
    },
    set(timer) {
      deleteTimer.run(timer.key);
      deleteFired.run(timer.conversation, toGlob(timer.key));
      insertTimer.run(timer.key, timer.conversation, timer.at.getTime(), timerRecord.write(timer));
    },
    fireTimers: (at, limit) => {
      const isDue = () => selectDue.all(at.getTime(), limit);
      return read(isDue).then((due) => {
        if (due.length === 0) return 0;
        return write(() => {
          const rows = isDue();
          for (const row of rows) fire(row);
          return rows.length;
        });
      });
    },
    nextTimerAt: () =>
      read(() => {
        const at = selectNext.get()?.at;
        return typeof at === 'number' ? new Date(at) : undefined;
      }),
  };
}

/** A trailing `*` is the only wildcard; whatever GLOB would read as one besides is taken literally. */
function toGlob(keyOrPrefix: string): string {
  const isPrefix = keyOrPrefix.endsWith('*');
  const literal = (isPrefix ? keyOrPrefix.slice(0, -1) : keyOrPrefix).replace(/[*?[]/g, '[$&]');
  return isPrefix ? `${literal}*` : literal;
}
