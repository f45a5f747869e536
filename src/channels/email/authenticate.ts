import { z } from 'zod';
import type { Trust } from '../../domain/message.ts';
import type { DnsResolver } from './email-ports.ts';

/** How far the From address can be believed. It chooses where a code goes and never what is allowed. */
export interface SenderAuthentication {
  readonly trust: Trust;
  readonly because: string;
}

const verdict = z.object({
  dmarc: z.union([z.literal(false), z.object({ status: z.object({ result: z.string() }) })]).optional(),
});

/** Without an own check no header is believed: a sender can write `Authentication-Results` too. */
export const UNCHECKED: SenderAuthentication = { trust: 'unverified', because: 'not checked' };

/** Several From addresses: nobody knows who wrote it. RFC 7489 §6.6.1. */
export const AMBIGUOUS: SenderAuthentication = { trust: 'mutable', because: 'more than one From address' };

/**
 * DKIM, SPF and DMARC of the raw mail; `verified` needs an aligned DMARC pass. A failing DNS makes it `unverified`,
 * never an error.
 */
export async function authenticateSender(
  raw: Uint8Array,
  fromCount: number,
  resolver: DnsResolver | undefined,
): Promise<SenderAuthentication> {
  if (fromCount !== 1) return AMBIGUOUS;
  try {
    const { authenticate } = await import('mailauth');
    const result = verdict.parse(
      await authenticate(raw, {
        trustReceived: true,
        disableArc: true,
        disableBimi: true,
        mta: 'deskhand',
        ...(resolver ? { resolver } : {}),
      }),
    );
    const dmarc = result.dmarc === undefined || result.dmarc === false ? 'none' : result.dmarc.status.result;
    if (dmarc === 'pass') return { trust: 'verified', because: 'dmarc pass' };
    return { trust: dmarc === 'fail' ? 'mutable' : 'unverified', because: `dmarc ${dmarc}` };
  } catch {
    return { trust: 'unverified', because: 'could not be checked' };
  }
}
