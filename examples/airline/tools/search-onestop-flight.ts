import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import type { Airline } from '../airline.ts';
import { datedOffer } from '../records.ts';
import { oneStopFlights } from '../search.ts';

export const searchOnestopFlight = (airline: Airline) =>
  defineTool({
    name: 'search_onestop_flight',
    description: 'Connections with one stop that can be booked from a day on, as pairs of flights with their dates.',
    input: z.strictObject({ origin: z.string(), destination: z.string(), date: z.string() }),
    output: z.array(z.tuple([datedOffer, datedOffer])),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async (route) => {
      const found = oneStopFlights(airline, route);
      return { kind: 'ok', output: found, summary: `found ${found.length} connections` };
    },
  });
