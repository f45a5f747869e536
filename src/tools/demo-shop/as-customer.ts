import type { CustomerId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { ToolContext } from '../tool.ts';
import { refuse } from './refusal.ts';
import type { Shop } from './shop.ts';

/** Runs for the proved customer and for nobody else: the action engine has checked it, and the shop does not rely on that. */
export function asCustomer<Output>(
  shop: Shop,
  { customerId }: ToolContext,
  run: (customer: CustomerId) => ToolOutcome<Output>,
): ToolOutcome<Output> {
  return customerId === undefined ? refuse(shop.policies, 'identity_required') : run(customerId);
}
