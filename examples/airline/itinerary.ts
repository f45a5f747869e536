import type { Airline } from './airline.ts';
import type { FlightOfDay } from './inputs.ts';
import type { Flight, Reservation } from './records.ts';

/** A flight of an itinerary with its place in time. Flights that do not exist have none. */
export interface Leg {
  readonly flight: Flight;
  readonly date: string;
}

export const legsOf = (airline: Airline, flights: readonly FlightOfDay[]): Leg[] =>
  flights.flatMap(({ flight_number, date }) => {
    const flight = airline.flights.get(flight_number);
    return flight ? [{ flight, date }] : [];
  });

export type Trip = Pick<Reservation, 'origin' | 'destination' | 'flight_type'>;

/** What keeps the legs from being that trip; undefined when they are it. */
export function whyNotTrip(legs: readonly Leg[], { origin, destination, flight_type }: Trip): string | undefined {
  const [first] = legs;
  const last = legs.at(-1);
  if (!first || !last) return 'no flight is named';
  if (first.flight.origin !== origin) return `it begins in ${first.flight.origin} instead of ${origin}`;
  const gap = legs.find(({ flight }, index) => index > 0 && flight.origin !== legs[index - 1]?.flight.destination);
  if (gap) return `${gap.flight.flight_number} leaves from ${gap.flight.origin}, where nobody has arrived`;
  const end = flight_type === 'one_way' ? destination : origin;
  if (last.flight.destination !== end) return `it ends in ${last.flight.destination} instead of ${end}`;
  return legs.some(({ flight }) => flight.destination === destination) ? undefined : `it never reaches ${destination}`;
}

/** A leg that leaves before the one ahead of it has arrived. Times of all places are given in one zone. */
export function missedConnection(legs: readonly Leg[], isNew: (leg: Leg) => boolean): string | undefined {
  const missed = legs.find((leg, index) => {
    const before = legs[index - 1];
    return before && (isNew(before) || isNew(leg)) && departureOf(leg) < arrivalOf(before);
  });
  return missed && `${missed.flight.flight_number} on ${missed.date} leaves before the flight ahead of it has landed`;
}

const departureOf = ({ flight, date }: Leg): number => timeOf(date, flight.scheduled_departure_time_est);
const arrivalOf = ({ flight, date }: Leg): number => timeOf(date, flight.scheduled_arrival_time_est);
const A_DAY_MS = 86_400_000;

/** Milliseconds; `01:30:00+1` is on the day after. */
function timeOf(date: string, time: string): number {
  const [clock = '', later] = time.split('+');
  return Date.parse(`${date}T${clock}Z`) + Number(later ?? 0) * A_DAY_MS;
}
