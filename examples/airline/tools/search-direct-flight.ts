import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import type { Airline } from '../airline.ts';
import { offer } from '../records.ts';
import { directFlights } from '../search.ts';

export const searchDirectFlight = (airline: Airline) =>
  defineTool({
    name: 'search_direct_flight',
    description: 'Direct flights of a route that can be booked on a day, with seats and prices by cabin.',
    input: z.strictObject({ origin: z.string(), destination: z.string(), date: z.string() }),
    output: z.array(offer),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async (route) => {
      const found = directFlights(airline, route);
      return { kind: 'ok', output: found, summary: `found ${found.length} direct flights` };
    },
  });
