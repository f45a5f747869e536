import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { renderCommand } from '../../src/cli/render.ts';

async function render(
  channel: string,
  ...markdowns: readonly string[]
): Promise<readonly { readonly id: unknown; readonly parts: readonly unknown[] }[]> {
  const written: string[] = [];
  const sink = { write: (text: string) => written.push(text) };
  const stdin = Readable.from([markdowns.map((markdown, id) => JSON.stringify({ id, markdown })).join('\n')]);
  await renderCommand.run(['--channel', channel], { stdin, stdout: sink, stderr: sink, env: {}, signal: new AbortController().signal });
  return written.map((line) => JSON.parse(line) as { id: unknown; parts: unknown[] });
}

/** Every construct of CommonMark that a reply may hold. */
const EVERYTHING = [
  '# One\n\nTwo **three** *four* ~~five~~ `six` [seven](https://x.example/a?b=1&c=2) <https://x.example> ![eight](https://x.example/p.png)',
  '> nine\n> **ten**\n\n- eleven\n  - twelve\n    1. thirteen\n- [x] fourteen\n\n---',
  '```js\nfifteen && sixteen\n```\n\n    seventeen',
  '| eighteen | nineteen |\n|---|---|\n| **twenty** | twenty-one |',
  'twenty-two  \ntwenty-three\\\ntwenty-four &amp; <b>twenty-five</b> \\*twenty-six\\*',
].join('\n\n');

describe('deskhand render', () => {
  it.each(['slack', 'discord'])('leaves no raw mark-up of another form on %s, and all the words in order', async (channel) => {
    const [line] = await render(channel, EVERYTHING);
    const texts = (line?.parts ?? []).map(
      (part) => (part as { text?: string; content?: string }).text ?? (part as { content: string }).content,
    );
    const text = texts.join('\n');
    expect(text).not.toMatch(/\[[^\]]*\]\([^)]*\)|^\s*\|.*\|/m);
    if (channel === 'slack') expect(text).not.toContain('**');
    const order = [
      'One',
      'three',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'thirteen',
      'fourteen',
      'fifteen',
      'sixteen',
      'seventeen',
      'twenty-one',
      'twenty-two',
      'twenty-six',
    ];
    const places = order.map((word) => text.indexOf(word));
    expect(places).toEqual([...places].toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it.each([
    ['slack', 0, 0],
    ['discord', 0, 0],
    ['email', 0, 0],
    ['slack', 100_000, 9],
    ['discord', 100_000, 50],
    ['email', 100_000, 1],
  ])('writes on %s %i characters in the parts that they need', async (channel, length, least) => {
    const [line] = await render(channel, 'word '.repeat(length / 5));
    expect(line?.parts.length).toBeGreaterThanOrEqual(least);
    expect(JSON.stringify(line?.parts).match(/word/g)?.length ?? 0).toBeGreaterThanOrEqual(length / 5);
  });

  it('refuses a channel that it does not know', async () => {
    await expect(render('fax', 'a')).rejects.toMatchObject({ code: 'usage' });
  });
});
