import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { domainOf } from './mail-address.ts';

/*
 * How a mail finds its conversation. What we send carries the thread's key with an HMAC over key and customer, once in
 * the Message-ID (References, In-Reply-To) and once behind the plus of the Reply-To address. A ticket number in a
 * subject opens nothing.
 */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 16 characters of base32 = 80 bits: nobody guesses it, and both fit into the 64 characters before an @. */
const LENGTH = 16;
const TOKEN = /^([a-z2-7]{16})\.([a-z2-7]{16})$/;

export interface ThreadToken {
  readonly key: string;
  readonly proof: string;
}

function base32(bytes: Uint8Array): string {
  let text = '';
  for (let bit = 0; text.length < LENGTH; bit += 5) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET[(pair >> (11 - (bit & 7))) & 31] ?? '';
  }
  return text;
}

const digest = (text: string): string => base32(createHash('sha256').update(text).digest());

/** The key of a conversation that begins with this mail: its root's Message-ID and who wrote it. */
export const threadKeyFor = (rootMessageId: string, sender: string): string => digest(`thread\n${rootMessageId}\n${sender}`);

/** Threads that begin with a mail of ours may have any key; in tokens it stands in this form. */
export const tokenKey = (key: string): string => (/^[a-z2-7]{16}$/.test(key) ? key : digest(`key\n${key}`));

const proofFor = (secret: string, key: string, customer: string): string =>
  base32(createHmac('sha256', secret).update(`${key}\n${customer}`).digest());

export const tokenFor = (secret: string, key: string, customer: string): ThreadToken => {
  const short = tokenKey(key);
  return { key: short, proof: proofFor(secret, short, customer) };
};

/** True when we made this token for this customer. Compares in constant time. */
export function isTokenOf(secret: string, token: ThreadToken, customer: string): boolean {
  const expected = Buffer.from(proofFor(secret, token.key, customer));
  const given = Buffer.from(token.proof);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** `<key.proof.part@domain>`: the same for the same outbound id, so that a resend can be recognised as the same mail. */
export function ownMessageId(token: ThreadToken, outbound: string, supportAddress: string): string {
  return `<${token.key}.${token.proof}.${digest(`outbound\n${outbound}`)}@${domainOf(supportAddress)}>`;
}

/** The token in one of our Message-IDs, by shape alone: `isTokenOf` tells whether it is real. */
export function tokenOfMessageId(id: string, supportAddress: string): ThreadToken | undefined {
  const [local = '', domain = ''] = id.replace(/^<|>$/g, '').toLowerCase().split('@');
  const [key = '', proof = '', part = ''] = local.split('.');
  return domain === domainOf(supportAddress) && /^[a-z2-7]{16}$/.test(part) ? parseToken(`${key}.${proof}`) : undefined;
}

export const plusAddress = (token: ThreadToken, supportAddress: string): string => {
  const at = supportAddress.lastIndexOf('@');
  return `${supportAddress.slice(0, at)}+${token.key}.${token.proof}${supportAddress.slice(at)}`;
};

/** The token behind the plus of one of our addresses. */
export function tokenOfAddress(address: string, supportAddress: string): ThreadToken | undefined {
  const at = supportAddress.lastIndexOf('@');
  const [prefix, suffix] = [`${supportAddress.slice(0, at)}+`, supportAddress.slice(at)];
  if (!address.startsWith(prefix) || !address.endsWith(suffix)) return undefined;
  return parseToken(address.slice(prefix.length, address.length - suffix.length));
}

function parseToken(text: string): ThreadToken | undefined {
  const match = TOKEN.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined ? { key: match[1], proof: match[2] } : undefined;
}
