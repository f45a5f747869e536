import { z } from 'zod';

/** The only argument, as JSON. */
export const slowAgentSettings = z.object({
  mode: z.enum(['http', 'socket']),
  apiUrl: z.string(),
  folder: z.string(),
  thinksMs: z.number(),
});
export type SlowAgentSettings = z.infer<typeof slowAgentSettings>;

export const SIGNING_SECRET = 'a-secret-of-the-bench-only';
