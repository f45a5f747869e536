import { defineRule } from 'deskhand/pack';
import { isFlown, statusesOf, type ReservationFacts } from '../facts.ts';

export const notCancelled = defineRule<ReservationFacts<unknown>>({
  name: 'reservation_not_cancelled',
  policy: 'Modify and cancel flight: what is changed or cancelled is a reservation that stands; a cancelled one has been refunded.',
  customer: 'that reservation is cancelled already',
  human: 'The reservation is cancelled.',
  breach: ({ reservation }) => (reservation.status === 'cancelled' ? reservation.reservation_id : undefined),
});

export const nothingFlownToCancel = defineRule<ReservationFacts<unknown>>({
  name: 'nothing_flown_to_cancel',
  policy: 'Cancel flight: once any portion of the flight has been flown, the agent cannot help and transfers to a person.',
  customer: 'part of that trip has been flown, so a person has to look at it',
  human: 'Part of the reservation has been flown.',
  breach: ({ airline, reservation }) => statusesOf(airline, reservation).find(isFlown),
});
