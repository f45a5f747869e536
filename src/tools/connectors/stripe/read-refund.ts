import { z } from 'zod';
import { assertNever } from '../../../domain/assert-never.ts';
import type { Answer } from '../connector.ts';
import { fromStripeAmount } from './stripe-amount.ts';

/** Under which our key stands at the refund, so that it is found again when the answer was lost. */
export const KEY_FIELD = 'deskhand_key';

/** The fields of a refund that are looked at. Anything else is not a refund, whatever status it came with. */
export const stripeRefund = z.object({
  object: z.literal('refund'),
  id: z.string().min(1),
  amount: z.int().positive(),
  currency: z.string().length(3),
  status: z.enum(['succeeded', 'pending', 'requires_action', 'failed', 'canceled']),
  created: z.number(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type StripeRefund = z.infer<typeof stripeRefund>;

/** What was asked for, in Stripe's numbers. */
export interface AskedRefund {
  readonly key: string;
  readonly amount: number;
  /** Capital letters. */
  readonly currency: string;
}

/**
 * Money counts as paid back only when Stripe shows a refund of ours, over what was asked, that succeeded. One that is still on
 * its way or waits for the customer may come to nothing, so that it is neither told as done nor as failed.
 */
export function readRefund(value: unknown, asked: AskedRefund): Answer {
  const parsed = stripeRefund.safeParse(value);
  if (!parsed.success) return { kind: 'unknown', because: 'stripe did not answer with a refund' };
  const { id, amount, currency, status, created, metadata } = parsed.data;
  const isAsked = amount === asked.amount && currency.toUpperCase() === asked.currency && metadata?.[KEY_FIELD] === asked.key;
  if (!isAsked) return { kind: 'unknown', because: `stripe answered with another refund, ${id}` };
  switch (status) {
    case 'succeeded':
      return {
        kind: 'answered',
        data: {
          id,
          amount: fromStripeAmount(amount, asked.currency).minor,
          currency: asked.currency,
          status,
          createdAt: new Date(created * 1000).toISOString(),
        },
      };
    case 'pending':
      return { kind: 'unknown', because: `refund ${id} is on its way and not settled` };
    case 'requires_action':
      return { kind: 'unknown', because: `refund ${id} waits for the customer to act` };
    case 'failed':
    case 'canceled':
      return { kind: 'failed', code: `stripe_refund_${status}`, retryable: false };
    default:
      return assertNever(status);
  }
}

/** The refund under our key in a list of them; undefined when there is none, `unreadable` when it is not such a list. */
export function findRefund(list: unknown, key: string): StripeRefund | undefined | 'unreadable' {
  const parsed = z.object({ object: z.literal('list'), data: z.array(z.unknown()) }).safeParse(list);
  if (!parsed.success) return 'unreadable';
  return parsed.data.data.flatMap((each) => stripeRefund.safeParse(each).data ?? []).find(({ metadata }) => metadata?.[KEY_FIELD] === key);
}
