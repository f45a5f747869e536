import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fromExactJson, toExactJson } from '../../src/console/exact-json.ts';

describe('exact JSON', () => {
  it('gives dates, maps and sets back as what they were', () => {
    const value = {
      at: new Date('2026-03-10T15:00:00Z'),
      people: new Map([['mia', { since: new Date(0) }]]),
      signals: new Set(['angry']),
      list: [1, null, 'x'],
    };
    expect(fromExactJson(toExactJson(value))).toEqual(value);
  });

  it('takes an object that looks like its own marks for what it is', () => {
    const value = { $deskhand: 'date', of: '2026-03-10' };
    expect(fromExactJson(toExactJson(value))).toEqual(value);
  });

  it('gives back any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(fromExactJson(toExactJson(value)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 200 },
    );
  });
});
