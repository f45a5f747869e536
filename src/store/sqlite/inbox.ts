import type { Arrival } from '../../domain/arrival.ts';
import { AppError } from '../../domain/error.ts';
import type { InboundMessage } from '../../domain/message.ts';
import { conversationId, type ConversationId } from '../../domain/ids.ts';
import { conversationIdFor, conversationIdInRow, newConversation } from '../../domain/new-conversation.ts';
import type { BeginsAnew, Store } from '../store.ts';
import { commandRecord, conversationBody, messageRecord, resultRecord, timerRecord } from './records.ts';
import type { Session } from './session.ts';
import type { Threads } from './threads.ts';

/** The row that was stored is what makes a second delivery a duplicate: no flag ahead of it, no time after which it is forgotten. */
export function createInbox(
  session: Session,
  threads: Threads,
  beginsAnew: BeginsAnew,
): Pick<Store, 'accept' | 'acceptCommand' | 'commandResult'> {
  const { db, now, write, read, currentPlaybook } = session;
  const selectArrival = db.prepare<[string], { conversation: string }>('SELECT conversation FROM arrival WHERE id = ?');
  const insertArrival = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO arrival (id, kind, conversation, body, accepted_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const touchConversation = db.prepare<[number, string]>(
    'UPDATE conversation SET last_activity_at = max(last_activity_at, ?) WHERE id = ?',
  );
  const insertConversation = db.prepare<[string, string, number, number, string]>(
    'INSERT INTO conversation (id, channel, opened_at, last_activity_at, body) VALUES (?, ?, ?, ?, ?)',
  );
  const selectLatest = db.prepare<[string], { body: string; last_activity_at: number }>(
    'SELECT body, last_activity_at FROM conversation WHERE id = ?',
  );
  const selectCount = db.prepare<[string], { value: number }>('SELECT value FROM counter WHERE name = ?');
  const saveCount = db.prepare<[string, number]>(
    'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const selectResult = db.prepare<[string], { result: string | null }>("SELECT result FROM arrival WHERE id = ? AND kind = 'command'");

  function acceptOne(message: InboundMessage): 'new' | 'duplicate' {
    if (selectArrival.get(message.id)) return 'duplicate';
    const at = now();
    const conversation = conversationOf(message, at);
    insertArrival.run(message.id, 'message', conversation, messageRecord.write(message), at.getTime());
    threads.remember(message);
    return 'new';
  }

  /** Where it belongs, opened when it is not there yet: an edit or a deletion to the conversation of its original. */
  function conversationOf(message: InboundMessage, at: Date): ConversationId {
    const original = message.replaces === undefined ? undefined : selectArrival.get(message.replaces);
    const number = original || message.thread.lasting !== true ? 1 : numberFor(message, at);
    const id = original ? conversationId(original.conversation) : conversationIdInRow(message.thread, number);
    if (touchConversation.run(at.getTime(), id).changes === 0) open(message, number, at);
    return id;
  }

  /** The latest conversation of a lasting thread, or the one after it. */
  function numberFor(message: InboundMessage, at: Date): number {
    const name = `conversations/${conversationIdFor(message.thread)}`;
    const number = selectCount.get(name)?.value ?? 1;
    const id = conversationIdInRow(message.thread, number);
    const row = selectLatest.get(id);
    if (!row) return number;
    const latest = { conversation: conversationBody.read(row.body, id), lastActivityAt: new Date(row.last_activity_at) };
    if (!beginsAnew(latest, message, at)) return number;
    saveCount.run(name, number + 1);
    return number + 1;
  }

  /** Whoever comes back into a lasting thread most likely still speaks what they spoke. */
  function languageBefore(thread: InboundMessage['thread'], number: number): { readonly language?: string } {
    const id = conversationIdInRow(thread, number - 1);
    const row = number > 1 ? selectLatest.get(id) : undefined;
    return row ? { language: conversationBody.read(row.body, id).customer.language } : {};
  }

  function open({ thread, subject }: InboundMessage, number: number, openedAt: Date): void {
    const language = languageBefore(thread, number);
    const { turns: _none, ...body } = newConversation({ thread, subject, openedAt, configVersion: currentPlaybook(), number, ...language });
    insertConversation.run(body.id, thread.channel, openedAt.getTime(), openedAt.getTime(), conversationBody.write(body));
  }

  return {
    accept: (messages) => (messages.length === 0 ? Promise.resolve([]) : write(() => messages.map(acceptOne))),
    acceptCommand: (command) =>
      write(() => {
        const id = commandArrivalId(command.id);
        const stored = insertArrival.run(id, 'command', command.conversation, commandRecord.write(command), now().getTime());
        return stored.changes === 0 ? 'duplicate' : 'new';
      }),
    commandResult: (id) =>
      read(() => {
        const row = selectResult.get(commandArrivalId(id));
        return row?.result ? resultRecord.read(row.result, id) : undefined;
      }),
  };
}

/** Messages, commands and timers share one column of ids; a channel is never called `command`. */
export function commandArrivalId(id: string): string {
  return `command:${id}`;
}

export function readArrival(kind: string, body: string, id: string): Arrival {
  switch (kind) {
    case 'message':
      return { kind, message: messageRecord.read(body, id) };
    case 'command':
      return { kind, command: commandRecord.read(body, id) };
    case 'timer':
      return { kind, timer: timerRecord.read(body, id) };
    default:
      throw new AppError('store_corrupt', `an arrival of the unknown kind ${kind}`, { retryable: false });
  }
}
