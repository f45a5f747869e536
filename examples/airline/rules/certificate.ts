import { definePolicy, defineRule, type PastCall, type PolicyCall, type Story } from 'deskhand/pack';
import { z } from 'zod';
import { says } from '../../world/words.ts';
import type { Airline } from '../airline.ts';
import { statusesOf, userFacts, type UserFacts } from '../facts.ts';
import { certificateInput, type CertificateInput } from '../inputs.ts';
import type { Reservation } from '../records.ts';

/** Dollars for each passenger. Policy, refunds and compensation. */
const FOR_CANCELLED = 100;
const FOR_DELAYED = 50;

interface Facts extends UserFacts<CertificateInput> {
  /** Reservations of the customer that were looked at in this conversation, as they are now. */
  readonly checked: readonly Reservation[];
  /** Dollars that certificates of this conversation were already worth. */
  readonly sent: number;
}

export const compensationAskedFor = defineRule<Facts>({
  name: 'compensation_asked_for',
  policy: 'Refunds and compensation: none is offered unless the customer explicitly asks for one.',
  customer: 'I can only look into a compensation when you ask for one',
  human: 'The customer did not ask for a compensation.',
  breach: ({ story }) =>
    says(story, /compensat|voucher|certificate|credit|refund|reimburs|money back|make (?:it|this|up)|goodwill|gesture|\bowe/)
      ? undefined
      : 'no word of a compensation',
});

/** The customer's membership holds for all reservations; insurance and business class for their own. */
const mayBeCompensated = ({ user }: Facts, { insurance, cabin }: Reservation): boolean =>
  user.membership !== 'regular' || insurance === 'yes' || cabin === 'business';

export const compensationEligible = defineRule<Facts>({
  name: 'compensation_eligible',
  policy: 'Refunds and compensation: only for silver or gold members, with travel insurance, or in business class.',
  customer: 'a compensation needs a silver or gold membership, travel insurance or business class',
  human: 'A regular member without insurance in (basic) economy.',
  breach(facts) {
    if (facts.checked.length === 0) return 'no reservation was looked at, so no facts are confirmed';
    return facts.checked.some((each) => mayBeCompensated(facts, each)) ? undefined : `membership: ${facts.user.membership}`;
  },
});

export const compensationGround = defineRule<Facts>({
  name: 'compensation_amount',
  policy:
    'Refunds and compensation: $100 for each passenger when the airline cancelled a flight; $50 when a flight is delayed and the reservation was changed or cancelled for it; nothing for any other reason.',
  customer: 'a certificate is only given for a flight that the airline cancelled or that is delayed, and for a fixed amount',
  human: 'No reservation that was looked at gives this amount.',
  breach(facts) {
    const amounts = facts.checked.filter((each) => mayBeCompensated(facts, each)).map((each) => amountFor(facts, each));
    return isSumOfSome(amounts, facts.sent + facts.input.amount)
      ? undefined
      : `$${facts.input.amount} after $${facts.sent}; the reservations give ${amounts.map((amount) => `$${amount}`).join(', ') || 'nothing'}`;
  },
});

function amountFor({ airline, story }: Facts, reservation: Reservation): number {
  const statuses = statusesOf(airline, reservation);
  const passengers = reservation.passengers.length;
  if (statuses.includes('cancelled')) return FOR_CANCELLED * passengers;
  return statuses.includes('delayed') && wasChanged(story, reservation) ? FOR_DELAYED * passengers : 0;
}

const CHANGES = new Set(['cancel_reservation', 'update_reservation_flights']);
const ofReservation = z.object({ reservation_id: z.string() });

const wasChanged = ({ calls }: Story, { reservation_id }: Reservation): boolean =>
  calls.some((call) => CHANGES.has(call.tool) && call.status === 'ok' && idIn(call) === reservation_id);

const idIn = ({ input }: PastCall): string | undefined => ofReservation.safeParse(input).data?.reservation_id;

/** Whether some of the amounts, each at most once, make the sum. */
function isSumOfSome(amounts: readonly number[], sum: number): boolean {
  if (sum === 0) return false;
  const sums = amounts.reduce((made, amount) => new Set([...made, ...[...made].map((each) => each + amount)]), new Set([0]));
  return sums.has(sum);
}

export const certificatePolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<CertificateInput>): Facts => {
      const done = call.story.calls.filter(({ status }) => status === 'ok');
      const ids = new Set(done.flatMap((past) => idIn(past) ?? []));
      const checked = [...ids].flatMap((id) => airline.reservations.get(id) ?? []);
      const sent = done
        .filter(({ tool }) => tool === 'send_certificate')
        .reduce((sum, { input }) => sum + (certificateInput.safeParse(input).data?.amount ?? 0), 0);
      return { ...userFacts(airline)(call), checked, sent };
    },
    rules: [compensationAskedFor, compensationEligible, compensationGround],
  });
