import { assertNever } from '../../domain/assert-never.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { findAccount, type AccountRecord } from './account-records.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

/** Changes an account that may be changed: a locked one is a specialist's business, because a takeover may be under way. */
export function withActiveAccount<Output>(
  shop: Shop,
  customer: CustomerId,
  change: (account: AccountRecord) => ToolOutcome<Output>,
): ToolOutcome<Output> {
  const account = findAccount(shop.db, customer);
  if (!account) return refuse(shop.policies, 'identity_required');
  switch (account.status) {
    case 'active':
      return change(account);
    case 'locked':
      return refuse(shop.policies, 'account_locked');
    case 'closed':
      return refuse(shop.policies, 'account_closed');
    default:
      return assertNever(account.status);
  }
}
