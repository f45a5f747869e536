import { z } from 'zod';
import { headers, serverUrl } from '../secret.ts';

/** How a system that speaks HTTP is reached. */
export const httpSettings = z.strictObject({
  kind: z.literal('http'),
  /** The only host that is ever asked, and the path below which it is asked. */
  baseUrl: serverUrl,
  headers: headers.default({}),
  /** Of one try. */
  timeoutMs: z.int().min(100).max(14_000).default(5_000),
  /** Larger answers are not read. */
  maxBytes: z.int().min(1_000).max(10_000_000).default(262_144),
  /** Further tries of a read, or of a write that carries our key. */
  retries: z.int().min(0).max(5).default(2),
  /** Where a "no" of the system names its reason, such as `$answer.error.code`. */
  errorCode: z.string().optional(),
  /** The host's name may stand for an address inside a private network. */
  allowPrivateAddress: z.boolean().default(false),
});
export type HttpSettings = z.infer<typeof httpSettings>;

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One request; every value may be a template, and the path has places such as `{input.orderId}`. */
export const httpCall = z.strictObject({
  method: z.enum(HTTP_METHODS).default('GET'),
  path: z.string().regex(/^\/[^?#\s]*$/, 'a path such as /orders/{input.orderId}, without a query'),
  query: z.record(z.string(), z.unknown()).default({}),
  headers: headers.default({}),
  body: z.unknown().optional(),
});
export type HttpCall = z.infer<typeof httpCall>;
