import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/canonical-json.ts';

/** What a server says about one of its tools. */
export interface McpDefinition {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  readonly annotations?: unknown;
}

/** Short name of everything that a definition says: whoever changes a word of it has to be read again. */
export function fingerprint({ name, description, inputSchema, outputSchema, annotations }: McpDefinition): string {
  const said = canonicalJson({ name, description, inputSchema, outputSchema, annotations });
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
