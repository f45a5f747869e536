import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { AIRPORTS } from '../airports.ts';

export const listAllAirports = () =>
  defineTool({
    name: 'list_all_airports',
    description: 'All airports that the airline serves, each with its city.',
    input: z.strictObject({}),
    output: z.array(z.object({ iata: z.string(), city: z.string() })),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async () => ({ kind: 'ok', output: AIRPORTS.map(([iata, city]) => ({ iata, city })), summary: 'listed the airports' }),
  });
