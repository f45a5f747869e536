import type { Store } from '../store.ts';
import type { Conversations } from './conversations.ts';
import { conversationBody } from './records.ts';
import type { Session } from './session.ts';

interface Counts {
  readonly arrivals: number;
  readonly outbound: number;
  readonly deadLetters: number;
}

export function createReads(
  { db, read }: Session,
  conversations: Conversations,
): Pick<Store, 'conversation' | 'conversations' | 'waiting'> {
  const selectRecent = db.prepare<[number], { id: string; body: string; last_activity_at: number }>(
    'SELECT id, body, last_activity_at FROM conversation ORDER BY last_activity_at DESC, id LIMIT ?',
  );
  const count = db.prepare<[], Counts>(
    `SELECT (SELECT count(*) FROM arrival WHERE state = 'waiting') AS arrivals,
            (SELECT count(*) FROM outbound WHERE settled_at IS NULL) AS outbound,
            (SELECT count(*) FROM dead_letter) AS deadLetters`,
  );
  return {
    conversation: (id) => read(() => conversations.load(id)),
    conversations: (limit) =>
      read(() =>
        selectRecent.all(limit).map((row) => {
          const { id, thread, subject, state, openedAt } = conversationBody.read(row.body, row.id);
          return { id, thread, subject, state, openedAt, lastActivityAt: new Date(row.last_activity_at) };
        }),
      ),
    waiting: () => read(() => count.get() ?? { arrivals: 0, outbound: 0, deadLetters: 0 }),
  };
}
