import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { reservations, type Airline } from '../airline.ts';
import { passengersInput } from '../inputs.ts';
import { passengersPolicy } from '../rules/passengers.ts';

export const updateReservationPassengers = (airline: Airline) =>
  defineRecordChange(airline, reservations(airline), {
    name: 'update_reservation_passengers',
    description: 'Put other people, or corrected names, into the same number of seats.',
    input: passengersInput,
    policy: passengersPolicy(airline),
    change: (before, { passengers }) =>
      passengers.length === before.passengers.length
        ? { ...before, passengers }
        : fails('passenger_count', 'the number of passengers cannot change'),
  });
