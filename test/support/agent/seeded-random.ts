import { createHash } from 'node:crypto';
import type { Random } from '../../../src/domain/ports.ts';

/** The same chance in every run: numbers and bytes follow from `seed` and how often it was asked. */
export function seededRandom(seed: string): Random {
  let asked = 0;
  const next = (): Buffer => {
    asked += 1;
    return createHash('sha512').update(`${seed}/${asked}`).digest();
  };
  return {
    bytes: (count) => new Uint8Array(next().subarray(0, count)),
    below: (limit) => next().readUInt32BE(0) % limit,
  };
}
