import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { reservationRef, type Airline } from '../airline.ts';
import { reservation } from '../records.ts';

export const getReservationDetails = (airline: Airline) =>
  defineTool({
    name: 'get_reservation_details',
    description: 'A reservation: flights, cabin, passengers, bags, insurance and payments.',
    input: z.strictObject({ reservation_id: z.string() }),
    output: reservation,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: ({ reservation_id }) => [reservationRef(reservation_id)],
    run: async ({ reservation_id }) => {
      const found = airline.reservations.get(reservation_id);
      return found
        ? { kind: 'ok', output: found, summary: `read the reservation ${reservation_id}` }
        : fails('reservation_unknown', 'there is no such reservation');
    },
  });
