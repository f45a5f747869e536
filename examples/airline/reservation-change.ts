import { canonicalJson, defineTool, type Policy, type Tool, type ToolOutcome } from 'deskhand/pack';
import type { z } from 'zod';
import { fails } from '../world/effects.ts';
import { reservationRef, type Airline } from './airline.ts';
import { reservation, type Reservation } from './records.ts';

/** What one change of a reservation brings; how it is confirmed, consented to and repeated is the same for all. */
export interface ReservationChange<Input> {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  readonly policy: Policy<Input>;
  /** The reservation as it is afterwards, or why the system does not do it. Payments of the customer are changed here too. */
  change(before: Reservation, input: Input): Reservation | Extract<ToolOutcome<Reservation>, { kind: 'refused' }>;
}

export function defineReservationChange<Input extends { readonly reservation_id: string }>(
  airline: Airline,
  definition: ReservationChange<Input>,
): Tool {
  const { name, description, input: schema, policy } = definition;
  return defineTool<Input, Reservation>({
    name,
    description,
    input: schema,
    output: reservation,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: ({ reservation_id }) => [reservationRef(reservation_id)],
    policy,
    run: async (input, { idempotencyKey }) => airline.once(idempotencyKey, () => changeReservation(airline, definition, input)),
    confirm: async ({ reservation_id }, output) =>
      canonicalJson(airline.reservations.get(reservation_id)) === canonicalJson(output) ? 'confirmed' : 'absent',
  });
}

function changeReservation<Input extends { readonly reservation_id: string }>(
  airline: Airline,
  definition: ReservationChange<Input>,
  input: Input,
): ToolOutcome<Reservation> {
  const before = airline.reservations.get(input.reservation_id);
  if (!before) return fails('reservation_unknown', 'there is no such reservation');
  const after = definition.change(before, input);
  if ('kind' in after) return after;
  airline.reservations.put(input.reservation_id, after);
  return { kind: 'ok', output: after, summary: `${definition.name}: ${input.reservation_id}` };
}
