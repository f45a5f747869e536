import { definePolicy, defineRule, type PolicyCall, type Story } from 'deskhand/pack';
import { says, wordsOf } from '../../world/words.ts';
import type { Airline } from '../airline.ts';
import { reservationFacts, type ReservationFacts } from '../facts.ts';
import { freeBags } from '../fares.ts';
import type { BaggagesInput } from '../inputs.ts';
import type { Cabin, User } from '../records.ts';
import { oneMethodForChange } from './payment.ts';
import { notCancelled } from './reservation.ts';

/** Bags of a booking or of a reservation, with who has them. */
export interface BagFacts {
  readonly input: { readonly total_baggages: number; readonly nonfree_baggages: number };
  readonly user: User;
  readonly cabin: Cabin;
  readonly passengers: number;
  /** Bags that there were before. */
  readonly bagsBefore: number;
  readonly story: Story;
}

const BAGS = /\b(?:bag\w*|luggage|suit-?cases?|checked|check[ -]in|check (?:in|an?|one|two|three|\d))\b/;

export const bagsAskedFor = defineRule<BagFacts>({
  name: 'bags_asked_for',
  policy: 'Book flight, checked bag allowance: no checked bags are added that the customer does not need.',
  customer: 'I only add bags that you ask for',
  human: 'The customer never spoke of bags.',
  breach: ({ input, bagsBefore, story }) =>
    input.total_baggages > bagsBefore && !says(story, BAGS) ? `${input.total_baggages - bagsBefore} bags` : undefined,
});

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** `3 bags`, `two extra checked suitcases`. */
const COUNTED =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:more|extra|additional|free|checked|check-?in|large|of|my|the|pieces?)\s+)*(?:bags?|baggages?|luggage|suit-?cases?)\b/g;
const AS_MANY_AS_FREE = /\b(?:all|maximum|max|as many|every|full allowance|free)\b/;

export const bagsAsAskedFor = defineRule<BagFacts>({
  name: 'bags_as_many_as_asked_for',
  policy: 'Book flight, checked bag allowance: no checked bags are added that the customer does not need.',
  customer: 'I only add as many bags as you ask for',
  human: 'More bags would be added than the customer spoke of.',
  breach({ input, bagsBefore, passengers, story }) {
    const words = wordsOf(story);
    const counts = [...words.matchAll(COUNTED)].map(([, count = '']) => (/\d/.test(count) ? Number(count) : NUMBERS.indexOf(count)));
    const added = input.total_baggages - bagsBefore;
    // A number may mean each passenger.
    const most = Math.max(...counts) * passengers;
    return counts.length > 0 && !AS_MANY_AS_FREE.test(words) && added > most ? `${added} bags, at most ${most} asked for` : undefined;
  },
});

export const paidBagsByAllowance = defineRule<BagFacts>({
  name: 'bags_by_allowance',
  policy:
    'Book flight, checked bag allowance: so many bags are free for each passenger, by membership and cabin, and each further one costs $50.',
  customer: 'the number of bags to pay for follows from your membership and cabin',
  human: 'The number of bags to pay for is not what the allowance gives.',
  breach({ input, user, cabin, passengers }) {
    const { total_baggages: total, nonfree_baggages: paid } = input;
    const free = freeBags(user.membership, cabin, passengers);
    return paid === Math.max(0, total - free) && total >= 0 ? undefined : `${total} bags, ${free} free, ${paid} to pay for`;
  },
});

export const bagsOnlyAdded = defineRule<ReservationFacts<BaggagesInput>>({
  name: 'bags_only_added',
  policy: 'Change baggage: bags can be added, not removed.',
  customer: 'checked bags can be added but not removed',
  human: 'There would be no more bags than before.',
  breach: ({ input, reservation }) =>
    input.total_baggages <= reservation.total_baggages
      ? `${reservation.total_baggages} bags would become ${input.total_baggages}`
      : undefined,
});

export const baggagesPolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<BaggagesInput>) => {
      const facts = reservationFacts(airline)(call);
      const { cabin, passengers, total_baggages } = facts.reservation;
      return { ...facts, cabin, passengers: passengers.length, bagsBefore: total_baggages };
    },
    rules: [notCancelled, bagsOnlyAdded, paidBagsByAllowance, bagsAskedFor, bagsAsAskedFor, oneMethodForChange],
  });
