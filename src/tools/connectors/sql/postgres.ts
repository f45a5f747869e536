import type { Pool, PoolClient } from 'pg';
import type { Database, Query, QueryResult, Row } from './database.ts';
import { WRONG_COUNT } from './database.ts';
import type { PostgresSettings } from './sql-settings.ts';
import type { Statement } from './statement.ts';

/** `22P02` and its like: letters for a number, a number too large for its column. No row can have such a value. */
const IMPOSSIBLE_VALUE = /^(?:22P02|22003|22007|22008)$/;
/** Serialization, deadlock, too many connections, and the server stopping: nothing happened, and it may work again. */
const PASSES = /^(?:40001|40P01|53\d{3}|57P0\d)$/;
const CANCELLED = '57014';

/** Opens no connection before the first query. */
export function createPostgres(settings: PostgresSettings): Database {
  let pool: Promise<Pool> | undefined;
  const connect = async (): Promise<PoolClient> => (await (pool ??= openPool(settings))).connect();
  return {
    async run(query) {
      let client: PoolClient;
      try {
        client = await connect();
      } catch (error) {
        return { kind: 'failed', code: codeOf(error), retryable: true };
      }
      // A connection that breaks says so twice: to the query, which is where it is heard, and to itself.
      client.on('error', ignore);
      const abort = (): void => client.release(true);
      query.signal.addEventListener('abort', abort, { once: true });
      const done = await transact(client, query);
      query.signal.removeEventListener('abort', abort);
      client.off('error', ignore);
      if (!query.signal.aborted) client.release(done.isBroken);
      return done.result;
    },
    async columns(statement) {
      const client = await connect();
      try {
        await client.query('BEGIN READ ONLY');
        const nothing = await client.query(
          `SELECT * FROM (${textOf(statement)}) AS described LIMIT 0`,
          statement.parameters.map(() => null),
        );
        return nothing.fields.map(({ name }) => name);
      } finally {
        await client.query('ROLLBACK').catch(() => undefined);
        client.release();
      }
    },
    async close() {
      await (await pool)?.end();
    },
  };
}

const ignore = (): void => undefined;

async function openPool({ url, connections, timeoutMs }: PostgresSettings): Promise<Pool> {
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  for (const [type, parse] of PARSERS) types.setTypeParser(type, parse);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeoutMs,
    application_name: 'deskhand',
    types,
  });
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', ignore);
  return pool;
}

/** By the number of their type in PostgreSQL: dates stay text, so that no time zone moves them; whole numbers that JavaScript can hold are numbers. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map([
  [1082, (text: string) => text], // date
  [1114, (text: string) => text], // timestamp
  [1184, (text: string) => new Date(text).toISOString()], // timestamptz
  [20, (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)], // int8
]);

interface Transacted {
  readonly result: QueryResult;
  /** The connection cannot be used again. */
  readonly isBroken: boolean;
}

async function transact(client: PoolClient, query: Query): Promise<Transacted> {
  const { effect, timeoutMs, maxRows, statement } = query;
  const values = [...new Set(statement.parameters)].map((name) => query.values[name] ?? null);
  let isCommitting = false;
  try {
    await client.query(`BEGIN ${effect === 'read' ? 'READ ONLY' : 'READ WRITE'}; SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`);
    if (effect === 'read') {
      await client.query(`DECLARE answer NO SCROLL CURSOR FOR ${textOf(statement)}`, values);
      const { rows } = await client.query<Row>(`FETCH FORWARD ${maxRows + 1} FROM answer`);
      await client.query('ROLLBACK');
      return { result: { kind: 'rows', rows, changed: 0 }, isBroken: false };
    }
    const { rows, rowCount } = await client.query<Row>(textOf(statement), values);
    const changed = rowCount ?? 0;
    if (changed > maxRows) {
      await client.query('ROLLBACK');
      return { result: { kind: 'failed', code: WRONG_COUNT, retryable: false }, isBroken: false };
    }
    isCommitting = true;
    await client.query('COMMIT');
    return { result: { kind: 'rows', rows, changed }, isBroken: false };
  } catch (error) {
    const isBroken = (await client.query('ROLLBACK').catch(() => undefined)) === undefined;
    return { result: failureOf(error, isCommitting), isBroken };
  }
}

/** Before COMMIT was sent nothing has happened; after it, anybody's guess. */
function failureOf(error: unknown, isCommitting: boolean): QueryResult {
  const code = codeOf(error);
  if (isCommitting && !code.startsWith('40')) return { kind: 'unknown', code };
  if (IMPOSSIBLE_VALUE.test(code)) return { kind: 'no_such_value' };
  const isDown = !/^[0-9A-Z]{5}$/.test(code);
  return { kind: 'failed', code: code === CANCELLED ? 'timeout' : code, retryable: isDown || PASSES.test(code) || code === CANCELLED };
}

/** `:name` becomes `$n`, the same name the same number. */
function textOf({ texts, parameters }: Statement): string {
  const numbers = new Map([...new Set(parameters)].map((name, index) => [name, `$${index + 1}`]));
  return texts.map((text, index) => `${text}${numbers.get(parameters[index] ?? '') ?? ''}`).join('');
}

/** Codes only: messages and details of a database hold values. */
function codeOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return 'connection_failed';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'connection_failed';
}
