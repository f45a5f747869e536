import { z } from 'zod';
import { cabin, flightType, passenger, payment } from './records.ts';

/** A flight as a call names it; whatever else is told of it (price, airports) is looked up instead. */
const flightOfDay = z.object({ flight_number: z.string(), date: z.string() });
export type FlightOfDay = z.infer<typeof flightOfDay>;

/** What the changing tools take. An argument that is not listed is an error. */
export const bookInput = z.strictObject({
  user_id: z.string(),
  origin: z.string(),
  destination: z.string(),
  flight_type: flightType,
  cabin,
  flights: z.array(flightOfDay),
  passengers: z.array(passenger),
  payment_methods: z.array(payment),
  total_baggages: z.int(),
  nonfree_baggages: z.int(),
  insurance: z.enum(['yes', 'no']),
});
export type BookInput = z.infer<typeof bookInput>;

export const cancelInput = z.strictObject({ reservation_id: z.string() });
export type CancelInput = z.infer<typeof cancelInput>;

export const flightsInput = z.strictObject({
  reservation_id: z.string(),
  cabin,
  flights: z.array(flightOfDay),
  payment_id: z.string(),
});
export type FlightsInput = z.infer<typeof flightsInput>;

export const baggagesInput = z.strictObject({
  reservation_id: z.string(),
  total_baggages: z.int(),
  nonfree_baggages: z.int(),
  payment_id: z.string(),
});
export type BaggagesInput = z.infer<typeof baggagesInput>;

export const passengersInput = z.strictObject({ reservation_id: z.string(), passengers: z.array(passenger) });
export type PassengersInput = z.infer<typeof passengersInput>;

export const certificateInput = z.strictObject({ user_id: z.string(), amount: z.number() });
export type CertificateInput = z.infer<typeof certificateInput>;
