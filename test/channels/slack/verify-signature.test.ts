import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifySignature } from '../../../src/channels/slack/verify-signature.ts';

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const NOW = new Date('2026-03-10T15:00:00Z');
const body = Buffer.from('{"type":"event_callback","text":"Grüße  "}');

const sign = (bytes: Uint8Array, seconds: number, secret = SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:`).update(bytes).digest('hex')}`;
const at = (offsetSeconds: number): number => NOW.getTime() / 1_000 + offsetSeconds;
const verify = (bytes: Uint8Array, timestamp: string | undefined, signature: string | undefined): boolean =>
  verifySignature({ body: bytes, timestamp, signature }, SECRET, NOW);

describe('the signature of a request', () => {
  it.each([
    [0, true],
    [-299, true],
    [-300, true],
    [-301, false],
    [300, true],
    [301, false],
  ])('made %i seconds from now is good: %s', (offset, good) => {
    expect(verify(body, String(at(offset)), sign(body, at(offset)))).toBe(good);
  });

  it.each([
    ['another body', Buffer.from('{"type":"event_callback","text":"Grüße "}'), String(at(0)), sign(body, at(0))],
    ['another secret', body, String(at(0)), sign(body, at(0), 'another')],
    ['another time', body, String(at(1)), sign(body, at(0))],
    ['no signature', body, String(at(0)), undefined],
    ['no time', body, undefined, sign(body, at(0))],
    ['a time that is no number', body, '1e9', sign(body, at(0))],
    ['half a signature', body, String(at(0)), sign(body, at(0)).slice(0, 30)],
  ])('is refused for %s', (_, bytes, timestamp, signature) => {
    expect(verify(bytes, timestamp, signature)).toBe(false);
  });
});
