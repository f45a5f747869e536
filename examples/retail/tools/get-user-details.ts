import { defineRecordRead } from '../../world/record-tools.ts';
import { users, type Shop } from '../shop.ts';

export const getUserDetails = (shop: Shop) =>
  defineRecordRead(users(shop), {
    name: 'get_user_details',
    description: 'The profile of a user: address, e-mail, payment methods and the ids of their orders.',
  });
