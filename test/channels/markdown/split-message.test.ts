import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slackDialect } from '../../../src/channels/markdown/slack-dialect.ts';
import { splitMessage } from '../../../src/channels/markdown/split-message.ts';

const split = (markdown: string, limit = 3_000): readonly string[] => splitMessage(markdown, slackDialect, limit);

/** What is left of a text when form, space and invisible signs are taken away: the words that must all arrive. */
const bare = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u200b\u2060]/g, '');

const fencesIn = (part: string): number => part.match(/```/g)?.length ?? 0;

const FAMILY = '👨‍👩‍👧‍👦';
const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
  fc.constantFrom(FAMILY, '🇩🇪', 'é', 'naïve', '日本語', ':tada:', '<@U012AB3CD>', '<!channel>', 'a&b', '5<6', 'x>y', '👍🏽'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => text.replace(/[\s\p{C}\p{P}\p{S}]/gu, '') || 'x'),
);

describe('a message that is split', () => {
  it.each([
    ['', 0],
    [' \n\n ', 0],
    ['Hello', 1],
    ['x'.repeat(2_920), 1],
    ['word '.repeat(600), 1],
    ['word '.repeat(601), 2],
    ['word '.repeat(20_000), 34],
  ])('has as many parts as its length needs (%#)', (markdown, parts) => {
    expect(split(markdown)).toHaveLength(parts);
  });

  it('is complete, in order and within the limit, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.integer({ min: 200, max: 700 }), (all, limit) => {
        const parts = split(all.join(' '), limit);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
        expect(bare(parts.join(''))).toBe(bare(all.join('')));
      }),
      { numRuns: 300 },
    );
  });

  it('is never cut inside an emoji, a mention or an escaped character', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 50, maxLength: 300 }), fc.integer({ min: 200, max: 300 }), (all, limit) => {
        const whole = new Set(all.map((each) => slackDialect.literal(each)));
        for (const part of split(all.join(' '), limit)) {
          for (const written of part.split(/\s+/)) expect(whole.has(written) || whole.has(written.replace('\u2060', ''))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('cuts words without end between grapheme clusters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(FAMILY, 'é', '🇩🇪', ':tada:', '<@U012AB3CD>', 'a'), { minLength: 200, maxLength: 600 }),
        (all) => {
          const parts = split(all.join(''), 200);
          expect(bare(parts.join(''))).toBe(bare(all.join('')));
          for (const part of parts) {
            expect(part).not.toMatch(/^\u200d|\u200d$|^\u0301|:(?:tada|tad|ta|t)$|&(?:l|lt|g|gt|lt;@U?\w*)?$/);
            expect(part).not.toMatch(/\p{Surrogate}/u);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('closes a fence at a cut and opens it again, with every line of code in order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z<&=();. ]{0,60}$/), { minLength: 1, maxLength: 80 }), (lines) => {
        const parts = split(`Before\n\n\`\`\`ts\n${lines.join('\n')}\n\`\`\`\n\nAfter`, 200);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(200);
          expect(fencesIn(part) % 2).toBe(0);
        }
        expect(bare(parts.join('').replaceAll('```', ''))).toBe(bare(`Before${lines.join('')}After`));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every line of a fence that fits as it is, blank lines and indentation included', () => {
    const code = 'def f():\n\n    return 1\n\n\n# end';
    expect(split(`\`\`\`\n${code}\n\`\`\``)).toEqual([`\`\`\`\n${code}\n\`\`\``]);
  });

  it('never cuts a link, and closes styles at a cut', () => {
    const link = '[our **returns** page](https://www.larkfield.example/help/returns?a=1&b=2)';
    const written = '<https://www.larkfield.example/help/returns?a=1&amp;b=2|our returns page>';
    const parts = split(`**${`${link} and `.repeat(30)}end**`, 240);
    expect(parts.join(' ').split(written)).toHaveLength(31);
    for (const part of parts) expect(part.replaceAll(written, '')).toMatch(/^\*[^*]+\*$/);
  });

  it('keeps nested lists complete and in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.stringMatching(/^[a-z]{1,20}$/)), { minLength: 1, maxLength: 60 }),
        (items) => {
          const markdown = items.map(([depth, text]) => `${'  '.repeat(depth)}- ${text}`).join('\n');
          const parts = split(markdown, 200);
          const said = parts.join('\n').match(/[a-z]+/g);
          // Four spaces of a first item make it code in CommonMark; its dash is then part of the code.
          expect(said).toEqual(items.map(([, text]) => text));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(200);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('prefers to cut between lines', () => {
    const line = 'A sentence that stands on a line of its own and is eighty characters long, about. ';
    const parts = split(Array.from({ length: 12 }, () => line.trim()).join('\n'), 300);
    for (const part of parts) expect(part.endsWith('about.')).toBe(true);
  });

  it.each([
    ['quotes nested by the thousand', `${'> '.repeat(20_000)}deep`],
    ['100,000 marks in one paragraph', '_a_b'.repeat(25_000)],
    ['a letter with a thousand accents', `a${'\u0301'.repeat(5_000)}`],
    ['one word of 100,000 letters', 'x'.repeat(100_000)],
  ])('is complete and within the limit for %s', (_, markdown) => {
    const parts = split(markdown);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(3_000);
    expect(bare(parts.join(''))).toBe(bare(markdown));
  });
});
