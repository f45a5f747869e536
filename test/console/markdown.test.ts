import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';

// The page's script is plain JavaScript: its exports are checked here as any other input.
const page = z.object({ parseMarkdown: z.function({ input: [z.string()], output: z.unknown() }) });
const { parseMarkdown } = page.parse({ ...(await import(new URL('../../src/console/page/markdown.js', import.meta.url).href)) });

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...inline: unknown[]) => ({ kind: 'paragraph', inline });

function kindsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(kindsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'kind' ? [String(part)] : kindsIn(part)));
}

describe('the page’s Markdown', () => {
  it.each<[string, string, unknown[]]>([
    ['plain words', 'Hello', [paragraph(text('Hello'))]],
    ['bold', 'a **b** c', [paragraph(text('a '), { kind: 'bold', inline: [text('b')] }, text(' c'))]],
    ['emphasis', '*a*', [paragraph({ kind: 'emphasis', inline: [text('a')] })]],
    ['code, untouched inside', '`**a**`', [paragraph({ kind: 'code', text: '**a**' })]],
    ['two paragraphs', 'a\n\nb', [paragraph(text('a')), paragraph(text('b'))]],
    ['a line break', 'a\nb', [paragraph(text('a'), { kind: 'break' }, text('b'))]],
    ['a list', '- a\n- b', [{ kind: 'bullets', items: [[text('a')], [text('b')]] }]],
    ['a numbered list', '1. a\n2. b', [{ kind: 'numbers', items: [[text('a')], [text('b')]] }]],
    ['a link', '[help](https://x.example/a)', [paragraph({ kind: 'link', url: 'https://x.example/a', inline: [text('help')] })]],
    [
      'a bare link without the full stop',
      'see https://x.example.',
      [paragraph(text('see '), { kind: 'link', url: 'https://x.example/', inline: [text('https://x.example')] }, text('.'))],
    ],
    ['escaped marks', String.raw`\*a\* \[b\]`, [paragraph(text('*a* [b]'))]],
    ['an order number with underscores', 'snake_case_name', [paragraph(text('snake_case_name'))]],
    ['a mark without its end', '**a', [paragraph(text('**a'))]],
    ['markup', '<img src=x onerror=alert(1)>', [paragraph(text('<img src=x onerror=alert(1)>'))]],
  ])('reads %s', (_what, markdown, blocks) => {
    expect(parseMarkdown(markdown)).toEqual(blocks);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](JaVaScRiPt:x)',
    '[a](//x.example)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](/local)',
  ])('makes no link of %s', (markdown) => {
    expect(kindsIn(parseMarkdown(markdown))).not.toContain('link');
  });

  it('links to http and https alone, whatever the text', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '**',
      '`',
      '*',
      '_',
      'a',
      ' ',
      '\n',
      '- ',
      'http://',
      'https://x',
      'javascript:',
      '\\',
      '<b>',
      '://',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const urls = [...JSON.stringify(parseMarkdown(parts.join(''))).matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? '');
        expect(urls.every((url) => /^https?:\/\//.test(url))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('stays fast on text made to be slow', () => {
    const started = performance.now();
    for (const piece of ['**', '[', '`', '*a', '[a](', '- ', 'http://']) parseMarkdown(piece.repeat(Math.floor(20_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
