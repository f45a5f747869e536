import type { PolicySettings } from '../../domain/playbook.ts';

/** Every "no" of the demo shop; each needs its row in `config/policies.yaml`. */
export const REFUSALS = [
  'outside_window',
  'damaged_outside_window',
  'final_sale',
  'gift_card',
  'already_refunded',
  'not_delivered_yet',
  'lost_in_transit',
  'reported_missing',
  'still_processing',
  'not_shipped',
  'order_cancelled',
  'amount_differs',
  'cannot_change',
  'not_found',
  'item_not_in_order',
  'account_locked',
  'account_closed',
  'invalid_value',
  'no_pending_email',
  'email_unusable',
  'identity_required',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Every "yes" of the refund policy; each needs its row as well, because the customer is told why. */
export const GRANTS = ['within_window', 'damaged_within_window', 'returned'] as const;
export type Grant = (typeof GRANTS)[number];

/** The company's sentence for a rule, as the customer reads it. `openDemoShop` has checked that it exists. */
export function sentenceFor(policies: PolicySettings, rule: Refusal | Grant): string {
  return policies.rules[rule]?.customer ?? rule;
}

/** A business "no" in the company's words. */
export function refuse(policies: PolicySettings, rule: Refusal) {
  return { kind: 'refused', because: sentenceFor(policies, rule), rule } as const;
}
