import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slackDialect } from '../../../src/channels/markdown/slack-dialect.ts';
import { splitMessage } from '../../../src/channels/markdown/split-message.ts';

const mrkdwn = (markdown: string): string => splitMessage(markdown, slackDialect, 3_000).join('\n');
const visible = (text: string): string => text.replace(/[\u200b\u2060]/g, '');

describe('CommonMark on Slack', () => {
  it.each([
    ['bold', 'a **b c** d', 'a *b c* d'],
    ['italics, with both signs', '*a* and _b_', '_a_ and _b_'],
    ['bold in italics', '*a **b** c*', '_a *b* c_'],
    ['struck text', '~~gone~~', '~gone~'],
    ['inline code, nothing in it is form', '`a **b** <c> & [x](y)`', '`a **b** &lt;c&gt; &amp; [x](y)`'],
    ['a link', '[our page](https://x.example/a?b=1&c=2)', '<https://x.example/a?b=1&amp;c=2|our page>'],
    ['a link by reference', '[page]\n\n[page]: https://x.example', '<https://x.example|page>'],
    ['a link without words', '<https://x.example/a_b_c>', '<https://x.example/a_b_c>'],
    ['a bare link', 'See https://x.example/a.', 'See <https://x.example/a>.'],
    ['a mail address', '<help@x.example>', '<mailto:help@x.example|help@x.example>'],
    ['a bar in an address', '[a](https://x.example/?a|b)', '<https://x.example/?a%7Cb|a>'],
    ['a picture', '![a tent](https://x.example/t.png)', '<https://x.example/t.png|a tent>'],
    ['a heading', '## Returns **now**', '*Returns now*'],
    ['an underlined heading', 'Returns\n=======', '*Returns*'],
    ['bullets and their levels', '- a\n  - b\n    - c\n- d', '• a\n    ◦ b\n        ▪ c\n• d'],
    ['numbers, from where they start', '3. a\n4. b', '3. a\n4. b'],
    ['tasks', '- [x] a\n- [ ] b', '• ☑ a\n• ☐ b'],
    ['a quote', '> a\n> b', '> a\n> b'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\n──────────\n\nb'],
    ['a fence without its language', '```js\na < b\n```', '```\na &lt; b\n```'],
    ['indented code', '    a  b', '```\na  b\n```'],
    ['line breaks', 'a\nb  \nc\\\nd', 'a\nb\nc\nd'],
    ['character references', 'Fish &amp; chips &copy; &#8364;', 'Fish &amp; chips © €'],
    ['HTML, as text', 'a <b>b</b>', 'a &lt;b&gt;b&lt;/b&gt;'],
  ])('writes %s', (_, markdown, expected) => {
    expect(visible(mrkdwn(markdown))).toBe(expected);
  });

  it('draws a narrow table with aligned columns and no bars', () => {
    expect(mrkdwn('| Item | Price |\n|:--|--:|\n| **Mug** | $40.00 |\n| Tent | $240.00 |')).toBe(
      '```\nItem    Price\n----  -------\nMug    $40.00\nTent  $240.00\n```',
    );
  });

  it('writes a wide table row by row', () => {
    const cell = 'a long sentence that needs most of a line by itself';
    expect(mrkdwn(`| Item | Why |\n|---|---|\n| ${cell} | ${cell} |`)).toBe(`*Item:* ${cell}\n*Why:* ${cell}`);
  });

  it.each([
    '<!channel>',
    '<!here>',
    '<!everyone>',
    '<@U012AB3CD>',
    '<#C012AB3CD>',
    '<!subteam^S012AB3CD>',
    '<!date^1^{date}|x>',
    '<https://evil.example|help>',
  ])('shows %s as text, in words, code, links and tables', (mention) => {
    const text = mrkdwn(
      `${mention} **${mention}** \`${mention}\` [${mention}](https://x.example)\n\n| a |\n|---|\n| ${mention} |\n\n> ${mention}`,
    );
    expect(text.replaceAll(/<https:\/\/(?:x|evil)\.example(?:\|[^<>]*)?>/g, '')).not.toMatch(/<[!@#]/);
    expect(text).not.toContain(mention);
  });

  it.each(['\\*\\*a\\*\\*', '2 ** 3 ** 4', 'a**', '\\> no quote', '\\~no\\~', '\\_no\\_', '\\`no\\`', '\\[a\\](https://x.example)'])(
    'brings nothing to life in the plain text %s',
    (markdown) => {
      expect(mrkdwn(markdown)).not.toMatch(/\*\*(?=\S)|(?<=\S)\*\*|^(?:>|&gt;)|~no~|\b_no_\b|`no`|\]\(/);
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', '/help', 'ftp://x.example', 'https://x.example/<!channel>'])(
    'makes no link of %s and loses nothing of it',
    (href) => {
      const text = mrkdwn(`[a](<${href.replaceAll(/[<>]/g, '')}>)`);
      expect(text.includes('x.example/!channel') || text.startsWith('a (')).toBe(true);
    },
  );

  it('leaves no raw mark-up of CommonMark and no control sequence, whatever is nested', () => {
    const plain = fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('<!channel>', '<@U1>', 'a & b', 'x_y_z', '5 * 3'));
    const styled = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc.tuple(inner, fc.constantFrom('', '**', '_', '~~')).map(([text, mark]) => `${mark}${text}${mark}`);
    const link = fc.tuple(styled(plain), fc.boolean()).map(([text, linked]) => (linked ? `[${text}](https://x.example/a)` : text));
    const inline = styled(styled(link)).map((text) => `so ${text}`);
    const block = fc.oneof(
      inline,
      inline.map((text) => `# ${text}`),
      fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
      inline.map((text) => `> ${text}`),
      inline.map((text) => `| a | b |\n|---|---|\n| ${text} | c |`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const text = mrkdwn(blocks.join('\n\n'));
        expect(text).not.toMatch(/<[!@#]/);
        expect(text).not.toMatch(/\]\(https/);
        expect(text).not.toMatch(/^\|.*\|/m);
      }),
      { numRuns: 300 },
    );
  });
});
