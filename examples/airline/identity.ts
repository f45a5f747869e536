import { customerId, defineIdentityProof } from 'deskhand/pack';
import { plain } from '../world/words.ts';
import type { Airline } from './airline.ts';

const USER_ID = /[a-z]+(?:_[a-z]+)*_\d+/g;

/** The user id that the customer gave. The first one stays: proof belongs to one person. */
export const statedUserId = (airline: Airline) =>
  defineIdentityProof({
    kind: 'story',
    about: 'The customer gives the user id of their profile. Policy: the agent first obtains the user id from the customer.',
    async proves({ said }) {
      const ids = said.flatMap((line) => plain(line).match(USER_ID) ?? []);
      const known = ids.find((id) => airline.users.get(id) !== undefined);
      return known === undefined ? undefined : customerId(known);
    },
  });
