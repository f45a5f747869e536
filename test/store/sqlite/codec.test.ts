import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decode, encode } from '../../../src/store/sqlite/codec.ts';

describe('codec', () => {
  it.each([
    ['a date', new Date('2026-03-02T09:00:00.123Z')],
    ['a map with dates in it', new Map([['mia', { at: new Date(0), tags: new Set(['a']) }]])],
    ['an empty set', new Set()],
    ['text that looks like a tag', { $date: 'not a date', nested: { $map: 1, other: 2 } }],
    ['nothing', null],
  ])('keeps %s', (_name, value) => {
    expect(decode(encode(value))).toEqual(value);
  });

  it('keeps whatever JSON can hold, keys with a dollar sign included', () => {
    const tagged = fc.dictionary(fc.constantFrom('$date', '$map', '$set', '$object', 'x', '$'), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ noUnicodeString: false }), tagged), (value) => {
        expect(decode(encode(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a tag that it never wrote', () => {
    expect(() => decode('{"$function": "alert"}')).toThrow(SyntaxError);
  });
});
