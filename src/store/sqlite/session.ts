import type { Database } from 'better-sqlite3';
import type { ConfigVersion } from '../../domain/ids.ts';
import type { Now } from '../../domain/ports.ts';
import type { Write } from './group-commit.ts';

/** What every part of the store works on: the one connection, and the two ways to use it. */
export interface Session {
  readonly db: Database;
  readonly now: Now;
  readonly currentPlaybook: () => ConfigVersion;
  readonly write: Write;
  /** A look at what is committed; failures become ours. */
  readonly read: <T>(work: () => T) => Promise<T>;
}
