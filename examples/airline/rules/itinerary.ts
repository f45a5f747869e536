import { defineRule, type Story } from 'deskhand/pack';
import { wasSeen } from '../../world/words.ts';
import { dayOf, type Airline } from '../airline.ts';
import type { FlightOfDay } from '../inputs.ts';
import { legsOf, missedConnection, whyNotTrip, type Trip } from '../itinerary.ts';
import type { Cabin } from '../records.ts';

/** What a new itinerary is judged by, whether it is booked or changed. */
export interface ItineraryFacts {
  readonly airline: Airline;
  readonly flights: readonly FlightOfDay[];
  /** Those that were not in the reservation before: for a booking, all. */
  readonly newFlights: readonly FlightOfDay[];
  readonly cabin: Cabin;
  readonly passengers: number;
  readonly trip: Trip;
  readonly story: Story;
}

export const flightsNotMadeUp = defineRule<ItineraryFacts>({
  name: 'flights_not_made_up',
  policy: 'General: nothing is told or used that neither the customer nor a tool has given.',
  customer: 'I have to look up these flights first',
  human: 'A flight was never shown in this conversation.',
  breach: ({ newFlights, story }) => newFlights.find(({ flight_number }) => !wasSeen(story, flight_number))?.flight_number,
});

export const flightsBookable = defineRule<ItineraryFacts>({
  name: 'flights_bookable',
  policy: 'Domain basic, flight: only a flight whose status is available can be booked, and seats are counted by cabin.',
  customer: 'one of these flights cannot be booked any more',
  human: 'A flight is not available, or has too few seats in the cabin.',
  breach({ airline, newFlights, cabin, passengers }) {
    const full = newFlights.find(({ flight_number, date }) => {
      const day = dayOf(airline, flight_number, date);
      return day?.status !== 'available' || day.available_seats[cabin] < passengers;
    });
    return full && `${full.flight_number} on ${full.date}`;
  },
});

export const tripKept = defineRule<ItineraryFacts>({
  name: 'origin_destination_trip_type',
  policy: 'Book and modify flight: a reservation has one origin, destination and trip type, and changing its flights keeps all three.',
  customer: 'origin, destination and trip type have to stay as they are',
  human: 'The flights are not that trip.',
  breach: ({ airline, flights, trip }) => whyNotTrip(legsOf(airline, flights), trip),
});

export const connectionsCatchable = defineRule<ItineraryFacts>({
  name: 'connections_catchable',
  policy:
    'Book and modify flight: the flights of a reservation take its passengers from origin to destination; one that leaves before the flight ahead of it has landed does not.',
  customer: 'one of these flights leaves before the one ahead of it has landed',
  human: 'A connection cannot be caught.',
  breach: ({ airline, flights, newFlights }) =>
    missedConnection(legsOf(airline, flights), ({ flight, date }) =>
      newFlights.some((each) => each.flight_number === flight.flight_number && each.date === date),
    ),
});

export const ITINERARY_RULES = [tripKept, flightsNotMadeUp, flightsBookable, connectionsCatchable];
