import { fails } from '../../world/effects.ts';
import { defineRecordChange } from '../../world/record-tools.ts';
import { reservations, type Airline } from '../airline.ts';
import { BAG_DOLLARS } from '../fares.ts';
import { baggagesInput } from '../inputs.ts';
import { chargeGiftCard, covers } from '../payments.ts';
import { baggagesPolicy } from '../rules/baggages.ts';

export const updateReservationBaggages = (airline: Airline) =>
  defineRecordChange(airline, reservations(airline), {
    name: 'update_reservation_baggages',
    description: 'Set the checked bags of a reservation: all of them, and those that are not free.',
    input: baggagesInput,
    policy: baggagesPolicy(airline),
    change(before, { total_baggages, nonfree_baggages, payment_id }) {
      const method = airline.users.get(before.user_id)?.payment_methods[payment_id];
      if (!method) return fails('method_unknown', 'the customer has no such payment method');
      if (method.source === 'certificate') return fails('certificate_not_allowed', 'a certificate cannot pay for a change');
      const dollars = BAG_DOLLARS * Math.max(0, nonfree_baggages - before.nonfree_baggages);
      if (!covers(method, dollars)) return fails('balance_too_low', 'the gift card does not cover the bags');
      chargeGiftCard(airline, before.user_id, method, dollars);
      const entry = dollars === 0 ? [] : [{ payment_id, amount: dollars }];
      return { ...before, total_baggages, nonfree_baggages, payment_history: [...before.payment_history, ...entry] };
    },
  });
