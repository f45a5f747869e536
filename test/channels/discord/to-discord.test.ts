import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MAX_CONTENT, toDiscord } from '../../../src/channels/discord/to-discord.ts';
import { discordDialect } from '../../../src/channels/markdown/discord-dialect.ts';
import { splitMessage } from '../../../src/channels/markdown/split-message.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import { idAt, outboundOf, textBody } from './discord-builders.ts';

const MANNER = { company: 'Larkfield Outfitters', aside: false };
const rendered = (markdown: string): string => splitMessage(markdown, discordDialect, MAX_CONTENT).join('\n¶\n');
const FENCE = '```';

describe('CommonMark on Discord', () => {
  it.each([
    ['bold', 'a **b** c', 'a **b** c'],
    ['italics', 'a _b_ c', 'a *b* c'],
    ['both', '***b***', '***b***'],
    ['struck out', '~~old~~', '~~old~~'],
    ['headings as bold lines', '## Refund\n\nDone.', '**Refund**\n\nDone.'],
    ['lists', '- one\n- two\n  - three', '- one\n- two\n  - three'],
    ['numbers where they begin', '3. c\n4. d', '3. c\n4. d'],
    ['quotes', '> words\n> more', '> words\n> more'],
    ['tasks', '- [x] paid\n- [ ] sent', '- ☑ paid\n- ☐ sent'],
    ['line breaks', 'a\nb', 'a\nb'],
    ['code', 'type `a**b`', 'type `a**b`'],
    ['code with a backtick', 'type `` a`b ``', 'type `` a`b ``'],
    ['code blocks untouched', '```sh\n**x** <@1>\n```', '```sh\n**x** <@1>\n```'],
    ['links with their address', '[Help](https://www.larkfield.example/help)', 'Help (<https://www.larkfield.example/help>)'],
    ['bare addresses', 'https://www.larkfield.example/a_b_c', '<https://www.larkfield.example/a_b_c>'],
    ['mail addresses', '<support@larkfield.example>', 'support@larkfield.example'],
    ['images as description and address', '![mug](https://www.larkfield.example/mug.png)', 'mug (<https://www.larkfield.example/mug.png>)'],
    ['entities as their characters', 'fish &amp; chips', 'fish & chips'],
    ['HTML as text', 'a <b>bold</b> move', String.raw`a \<b\>bold\</b\> move`],
  ])('shows %s', (_, markdown, shown) => {
    expect(rendered(markdown)).toBe(shown);
  });

  it('draws a small table in a block of code and writes a wide one as lines, without pipes', () => {
    expect(rendered('| Item | Price |\n|---|---|\n| Mug | $40 |')).toBe(`${FENCE}\nItem  Price\n----  -----\nMug   $40\n${FENCE}`);
    const wide = `| Item | Price |\n|---|---|\n| ${'Mug '.repeat(20)} | $40 |`;
    expect(rendered(wide)).toBe(`**Item:** ${'Mug '.repeat(20).trim()}\n**Price:** $40`);
  });

  it.each([
    ['everybody', '@everyone and @here', String.raw`\@everyone and \@here`],
    ['a person', '<@400000000000000001>', String.raw`\<@400000000000000001\>`],
    ['a role', '<@&400000000000000001>', String.raw`\<@&400000000000000001\>`],
    ['a channel', '<#400000000000000001>', String.raw`\<\#400000000000000001\>`],
    ['an emoji', '<:mug:400000000000000001>', String.raw`\<:mug:400000000000000001\>`],
    ['a time', '<t:1700000000:R>', String.raw`\<t:1700000000:R\>`],
    ['a command', '</support:400000000000000001>', String.raw`\</support:400000000000000001\>`],
    ['a spoiler', '||no||', String.raw`\|\|no\|\|`],
    ['small print', '-# no', String.raw`-\# no`],
    ['a link with a false face', '\\[Bank](https://evil.example)', String.raw`\[Bank\](<https://evil.example>)`],
    ['a script link', '[x](javascript:alert(1))', 'x (javascript:alert(1))'],
  ])('shows %s as it is written', (_, markdown, shown) => {
    expect(rendered(markdown)).toBe(shown);
  });

  it('lets no text open a list or a heading at the start of a line', () => {
    expect(rendered('\\- no list')).toBe(String.raw`\- no list`);
    expect(rendered('1\\. no list')).toBe(String.raw`1\. no list`);
    expect(rendered('\\# no heading')).toBe(String.raw`\# no heading`);
  });
});

