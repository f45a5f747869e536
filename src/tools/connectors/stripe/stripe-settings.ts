import { z } from 'zod';
import { secret, serverUrl } from '../secret.ts';

/** The account that money goes back from. */
export const stripeSettings = z.strictObject({
  kind: z.literal('stripe'),
  /** A restricted key that may read and write refunds is enough. */
  apiKey: secret,
  /** Another server that speaks Stripe's API. */
  apiUrl: serverUrl.default('https://api.stripe.com'),
  /** Of one try. */
  timeoutMs: z.int().min(100).max(14_000).default(5_000),
  /** Further tries with the same key. */
  retries: z.int().min(0).max(3).default(1),
});
export type StripeSettings = z.infer<typeof stripeSettings>;

/** One refund. Which payment, and how much may go back, come from a lookup in the company's own records, never from the customer. */
export const stripeCall = z
  .strictObject({
    paymentIntent: z.string().optional(),
    charge: z.string().optional(),
    /** Whole minor units. */
    amount: z.union([z.string(), z.int()]),
    currency: z.string(),
    /** What the company's rules allow; a larger amount is refused before Stripe is asked. */
    atMost: z.union([z.string(), z.int()]),
  })
  .refine(({ paymentIntent, charge }) => (paymentIntent === undefined) !== (charge === undefined), {
    error: 'either paymentIntent or charge',
  });
export type StripeCall = z.infer<typeof stripeCall>;
