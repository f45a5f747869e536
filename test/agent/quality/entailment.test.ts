import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ENTAILMENT_FILE, readEntailmentSet } from './entailment-set.ts';

const FROZEN = '15a87353f67409561a6d8a6392d1201dc7b097893d68e0e85220e84b481647a8';

describe('the entailment set', () => {
  it('is the one that was written before the gate was tuned', () => {
    expect(createHash('sha256').update(readFileSync(ENTAILMENT_FILE)).digest('hex')).toBe(FROZEN);
  });

  it('holds at least 400 claims in two halves that share no passage', () => {
    const { development, heldBack } = readEntailmentSet();
    expect(development.length + heldBack.length).toBeGreaterThanOrEqual(400);
    const seen = new Set(development.map(({ passage }) => passage));
    expect(heldBack.filter(({ passage }) => seen.has(passage))).toEqual([]);
  });
});
