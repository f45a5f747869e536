import { createInbox, type Inbox } from './inbox.ts';
import { createOutbox, type OutboxSettings } from './outbox.ts';
import { createTimers } from './timers.ts';
import { createWorker, type WorkerSettings } from './worker.ts';

export type FlowSettings = Omit<WorkerSettings, 'onCommitted' | 'pollMs'> &
  Omit<OutboxSettings, 'pollMs'> & {
    /** After every commit, for live pages and whoever waits for a command. */
    readonly onChange?: () => void;
    readonly pollMs?: number;
  };

export interface Flow {
  readonly inbox: Inbox;
  start(): void;
  /** Finishes what was begun: turns first, then what they want delivered now. */
  stop(): Promise<void>;
  /** There may be something to deliver, such as an alarm that was queued outside of a turn. */
  wake(): void;
  /** Until nothing is due, leasable or deliverable at this moment: for throw-away stores with a clock of their own. */
  drain(): Promise<void>;
}

/** Inbox, worker, timers and outbox, each waking the next. */
export function createFlow(settings: FlowSettings): Flow {
  const outbox = createOutbox(settings);
  const worker = createWorker({
    ...settings,
    onCommitted: () => {
      outbox.wake();
      timers.replan();
      settings.onChange?.();
    },
  });
  const timers = createTimers({ ...settings, wake: () => worker.wake() });
  const inbox = createInbox({ ...settings, wake: () => worker.wake() });

  async function drain(): Promise<void> {
    do {
      await worker.drain();
      await outbox.drain();
    } while ((await timers.fireDue()) > 0);
  }

  return {
    inbox,
    drain,
    wake: () => outbox.wake(),
    start() {
      worker.start();
      outbox.start();
      timers.start();
    },
    async stop() {
      await timers.stop();
      await worker.stop();
      await outbox.stop();
    },
  };
}
