import { conversationId } from '../../domain/ids.ts';
import type { DeadLetter, Store } from '../store.ts';
import type { Session } from './session.ts';

export interface DeadLetters extends Pick<Store, 'deadLetters' | 'buryMail'> {
  /** Inside a write. */
  bury(letter: DeadLetter): void;
}

interface Row {
  readonly kind: DeadLetter['kind'];
  readonly id: string;
  readonly conversation: string | null;
  readonly because: string;
  readonly at: number;
}

/** What could not be worked on or delivered is kept and reported; it never blocks what comes after it. */
export function createDeadLetters({ db, write, read }: Session): DeadLetters {
  const insert = db.prepare<[string, string, string | null, string, number, Uint8Array | null]>(
    'INSERT INTO dead_letter (kind, id, conversation, because, at, raw) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO NOTHING',
  );
  const select = db.prepare<[], Row>('SELECT kind, id, conversation, because, at FROM dead_letter ORDER BY at, rowid');
  function bury(letter: DeadLetter, raw: Uint8Array | null = null): void {
    insert.run(letter.kind, letter.id, letter.conversation ?? null, letter.because, letter.at.getTime(), raw);
  }
  return {
    bury,
    buryMail: (letter, raw) => write(() => bury({ ...letter, kind: 'mail' }, raw)),
    deadLetters: () =>
      read(() =>
        select.all().map((row) => ({
          id: row.id,
          kind: row.kind,
          conversation: row.conversation === null ? undefined : conversationId(row.conversation),
          because: row.because,
          at: new Date(row.at),
        })),
      ),
  };
}
