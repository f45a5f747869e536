import { z } from 'zod';
import { headers } from '../secret.ts';
import { httpSettings } from '../http/http-settings.ts';

/** A system that describes itself; everything else is as with any that speaks HTTP. Its `servers` are not believed. */
export const openapiSettings = z.strictObject({
  ...httpSettings.shape,
  kind: z.literal('openapi'),
  /** OpenAPI 3.0 or 3.1 as YAML or JSON, relative to the configuration folder. */
  document: z.string().min(1),
});
export type OpenapiSettings = z.infer<typeof openapiSettings>;

/** One operation of the document. */
export const openapiCall = z.strictObject({
  operationId: z.string().min(1),
  /** Parameters and fields of the body, by their names there; arguments of the same name need no line. */
  with: z.record(z.string(), z.unknown()).default({}),
  headers: headers.default({}),
});
export type OpenapiCall = z.infer<typeof openapiCall>;
