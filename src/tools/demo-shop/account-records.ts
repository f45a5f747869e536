import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { AccountView } from '../../domain/commerce.ts';
import type { CustomerId } from '../../domain/ids.ts';

const accountRow = z.object({
  customerId: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  status: z.enum(['active', 'locked', 'closed']),
  memberSince: z.string(),
  newsletter: z.number().transform((value) => value === 1),
  address: z.string(),
  pendingEmail: z.string().nullable(),
});
export type AccountRecord = z.infer<typeof accountRow>;

const SELECT_ACCOUNT = `
  SELECT customer_id AS customerId, name, email, phone, status, member_since AS memberSince, newsletter, address,
    pending_email AS pendingEmail FROM customers`;

export function findAccount(db: Database.Database, customer: CustomerId): AccountRecord | undefined {
  const row = db.prepare(`${SELECT_ACCOUNT} WHERE customer_id = ?`).get(customer);
  return row === undefined ? undefined : accountRow.parse(row);
}

/** By the address on the account; a changed address that waits for its confirmation proves nothing yet. */
export function findAccountByEmail(db: Database.Database, email: string): AccountRecord | undefined {
  const row = db.prepare(`${SELECT_ACCOUNT} WHERE email = ?`).get(email.trim());
  return row === undefined ? undefined : accountRow.parse(row);
}

export function accountViewOf({ phone, pendingEmail, ...account }: AccountRecord): AccountView {
  return { ...account, ...(phone !== null && { phone }), ...(pendingEmail !== null && { pendingEmail }) };
}
