import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { loadConfig } from '../../../src/config.ts';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';

/** An order that is paid back in full on request, and whose it is. */
export interface RefundableOrder {
  readonly orderId: string;
  readonly email: string;
  /** What was paid for it. */
  readonly cents: number;
}

export interface LedgerRow {
  readonly orderId: string;
  readonly cents: number;
}

const orders = z.array(z.object({ orderId: z.string(), email: z.string(), cents: z.number() }));
const rows = z.array(z.object({ orderId: z.string(), cents: z.number() }));

/** Makes the demo shop's file, and reads from its tables, not from its rules, what can be refunded: one order a customer. */
export async function makeShop(folder: string): Promise<readonly RefundableOrder[]> {
  const { playbook } = await loadConfig({}, { folder, dataFolder: folder });
  const pack = await openDemoShop({ folder, anchor: new Date(), now: () => new Date(), policies: playbook.policies });
  await pack.close();
  const found = orders.parse(
    read(
      folder,
      `SELECT min(o.order_id) AS orderId, o.email, o.cents FROM (
         SELECT o.order_id, c.email, sum(l.quantity * l.price_cents) AS cents
         FROM orders o JOIN customers c USING (customer_id) JOIN order_lines l USING (order_id)
         WHERE o.status = 'delivered' AND c.status = 'active' AND o.order_id LIKE 'LF-2%' AND o.delivered_at > datetime('now', '-300 days')
           AND NOT EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.order_id)
         GROUP BY o.order_id HAVING sum(l.final_sale + l.gift_card) = 0 AND cents <= 10000
       ) o GROUP BY o.email ORDER BY orderId`,
    ),
  );
  return found;
}

/** Everything that the shop's own ledger paid for these orders. */
export function readLedger(folder: string): readonly LedgerRow[] {
  return rows.parse(read(folder, 'SELECT order_id AS orderId, amount_cents AS cents FROM refunds'));
}

function read(folder: string, query: string): unknown {
  const db = new Database(join(folder, 'shop.db'), { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}
