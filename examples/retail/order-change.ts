import { canonicalJson, defineTool, type Policy, type Tool, type ToolOutcome } from 'deskhand/pack';
import type { z } from 'zod';
import { fails } from '../world/effects.ts';
import { order, type Order } from './records.ts';
import { orderRef, type Shop } from './shop.ts';

/** What one change of an order brings; how it is confirmed, consented to and repeated is the same for all. */
export interface OrderChange<Input> {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  readonly policy: Policy<Input>;
  /** The order as it is afterwards, or why the system does not do it. Payments of the customer are changed here too. */
  change(before: Order, input: Input): Order | Extract<ToolOutcome<Order>, { kind: 'refused' }>;
}

export function defineOrderChange<Input extends { readonly order_id: string }>(shop: Shop, definition: OrderChange<Input>): Tool {
  const { name, description, input: schema, policy } = definition;
  return defineTool<Input, Order>({
    name,
    description,
    input: schema,
    output: order,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ order_id }) => [orderRef(order_id)],
    policy,
    run: async (input, { idempotencyKey }) => shop.once(idempotencyKey, () => changeOrder(shop, definition, input)),
    confirm: async (input, output) => (canonicalJson(shop.orders.get(input.order_id)) === canonicalJson(output) ? 'confirmed' : 'absent'),
  });
}

function changeOrder<Input extends { readonly order_id: string }>(
  shop: Shop,
  definition: OrderChange<Input>,
  input: Input,
): ToolOutcome<Order> {
  const before = shop.orders.get(input.order_id);
  if (!before) return fails('order_unknown', 'there is no such order');
  const after = definition.change(before, input);
  if ('kind' in after) return after;
  shop.orders.put(input.order_id, after);
  return { kind: 'ok', output: after, summary: `${definition.name}: ${input.order_id} is ${after.status}` };
}
