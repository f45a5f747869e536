import type { Statement } from './statement.ts';

export type Row = Readonly<Record<string, unknown>>;

export type QueryResult =
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly changed: number }
  /** A value that no row of this type can have, such as letters for a number. */
  | { readonly kind: 'no_such_value' }
  /** Nothing was changed. `code` is the database's own. */
  | { readonly kind: 'failed'; readonly code: string; readonly retryable: boolean }
  /** A change that may have been committed. */
  | { readonly kind: 'unknown'; readonly code: string };

export interface Query {
  readonly statement: Statement;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  readonly effect: 'read' | 'write';
  /** Of a read, this many rows and one more are fetched; of a write, more changed rows are rolled back. */
  readonly maxRows: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** One engine. A read runs where nothing can be changed, a write in a transaction of its own. */
export interface Database {
  run(query: Query): Promise<QueryResult>;
  /** The names of the columns that a read gives, without running it. Rejects with what is wrong with the statement. */
  columns(statement: Statement): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Codes that say "try again". */
export const WRONG_COUNT = 'too_many_rows_changed';
