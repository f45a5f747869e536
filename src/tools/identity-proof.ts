import type { CustomerId } from '../domain/ids.ts';
import type { Story } from './story.ts';

/** What proves in a company's world who somebody is. */
export type IdentityProof =
  /** We send a code to the address on the account, and the customer sends it back. */
  | { readonly kind: 'one_time_code'; readonly about: string }
  /** What was said and looked up in the conversation proves it, such as a profile found by details that only its owner has. */
  | {
      readonly kind: 'story';
      readonly about: string;
      /** The customer that the story proves; the first one stays for the whole conversation. */
      proves(story: Story): Promise<CustomerId | undefined>;
    };

export const defineIdentityProof = (proof: IdentityProof): IdentityProof => proof;

export const ONE_TIME_CODE: IdentityProof = defineIdentityProof({
  kind: 'one_time_code',
  about: 'A one-time code that we send to the mail address on the account.',
});
