import { AppError } from '../../domain/error.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { Store } from '../store.ts';
import { encode } from './codec.ts';
import { outcomeRecord } from './records.ts';
import type { Session } from './session.ts';
import type { Tallies } from './tallies.ts';

export interface Calls extends Pick<Store, 'claimCall'> {
  /** Inside a write. Throws for a call that was never claimed: its effect would not be protected from a repeat. */
  closeCall(conversation: ConversationId, key: string, outcome: ToolOutcome<unknown>): void;
}

/** A write to the outside is claimed before it happens; claims are kept for ever, unlike a provider's keys. */
export function createCalls({ db, now, write }: Session, tallies: Tallies): Calls {
  const selectHeld = db.prepare<[string, number], { held: number }>(
    'SELECT 1 AS held FROM conversation WHERE id = ? AND epoch = ? AND leased_until IS NOT NULL',
  );
  const insertCall = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO call (key, conversation, tool, input, claimed_at) VALUES (?, ?, ?, ?, ?)',
  );
  const selectCall = db.prepare<[string], { outcome: string | null }>('SELECT outcome FROM call WHERE key = ?');
  const updateCall = db.prepare<[string, number, string, string]>(
    'UPDATE call SET outcome = ?, closed_at = ? WHERE key = ? AND conversation = ?',
  );
  return {
    claimCall: (lease, key, call, reservations = []) =>
      write(() => {
        const { id } = lease.conversation;
        if (!selectHeld.get(id, lease.epoch)) {
          throw new AppError('lease_lost', 'another worker has the conversation', { retryable: true });
        }
        const known = selectCall.get(key);
        if (known) return { kind: 'already', outcome: known.outcome ? outcomeRecord.read(known.outcome, key) : undefined };
        const over = tallies.reserve(key, reservations, now());
        if (over !== undefined) return { kind: 'over_limit', key: over };
        insertCall.run(key, id, call.tool, encode(call.input), now().getTime());
        return { kind: 'claimed' };
      }),
    closeCall(conversation, key, outcome) {
      if (updateCall.run(outcomeRecord.write(outcome), now().getTime(), key, conversation).changes === 0) {
        throw new AppError('store_unavailable', 'a call was closed that this conversation never claimed', { retryable: false });
      }
      if (outcome.kind === 'refused' || outcome.kind === 'failed') tallies.release(key);
    },
  };
}
