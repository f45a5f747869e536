import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { changeDone, type ChangeDone } from '../../domain/commerce.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { accountField, normalValue, storedValue, type AccountField } from './account-field.ts';
import { withActiveAccount } from './account-gate.ts';
import { findAccount, type AccountRecord } from './account-records.ts';
import { once } from './call-ledger.ts';
import { maskedEmail } from './masked-email.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

/** The column that a field is written to. A new mail address only waits: the old one stays the account's until it is confirmed. */
const COLUMN: Readonly<Record<AccountField, string>> = {
  email: 'pending_email',
  phone: 'phone',
  name: 'name',
  address: 'address',
  newsletter: 'newsletter',
};

export const updateAccount = (shop: Shop) =>
  defineTool({
    name: 'update_account',
    description: "Change one field of the verified customer's account: email, phone, name, address or newsletter (yes or no).",
    input: z.object({ field: accountField, value: z.string().trim().min(1).max(300) }),
    output: changeDone,
    effect: 'write',
    private: true,
    critical: false,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    run: async (input, context) =>
      once(shop, context, {
        tool: 'update_account',
        input,
        output: changeDone,
        effect: (customer) => withActiveAccount(shop, customer, (account) => changeField(shop, account, input.field, input.value)),
      }),
    confirm: async ({ field, value }, _output, { customerId }) => {
      const account = customerId === undefined ? undefined : findAccount(shop.db, customerId);
      return account && storedValue(account, field) === normalValue(field, value) ? 'confirmed' : 'absent';
    },
  });

function changeField(shop: Shop, account: AccountRecord, field: AccountField, value: string): ToolOutcome<ChangeDone> {
  const normal = normalValue(field, value);
  if (normal === undefined) return refuse(shop.policies, 'invalid_value');
  const column = field === 'newsletter' ? Number(normal === 'yes') : normal;
  shop.db.prepare(`UPDATE customers SET ${COLUMN[field]} = ? WHERE customer_id = ?`).run(column, account.customerId);
  return { kind: 'ok', output: { what: field, detail: detailOf(account, field, normal) }, summary: `changed the ${field}` };
}

function detailOf(account: AccountRecord, field: AccountField, normal: string): string {
  switch (field) {
    case 'email':
      return `${normal} waits for its confirmation; until then ${maskedEmail(account.email)} stays the address of the account`;
    case 'newsletter':
      return normal === 'yes' ? 'the newsletter is switched on' : 'the newsletter is switched off';
    case 'phone':
    case 'name':
    case 'address':
      return `the ${field} is now ${normal}`;
    default:
      return assertNever(field);
  }
}
