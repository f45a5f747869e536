import type { PolicyCall, Story } from 'deskhand/pack';
import { dayOf, type Airline } from './airline.ts';
import type { FlightDay, PaymentMethod, Reservation, User } from './records.ts';

/** What the rules about a reservation look at. */
export interface ReservationFacts<Input> {
  readonly input: Input;
  readonly reservation: Reservation;
  readonly user: User;
  readonly story: Story;
  readonly at: Date;
  readonly airline: Airline;
}

/** Reads the facts of a call on a reservation. The gate has made sure that it is the customer's, so that both records exist. */
export const reservationFacts =
  (airline: Airline) =>
  <Input extends { readonly reservation_id: string }>({ input, story, at }: PolicyCall<Input>): ReservationFacts<Input> => {
    const reservation = airline.reservations.get(input.reservation_id);
    const user = reservation && airline.users.get(reservation.user_id);
    if (!reservation || !user) throw new TypeError(`no customer for reservation ${input.reservation_id}`);
    return { input, reservation, user, story, at, airline };
  };

/** What the rules about a customer without a reservation look at: a booking, a certificate. */
export interface UserFacts<Input> {
  readonly input: Input;
  readonly user: User;
  readonly story: Story;
  readonly airline: Airline;
}

export const userFacts =
  (airline: Airline) =>
  <Input extends { readonly user_id: string }>({ input, story }: PolicyCall<Input>): UserFacts<Input> => {
    const user = airline.users.get(input.user_id);
    if (!user) throw new TypeError(`no customer ${input.user_id}`);
    return { input, user, story, airline };
  };

export const methodIn = ({ payment_methods }: User, id: string): PaymentMethod | undefined => payment_methods[id];

/** The status of each flight of a reservation on its day. */
export const statusesOf = (airline: Airline, { flights }: Reservation): FlightDay['status'][] =>
  flights.flatMap(({ flight_number, date }) => dayOf(airline, flight_number, date)?.status ?? []);

export const isFlown = (status: FlightDay['status']): boolean => status === 'flying' || status === 'landed';
