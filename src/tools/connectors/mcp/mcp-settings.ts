import { z } from 'zod';
import { headers, serverUrl } from '../secret.ts';

/** A server of the Model Context Protocol: a program that we start, or one that is reached over HTTP. */
export const mcpSettings = z
  .strictObject({
    kind: z.literal('mcp'),
    /** Started without a shell, with the variables of `env` and little else. */
    command: z.array(z.string().min(1)).min(1).optional(),
    env: z.record(z.string(), z.string()).default({}),
    /** Streamable HTTP. */
    url: serverUrl.optional(),
    headers: headers.default({}),
    /** Of one call, and of connecting. */
    timeoutMs: z.int().min(100).max(14_000).default(8_000),
    /** Larger answers are not read. */
    maxBytes: z.int().min(1_000).max(10_000_000).default(262_144),
  })
  .refine(({ command, url }) => (command === undefined) !== (url === undefined), { error: 'either command or url' });
export type McpSettings = z.infer<typeof mcpSettings>;

/** One tool of the server. */
export const mcpCall = z.strictObject({
  tool: z.string().min(1),
  /** Fingerprint of the definition that was read and found good, as `deskhand doctor` prints it. Another definition turns the tool off. */
  definition: z.string().regex(/^[0-9a-f]{16}$/, 'the fingerprint that deskhand doctor prints, 16 letters'),
  /** What the server is given; the tool's arguments unless it is set. */
  arguments: z.record(z.string(), z.unknown()).optional(),
});
export type McpCall = z.infer<typeof mcpCall>;
