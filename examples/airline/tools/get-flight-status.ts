import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { dayOf, type Airline } from '../airline.ts';

export const getFlightStatus = (airline: Airline) =>
  defineTool({
    name: 'get_flight_status',
    description: 'The status of a flight on a day: available, on time, delayed, flying, landed or cancelled.',
    input: z.strictObject({ flight_number: z.string(), date: z.string() }),
    output: z.string(),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ flight_number, date }) => {
      if (!airline.flights.has(flight_number)) return fails('flight_unknown', 'there is no such flight');
      const day = dayOf(airline, flight_number, date);
      return day
        ? { kind: 'ok', output: day.status, summary: `${flight_number} on ${date} is ${day.status}` }
        : fails('date_unknown', `${flight_number} does not fly on ${date}`);
    },
  });
