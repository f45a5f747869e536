import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { ChangedRecord } from '../tool.ts';

/** What is watched: the table, its key, and the row as it is reported. */
const WATCHED = [
  {
    table: 'orders',
    key: 'order_id',
    row: `SELECT order_id AS orderId, customer_id AS customerId, status, shipping_address AS shippingAddress, cancelled_at AS cancelledAt
          FROM orders WHERE order_id = ?`,
  },
  {
    table: 'refunds',
    key: 'refund_id',
    row: `SELECT r.refund_id AS refundId, r.order_id AS orderId, o.customer_id AS customerId, r.amount_cents AS amountCents, r.destination,
            r.rule, r.reason, r.paid_at AS paidAt
          FROM refunds r JOIN orders o ON o.order_id = r.order_id WHERE r.refund_id = ?`,
  },
  {
    table: 'customers',
    key: 'customer_id',
    row: `SELECT customer_id AS customerId, name, email, phone, status, newsletter, address, pending_email AS pendingEmail
          FROM customers WHERE customer_id = ?`,
  },
  {
    table: 'password_resets',
    key: 'reset_id',
    row: `SELECT reset_id AS resetId, customer_id AS customerId, requested_at AS requestedAt, sent_to AS sentTo
          FROM password_resets WHERE reset_id = ?`,
  },
] as const;

const changedKey = z.object({ key: z.string() });

/** Remembers from now on which rows this connection changes, in tables that live as long as it does. */
export function watchChanges(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE changed (tbl TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID');
  for (const { table, key } of WATCHED) {
    for (const change of ['INSERT', 'UPDATE']) {
      db.exec(
        `CREATE TEMP TRIGGER ${table}_${change} AFTER ${change} ON main.${table}
         BEGIN INSERT OR IGNORE INTO changed (tbl, key) VALUES ('${table}', NEW.${key}); END`,
      );
    }
  }
}

/** The changed rows as they are now, table by table and in the order of their keys. */
export function readChanges(db: Database.Database): readonly ChangedRecord[] {
  const keys = db.prepare('SELECT key FROM temp.changed WHERE tbl = ? ORDER BY key');
  return WATCHED.flatMap(({ table, row }) => {
    const read = db.prepare(row);
    return keys.all(table).map((found) => {
      const { key } = changedKey.parse(found);
      return { table, key, after: read.get(key) };
    });
  });
}
