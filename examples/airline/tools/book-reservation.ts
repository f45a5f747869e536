import { canonicalJson, defineTool, type ToolOutcome } from 'deskhand/pack';
import { fails } from '../../world/effects.ts';
import { reservationRef, STANDS_AT, userRef, type Airline } from '../airline.ts';
import { BAG_DOLLARS, INSURANCE_DOLLARS } from '../fares.ts';
import { bookInput, type BookInput } from '../inputs.ts';
import { chargeGiftCard, covers, spendCertificate } from '../payments.ts';
import { reservation, type Reservation, type Segment, type User } from '../records.ts';
import { bookPolicy } from '../rules/book.ts';
import { seatsOn } from '../seats.ts';

/** The ids that the recorded world gives out, in this order. */
const NEW_IDS = ['HATHAT', 'HATHAU', 'HATHAV'];

export const bookReservation = (airline: Airline) =>
  defineTool({
    name: 'book_reservation',
    description: 'Book flights for up to five passengers; the payments have to add up to the total.',
    input: bookInput,
    output: reservation,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ user_id }) => [userRef(user_id)],
    // What a booking needs of the profile, its policy looks up by itself.
    unread: ({ user_id }) => [userRef(user_id)],
    shows: ({ reservation_id }) => [reservationRef(reservation_id)],
    policy: bookPolicy(airline),
    run: async (input, { idempotencyKey }) => airline.once(idempotencyKey, () => book(airline, input)),
    confirm: async (_input, output) =>
      canonicalJson(airline.reservations.get(output.reservation_id)) === canonicalJson(output) ? 'confirmed' : 'absent',
  });

function book(airline: Airline, input: BookInput): ToolOutcome<Reservation> {
  const user = airline.users.get(input.user_id);
  if (!user) return fails('user_unknown', 'there is no such user');
  const reservationId = NEW_IDS.find((id) => airline.reservations.get(id) === undefined);
  if (reservationId === undefined) return fails('no_id_left', 'no reservation id is left');
  const flights: Segment[] = [];
  for (const wanted of input.flights) {
    const seated = seatsOn(airline, wanted, input.cabin, input.passengers.length);
    if (seated.kind === 'refused') return seated;
    flights.push(seated.segment);
  }
  const unpaid = whyNotPaid(user, input, flights);
  if (unpaid) return unpaid;
  pay(airline, input);
  const { payment_methods, ...asGiven } = input;
  const booked: Reservation = {
    reservation_id: reservationId,
    ...asGiven,
    flights,
    payment_history: payment_methods,
    created_at: STANDS_AT.toISOString().slice(0, 19),
  };
  airline.reservations.put(reservationId, booked);
  addToUser(airline, input.user_id, reservationId);
  return { kind: 'ok', output: booked, summary: `booked ${reservationId}` };
}

/** Each payment is looked at alone, and together they make exactly the total. */
function whyNotPaid(user: User, input: BookInput, flights: readonly Segment[]): ReturnType<typeof fails> | undefined {
  for (const { payment_id, amount } of input.payment_methods) {
    const method = user.payment_methods[payment_id];
    if (!method) return fails('method_unknown', `the customer has no payment method ${payment_id}`);
    if (!covers(method, amount)) return fails('balance_too_low', `${payment_id} does not cover ${amount}`);
  }
  const paid = input.payment_methods.reduce((sum, { amount }) => sum + amount, 0);
  const total = totalOf(input, flights);
  return paid === total ? undefined : fails('payments_do_not_add_up', `the payments make ${paid}, the total is ${total}`);
}

/** Dollars for flights, insurance and the bags that are said not to be free. */
function totalOf({ passengers, insurance, nonfree_baggages }: BookInput, flights: readonly Segment[]): number {
  const fare = flights.reduce((sum, { price }) => sum + price, 0);
  const insured = insurance === 'yes' ? INSURANCE_DOLLARS : 0;
  return passengers.length * (fare + insured) + BAG_DOLLARS * nonfree_baggages;
}

function pay(airline: Airline, { user_id, payment_methods }: BookInput): void {
  for (const { payment_id, amount } of payment_methods) {
    const method = airline.users.get(user_id)?.payment_methods[payment_id];
    if (method?.source === 'gift_card') chargeGiftCard(airline, user_id, method, amount);
    if (method?.source === 'certificate') spendCertificate(airline, user_id, payment_id);
  }
}

function addToUser(airline: Airline, userId: string, reservationId: string): void {
  const user = airline.users.get(userId);
  if (user) airline.users.put(userId, { ...user, reservations: [...user.reservations, reservationId] });
}
