import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is asked; it has one database and does one thing at a time. */
export interface SqliteRequest {
  readonly id: number;
  readonly what: 'run' | 'columns';
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly effect: 'read' | 'write';
  readonly maxRows: number;
}

export type SqliteReply =
  | { readonly kind: 'started' }
  | { readonly id: number; readonly kind: 'rows'; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly changed: number }
  | { readonly id: number; readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly id: number; readonly kind: 'error'; readonly code: string };

export interface SqliteWorkerData {
  readonly file: string;
  readonly writes: boolean;
  readonly timeoutMs: number;
}

/** A statement that runs for long blocks a thread, so that it has one of its own, which can be ended. */
export function serveSqlite({ file, writes, timeoutMs }: SqliteWorkerData, port: NonNullable<typeof parentPort>): void {
  const open = (): Database.Database => {
    const opened = new Database(file, { readonly: !writes, fileMustExist: true, timeout: timeoutMs });
    if (writes) opened.pragma('synchronous = FULL');
    return opened;
  };
  let db: Database.Database | undefined;
  port.postMessage({ kind: 'started' } satisfies SqliteReply);
  port.on('message', (request: SqliteRequest) => {
    try {
      db ??= open();
      port.postMessage(answer(db, request));
    } catch (error) {
      port.postMessage({ id: request.id, kind: 'error', code: codeOf(error) } satisfies SqliteReply);
    }
  });
}

function answer(db: Database.Database, { id, what, sql, values, effect, maxRows }: SqliteRequest): SqliteReply {
  const statement = db.prepare(sql);
  if (what === 'columns') return { id, kind: 'columns', columns: statement.columns().map(({ name }) => name) };
  if (effect === 'read') {
    if (!statement.readonly) return { id, kind: 'error', code: 'not_readonly' };
    const rows: Readonly<Record<string, unknown>>[] = [];
    for (const row of statement.iterate(values)) {
      rows.push(row as Readonly<Record<string, unknown>>);
      if (rows.length > maxRows) break;
    }
    return { id, kind: 'rows', rows, changed: 0 };
  }
  db.exec('BEGIN IMMEDIATE');
  try {
    const rows = statement.reader ? (statement.all(values) as Readonly<Record<string, unknown>>[]) : [];
    const changed = statement.reader ? rows.length : statement.run(values).changes;
    const isTooMuch = changed > maxRows;
    db.exec(isTooMuch ? 'ROLLBACK' : 'COMMIT');
    return isTooMuch ? { id, kind: 'error', code: 'too_many_rows_changed' } : { id, kind: 'rows', rows, changed };
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

function codeOf(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'failed';
}

if (parentPort) serveSqlite(workerData as SqliteWorkerData, parentPort);
