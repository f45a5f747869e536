import type { CustomerId } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import { formatMoney } from '../../domain/money.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { Reservation } from '../../store/store.ts';
import { daysBefore } from '../when.ts';

/** Money that left within the last 24 hours, in cents. */
export interface PaidOut {
  readonly customerCents: number;
  readonly shopCents: number;
}

/** Where money that leaves is summed up: per customer and for the whole shop. */
export const moneyOutKeys = (customer: CustomerId | undefined): { readonly customer: string; readonly shop: string } => ({
  customer: `money_out/customer/${customer ?? 'nobody'}`,
  shop: 'money_out/shop',
});

/** No sum of cents comes near it, and it is still an exact number. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** How much may leave within 24 hours, by how many people have approved this call. */
const ceilings = ({ limits, approval }: PolicySettings, approvers: number): { readonly customer: number; readonly shop: number } => {
  if (approvers === 0) return { customer: limits.refundPerCustomerDayCents, shop: limits.refundPerShopDayCents };
  return { customer: approvers === 1 ? approval.secondApproverAboveCents : UNLIMITED, shop: limits.capPerShopDayCents };
};

/**
 * The room that a payment takes in both sums. It is taken with the claim, in one transaction, so that two conversations
 * that fit alone but not together cannot both pay; `approvers` people have allowed this very call.
 */
export function reservationsFor(
  customer: CustomerId | undefined,
  amount: Money | undefined,
  at: Date,
  policies: PolicySettings,
  approvers: number,
): readonly Reservation[] {
  if (amount === undefined) return [];
  const keys = moneyOutKeys(customer);
  const most = ceilings(policies, approvers);
  const since = daysBefore(at, 1);
  return [
    { key: keys.shop, amount: amount.minor, since, limit: most.shop },
    { key: keys.customer, amount: amount.minor, since, limit: most.customer },
  ];
}

/** How many people a payment of this size needs, next to what this customer got within 24 hours: 0, 1 or 2. */
export function approversFor(amount: Money, paid: PaidOut, { approval, limits }: PolicySettings): number {
  const ofCustomer = paid.customerCents + amount.minor;
  if (ofCustomer > approval.secondApproverAboveCents) return 2;
  if (ofCustomer > limits.refundPerCustomerDayCents || amount.minor > approval.refundAboveCents) return 1;
  return paid.shopCents + amount.minor > limits.refundPerShopDayCents ? 1 : 0;
}

/** Which sum a payment would pass, for staff: `$180.00 for this customer within 24 hours, above $100.00`. */
export function overLimitText(isShop: boolean, amount: Money, paid: PaidOut, policies: PolicySettings, approvers: number): string {
  const { currency } = amount;
  const most = ceilings(policies, approvers);
  const money = (minor: number): string => formatMoney({ minor, currency });
  return isShop
    ? `${money(paid.shopCents + amount.minor)} of refunds within 24 hours, above the shop's ${money(most.shop)}`
    : `${money(paid.customerCents + amount.minor)} for this customer within 24 hours, above ${money(most.customer)}`;
}
