import { createEffects, type Effects } from '../world/effects.ts';
import type { RecordKind } from '../world/record-tools.ts';
import { openTable, type Table } from '../world/table.ts';
import { reservation, user, type Flight, type FlightDay, type Reservation, type User } from './records.ts';

/** What each tool and rule of the airline works on. Seats are never written. */
export interface Airline extends Effects {
  readonly flights: ReadonlyMap<string, Flight>;
  readonly users: Table<User>;
  readonly reservations: Table<Reservation>;
}

export interface AirlineData {
  readonly flights: ReadonlyMap<string, Flight>;
  readonly users: ReadonlyMap<string, User>;
  readonly reservations: ReadonlyMap<string, Reservation>;
}

/** Where the clock of the recorded data stands. It names no zone, so all of its times are read as UTC. */
export const STANDS_AT = new Date('2024-05-15T15:00:00Z');

/** An airline over the data as given: what one conversation changes, no other sees. */
export const openAirline = (data: AirlineData): Airline => ({
  ...createEffects(),
  flights: data.flights,
  users: openTable(data.users),
  reservations: openTable(data.reservations),
});

export const dayOf = (airline: Airline, flightNumber: string, date: string): FlightDay | undefined =>
  airline.flights.get(flightNumber)?.dates[date];

export const reservations = (airline: Airline): RecordKind<Reservation> => ({
  noun: 'reservation',
  argument: 'reservation_id',
  schema: reservation,
  table: airline.reservations,
  refOf: reservationRef,
});

export const users = (airline: Airline): RecordKind<User> => ({
  noun: 'user',
  argument: 'user_id',
  schema: user,
  table: airline.users,
  refOf: userRef,
});

export const reservationRef = (id: string) => ({ table: 'reservations', key: id }) as const;
export const userRef = (id: string) => ({ table: 'users', key: id }) as const;
