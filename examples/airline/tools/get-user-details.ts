import { defineRecordRead } from '../../world/record-tools.ts';
import { users, type Airline } from '../airline.ts';

export const getUserDetails = (airline: Airline) =>
  defineRecordRead(users(airline), {
    name: 'get_user_details',
    description: 'The profile of a user: membership, payment methods, saved passengers and the ids of their reservations.',
  });
