import { chmodSync, closeSync, openSync } from 'node:fs';
import Connection, { type Database } from 'better-sqlite3';
import { AppError } from '../../domain/error.ts';
import { migrate } from './migrate.ts';
import { corrupt, toStoreError } from './sqlite-errors.ts';

/** `Desk` in ASCII: tells our file from any other SQLite database. */
const APPLICATION_ID = 0x4465736b;
/** Short, because it blocks the thread; the group commit waits longer without blocking. */
const BUSY_TIMEOUT_MS = 50;

/**
 * Opens the file, or creates it for its owner alone (mode 0600), and brings its schema up to date.
 * Throws `store_corrupt` for a damaged or foreign file, which stays as it is, and `store_unavailable`.
 */
export function openDatabase(file: string): Database {
  let db: Database | undefined;
  try {
    if (file !== ':memory:') createPrivately(file);
    db = new Connection(file, { timeout: BUSY_TIMEOUT_MS });
    refuseForeignFile(db, file);
    db.pragma('journal_mode = WAL');
    // NORMAL survives a killed process but may lose the last commits with the power, after they were acknowledged.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    // A delivered one-time code is overwritten, not only unlinked.
    db.pragma('secure_delete = FAST');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw toStoreError(error, file);
  }
}

function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch (error) {
    throw new AppError('store_unavailable', `${file} cannot be opened`, {
      retryable: false,
      hint: 'Check that its folder exists and that this user may write in it.',
      cause: error,
    });
  }
}

function refuseForeignFile(db: Database, file: string): void {
  const tables = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count ?? 0;
  if (tables > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw corrupt(file, undefined);
}
