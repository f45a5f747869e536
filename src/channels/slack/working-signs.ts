import type { ThreadRef } from '../../domain/message.ts';
import type { SlackApi } from './slack-api.ts';
import { isDirect, threadTsOf } from './slack-names.ts';
import type { SlackPorts } from './slack-ports.ts';

export interface WorkingSigns {
  /** Shows that a message is being worked on; `ts` is the message's own. */
  show(thread: ThreadRef, ts: string | undefined): void;
  /** Takes every sign of a thread away. */
  clear(thread: ThreadRef): void;
  /** Takes all away and resolves when Slack was told. */
  stop(): Promise<void>;
}

/** A sign that nobody took away would promise an answer for ever: silence (a colleague took over) ends it too. */
const LONGEST_MS = 60_000;
const STATUS = 'is looking into it…';

interface Sign {
  readonly remove: () => Promise<unknown>;
  readonly cancelTimer: () => void;
}

/** A status in the agent view, an emoji on the message elsewhere. What Slack answers does not matter: it is a courtesy. */
export function createWorkingSigns(api: SlackApi, timers: SlackPorts['timers'], reaction: string): WorkingSigns {
  const signs = new Map<string, Sign[]>();
  let removing: Promise<unknown> = Promise.resolve();

  const place = (thread: ThreadRef, ts: string | undefined): (() => Promise<unknown>) | undefined => {
    const threadTs = threadTsOf(thread);
    if (isDirect(thread.space) && threadTs !== undefined) {
      const setStatus = (status: string) =>
        api.call('assistant.threads.setStatus', { channel_id: thread.space, thread_ts: threadTs, status });
      const placed = setStatus(STATUS);
      return () => placed.then(() => setStatus(''));
    }
    if (ts === undefined) return undefined;
    const where = { channel: thread.space, timestamp: ts, name: reaction };
    const placed = api.call('reactions.add', where);
    return () => placed.then((reply) => (reply.kind === 'ok' || reply.kind === 'lost' ? api.call('reactions.remove', where) : undefined));
  };

  const clear = (key: string): void => {
    for (const { remove, cancelTimer } of signs.get(key) ?? []) {
      cancelTimer();
      removing = Promise.all([removing, remove()]);
    }
    signs.delete(key);
  };

  return {
    show(thread, ts) {
      const remove = place(thread, ts);
      if (!remove) return;
      const key = keyOf(thread);
      signs.set(key, [...(signs.get(key) ?? []), { remove, cancelTimer: timers.after(LONGEST_MS, () => clear(key)) }]);
    },
    clear: (thread) => clear(keyOf(thread)),
    async stop() {
      for (const key of signs.keys()) clear(key);
      await removing;
    },
  };
}

const keyOf = ({ space, key }: ThreadRef): string => `${space}/${key}`;
