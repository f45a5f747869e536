import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';

/** SHA-256 in hex over the parts, kept apart so that no two lists of parts collide. */
export function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}
