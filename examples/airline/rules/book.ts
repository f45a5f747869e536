import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import { says } from '../../world/words.ts';
import type { Airline } from '../airline.ts';
import { methodIn, userFacts, type UserFacts } from '../facts.ts';
import type { BookInput } from '../inputs.ts';
import type { PaymentMethod } from '../records.ts';
import { bagsAsAskedFor, bagsAskedFor, paidBagsByAllowance } from './baggages.ts';
import { ITINERARY_RULES } from './itinerary.ts';
import { passengersNotMadeUp } from './passengers.ts';

type Facts = UserFacts<BookInput>;

const MOST_PASSENGERS = 5;
const MOST_METHODS: Readonly<Record<PaymentMethod['source'], number>> = { certificate: 1, credit_card: 1, gift_card: 3 };

export const atMostFivePassengers = defineRule<Facts>({
  name: 'at_most_five_passengers',
  policy: 'Book flight, passengers: a reservation has at most five passengers.',
  customer: 'a reservation has at most five passengers',
  human: 'More than five passengers, or none.',
  breach: ({ input: { passengers } }) =>
    passengers.length >= 1 && passengers.length <= MOST_PASSENGERS ? undefined : `${passengers.length} passengers`,
});

export const methodsOfProfile = defineRule<Facts>({
  name: 'methods_of_profile',
  policy: 'Book flight, payment: all payment methods are in the profile already.',
  customer: 'I can only use payment methods that are in your profile',
  human: 'A payment method is not in the profile.',
  breach: ({ input, user }) => input.payment_methods.find(({ payment_id }) => !methodIn(user, payment_id))?.payment_id,
});

export const paymentMix = defineRule<Facts>({
  name: 'payment_mix',
  policy: 'Book flight, payment: at most one travel certificate, one credit card and three gift cards for a reservation.',
  customer: 'a reservation can use one travel certificate, one credit card and three gift cards at most',
  human: 'Too many payment methods of one kind.',
  breach({ input, user }) {
    const sources = input.payment_methods.map(({ payment_id }) => methodIn(user, payment_id)?.source);
    return Object.entries(MOST_METHODS)
      .map(([source, most]) => ({ source, most, used: sources.filter((each) => each === source).length }))
      .filter(({ most, used }) => used > most)
      .map(({ source, used }) => `${used} payments by ${source}`)
      .at(0);
  },
});

export const paymentsArePaid = defineRule<Facts>({
  name: 'payments_are_paid',
  policy: 'Book flight, payment: the customer pays for the booking; a payment is no payout.',
  customer: 'a payment has to be an amount to pay',
  human: 'A payment is negative.',
  breach: ({ input }) => input.payment_methods.find(({ amount }) => amount < 0)?.payment_id,
});

export const insuranceAskedFor = defineRule<Facts>({
  name: 'insurance_asked_for',
  policy: 'Book flight, travel insurance: the customer is asked whether they want it.',
  customer: 'I only add the insurance when you want it',
  human: 'The customer never spoke of insurance.',
  breach: ({ input, story }) => (input.insurance === 'yes' && !says(story, /insur|cover|protect/) ? 'insurance: yes' : undefined),
});

export const bookPolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<BookInput>) => {
      const facts = userFacts(airline)(call);
      const { flights, cabin, passengers } = facts.input;
      return { ...facts, flights, newFlights: flights, cabin, passengers: passengers.length, trip: facts.input, bagsBefore: 0 };
    },
    rules: [
      atMostFivePassengers,
      passengersNotMadeUp,
      ...ITINERARY_RULES,
      methodsOfProfile,
      paymentMix,
      paymentsArePaid,
      paidBagsByAllowance,
      bagsAskedFor,
      bagsAsAskedFor,
      insuranceAskedFor,
    ],
  });
