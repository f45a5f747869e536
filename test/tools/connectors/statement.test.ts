import { describe, expect, it } from '@jest/globals';
import { readStatement } from '../../../src/tools/connectors/sql/statement.ts';

describe('a statement that reads', () => {
  it.each([
    ['SELECT id FROM orders WHERE id = :orderId', ['orderId']],
    ['select id::text from orders where id = :a and (b = :b or c = :a);', ['a', 'b', 'a']],
    ['SELECT \':no\' AS a, ":no" AS b FROM t -- :no\n WHERE x = :yes /* :no */', ['yes']],
    ['WITH o AS (SELECT 1) SELECT * FROM o', []],
    ["SELECT replace(name, 'a', 'b') FROM t", []],
    ["SELECT 'it''s; DROP TABLE x' FROM t", []],
    ['SELECT "delete" FROM t', []],
  ])('takes %j with the parameters %j', (sql, parameters) => {
    expect(readStatement(sql, 'read')).toMatchObject({ kind: 'statement', parameters });
  });

  it.each([
    ['DELETE FROM orders', 'a SELECT'],
    ['', 'a SELECT'],
    ['SELECT 1; DROP TABLE orders', 'one statement'],
    ['WITH gone AS (DELETE FROM orders RETURNING id) SELECT id FROM gone', 'found DELETE'],
    ['SELECT 1 INTO copied FROM orders', 'found INTO'],
    ['PRAGMA query_only = 0', 'a SELECT'],
    ['SELECT id FROM orders WHERE id = $1', 'values as :name, found $1'],
    ['SELECT id FROM orders WHERE id = ?', 'found ?'],
    ['SELECT id FROM orders WHERE id = {input.orderId}', 'found {input.orderId}'],
    ["SELECT E'\\'' FROM t", 'plain quotes only'],
    ['SELECT $$x$$', 'plain quotes only'],
    ['SELECT pg_sleep(10)', 'the function pg_sleep'],
    ["SELECT pg_read_file('/etc/passwd')", 'the function pg_read_file'],
    ["SELECT load_extension('x')", 'the function load_extension'],
    ['SELECT id FROM orders FOR UPDATE', 'found UPDATE'],
  ])('refuses %j, expecting %s', (sql, because) => {
    expect(readStatement(sql, 'read')).toEqual({ kind: 'refused', because: expect.stringContaining(because) });
  });
});

describe('a statement that writes', () => {
  it.each(['INSERT INTO t (a) VALUES (:key)', 'UPDATE t SET a = :key WHERE b = :customer', 'DELETE FROM t WHERE a = :key'])(
    'takes %j',
    (sql) => {
      expect(readStatement(sql, 'write').kind).toBe('statement');
    },
  );

  it.each(['SELECT 1', 'DROP TABLE t', 'TRUNCATE t', 'INSERT INTO t VALUES (1); DROP TABLE t', 'UPDATE t SET a = pg_sleep(9)'])(
    'refuses %j',
    (sql) => {
      expect(readStatement(sql, 'write').kind).toBe('refused');
    },
  );
});
