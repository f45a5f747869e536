import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's own limit for replays; ours holds for clocks that are ahead, too. */
const MOST_SECONDS_APART = 300;

export interface SignedRequest {
  /** As they came over the wire: a body that was parsed and written again has another signature. */
  readonly body: Uint8Array;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Whether Slack signed these bytes within five minutes of now (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function verifySignature({ body, timestamp, signature }: SignedRequest, secret: string, now: Date): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > MOST_SECONDS_APART) return false;
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
