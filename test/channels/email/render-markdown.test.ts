import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { markdownToHtml, markdownToText } from '../../../src/channels/email/render-markdown.ts';

describe('markdown in a mail', () => {
  it.each([
    ['emphasis', 'a **b** _c_', '<p>a <strong>b</strong> <em>c</em></p>', 'a b c'],
    ['lists', '- one\n- two', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['numbers', '3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    ['headings', '## Refund', '<p><strong>Refund</strong></p>', 'Refund'],
    [
      'links',
      '[Help](https://www.larkfield.example/help)',
      '<p><a href="https://www.larkfield.example/help">Help</a></p>',
      'Help (https://www.larkfield.example/help)',
    ],
    ['line breaks', 'a\nb', '<p>a<br>b</p>', 'a\nb'],
    ['code', '`a<b`', '<p><code>a&lt;b</code></p>', 'a<b'],
    ['code blocks', '```\n**x**\n```', '<pre style="white-space:pre-wrap">**x**</pre>', '**x**'],
    ['quotes', '> words', '<blockquote><p>words</p></blockquote>', '| words'],
    ['ampersands', 'Fish & chips < 5', '<p>Fish &amp; chips &lt; 5</p>', 'Fish & chips < 5'],
    ['character references', 'AT&amp;T &copy; &lt;b&gt; &#8364;', '<p>AT&amp;T © &lt;b&gt; €</p>', 'AT&T © <b> €'],
    ['character references in code as they are', '`&lt;`', '<p><code>&amp;lt;</code></p>', '&lt;'],
    ['tasks', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>', '- ☑ a\n- ☐ b'],
    [
      'links by reference',
      '[page]\n\n[page]: https://x.example',
      '<p><a href="https://x.example">page</a></p>',
      'page (https://x.example)',
    ],
    ['images as their description', '![mug](https://evil.example/x.png)', '<p>mug</p>', 'mug'],
    ['HTML as text', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>', '<img src=x onerror=alert(1)>'],
    ['scripted links as their label', '[x](javascript:alert(1))', '<p>x</p>', 'x'],
  ])('shows %s', (_, markdown, html, text) => {
    expect(markdownToHtml(markdown)).toBe(html);
    expect(markdownToText(markdown)).toBe(text);
  });

  it('shows a table as rows of header and cell in text', () => {
    const table = '| Item | Price |\n|---|---|\n| Mug | $40 |';
    expect(markdownToText(table)).toBe('Item: Mug\nPrice: $40');
    expect(markdownToHtml(table)).toContain('<td align="left" style="padding:2px 12px 2px 0">$40</td>');
  });

  it('produces no element or attribute that it did not mean to, whatever is written', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</a>',
      '<b onclick=x>',
      '"',
      "'",
      '>',
      '[',
      '](',
      ')',
      'javascript:',
      'https://a.example/"onx=',
      '**',
      '`',
      '\n',
      '| a |',
      '|-|',
      '![',
      '&lt;',
      '&#x3c;script>',
      'x',
      '- ',
      '<!--',
      '<a href=',
      '<https://a.example>',
    );
    const allowed =
      /^<\/?(?:p|strong|em|s|code|pre|br|hr|ul|ol|li|table|tr|th|td|blockquote|a)(?: (?:href="(?:https?:\/\/|mailto:)[^"<>]*"|style="[a-z0-9 :;-]*"|align="left"|start="\d+"))*>$/;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        for (const tag of markdownToHtml(pieces.join('')).match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(allowed);
      }),
      { numRuns: 1000 },
    );
  });
});
