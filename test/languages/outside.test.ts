import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLanguageBench, type LanguageBench } from '../support/languages/language-bench.ts';
import { readAsOutside, readOutside } from '../support/languages/outside.ts';

let bench: LanguageBench;
beforeAll(async () => {
  bench = await openLanguageBench();
}, 60_000);
afterAll(() => bench.close());

/** Shares over both sets; reached when this was written: 0.85, 0.99, 0.86 and 0.95 over all languages. The second set is never learned from. */
const FLOORS = { understood: 0.7, language: 0.9, escalated: 0.75, harmless: 0.8 } as const;
const sets = ['outside.yaml', 'outside-2.yaml'].map(readOutside);

describe('first messages by somebody from outside', () => {
  it.each(Object.keys(sets[0] ?? {}))(
    'are mostly read as they were meant: %s',
    async (code) => {
      const readings = await Promise.all(sets.flatMap((set) => (set[code] ? [readAsOutside(bench.router, code, set[code])] : [])));
      expect(readings).toHaveLength(sets.length);
      for (const [what, floor] of Object.entries(FLOORS)) {
        const parts = readings.map((reading) => reading[what as keyof typeof FLOORS]);
        const of = parts.reduce((sum, part) => sum + part.of, 0);
        const wrong = parts.reduce((sum, part) => sum + part.wrong.length, 0);
        expect([what, 1 - wrong / of >= floor]).toEqual([what, true]);
      }
    },
    30_000,
  );
});
