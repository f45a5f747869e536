import type Database from 'better-sqlite3';
import { customerId, type CustomerId } from '../../domain/ids.ts';
import type { RecordRef } from '../record-ref.ts';
import { z } from 'zod';

const TABLE = 'orders';
const owner = z.object({ customer_id: z.string() }).optional();

export const orderRef = (orderId: string): RecordRef => ({ table: TABLE, key: orderId });

/** The customer of an order; undefined when there is no such order. */
export function ownerOf(db: Database.Database, { table, key }: RecordRef): CustomerId | undefined {
  if (table !== TABLE) return undefined;
  const found = owner.parse(db.prepare('SELECT customer_id FROM orders WHERE order_id = ?').get(key));
  return found && customerId(found.customer_id);
}
