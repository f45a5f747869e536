import { z } from 'zod';

/** The records of the airline as its files hold them. Money is whole dollars. */
export const CABINS = ['basic_economy', 'economy', 'business'] as const;
export const cabin = z.enum(CABINS);
export type Cabin = z.infer<typeof cabin>;
const byCabin = z.object({ basic_economy: z.number(), economy: z.number(), business: z.number() });

const estimated = { estimated_departure_time_est: z.string(), estimated_arrival_time_est: z.string() };
const available = { status: z.literal('available'), available_seats: byCabin, prices: byCabin };
export const flightDay = z.discriminatedUnion('status', [
  z.object(available),
  z.object({ status: z.literal('on time'), ...estimated }),
  z.object({ status: z.literal('delayed'), ...estimated }),
  z.object({ status: z.literal('flying'), actual_departure_time_est: z.string(), estimated_arrival_time_est: z.string() }),
  z.object({ status: z.literal('landed'), actual_departure_time_est: z.string(), actual_arrival_time_est: z.string() }),
  z.object({ status: z.literal('cancelled') }),
]);
export type FlightDay = z.infer<typeof flightDay>;
const route = {
  flight_number: z.string(),
  origin: z.string(),
  destination: z.string(),
  /** Of the place, `HH:MM:SS`; an arrival on the next day ends in `+1`. */
  scheduled_departure_time_est: z.string(),
  scheduled_arrival_time_est: z.string(),
};
export const flight = z.object({ ...route, dates: z.record(z.string(), flightDay) });
export type Flight = z.infer<typeof flight>;
/** A flight that can be booked on one day. */
export const offer = z.object({ ...route, ...available });
export type Offer = z.infer<typeof offer>;
export const datedOffer = offer.extend({ date: z.string() });
export type DatedOffer = z.infer<typeof datedOffer>;

export const passenger = z.object({ first_name: z.string(), last_name: z.string(), dob: z.string() });
export type Passenger = z.infer<typeof passenger>;
const paymentMethod = z.discriminatedUnion('source', [
  z.object({ source: z.literal('credit_card'), id: z.string(), brand: z.string(), last_four: z.string() }),
  z.object({ source: z.literal('gift_card'), id: z.string(), amount: z.number() }),
  z.object({ source: z.literal('certificate'), id: z.string(), amount: z.number() }),
]);
export type PaymentMethod = z.infer<typeof paymentMethod>;
/** Its key in the table is the user id; the record itself has none. */
export const user = z.object({
  name: z.object({ first_name: z.string(), last_name: z.string() }),
  address: z.record(z.string(), z.string()),
  email: z.string(),
  dob: z.string(),
  payment_methods: z.record(z.string(), paymentMethod),
  saved_passengers: z.array(passenger),
  membership: z.enum(['regular', 'silver', 'gold']),
  reservations: z.array(z.string()),
});
export type User = z.infer<typeof user>;

export const segment = z.object({
  flight_number: z.string(),
  date: z.string(),
  /** Per passenger, in the cabin that was booked. */
  price: z.number(),
  origin: z.string(),
  destination: z.string(),
});
export type Segment = z.infer<typeof segment>;
export const flightType = z.enum(['one_way', 'round_trip']);
export const payment = z.object({ payment_id: z.string(), amount: z.number() });
export const reservation = z.object({
  reservation_id: z.string(),
  user_id: z.string(),
  origin: z.string(),
  destination: z.string(),
  flight_type: flightType,
  cabin,
  flights: z.array(segment),
  passengers: z.array(passenger),
  payment_history: z.array(payment),
  created_at: z.string(),
  total_baggages: z.number(),
  nonfree_baggages: z.number(),
  insurance: z.enum(['yes', 'no']),
  status: z.literal('cancelled').optional(),
});
export type Reservation = z.infer<typeof reservation>;
