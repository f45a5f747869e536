import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { chunk, CHUNK_OVERLAP, CHUNK_SIZE } from '../../../src/agent/knowledge/chunk.ts';

const sentence = (number: number): string => `Sentence number ${number} says something useful about the tent. `;
const long = Array.from({ length: 40 }, (_, number) => sentence(number)).join('');

describe('chunk', () => {
  it('keeps a short article in one piece', () => {
    expect(chunk('Just one line.')).toEqual([{ index: 0, heading: '', text: 'Just one line.' }]);
  });

  it('begins a new chunk at every heading and remembers the path to it', () => {
    const pieces = chunk('Intro.\n\n## Returns\n\nThirty days.\n\n### By mail\n\nUse the label.\n\n## Exchanges\n\nReturn and order anew.');
    expect(pieces.map(({ heading, text }) => [heading, text])).toEqual([
      ['', 'Intro.'],
      ['Returns', 'Thirty days.'],
      ['Returns > By mail', 'Use the label.'],
      ['Exchanges', 'Return and order anew.'],
    ]);
  });

  it('takes a line with # inside a code fence for text', () => {
    expect(chunk('```\n## not a heading\n```')).toHaveLength(1);
  });

  it.each([
    ['exactly the size', CHUNK_SIZE, 1],
    ['one more than the size', CHUNK_SIZE + 1, 2],
  ])('cuts a text without spaces of %s into %i: %i', (_, length, pieces) => {
    expect(chunk('x'.repeat(length))).toHaveLength(pieces);
  });

  it('cuts between sentences and never inside one that fits', () => {
    for (const { text } of chunk(long)) expect(text).toMatch(/^Sentence number \d+ .*tent\.$/s);
  });

  it('repeats the last short sentence at the start of the next chunk', () => {
    const short = Array.from({ length: 40 }, (_, number) => `Short sentence number ${number} here. `).join('');
    const pieces = chunk(short);
    expect(pieces.length).toBeGreaterThan(1);
    pieces.slice(1).forEach(({ text }, at) => {
      const last = /Short sentence number \d+ here\.$/.exec(pieces[at]?.text ?? '')?.[0] ?? 'none';
      expect(text.startsWith(last)).toBe(true);
    });
  });

  it('numbers the chunks from 0 through the whole article', () => {
    expect(chunk(`${long}\n\n## More\n\n${long}`).map(({ index }) => index)).toEqual([
      ...Array(chunk(`${long}\n\n## More\n\n${long}`).length).keys(),
    ]);
  });

  it('never makes a chunk longer than the size, loses no word and cuts no character in half', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 60 }),
        fc.constantFrom(' ', '. ', '\n', '\n\n'),
        (parts, separator) => {
          const text = parts.map((part) => part.replace(/[#`~]/g, '')).join(separator);
          const pieces = chunk(text);
          const squeeze = (value: string): string => value.replace(/\s+/g, '');
          expect(pieces.every((piece) => piece.text.length <= CHUNK_SIZE)).toBe(true);
          expect(pieces.some((piece) => /\p{Cs}/u.test(piece.text))).toBe(false);
          expect(squeeze(pieces.map((piece) => piece.text).join('')).length).toBeGreaterThanOrEqual(squeeze(text).length);
          expect(squeeze(pieces.map((piece) => piece.text).join('')).length).toBeLessThanOrEqual(
            squeeze(text).length + pieces.length * CHUNK_OVERLAP,
          );
        },
      ),
      { numRuns: 150, seed: 42 },
    );
  });
});
