import type { Conversation, Turn } from '../../domain/conversation.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { conversationBody, turnRecord } from './records.ts';
import type { Session } from './session.ts';

/** A conversation is one row and one row a turn, so that a long one is not written anew with every message. */
export interface Conversations {
  load(id: ConversationId): Conversation | undefined;
  /** Inside a write: replaces the turns that are not the very ones of `before`, and adds new ones behind. */
  saveTurns(before: Conversation, turns: readonly Turn[]): void;
}

export function createConversations({ db }: Session): Conversations {
  const selectBody = db.prepare<[string], { body: string }>('SELECT body FROM conversation WHERE id = ?');
  const selectTurns = db.prepare<[string], { id: string; body: string }>(
    'SELECT id, body FROM turn WHERE conversation = ? ORDER BY number',
  );
  const upsertTurn = db.prepare<{ conversation: string; id: string; body: string }>(
    `INSERT INTO turn (conversation, id, number, body)
     VALUES (@conversation, @id, (SELECT coalesce(max(number), 0) + 1 FROM turn WHERE conversation = @conversation), @body)
     ON CONFLICT (conversation, id) DO UPDATE SET body = excluded.body`,
  );
  return {
    load(id) {
      const row = selectBody.get(id);
      if (!row) return undefined;
      const turns = selectTurns.all(id).map((turn) => turnRecord.read(turn.body, turn.id));
      return { ...conversationBody.read(row.body, id), turns };
    },
    saveTurns(before, turns) {
      const known = new Set(before.turns);
      for (const turn of turns) {
        if (!known.has(turn)) upsertTurn.run({ conversation: before.id, id: turn.id, body: turnRecord.write(turn) });
      }
    },
  };
}
