import { z } from 'zod';

/** The records of the shop as its file holds them. Amounts are dollars with two decimals; the tools count in cents. */
export const address = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});
export type Address = z.infer<typeof address>;

const options = z.record(z.string(), z.string());
export const variant = z.object({ item_id: z.string(), options, available: z.boolean(), price: z.number() });
export type Variant = z.infer<typeof variant>;
export const product = z.object({ name: z.string(), product_id: z.string(), variants: z.record(z.string(), variant) });
export type Product = z.infer<typeof product>;

const paymentMethod = z.discriminatedUnion('source', [
  z.object({ source: z.literal('credit_card'), id: z.string(), brand: z.string(), last_four: z.string() }),
  z.object({ source: z.literal('gift_card'), id: z.string(), balance: z.number() }),
  z.object({ source: z.literal('paypal'), id: z.string() }),
]);
export type PaymentMethod = z.infer<typeof paymentMethod>;
export const user = z.object({
  user_id: z.string(),
  name: z.object({ first_name: z.string(), last_name: z.string() }),
  address,
  email: z.string(),
  payment_methods: z.record(z.string(), paymentMethod),
  orders: z.array(z.string()),
});
export type User = z.infer<typeof user>;

export const orderItem = z.object({
  name: z.string(),
  product_id: z.string(),
  item_id: z.string(),
  price: z.number(),
  options,
});
export type OrderItem = z.infer<typeof orderItem>;
export const paymentEntry = z.object({
  transaction_type: z.enum(['payment', 'refund']),
  amount: z.number(),
  payment_method_id: z.string(),
});
export type PaymentEntry = z.infer<typeof paymentEntry>;
export const order = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address,
  items: z.array(orderItem),
  fulfillments: z.array(z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) })),
  status: z.string(),
  payment_history: z.array(paymentEntry),
  cancel_reason: z.string().optional(),
  return_items: z.array(z.string()).optional(),
  return_payment_method_id: z.string().optional(),
  exchange_items: z.array(z.string()).optional(),
  exchange_new_items: z.array(z.string()).optional(),
  exchange_payment_method_id: z.string().optional(),
  exchange_price_difference: z.number().optional(),
});
export type Order = z.infer<typeof order>;

export const shopFile = z.object({
  products: z.record(z.string(), product),
  users: z.record(z.string(), user),
  orders: z.record(z.string(), order),
});
