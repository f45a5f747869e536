import type { Arrival } from '../../domain/arrival.ts';
import { AppError } from '../../domain/error.ts';
import type { InboundMessage } from '../../domain/message.ts';
import { conversationIdFor, newConversation } from '../../domain/new-conversation.ts';
import type { Store } from '../store.ts';
import { commandRecord, conversationBody, messageRecord, resultRecord, timerRecord } from './records.ts';
import type { Session } from './session.ts';
import type { Threads } from './threads.ts';

/** The row that was stored is what makes a second delivery a duplicate: no flag ahead of it, no time after which it is forgotten. */
export function createInbox(session: Session, threads: Threads): Pick<Store, 'accept' | 'acceptCommand' | 'commandResult'> {
  const { db, now, write, read, currentPlaybook } = session;
  const insertArrival = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO arrival (id, kind, conversation, body, accepted_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const touchConversation = db.prepare<[number, string]>(
    'UPDATE conversation SET last_activity_at = max(last_activity_at, ?) WHERE id = ?',
  );
  const insertConversation = db.prepare<[string, string, number, number, string]>(
    'INSERT INTO conversation (id, channel, opened_at, last_activity_at, body) VALUES (?, ?, ?, ?, ?)',
  );
  const selectResult = db.prepare<[string], { result: string | null }>("SELECT result FROM arrival WHERE id = ? AND kind = 'command'");

  function acceptOne(message: InboundMessage): 'new' | 'duplicate' {
    const conversation = conversationIdFor(message.thread);
    const at = now();
    if (touchConversation.run(at.getTime(), conversation).changes === 0) open(message, at);
    const stored = insertArrival.run(message.id, 'message', conversation, messageRecord.write(message), at.getTime());
    if (stored.changes === 0) return 'duplicate';
    threads.remember(message);
    return 'new';
  }

  function open({ thread, subject }: InboundMessage, openedAt: Date): void {
    const { turns: _none, ...body } = newConversation({ thread, subject, openedAt, configVersion: currentPlaybook() });
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
