import type { Airline } from './airline.ts';
import type { DatedOffer, Offer } from './records.ts';

export interface Route {
  readonly origin: string;
  readonly destination: string;
  readonly date: string;
}

/** Flights of a route that can be booked that day, in the order of the table. */
export const directFlights = (airline: Airline, { origin, destination, date }: Route): Offer[] =>
  offersFrom(airline, origin, date).filter((offer) => offer.destination === destination);

/** Pairs with one stop: the second leaves no earlier than the first arrives, on the day of that arrival. */
export function oneStopFlights(airline: Airline, { origin, destination, date }: Route): [DatedOffer, DatedOffer][] {
  return offersFrom(airline, origin, date).flatMap((first) => {
    const secondDate = first.scheduled_arrival_time_est.endsWith('+1') ? dayAfter(date) : date;
    const seconds = directFlights(airline, { origin: first.destination, destination, date: secondDate });
    return (
      seconds
        // Compared as text, with the `+1` still on: this is how the system does it.
        .filter((second) => second.scheduled_departure_time_est >= first.scheduled_arrival_time_est)
        .map((second): [DatedOffer, DatedOffer] => [
          { ...first, date },
          { ...second, date: secondDate },
        ])
    );
  });
}

function offersFrom(airline: Airline, origin: string, date: string): Offer[] {
  return [...airline.flights.values()].flatMap(({ dates, ...flight }) => {
    const day = dates[date];
    return flight.origin === origin && day?.status === 'available' ? [{ ...flight, ...day }] : [];
  });
}

/** `2024-05-30` → `2024-05-31`; text that is no date stays as it is and finds nothing. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
