import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import type { Shop } from '../shop.ts';

export const findUserIdByNameZip = (shop: Shop) =>
  defineTool({
    name: 'find_user_id_by_name_zip',
    description: 'The user id of the profile with this name and this zip code in its address.',
    input: z.strictObject({ first_name: z.string(), last_name: z.string(), zip: z.string() }),
    output: z.string(),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async (wanted) => {
      const user = [...shop.users.values()].find(
        ({ name, address }) =>
          name.first_name.toLowerCase() === wanted.first_name.toLowerCase() &&
          name.last_name.toLowerCase() === wanted.last_name.toLowerCase() &&
          address.zip === wanted.zip,
      );
      return user
        ? { kind: 'ok', output: user.user_id, summary: 'found the profile' }
        : fails('user_unknown', 'no profile has that name and zip code');
    },
  });
