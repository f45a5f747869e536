import { defineTool } from 'deskhand/pack';
import { z } from 'zod';

export const transferToHumanAgents = () =>
  defineTool({
    name: 'transfer_to_human_agents',
    description: 'Hand the customer over to a person, with a summary of what they want. For what no other tool can do.',
    input: z.strictObject({ summary: z.string() }),
    output: z.literal('Transfer successful'),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async () => ({ kind: 'ok', output: 'Transfer successful', summary: 'handed over' }),
  });
