import { defineRecordChange } from '../../world/record-tools.ts';
import { reservations, type Airline } from '../airline.ts';
import { cancelInput } from '../inputs.ts';
import { cancelPolicy } from '../rules/cancel.ts';

export const cancelReservation = (airline: Airline) =>
  defineRecordChange(airline, reservations(airline), {
    name: 'cancel_reservation',
    description: 'Cancel a whole reservation; what was paid goes back to the methods it was paid with.',
    input: cancelInput,
    policy: cancelPolicy(airline),
    // The system allows it whatever the date, the fare or the status; the entries in the payments are all the refund there is.
    change: (before) => ({
      ...before,
      status: 'cancelled' as const,
      payment_history: [
        ...before.payment_history,
        ...before.payment_history.map(({ payment_id, amount }) => ({ payment_id, amount: -amount })),
      ],
    }),
  });
