import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { userRef, type Airline } from '../airline.ts';
import { user } from '../records.ts';

export const getUserDetails = (airline: Airline) =>
  defineTool({
    name: 'get_user_details',
    description: 'The profile of a user: membership, payment methods, saved passengers and the ids of their reservations.',
    input: z.strictObject({ user_id: z.string() }),
    output: user,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ user_id }) => [userRef(user_id)],
    run: async ({ user_id }) => {
      const found = airline.users.get(user_id);
      return found ? { kind: 'ok', output: found, summary: `read the profile ${user_id}` } : fails('user_unknown', 'there is no such user');
    },
  });
