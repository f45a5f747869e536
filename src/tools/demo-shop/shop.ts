import type Database from 'better-sqlite3';
import type { PolicySettings } from '../../domain/playbook.ts';

/** What each tool of the demo shop works on. One connection in one process; every write is one synchronous transaction. */
export interface Shop {
  readonly db: Database.Database;
  readonly policies: PolicySettings;
}
