import { z } from 'zod';
import { changeDone, type ChangeDone } from '../../domain/commerce.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool, type ApprovalRule, type ToolContext } from '../tool.ts';
import { withActiveAccount } from './account-gate.ts';
import { findAccount, type AccountRecord } from './account-records.ts';
import { once } from './call-ledger.ts';
import { maskedEmail } from './masked-email.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

const input = z.object({ email: z.email().max(254) });
type Input = z.infer<typeof input>;

/** What both ends of a pending change have in common. */
const shared = {
  input,
  output: changeDone,
  effect: 'write',
  private: true,
  critical: false,
  approval: (): ApprovalRule => ({ kind: 'automatic' }),
} as const;

/** Makes a mail address that has waited the one of the account. It belongs to no intent: only the end of the wait calls it. */
export const applyEmailChange = (shop: Shop) =>
  defineTool({
    ...shared,
    consent: 'yes',
    name: 'apply_email_change',
    description: "Make the mail address that waits for its confirmation the address of the verified customer's account.",
    run: async (change, context) => settle(shop, 'apply_email_change', change, context, apply),
    confirm: async ({ email }, _output, { customerId }) =>
      customerId !== undefined && findAccount(shop.db, customerId)?.email === email ? 'confirmed' : 'absent',
  });

/** Drops a mail address that waits, so that the account keeps the one it has. */
export const withdrawEmailChange = (shop: Shop) =>
  defineTool({
    ...shared,
    // It keeps things as they are.
    consent: 'none',
    name: 'withdraw_email_change',
    description: "Stop a change of the mail address of the verified customer's account that still waits.",
    run: async (change, context) => settle(shop, 'withdraw_email_change', change, context, withdraw),
    confirm: async (_input, _output, { customerId }) =>
      customerId !== undefined && findAccount(shop.db, customerId)?.pendingEmail === null ? 'confirmed' : 'absent',
  });

type Change = (shop: Shop, account: AccountRecord, email: string) => ToolOutcome<ChangeDone>;

/** Only the very address that waits now can be settled: a later change has a wait of its own. */
function settle(shop: Shop, tool: string, { email }: Input, context: ToolContext, change: Change): ToolOutcome<ChangeDone> {
  return once(shop, context, {
    tool,
    input: { email },
    output: changeDone,
    effect: (customer) =>
      withActiveAccount(shop, customer, (account) =>
        account.pendingEmail === email ? change(shop, account, email) : refuse(shop.policies, 'no_pending_email'),
      ),
  });
}

function apply({ db, policies }: Shop, { customerId }: AccountRecord, email: string): ToolOutcome<ChangeDone> {
  if (db.prepare('SELECT 1 FROM customers WHERE lower(email) = ? AND customer_id <> ?').get(email, customerId)) {
    return refuse(policies, 'email_unusable');
  }
  db.prepare('UPDATE customers SET email = pending_email, pending_email = NULL WHERE customer_id = ?').run(customerId);
  return { kind: 'ok', output: { what: 'email', detail: `the email is now ${email}` }, summary: 'changed the email' };
}

function withdraw({ db }: Shop, { customerId, email: kept }: AccountRecord): ToolOutcome<ChangeDone> {
  db.prepare('UPDATE customers SET pending_email = NULL WHERE customer_id = ?').run(customerId);
  return {
    kind: 'ok',
    output: { what: 'email', detail: `the email stays ${maskedEmail(kept)}` },
    summary: 'stopped the change of the email',
  };
}
