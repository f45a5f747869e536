import { canonicalJson, defineTool } from 'deskhand/pack';
import { fails } from '../../world/effects.ts';
import { userAddressInput } from '../inputs.ts';
import { address, user } from '../records.ts';
import { userAddressPolicy } from '../rules/address.ts';
import { userRef, type Shop } from '../shop.ts';

export const modifyUserAddress = (shop: Shop) =>
  defineTool({
    name: 'modify_user_address',
    description: "Change the default address in the customer's profile; orders keep theirs.",
    input: userAddressInput,
    output: user,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ user_id }) => [userRef(user_id)],
    // The policy asks to look at an order before it is changed, and says nothing like that of the profile.
    unread: ({ user_id }) => [userRef(user_id)],
    policy: userAddressPolicy,
    run: async ({ user_id, ...input }, { idempotencyKey }) =>
      shop.once(idempotencyKey, () => {
        const before = shop.users.get(user_id);
        if (!before) return fails('user_unknown', 'there is no such user');
        const after = { ...before, address: address.parse(input) };
        shop.users.put(user_id, after);
        return { kind: 'ok', output: after, summary: 'changed the default address' };
      }),
    confirm: async ({ user_id }, output) => (canonicalJson(shop.users.get(user_id)) === canonicalJson(output) ? 'confirmed' : 'absent'),
  });
