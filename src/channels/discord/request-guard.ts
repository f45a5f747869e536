const WINDOW_MS = 600_000;
/** Discord bans an address for a while after 10,000 of them in ten minutes; a hundred means that something is broken. */
const MOST_INVALID = 100;
const INVALID: readonly number[] = [401, 403, 429];
/** Refusals after which we leave a channel alone, and for how long. */
const MOST_FORBIDDEN = 3;
const CLOSED_MS = 3_600_000;

/** Keeps a broken permission or token from becoming a ban. */
export interface RequestGuard {
  note(status: number, at: Date): void;
  forbidden(channel: string, at: Date): void;
  /** Something worked there, or its permissions changed. */
  reopen(channel: string): void;
  /** Milliseconds to stay away from everything; 0 is not at all. */
  pauseMs(at: Date): number;
  isClosed(channel: string, at: Date): boolean;
  problem(at: Date): string | undefined;
}

export function createRequestGuard(): RequestGuard {
  let invalid: number[] = [];
  const refusals = new Map<string, { readonly count: number; readonly at: number }>();
  const isClosed = (channel: string, at: Date): boolean => {
    const { count, at: last } = refusals.get(channel) ?? { count: 0, at: 0 };
    return count >= MOST_FORBIDDEN && at.getTime() - last < CLOSED_MS;
  };
  const pauseMs = (at: Date): number => {
    invalid = invalid.filter((one) => one > at.getTime() - WINDOW_MS);
    const oldest = invalid.at(-MOST_INVALID);
    return oldest === undefined ? 0 : oldest + WINDOW_MS - at.getTime();
  };
  return {
    note(status, at) {
      if (INVALID.includes(status)) invalid.push(at.getTime());
    },
    forbidden(channel, at) {
      refusals.set(channel, { count: (refusals.get(channel)?.count ?? 0) + 1, at: at.getTime() });
    },
    reopen: (channel) => void refusals.delete(channel),
    pauseMs,
    isClosed,
    problem(at) {
      if (pauseMs(at) > 0)
        return `Discord refused ${MOST_INVALID} requests within ten minutes: nothing is sent for a while. Check the token and the bot's permissions`;
      const closed = [...refusals.keys()].filter((channel) => isClosed(channel, at));
      if (closed.length === 0) return undefined;
      return `Discord refused us three times in channel ${closed.join(', ')}: give the bot's role View Channel, Send Messages, Send Messages in Threads and Create Public Threads there`;
    },
  };
}
