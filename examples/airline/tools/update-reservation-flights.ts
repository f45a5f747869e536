import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { reservations, type Airline } from '../airline.ts';
import { flightsInput, type FlightsInput } from '../inputs.ts';
import { chargeGiftCard, covers } from '../payments.ts';
import type { Reservation, Segment } from '../records.ts';
import { flightsPolicy } from '../rules/flights.ts';
import { seatsOn } from '../seats.ts';

export const updateReservationFlights = (airline: Airline) =>
  defineRecordChange(airline, reservations(airline), {
    name: 'update_reservation_flights',
    description: 'Give a reservation other flights or another cabin. Names the whole new itinerary, kept flights included.',
    input: flightsInput,
    policy: flightsPolicy(airline),
    change(before, input) {
      const flights = newSegments(airline, before, input);
      if ('kind' in flights) return flights;
      const method = airline.users.get(before.user_id)?.payment_methods[input.payment_id];
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      if (method.source === 'certificate') return fails('certificate_not_allowed', 'a certificate cannot pay for a change');
      const dollars = before.passengers.length * (priceOf(flights) - priceOf(before.flights));
      if (!covers(method, dollars)) return fails('balance_too_low', 'the gift card does not cover the difference');
      chargeGiftCard(airline, before.user_id, method, dollars);
      const entry = dollars === 0 ? [] : [{ payment_id: input.payment_id, amount: dollars }];
      return { ...before, cabin: input.cabin, flights, payment_history: [...before.payment_history, ...entry] };
    },
  });

/** Flights that stay in their cabin keep their price; all others are bought at today's. */
function newSegments(airline: Airline, before: Reservation, { flights, cabin }: FlightsInput): Segment[] | ReturnType<typeof fails> {
  const segments: Segment[] = [];
  for (const wanted of flights) {
    const kept =
      cabin === before.cabin
        ? before.flights.find(({ flight_number, date }) => flight_number === wanted.flight_number && date === wanted.date)
        : undefined;
    const seated = kept ? ({ kind: 'seated', segment: kept } as const) : seatsOn(airline, wanted, cabin, before.passengers.length);
    if (seated.kind === 'refused') return seated;
    segments.push(seated.segment);
  }
  return segments;
}

const priceOf = (flights: readonly Segment[]): number => flights.reduce((sum, { price }) => sum + price, 0);
