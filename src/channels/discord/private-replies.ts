import type { ThreadRef } from '../../domain/message.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import { BoundedMap } from './bounded-map.ts';
import { snowflakeTime } from './snowflake.ts';

/** Discord takes answers to an interaction for fifteen minutes; a little earlier we stop. */
const TOKEN_MS = 14 * 60_000;
const MOST = 5_000;

/** How one person is reached alone: the last interaction of theirs in a thread, and what waits until they press again. */
export interface PrivateReplies {
  remember(thread: ThreadRef, user: string, interaction: { readonly id: string; readonly token: string }): void;
  tokenFor(thread: ThreadRef, user: string, now: Date): string | undefined;
  dropToken(thread: ThreadRef, user: string): void;
  /** Kept in memory only; the outbox tries it again besides. */
  withhold(thread: ThreadRef, user: string, message: OutboundMessage): void;
  withheld(thread: ThreadRef, user: string): readonly OutboundMessage[];
  release(thread: ThreadRef, user: string, message: OutboundMessage): void;
}

export function createPrivateReplies(): PrivateReplies {
  const tokens = new BoundedMap<string, { readonly token: string; readonly until: number }>(MOST);
  const waiting = new BoundedMap<string, readonly OutboundMessage[]>(MOST);
  const keyOf = ({ account, space, key }: ThreadRef, user: string): string => [account, space, key, user].join('/');
  return {
    remember(thread, user, { id, token }) {
      tokens.set(keyOf(thread, user), { token, until: snowflakeTime(id).getTime() + TOKEN_MS });
    },
    tokenFor(thread, user, now) {
      const found = tokens.get(keyOf(thread, user));
      return found !== undefined && found.until > now.getTime() ? found.token : undefined;
    },
    dropToken: (thread, user) => void tokens.delete(keyOf(thread, user)),
    withhold(thread, user, message) {
      const others = (waiting.get(keyOf(thread, user)) ?? []).filter(({ id }) => id !== message.id);
      waiting.set(keyOf(thread, user), [...others, message]);
    },
    withheld: (thread, user) => waiting.get(keyOf(thread, user)) ?? [],
    release(thread, user, message) {
      waiting.set(
        keyOf(thread, user),
        (waiting.get(keyOf(thread, user)) ?? []).filter(({ id }) => id !== message.id),
      );
    },
  };
}