/** What a reader sees: marks that we wrote and white space are left out. */
const seen = (text: string): string =>
  text
    .replace(/\\([\\*_~`|<>#[\]@.+)-])/g, '$1')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, '');

describe('long messages on Discord', () => {
  const cluster = fc.constantFrom('👩‍👩‍👧‍👦', 'e\u0301', '🇩🇪', '한', 'नि', '👍🏽', 'a', 'Z', '7');
  const word = fc.array(cluster, { minLength: 1, maxLength: 30 }).map((clusters) => clusters.join(''));
  const prose = fc.array(word, { minLength: 1, maxLength: 1_500 }).map((words) => words.join(' '));

  it('are complete, in order and within the limit, cut between characters as a reader sees them', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const parts = splitMessage(text, discordDialect, MAX_CONTENT);
        expect(parts.every((part) => part.length <= MAX_CONTENT)).toBe(true);
        expect(seen(parts.join(''))).toBe(seen(text));
        const clusters = (whole: string): number => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole)].length;
        expect(parts.reduce((sum, part) => sum + clusters(seen(part)), 0)).toBe(clusters(seen(text)));
      }),
      { numRuns: 60 },
    );
  });

  it('are complete for any characters at all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 400 }), { maxLength: 60 }), (strings) => {
        const text = strings.join(' ');
        // In CommonMark every sign behind a backslash is itself.
        const markdown = text.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);
        const parts = splitMessage(`x ${markdown}`, discordDialect, MAX_CONTENT);
        expect(parts.every((part) => part.length <= MAX_CONTENT)).toBe(true);
        expect(seen(parts.join(''))).toBe(`x${text}`.replace(/\s+/g, ''));
      }),
      { numRuns: 100 },
    );
  });

  it('close a fence at the end of a part and open it again', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, ''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (lines) => {
        const code = ['x', ...lines, 'y'].join('\n');
        const parts = splitMessage(`before\n\n${FENCE}js\n${code}\n${FENCE}\n\nafter`, discordDialect, MAX_CONTENT);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(MAX_CONTENT);
          expect(part.split(FENCE).length % 2).toBe(1);
        }
        const inside = parts.map((part) => [...part.matchAll(/```js\n([^]*?)\n```/g)].map(([, body]) => body).join('\n')).join('\n');
        expect(inside.replace(/\s+/g, '')).toBe(code.replace(/\s+/g, ''));
      }),
      { numRuns: 60 },
    );
  });

  it('keep links, emoji and mentions whole at every position of a cut', () => {
    for (let fill = MAX_CONTENT - 60; fill <= MAX_CONTENT + 5; fill += 1) {
      const text = `${'a'.repeat(fill)} <:mug:400000000000000001> [Help](https://www.larkfield.example/help) \`one two\` **so sure**`;
      const parts = splitMessage(text, discordDialect, MAX_CONTENT);
      expect(parts.every((part) => part.length <= MAX_CONTENT)).toBe(true);
      const whole = (piece: string): boolean => parts.some((part) => part.includes(piece));
      expect([String.raw`\<:mug:400000000000000001\>`, 'Help (<https://www.larkfield.example/help>)', '`one two`'].every(whole)).toBe(true);
      expect(parts.every((part) => part.split('**').length % 2 === 1)).toBe(true);
    }
  });

  it.each([0, 1, 1_999, 2_000, 2_001, 4_000, 100_000])('of %d characters', (length) => {
    const parts = splitMessage('a'.repeat(length), discordDialect, MAX_CONTENT);
    expect(parts.join('')).toBe('a'.repeat(length));
    expect(Math.max(0, ...parts.map((part) => part.length))).toBeLessThanOrEqual(MAX_CONTENT);
  });
});

describe('what is posted', () => {
  it('mentions nobody, unfolds no link and carries a nonce that Discord enforces', () => {
    expect(toDiscord(outboundOf(), MANNER)).toEqual([
      {
        content: 'They **left** yesterday.',
        allowed_mentions: { parse: [] },
        flags: 4,
        nonce: expect.stringMatching(/^[\w-]{25}$/),
        enforce_nonce: true,
      },
    ]);
  });

  it('gives each part of each message a nonce of its own, the same at every try', () => {
    const long = outboundOf({ body: textBody('word '.repeat(2_000)) });
    const nonces = (message: typeof long): readonly string[] => toDiscord(message, MANNER).map(({ nonce }) => nonce);
    expect(new Set([...nonces(long), ...nonces({ ...long, id: outboundId('turn-1/1') })]).size).toBe(2 * nonces(long).length);
    expect(nonces(long)).toEqual(nonces(long));
  });

  it.each([
    ['yes or no as two buttons', { choices: ['Yes', 'No'] }, [['Yes', 'No']]],
    ['a rating as five', { choices: ['1', '2', '3', '4', '5'], input: 'rating' as const }, [['1', '2', '3', '4', '5']]],
    ['more than five in rows', { choices: 'abcdefg'.split('') }, ['abcde'.split(''), 'fg'.split('')]],
    ['a code as a button that opens a form', { choices: [], input: 'code' as const }, [['Enter the code']]],
  ])('asks %s, under the last part', (_, question, labels) => {
    const posts = toDiscord(outboundOf({ body: { kind: 'question', markdown: 'word '.repeat(500), ...question } }), MANNER);
    expect(posts).toHaveLength(2);
    expect(posts[0]?.components).toBeUndefined();
    expect(posts[1]?.components?.map(({ components }) => components.map(({ label }) => label))).toEqual(labels);
  });

  it('offers a form to go on with where only one person sees the answer', () => {
    const [post] = toDiscord(outboundOf(), { ...MANNER, aside: true });
    expect(post?.components?.[0]?.components).toMatchObject([{ label: 'Reply', custom_id: expect.stringContaining(`:${idAt(0)}`) }]);
  });

  it('says which teammate speaks, as plain words', () => {
    const [post] = toDiscord(outboundOf({ speaker: { kind: 'staff', name: 'Dana *@everyone*' } }), MANNER);
    expect(post?.content).toBe(String.raw`**Dana \*\@everyone\* (Larkfield Outfitters)**` + '\n\nThey **left** yesterday.');
  });

  it('is nothing for a status', () => {
    expect(toDiscord(outboundOf({ body: { kind: 'status', state: 'working' } }), MANNER)).toEqual([]);
  });
});
