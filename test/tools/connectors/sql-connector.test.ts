import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerId } from '../../../src/domain/ids.ts';
import { checkConnectors } from '../../../src/tools/connectors/check-connectors.ts';
import { connect, connectorSettings, type ConnectedWorld } from '../../support/systems/connected.ts';
import { POSTGRES_HINT, postgresInstalled, startPostgres } from '../../support/systems/postgres.ts';

/** One shop in both engines: two customers, of whom one has a name that is SQL. */
const TABLES = (integer: string): readonly string[] => [
  'CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT, email TEXT, status TEXT)',
  `CREATE TABLE orders (id TEXT PRIMARY KEY, customer_id TEXT, state TEXT, total_cents ${integer}, placed_on DATE, note TEXT)`,
  'CREATE TABLE callbacks (key TEXT PRIMARY KEY, customer_id TEXT, order_id TEXT)',
  `INSERT INTO customers VALUES ('c-1', 'Mia', 'Mia@Example.com', 'active'), ('c-2', 'Bobby''); DROP TABLE orders;--', 'bo@example.com', 'active')`,
  `INSERT INTO orders VALUES ('A-1', 'c-1', 'arrived', 4000, '2026-02-27', NULL), ('A-2', 'c-1', 'sent', 1250, '2026-02-28', 'gift'), ('B-1', 'c-2', 'arrived', 9999, '2026-01-01', NULL)`,
];

interface Engine {
  readonly kind: 'postgres' | 'sqlite';
  readonly at: string;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

async function startSqlite(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-sql-'));
  const file = join(folder, 'shop.db');
  const db = new Database(file);
  for (const statement of TABLES('INTEGER')) db.exec(statement);
  return {
    kind: 'sqlite',
    at: `file: ${file}`,
    rows: async (sql) => db.prepare<[], Readonly<Record<string, unknown>>>(sql).all(),
    async stop() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPostgresShop(): Promise<Engine> {
  const running = await startPostgres();
  for (const statement of TABLES('BIGINT')) await running.query(statement);
  return { kind: 'postgres', at: `url: ${running.url}`, rows: (sql) => running.query(sql), stop: () => running.stop() };
}

const tool = (effect: 'read' | 'write', call: string, more = 'input: { orderId: { type: text } }'): string => `
    description: Something about one order of the customer
    effect: ${effect}
    private: true
    critical: false
    consent: ${effect === 'write' ? 'yes' : 'none'}
    approval: automatic
    connector: shop
    ${more}
    call:${call}
`;

const file = ({ kind, at }: Engine): string => `
connectors:
  shop: { kind: ${kind}, ${at}, writes: true, timeoutMs: 500 }
customers:
  byEmail:
    connector: shop
    call: { sql: "SELECT id AS \\"customerId\\", name, email, status FROM customers WHERE lower(email) = :email" }
  byId:
    connector: shop
    call: { sql: "SELECT id AS \\"customerId\\", name, email, status FROM customers WHERE id = :customer" }
records:
  orders: { connector: shop, call: { sql: "SELECT customer_id FROM orders WHERE id = :record" }, owner: $answer.customer_id }
tools:
  read_order: ${tool('read', ` { sql: "SELECT id, state, total_cents, placed_on, note, customer_id FROM orders WHERE id = :orderId", owner: customer_id, columns: [id, state, total_cents, placed_on, note] }`)}
  careless: ${tool('read', ` { sql: "SELECT id, customer_id FROM orders WHERE customer_id = :customer OR id = :orderId", owner: customer_id, expects: many }`)}
  latest: ${tool('read', ` { sql: "SELECT id, customer_id FROM orders WHERE customer_id = :customer ORDER BY placed_on DESC", owner: customer_id, expects: many, maxRows: 2 }`, 'input: {}')}
  cut_short: ${tool('read', ` { sql: "SELECT id, customer_id FROM orders WHERE customer_id = :customer", owner: customer_id, expects: many, maxRows: 1 }`, 'input: {}')}
  slow: ${tool('read', ` { sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000000) SELECT count(*) AS rows, 'c-1' AS customer_id FROM n", owner: customer_id }`, 'input: {}')}
  call_back: ${tool('write', ` { sql: "INSERT INTO callbacks (key, customer_id, order_id) SELECT :key, customer_id, id FROM orders WHERE id = :orderId AND customer_id = :customer ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING order_id" }`)}
  note_all: ${tool('write', ` { sql: "UPDATE orders SET note = :key WHERE customer_id = :customer" }`, 'input: {}')}
`;

const engines: readonly (readonly ['sqlite' | 'postgres', () => Promise<Engine>, boolean])[] = [
  ['sqlite', startSqlite, true],
  ['postgres', startPostgresShop, postgresInstalled()],
];

if (!postgresInstalled()) process.stdout.write(`skipped, PostgreSQL as a company's database: ${POSTGRES_HINT}\n`);

for (const [name, start, isThere] of engines) {
  (isThere ? describe : describe.skip)(`tools made of statements, on ${name}`, () => {
    let engine: Engine;
    let world: ConnectedWorld;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());
    beforeEach(async () => {
      world = await connect(file(engine));
    });
    afterEach(() => world.close());

    it('give the columns that are listed, numbers as numbers and days as text', async () => {
      expect(await world.call('read_order', { orderId: 'A-2' })).toMatchObject({
        kind: 'ok',
        output: { id: 'A-2', state: 'sent', total_cents: 1250, placed_on: '2026-02-28', note: 'gift' },
      });
    });

    it('never give a row of another customer, even where the statement finds it', async () => {
      expect(await world.call('read_order', { orderId: 'B-1' })).toMatchObject({ kind: 'refused', rule: 'not_found' });
      expect(await world.call('careless', { orderId: 'B-1' })).toMatchObject({
        kind: 'ok',
        output: [expect.objectContaining({ id: 'A-1' }), expect.objectContaining({ id: 'A-2' })],
      });
      expect(await world.call('read_order', { orderId: 'B-1' })).toEqual(await world.call('read_order', { orderId: 'none' }));
    });

    it('give nothing to nobody', async () => {
      expect(await world.call('careless', { orderId: 'A-1' }, { customer: null })).toMatchObject({
        kind: 'refused',
        rule: 'identity_required',
      });
    });

    it.each([
      "A-1' OR '1'='1",
      "'; DROP TABLE orders; --",
      'A-1%',
      '" OR ""="',
      '\\',
      ':customer',
      '$1',
      "A-1' UNION SELECT * FROM customers --",
    ])('treat %j as a value and never as SQL', async (orderId) => {
      expect(await world.call('read_order', { orderId })).toMatchObject({ kind: 'refused', rule: 'not_found' });
      expect(await engine.rows('SELECT id FROM orders')).toHaveLength(3);
    });

    it('would rather fail than cut a list short', async () => {
      expect(await world.call('latest', {})).toMatchObject({ kind: 'ok', output: [{ id: 'A-2' }, { id: 'A-1' }] });
      expect(await world.call('cut_short', {})).toEqual({ kind: 'failed', code: 'too_many_rows', retryable: false });
    });

    it('end a statement that takes too long, and answer the next one', async () => {
      expect(await world.call('slow', {})).toEqual({ kind: 'failed', code: 'sql_timeout', retryable: true });
      expect(await world.call('read_order', { orderId: 'A-1' })).toMatchObject({ kind: 'ok' });
    });

    it('write once for one key, however often it comes', async () => {
      const outcomes = [];
      for (const repeated of [false, true, true])
        outcomes.push(await world.call('call_back', { orderId: 'A-1' }, { key: `${name}-once`, repeated }));
      expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'ok', output: { order_id: 'A-1' }, summary: 'call_back answered' })));
      expect(await engine.rows(`SELECT order_id FROM callbacks WHERE key = '${name}-once'`)).toEqual([{ order_id: 'A-1' }]);
    });

