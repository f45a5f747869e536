import { createHash } from 'node:crypto';
import type { OutboundId } from '../../domain/ids.ts';

/** Discord's limit for a nonce (developers/resources/message). */
const LENGTH = 25;

/**
 * The name of one part of a message of ours. With `enforce_nonce` Discord answers a repeat within a few minutes with the
 * message that it has; later ones are found by it in what we have heard ourselves say.
 */
export function nonceFor(outbound: OutboundId, part: number | 'closed'): string {
  return createHash('sha256').update(`${outbound}\n${part}`).digest('base64url').slice(0, LENGTH);
}
