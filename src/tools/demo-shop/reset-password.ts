import { z } from 'zod';
import { changeDone } from '../../domain/commerce.ts';
import { defineTool } from '../tool.ts';
import { withActiveAccount } from './account-gate.ts';
import { once } from './call-ledger.ts';
import { maskedEmail } from './masked-email.ts';
import type { Shop } from './shop.ts';

const counted = z.object({ resets: z.int() });

/** Asks the shop to mail a reset link to the address on the account. The link itself is never seen here. */
export const resetPassword = (shop: Shop) =>
  defineTool({
    name: 'reset_password',
    description: "Send a password reset link to the address on the verified customer's account.",
    input: z.object({}),
    output: changeDone,
    effect: 'write',
    private: true,
    critical: false,
    // The link goes to the mailbox on the account and changes nothing by itself, so asking for it is enough.
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async (input, context) =>
      once(shop, context, {
        tool: 'reset_password',
        input,
        output: changeDone,
        effect: (customer) =>
          withActiveAccount(shop, customer, ({ email }) => {
            const { resets } = counted.parse(
              shop.db.prepare('SELECT COUNT(*) AS resets FROM password_resets WHERE customer_id = ?').get(customer),
            );
            const sentTo = maskedEmail(email);
            shop.db
              .prepare('INSERT INTO password_resets (reset_id, customer_id, requested_at, sent_to) VALUES (?, ?, ?, ?)')
              .run(`${customer}/${resets + 1}`, customer, context.now().toISOString(), sentTo);
            return { kind: 'ok', output: { what: 'password reset link', detail: `sent to ${sentTo}` }, summary: 'sent a reset link' };
          }),
      }),
    confirm: async (_input, _output, { customerId }) =>
      shop.db.prepare('SELECT 1 FROM password_resets WHERE customer_id = ?').get(customerId) === undefined ? 'absent' : 'confirmed',
  });
