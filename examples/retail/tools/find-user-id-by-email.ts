import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import type { Shop } from '../shop.ts';

export const findUserIdByEmail = (shop: Shop) =>
  defineTool({
    name: 'find_user_id_by_email',
    description: 'The user id of the profile with this e-mail address.',
    input: z.strictObject({ email: z.string() }),
    output: z.string(),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ email }) => {
      const wanted = email.toLowerCase();
      const user = [...shop.users.values()].find((each) => each.email.toLowerCase() === wanted);
      return user
        ? { kind: 'ok', output: user.user_id, summary: 'found the profile' }
        : fails('user_unknown', 'no profile has that address');
    },
  });
