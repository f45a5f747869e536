import { definePolicy, defineRule, type PolicyCall, type Story } from 'deskhand/pack';
import { wasSeen } from '../../world/words.ts';
import type { Airline } from '../airline.ts';
import { reservationFacts, type ReservationFacts } from '../facts.ts';
import type { PassengersInput } from '../inputs.ts';
import type { Passenger } from '../records.ts';
import { notCancelled } from './reservation.ts';

export const passengersNotMadeUp = defineRule<{
  readonly input: { readonly passengers: readonly Passenger[] };
  readonly story: Story;
}>({
  name: 'passengers_from_customer',
  policy: 'Book flight, passengers: first name, last name and date of birth are collected for each passenger.',
  customer: 'I need the full name and date of birth of each passenger from you',
  human: 'A name was given neither by the customer nor by a record.',
  breach: ({ input, story }) =>
    input.passengers.flatMap(({ first_name, last_name }) => [first_name, last_name]).find((name) => !wasSeen(story, name)),
});

export const passengerCountStays = defineRule<ReservationFacts<PassengersInput>>({
  name: 'passenger_count_stays',
  policy: 'Change passengers: who flies can be changed, how many cannot, not even by a person.',
  customer: 'the number of passengers cannot be changed',
  human: 'The number of passengers would change.',
  breach: ({ input, reservation }) =>
    input.passengers.length === reservation.passengers.length
      ? undefined
      : `${reservation.passengers.length} passengers would become ${input.passengers.length}`,
});

export const passengersPolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<PassengersInput>) => reservationFacts(airline)(call),
    rules: [notCancelled, passengerCountStays, passengersNotMadeUp],
  });
