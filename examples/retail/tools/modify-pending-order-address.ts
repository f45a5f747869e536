import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { orderAddressInput } from '../inputs.ts';
import { address } from '../records.ts';
import { orderAddressPolicy } from '../rules/address.ts';
import { orders, type Shop } from '../shop.ts';

export const modifyPendingOrderAddress = (shop: Shop) =>
  defineRecordChange(shop, orders(shop), {
    name: 'modify_pending_order_address',
    description: 'Send a pending order to another address.',
    input: orderAddressInput,
    policy: orderAddressPolicy(shop),
    change(before, input) {
      if (!before.status.includes('pending')) return fails('order_not_pending', 'only a pending order can be changed');
      return { ...before, address: address.parse(input) };
    },
  });
