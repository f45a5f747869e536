import { defineRecordChange } from '../../world/record-tools.ts';
import { userAddressInput } from '../inputs.ts';
import { address } from '../records.ts';
import { userAddressPolicy } from '../rules/address.ts';
import { users, type Shop } from '../shop.ts';

export const modifyUserAddress = (shop: Shop) =>
  defineRecordChange(shop, users(shop), {
    name: 'modify_user_address',
    description: "Change the default address in the customer's profile; orders keep theirs.",
    input: userAddressInput,
    policy: userAddressPolicy,
    // The policy asks to look at an order before it is changed, and says nothing like that of the profile.
    mayBeUnread: true,
    change: (before, input) => ({ ...before, address: address.parse(input) }),
  });