    it('write nothing for a record of somebody else', async () => {
      expect(await world.call('call_back', { orderId: 'B-1' }, { key: 'foreign' })).toMatchObject({ kind: 'refused', rule: 'not_found' });
      expect(await engine.rows("SELECT 1 AS one FROM callbacks WHERE key = 'foreign'")).toEqual([]);
    });

    it('take back a write that touches more rows than one', async () => {
      expect(await world.call('note_all', {}, { key: 'all' })).toEqual({
        kind: 'failed',
        code: 'sql_too_many_rows_changed',
        retryable: false,
      });
      expect(await engine.rows("SELECT 1 AS one FROM orders WHERE note = 'all'")).toEqual([]);
    });

    it('know who the customers are, by address and by id', async () => {
      const mia = { customerId: 'c-1', name: 'Mia', email: 'Mia@Example.com', status: 'active' };
      expect(await world.pack.customerByEmail('  MIA@example.com ')).toEqual(mia);
      expect(await world.pack.customerById(customerId('c-1'))).toEqual(mia);
      expect(await world.pack.customerByEmail('%')).toBeUndefined();
      expect(await world.pack.customerById(customerId('c-9'))).toBeUndefined();
    });

    it('know whose a record is', async () => {
      expect(await world.pack.ownerOf({ table: 'orders', key: 'B-1' })).toBe('c-2');
      expect(await world.pack.ownerOf({ table: 'orders', key: 'none' })).toBeUndefined();
      expect(await world.pack.ownerOf({ table: 'elsewhere', key: 'B-1' })).toBeUndefined();
    });

    it('are compared with the tables that are there', async () => {
      const seen = async (yaml: string): Promise<readonly string[]> => {
        const texts: string[] = [];
        for await (const { level, text } of checkConnectors(connectorSettings(yaml))) texts.push(`${level}: ${text}`);
        return texts;
      };
      expect(await seen(file(engine))).toEqual([expect.stringMatching(/^ok: \d+ statements fit the database$/)]);
      const wrong = file(engine).replace('owner: customer_id, columns: [id, state', 'owner: customer, columns: [id, status');
      expect(await seen(wrong)).toEqual([expect.stringMatching(/^problem: read_order gives no column customer, status$/)]);
      const gone = file(engine).replace('FROM orders WHERE id = :orderId", owner', 'FROM purchases WHERE id = :orderId", owner');
      expect(await seen(gone)).toEqual([expect.stringMatching(/^problem: the statement of read_order cannot be used/)]);
    });
  });
}

(postgresInstalled() ? describe : describe.skip)('a PostgreSQL server', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('is connected to again after it ended the connections', async () => {
    const running = await startPostgres();
    stops.push(() => running.stop());
    for (const statement of TABLES('BIGINT')) await running.query(statement);
    const world = await connect(
      file({ kind: 'postgres', at: `url: ${running.url}`, rows: (sql) => running.query(sql), stop: () => running.stop() }),
    );
    expect(await world.call('read_order', { orderId: 'A-1' })).toMatchObject({ kind: 'ok' });
    await running.dropConnections();
    const after = [await world.call('read_order', { orderId: 'A-1' }), await world.call('read_order', { orderId: 'A-1' })];
    expect(after.at(-1)).toMatchObject({ kind: 'ok' });
    await stops.pop()?.();
    expect(await world.call('read_order', { orderId: 'A-1' })).toEqual({
      kind: 'failed',
      code: expect.stringMatching(/^sql_(?:ECONNREFUSED|connection_failed)$/),
      retryable: true,
    });
    await world.close();
  });
});
