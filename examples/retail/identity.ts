import { customerId, defineIdentityProof, type PastCall } from 'deskhand/pack';
import { z } from 'zod';
import { plain } from '../world/words.ts';

const byEmail = z.object({ email: z.string() });
const byNameAndZip = z.object({ first_name: z.string(), last_name: z.string(), zip: z.string() });

/** What has to have come from the customer for each way of finding a profile. */
const DETAILS: Readonly<Record<string, (input: unknown) => readonly string[] | undefined>> = {
  find_user_id_by_email: (input) => {
    const found = byEmail.safeParse(input);
    return found.success ? [found.data.email] : undefined;
  },
  find_user_id_by_name_zip: (input) => {
    const found = byNameAndZip.safeParse(input);
    return found.success ? [found.data.last_name, found.data.zip] : undefined;
  },
};

/** A profile that was found by details which the customer gave. The first one stays: one customer a conversation. */
export const foundByOwnDetails = defineIdentityProof({
  kind: 'story',
  about:
    'The profile is found by e-mail, or by name and zip code, with details that the customer gave. Policy: the customer is authenticated that way at the beginning, even when they give their user id, and only one customer is helped per conversation.',
  async proves({ said, calls }) {
    const words = said.map(plain).join('\n');
    const proof = calls.find((call) => isProof(call, words));
    return typeof proof?.output === 'string' ? customerId(proof.output) : undefined;
  },
});

function isProof({ tool, status, input }: PastCall, words: string): boolean {
  const details = status === 'ok' ? DETAILS[tool]?.(input) : undefined;
  return details !== undefined && details.every((detail) => words.includes(plain(detail)));
}
