import { z } from 'zod';
import { address } from './records.ts';

/** What the changing tools take. An argument that is not listed is an error. */
export const cancelInput = z.strictObject({ order_id: z.string(), reason: z.enum(['no longer needed', 'ordered by mistake']) });
export type CancelInput = z.infer<typeof cancelInput>;

export const orderAddressInput = z.strictObject({ order_id: z.string(), ...address.shape });
export type OrderAddressInput = z.infer<typeof orderAddressInput>;

export const userAddressInput = z.strictObject({ user_id: z.string(), ...address.shape });
export type UserAddressInput = z.infer<typeof userAddressInput>;

export const orderPaymentInput = z.strictObject({ order_id: z.string(), payment_method_id: z.string() });
export type OrderPaymentInput = z.infer<typeof orderPaymentInput>;

export const returnInput = z.strictObject({ order_id: z.string(), item_ids: z.array(z.string()), payment_method_id: z.string() });
export type ReturnInput = z.infer<typeof returnInput>;

export const itemPairsInput = z.strictObject({
  order_id: z.string(),
  item_ids: z.array(z.string()),
  new_item_ids: z.array(z.string()),
  payment_method_id: z.string(),
});
export type ItemPairsInput = z.infer<typeof itemPairsInput>;
