import { defineTool, type ToolOutcome } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { userRef, type Airline } from '../airline.ts';
import { certificateInput, type CertificateInput } from '../inputs.ts';
import { withMethod } from '../payments.ts';
import { certificatePolicy } from '../rules/certificate.ts';

/** The ids that the recorded world gives out, in this order. */
const NEW_IDS = ['certificate_3221322', 'certificate_3221323', 'certificate_3221324'];

export const sendCertificate = (airline: Airline) =>
  defineTool({
    name: 'send_certificate',
    description: 'Send a customer a travel certificate as compensation, in whole dollars.',
    input: certificateInput,
    output: z.string(),
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ user_id }) => [userRef(user_id)],
    // The facts that a compensation rests on are in the reservations, and the policy asks for those to have been read.
    unread: ({ user_id }) => [userRef(user_id)],
    policy: certificatePolicy(airline),
    run: async (input, { idempotencyKey }) => airline.once(idempotencyKey, () => send(airline, input)),
    confirm: async ({ user_id }, output) =>
      Object.keys(airline.users.get(user_id)?.payment_methods ?? {}).some((id) => output.includes(id)) ? 'confirmed' : 'absent',
  });

function send(airline: Airline, { user_id, amount }: CertificateInput): ToolOutcome<string> {
  const user = airline.users.get(user_id);
  if (!user) return fails('user_unknown', 'there is no such user');
  const id = NEW_IDS.find((each) => user.payment_methods[each] === undefined);
  if (id === undefined) return fails('no_id_left', 'no certificate id is left');
  airline.users.put(user_id, withMethod(user, { source: 'certificate', id, amount }));
  return { kind: 'ok', output: `Certificate ${id} added to user ${user_id} with amount ${amount}.`, summary: `sent ${id}` };
}
