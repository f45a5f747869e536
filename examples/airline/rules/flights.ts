import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import type { Airline } from '../airline.ts';
import { isFlown, reservationFacts, statusesOf, type ReservationFacts } from '../facts.ts';
import type { FlightOfDay, FlightsInput } from '../inputs.ts';
import { ITINERARY_RULES, type ItineraryFacts } from './itinerary.ts';
import { oneMethodForChange } from './payment.ts';
import { notCancelled } from './reservation.ts';

type Facts = ReservationFacts<FlightsInput> & ItineraryFacts;

const isSame = (left: FlightOfDay, right: FlightOfDay): boolean => left.flight_number === right.flight_number && left.date === right.date;

const flightsChange = ({ flights, newFlights, reservation }: Facts): boolean =>
  newFlights.length > 0 || flights.length !== reservation.flights.length;

export const basicEconomyFlightsStay = defineRule<Facts>({
  name: 'basic_economy_flights_stay',
  policy: 'Change flights: basic economy flights cannot be modified; their cabin can be changed while the flights stay.',
  customer: 'basic economy flights cannot be changed',
  human: 'Flights of a basic economy reservation would change.',
  breach: (facts) => (facts.reservation.cabin === 'basic_economy' && flightsChange(facts) ? facts.reservation.reservation_id : undefined),
});

export const nothingFlownToChangeCabin = defineRule<Facts>({
  name: 'nothing_flown_to_change_cabin',
  policy: 'Change cabin: the cabin cannot be changed once any flight of the reservation has been flown.',
  customer: 'the cabin cannot be changed once a flight of the trip has been flown',
  human: 'Part of the reservation has been flown.',
  breach: ({ airline, reservation, input }) =>
    input.cabin === reservation.cabin ? undefined : statusesOf(airline, reservation).find(isFlown),
});

export const somethingChanges = defineRule<Facts>({
  name: 'flights_or_cabin_change',
  policy: 'Modify flight: what can be modified are flights and cabin; a call that changes neither is no modification.',
  customer: 'nothing would change',
  human: 'Flights and cabin stay what they are.',
  breach: (facts) => (flightsChange(facts) || facts.input.cabin !== facts.reservation.cabin ? undefined : facts.reservation.reservation_id),
});

export const flightsPolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<FlightsInput>): Facts => {
      const facts = reservationFacts(airline)(call);
      const { input, reservation } = facts;
      return {
        ...facts,
        flights: input.flights,
        newFlights: input.flights.filter((wanted) => !reservation.flights.some((kept) => isSame(kept, wanted))),
        cabin: input.cabin,
        passengers: reservation.passengers.length,
        trip: reservation,
      };
    },
    rules: [notCancelled, somethingChanges, basicEconomyFlightsStay, nothingFlownToChangeCabin, ...ITINERARY_RULES, oneMethodForChange],
  });
