/** A customer before it is written. */
export interface CustomerPlan {
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly status: 'active' | 'locked' | 'closed';
  readonly memberForDays: number;
  readonly newsletter: boolean;
  readonly address: string;
}

/** What has become of an order. Days are counted back from the anchor and may have a fraction. */
export type Fate =
  | { readonly kind: 'processing'; readonly placedDaysAgo: number }
  | { readonly kind: 'cancelled'; readonly cancelledDaysAgo: number }
  | {
      readonly kind: 'shipped';
      readonly shippedDaysAgo: number;
      readonly lastScanDaysAgo: number;
      /** Negative: the parcel is overdue. */
      readonly expectedInDays: number;
      readonly trouble?: string;
    }
  | { readonly kind: 'delivered'; readonly deliveredDaysAgo: number }
  | { readonly kind: 'returned'; readonly deliveredDaysAgo: number; readonly returnedDaysAgo: number };

export interface OrderPlan {
  readonly orderId: string;
  readonly customerId: string;
  /** Stock-keeping numbers with quantities. */
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly fate: Fate;
  readonly card: string | null;
  readonly giftCardCents: number;
  readonly shippingAddress: string;
  readonly refunds: readonly {
    readonly daysAgo: number;
    readonly line: number | 'all';
    readonly reason: 'unwanted' | 'damaged' | 'wrong_item';
  }[];
}
