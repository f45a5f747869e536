import type { ThreadRef } from '../../domain/message.ts';
import type { SlackEnvelope } from './slack-event.ts';

/** Most of what is kept belongs to threads of colleagues that never become ours. */
const MOST_THREADS = 500;
const MOST_EVENTS = 20;

/**
 * Events of threads that we take no part in yet. Slack's deliveries may overtake each other: a reply or an edit can be
 * here before the message that makes the thread ours. What a restart forgets is read from history.
 */
export interface EarlyEvents {
  keep(thread: ThreadRef, envelope: SlackEnvelope): void;
  /** Takes those of a thread that has become ours, oldest first; what could not be taken is kept, and rejects. */
  replay(thread: ThreadRef, take: (envelope: SlackEnvelope) => Promise<void>): Promise<void>;
}

export function createEarlyEvents(): EarlyEvents {
  const waiting = new Map<string, readonly SlackEnvelope[]>();
  const nameOf = ({ space, key }: ThreadRef): string => `${space}/${key}`;
  return {
    keep(thread, envelope) {
      const name = nameOf(thread);
      const known = waiting.get(name) ?? [];
      waiting.delete(name);
      waiting.set(name, [...known, envelope].slice(-MOST_EVENTS));
      const [oldest] = waiting.keys();
      if (waiting.size > MOST_THREADS && oldest !== undefined) waiting.delete(oldest);
    },
    async replay(thread, take) {
      const name = nameOf(thread);
      const events = [...(waiting.get(name) ?? [])];
      waiting.delete(name);
      try {
        for (let [next] = events; next !== undefined; [next] = events) {
          await take(next);
          events.shift();
        }
      } finally {
        if (events.length > 0) waiting.set(name, events);
      }
    },
  };
}
