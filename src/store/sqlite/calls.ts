import { AppError } from '../../domain/error.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { Store } from '../store.ts';
import { encode } from './codec.ts';
import { outcomeRecord } from './records.ts';
import type { Session } from './session.ts';

export interface Calls extends Pick<Store, 'claimCall'> {
  /** Inside a write. Throws for a call that was never claimed: its effect would not be protected from a repeat. */
  closeCall(conversation: ConversationId, key: string, outcome: ToolOutcome<unknown>): void;
}

/** A write to the outside is claimed before it happens; claims are kept for ever, unlike a provider's keys. */
export function createCalls({ db, now, write }: Session): Calls {
  const selectHeld = db.prepare<[string, number], { held: number }>(
    'SELECT 1 AS held FROM conversation WHERE id = ? AND epoch = ? AND leased_until IS NOT NULL',
  );
  const insertCall = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO call (key, conversation, tool, input, claimed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  );
  const selectCall = db.prepare<[string], { outcome: string | null }>('SELECT outcome FROM call WHERE key = ?');
  const updateCall = db.prepare<[string, number, string, string]>(
    'UPDATE call SET outcome = ?, closed_at = ? WHERE key = ? AND conversation = ?',
  );
  return {
    claimCall: (lease, key, call) =>
      write(() => {
        const { id } = lease.conversation;
        if (!selectHeld.get(id, lease.epoch)) {
          throw new AppError('lease_lost', 'another worker has the conversation', { retryable: true });
        }
        if (insertCall.run(key, id, call.tool, encode(call.input), now().getTime()).changes > 0) return { kind: 'claimed' };
        const outcome = selectCall.get(key)?.outcome;
        return { kind: 'already', outcome: outcome ? outcomeRecord.read(outcome, key) : undefined };
      }),
    closeCall(conversation, key, outcome) {
      if (updateCall.run(outcomeRecord.write(outcome), now().getTime(), key, conversation).changes === 0) {
        throw new AppError('store_unavailable', 'a call was closed that this conversation never claimed', { retryable: false });
      }
    },
  };
}
