import { defineRule } from 'deskhand/pack';
import { methodIn } from '../facts.ts';
import type { User } from '../records.ts';

/** A change names one method. */
export const oneMethodForChange = defineRule<{ readonly input: { readonly payment_id: string }; readonly user: User }>({
  name: 'card_of_profile_for_change',
  policy: 'Modify flight, payment: a single gift card or credit card pays or takes the refund, and it is in the profile already.',
  customer: 'a change can only be paid with a gift card or credit card of your profile',
  human: 'The method is no gift card or credit card of the profile.',
  breach({ input, user }) {
    const source = methodIn(user, input.payment_id)?.source;
    return source === 'gift_card' || source === 'credit_card' ? undefined : `${input.payment_id}: ${source ?? 'not in the profile'}`;
  },
});
