import type Database from 'better-sqlite3';
import { customerId, type CustomerId } from '../../domain/ids.ts';
import type { RecordRef } from '../record-ref.ts';
import { z } from 'zod';
import { accountViewOf, findAccount } from './account-records.ts';
import { findOrder } from './order-records.ts';
import { orderViewOf } from './order-view.ts';

const TABLE = 'orders';
const owner = z.object({ customer_id: z.string() }).optional();

export const orderRef = (orderId: string): RecordRef => ({ table: TABLE, key: orderId });

/** An order or an account as its read tool shows it; undefined when there is none. */
export function fieldsOf(db: Database.Database, record: RecordRef): unknown {
  if (record.table === 'customers') {
    const account = findAccount(db, customerId(record.key));
    return account && accountViewOf(account);
  }
  const customer = ownerOf(db, record);
  const order = customer && findOrder(db, customer, record.key);
  return order && orderViewOf(order);
}

/** The customer of an order; undefined when there is no such order. */
export function ownerOf(db: Database.Database, { table, key }: RecordRef): CustomerId | undefined {
  if (table !== TABLE) return undefined;
  const found = owner.parse(db.prepare('SELECT customer_id FROM orders WHERE order_id = ?').get(key));
  return found && customerId(found.customer_id);
}
