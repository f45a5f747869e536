import type { Database } from 'better-sqlite3';
import { AppError } from '../../domain/error.ts';
import type { Schedule } from '../../domain/ports.ts';
import { isBusy, toStoreError } from './sqlite-errors.ts';

/** Runs `work` inside a transaction and resolves with its value once that is on disk. `work` may run more than once. */
export type Write = <T>(work: () => T) => Promise<T>;

export interface GroupCommit {
  readonly write: Write;
  /** Resolves once everything that was handed in is on disk; later writes are refused. */
  readonly close: () => Promise<void>;
}

interface Entry {
  /** Runs inside the transaction; what it returns tells the caller, after the commit. */
  attempt(): () => void;
  reject(error: unknown): void;
}

/** Callers that share one commit; more wait for the next, so that one commit stays short. */
const LARGEST_BATCH = 256;
const BUSY_PAUSE_MS = 50;
/** With the 50 ms that SQLite itself waits: 5 seconds of another writer's lock are sat out. */
const BUSY_TRIES = 50;

/**
 * One fsync for everybody who writes at the same time. A lone caller commits at once; once several came together the
 * next batch is gathered for `windowMs`, because one fsync a message misses Slack's 3 seconds under load.
 */
export function createGroupCommit(db: Database, schedule: Schedule, windowMs: number): GroupCommit {
  const queue: Entry[] = [];
  const waitingForQuiet: (() => void)[] = [];
  let running = false;
  let closed = false;

  const inSavepoint = db.transaction((entry: Entry) => entry.attempt());
  const inTransaction = db.transaction((batch: readonly Entry[]) => batch.map(attemptAlone));

  /** A caller's own failure undoes the caller's part only, unless SQLite has thrown away the whole transaction. */
  function attemptAlone(entry: Entry): () => void {
    try {
      return inSavepoint(entry);
    } catch (error) {
      if (!db.inTransaction) throw error;
      return () => entry.reject(toStoreError(error, db.name));
    }
  }

  async function commit(batch: readonly Entry[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        for (const tell of inTransaction.immediate(batch)) tell();
        return;
      } catch (error) {
        if (!isBusy(error) || tries >= BUSY_TRIES) return recover(batch, error);
        await new Promise<void>((resume) => schedule(BUSY_PAUSE_MS, resume));
      }
    }
  }

  /** Nothing of the batch is on disk. Each caller gets a transaction alone, so that one cannot fail the others. */
  async function recover(batch: readonly Entry[], error: unknown): Promise<void> {
    if (batch.length > 1 && !isBusy(error)) {
      for (const entry of batch) await commit([entry]);
    } else {
      for (const entry of batch) entry.reject(toStoreError(error, db.name));
    }
  }

  async function flush(): Promise<void> {
    const batch = queue.splice(0, LARGEST_BATCH);
    await commit(batch);
    if (queue.length > 0 || batch.length > 1) {
      schedule(queue.length > 0 ? 0 : windowMs, next);
    } else {
      next();
    }
  }

  function next(): void {
    if (queue.length > 0) {
      void flush();
      return;
    }
    running = false;
    for (const tell of waitingForQuiet.splice(0)) tell();
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(closedStore());
          return;
        }
        const attempt = () => {
          const value = work();
          return () => resolve(value);
        };
        queue.push({ attempt, reject });
        if (running) return;
        running = true;
        schedule(0, next);
      }),
    close: async () => {
      closed = true;
      if (running) await new Promise<void>((resolve) => waitingForQuiet.push(resolve));
    },
  };
}

export function closedStore(): AppError {
  return new AppError('store_unavailable', 'the store is closed', { retryable: false });
}
