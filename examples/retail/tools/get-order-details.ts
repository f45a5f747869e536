import { defineRecordRead } from '../../world/record-tools.ts';
import { orders, type Shop } from '../shop.ts';

export const getOrderDetails = (shop: Shop) =>
  defineRecordRead(orders(shop), {
    name: 'get_order_details',
    description: 'An order: its items, status, address, shipments and payments.',
  });
