import { z } from 'zod';
import { accountView, type AccountView } from '../../domain/commerce.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { defineTool } from '../tool.ts';
import { accountViewOf, findAccount } from './account-records.ts';
import { asCustomer } from './as-customer.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

export const lookupAccount = (shop: Shop) =>
  defineTool({
    name: 'lookup_account',
    description: 'The account of the verified customer: name, addresses, status, newsletter. Never a password or a code.',
    input: z.object({}),
    output: accountView,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async (_input, context) =>
      asCustomer(shop, context, (customer): ToolOutcome<AccountView> => {
        const account = findAccount(shop.db, customer);
        if (!account) return refuse(shop.policies, 'identity_required');
        return { kind: 'ok', output: accountViewOf(account), summary: `account ${account.customerId} is ${account.status}` };
      }),
  });
