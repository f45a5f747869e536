import { orderTotalCents, type OrderRecord } from './order-records.ts';

/** How an order was paid, or where a refund goes. Cents. */
export interface PaymentSplit {
  readonly cardCents: number;
  readonly giftCardCents: number;
}

/** `Visa ending in 4242`, `gift card`, or `gift card and Visa ending in 4242`. */
export function paymentText(split: PaymentSplit, card: string | null): string {
  const parts = [split.giftCardCents > 0 ? 'gift card' : undefined, split.cardCents > 0 ? (card ?? 'card') : undefined];
  return parts.filter((part) => part !== undefined).join(' and ');
}

export function paymentOf(order: OrderRecord): PaymentSplit {
  return { giftCardCents: order.giftCardCents, cardCents: orderTotalCents(order) - order.giftCardCents };
}

/** A refund goes to the card until the card's part is back, then to the gift card: money never leaves the road it came by. */
export function refundSplit(order: OrderRecord, amountCents: number): PaymentSplit {
  const cardLeft = Math.max(0, paymentOf(order).cardCents - order.cardRefundedCents);
  const cardCents = Math.min(amountCents, cardLeft);
  return { cardCents, giftCardCents: amountCents - cardCents };
}
