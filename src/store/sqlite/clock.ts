import type { Store } from '../store.ts';
import type { Session } from './session.ts';

/** Moments that were written by a clock which has been set back since. */
export function createClock({ db, write }: Session): Pick<Store, 'clockSetBack'> {
  const moveOutbound = db.prepare<{ by: number }>(
    'UPDATE outbound SET ready_at = ready_at - @by, sent_at = sent_at - @by WHERE settled_at IS NULL',
  );
  const moveConversations = db.prepare<{ by: number }>(
    `UPDATE conversation SET not_before = not_before - @by, leased_until = leased_until - @by
     WHERE leased_until IS NOT NULL OR id IN (SELECT conversation FROM arrival WHERE state = 'waiting')`,
  );
  return {
    clockSetBack: (byMs) =>
      write(() => {
        moveOutbound.run({ by: byMs });
        moveConversations.run({ by: byMs });
      }),
  };
}
