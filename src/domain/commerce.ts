import { z } from 'zod';

/** What the plans read from a shop's tools, whichever system stands behind them. Amounts in cents, times in ISO 8601. */
export const orderView = z.object({
  orderId: z.string(),
  placedAt: z.string(),
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'returned']),
  lines: z.array(
    z.object({ sku: z.string(), name: z.string(), quantity: z.number().int(), priceCents: z.number().int(), finalSale: z.boolean() }),
  ),
  totalCents: z.number().int(),
  refundedCents: z.number().int(),
  /** Newest first. */
  refunds: z.array(z.object({ amountCents: z.number().int(), at: z.string() })).optional(),
  currency: z.string(),
  /** Such as `Visa ending in 4242` or `gift card and Visa ending in 4242`. */
  paidWith: z.string(),
  shippingAddress: z.string(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
  expectedAt: z.string().optional(),
  deliveredAt: z.string().optional(),
  cancelledAt: z.string().optional(),
  /** While true, cancelling and a new address are still possible. */
  canChange: z.boolean(),
});
export type OrderView = z.infer<typeof orderView>;

/** lookup_order: one order by id, or the customer's latest ones, newest first. */
export const ordersFound = z.object({ orders: z.array(orderView) });
export type OrdersFound = z.infer<typeof ordersFound>;

export const shipmentView = z.object({
  orderId: z.string(),
  carrier: z.string(),
  trackingNumber: z.string(),
  state: z.enum(['label_created', 'in_transit', 'out_for_delivery', 'delivered', 'delayed', 'exception', 'lost']),
  expectedAt: z.string().optional(),
  /** Newest first. */
  events: z.array(z.object({ at: z.string(), place: z.string(), what: z.string() })),
});
export type ShipmentView = z.infer<typeof shipmentView>;

/** check_refund_eligibility when the answer is yes; a no is a refused outcome with its policy rule. */
export const refundEligibility = z.object({
  orderId: z.string(),
  amountCents: z.number().int().positive(),
  currency: z.string(),
  /** The lines it covers, as the customer would name them. */
  covers: z.array(z.string()),
  destination: z.string(),
  /** The policy row that allows it, and its sentence for the customer. */
  rule: z.string(),
  because: z.string(),
});
export type RefundEligibility = z.infer<typeof refundEligibility>;

export const refundReceipt = z.object({
  refundId: z.string(),
  orderId: z.string(),
  amountCents: z.number().int().positive(),
  currency: z.string(),
  destination: z.string(),
  paidAt: z.string(),
});
export type RefundReceipt = z.infer<typeof refundReceipt>;

export const accountView = z.object({
  customerId: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  status: z.enum(['active', 'locked', 'closed']),
  memberSince: z.string(),
  newsletter: z.boolean(),
  address: z.string(),
  /** A changed mail address that waits for its confirmation. */
  pendingEmail: z.string().optional(),
});
export type AccountView = z.infer<typeof accountView>;

export const productsFound = z.object({
  products: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      priceCents: z.number().int(),
      currency: z.string(),
      inStock: z.boolean(),
      description: z.string(),
    }),
  ),
});
export type ProductsFound = z.infer<typeof productsFound>;

export const changeDone = z.object({ what: z.string(), detail: z.string() });
export type ChangeDone = z.infer<typeof changeDone>;
