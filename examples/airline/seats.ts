import { fails } from '../world/effects.ts';
import { dayOf, type Airline } from './airline.ts';
import type { FlightOfDay } from './inputs.ts';
import type { Cabin, Segment } from './records.ts';

export type Seated = { readonly kind: 'seated'; readonly segment: Segment } | ReturnType<typeof fails>;

/** Looks a flight up at today's price; it has to be bookable with so many seats left in the cabin. */
export function seatsOn(airline: Airline, { flight_number, date }: FlightOfDay, cabin: Cabin, passengers: number): Seated {
  const flight = airline.flights.get(flight_number);
  if (!flight) return fails('flight_unknown', `there is no flight ${flight_number}`);
  const day = dayOf(airline, flight_number, date);
  if (!day) return fails('date_unknown', `${flight_number} does not fly on ${date}`);
  if (day.status !== 'available') return fails('flight_not_available', `${flight_number} on ${date} is ${day.status}`);
  if (day.available_seats[cabin] < passengers) return fails('seats_too_few', `${flight_number} on ${date} has too few seats in ${cabin}`);
  const { origin, destination } = flight;
  return { kind: 'seated', segment: { flight_number, date, price: day.prices[cabin], origin, destination } };
}
