import { definePolicy, defineRule, type PolicyCall, type Story } from 'deskhand/pack';
import { wasSeen } from '../../world/words.ts';
import type { OrderAddressInput, UserAddressInput } from '../inputs.ts';
import { orderFacts } from '../order-facts.ts';
import type { Address } from '../records.ts';
import type { Shop } from '../shop.ts';
import { itemsNotModified, pendingToModify } from './order-status.ts';

/** House numbers and zip codes: words are written in many ways, numbers in one. */
const numbersOf = ({ address1, address2, zip }: Address): readonly string[] => [
  ...new Set([zip, ...`${address1} ${address2}`.split(/\D+/)].filter((part) => part !== '')),
];

export const addressNotMadeUp = defineRule<{ readonly input: Address; readonly story: Story }>({
  name: 'address_not_made_up',
  policy: 'General: nothing is made up that neither the customer nor a tool has given.',
  customer: 'I need the exact address from you first',
  human: 'A number of the address was given neither by the customer nor by a record.',
  breach: ({ input, story }) => numbersOf(input).find((number) => !wasSeen(story, number)),
});

export const orderAddressPolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<OrderAddressInput>) => orderFacts(shop)(call),
    rules: [itemsNotModified, pendingToModify, addressNotMadeUp],
  });

export const userAddressPolicy = definePolicy({
  facts: ({ input, story }: PolicyCall<UserAddressInput>) => ({ input, story }),
  rules: [addressNotMadeUp],
});
