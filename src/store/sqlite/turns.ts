import { conversationId, type ConversationId } from '../../domain/ids.ts';
import type { Turn } from '../../domain/conversation.ts';
import type { Lease, Store, TurnResult } from '../store.ts';
import type { Calls } from './calls.ts';
import type { Conversations } from './conversations.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { Events } from './events.ts';
import { commandArrivalId } from './inbox.ts';
import type { Outbox } from './outbox.ts';
import { conversationBody, resultRecord } from './records.ts';
import type { Session } from './session.ts';
import type { Tallies } from './tallies.ts';
import type { Tickets } from './tickets.ts';
import type { Timers } from './timers.ts';

interface Parts {
  readonly conversations: Conversations;
  readonly calls: Calls;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly tickets: Tickets;
  readonly tallies: Tallies;
  readonly events: Events;
  readonly deadLetters: DeadLetters;
}

/** Everything that one step leaves behind goes into one transaction, under the epoch of its lease. */
export function createTurns({ db, now, write }: Session, parts: Parts): Pick<Store, 'commitTurn'> {
  const releaseWith = db.prepare<[string, number, string, number]>(
    `UPDATE conversation SET body = ?, last_activity_at = max(last_activity_at, ?), leased_until = NULL, not_before = 0
     WHERE id = ? AND epoch = ? AND leased_until IS NOT NULL`,
  );
  const markHandled = db.prepare<[number, string]>(
    "UPDATE arrival SET state = 'handled' WHERE position = ? AND conversation = ? AND state = 'waiting'",
  );
  // The turn holds the message from here on; the row stays as the mark of its delivery.
  const emptyHandled = db.prepare<[number]>("UPDATE arrival SET body = NULL WHERE position = ? AND state = 'handled' AND kind = 'message'");
  const forgetTimer = db.prepare<[number]>("DELETE FROM arrival WHERE position = ? AND state = 'handled' AND kind = 'timer'");
  const markDead = db.prepare<[string, number, string], { id: string }>(
    "UPDATE arrival SET state = 'dead', problem = ? WHERE position = ? AND conversation = ? AND state = 'waiting' RETURNING id",
  );
  const saveResult = db.prepare<[string, string]>("UPDATE arrival SET result = ? WHERE id = ? AND kind = 'command'");

  function settleArrivals(conversation: ConversationId, { handled, buried, turn }: TurnResult): void {
    for (const position of handled) {
      if (buried !== undefined) bury(conversation, position, buried);
      else if (markHandled.run(position, conversation).changes > 0) {
        if (turn) emptyHandled.run(position);
        forgetTimer.run(position);
      }
    }
  }

  function bury(conversation: ConversationId, position: number, because: string): void {
    const row = markDead.get(because, position, conversation);
    if (row) parts.deadLetters.bury({ kind: 'arrival', id: row.id, conversation, because, at: now() });
  }

  function save(lease: Lease, result: TurnResult): void {
    const id = conversationId(lease.conversation.id);
    parts.conversations.saveTurns(lease.conversation, turnsOf(result));
    settleArrivals(id, result);
    for (const message of result.outbound) parts.outbox.queue(id, message);
    for (const { key, outcome } of result.closedCalls) parts.calls.closeCall(id, key, outcome);
    for (const key of result.cancelTimers) parts.timers.cancel(id, key);
    for (const timer of result.setTimers) parts.timers.set(timer);
    for (const ticket of result.tickets) parts.tickets.saveTicket(ticket);
    for (const tally of result.tallies) parts.tallies.count(tally);
    for (const entry of result.commandResults) saveResult.run(resultRecord.write(entry.result), commandArrivalId(entry.id));
    parts.events.append(result.events);
  }

  return {
    commitTurn: (lease, result) =>
      write(() => {
        const { turns: _apart, ...body } = result.conversation;
        const held = releaseWith.run(conversationBody.write(body), now().getTime(), lease.conversation.id, lease.epoch);
        if (held.changes === 0) return 'lease_lost';
        save(lease, result);
        return 'committed';
      }),
  };
}

/** A step names its turn, and may have put it into the conversation as well. */
function turnsOf({ conversation, turn }: TurnResult): readonly Turn[] {
  return turn && !conversation.turns.some(({ id }) => id === turn.id) ? [...conversation.turns, turn] : conversation.turns;
}
