import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { filterLines } from '../../src/cli/json-lines.ts';

async function run(input: string | readonly Uint8Array[]): Promise<{ readonly code: number; readonly rows: readonly unknown[] }> {
  const written: string[] = [];
  const sink = { write: (text: string) => written.push(text) };
  const io = {
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    stdout: sink,
    stderr: sink,
    env: {},
    signal: new AbortController().signal,
  };
  const code = await filterLines(io, z.object({ id: z.number(), text: z.string() }), async ({ id, text }) => ({ id, length: text.length }));
  return {
    code,
    rows: written
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  };
}

describe('a filter of JSON lines', () => {
  it('answers each line in order and ends with 0', async () => {
    expect(await run('{"id":1,"text":"a"}\n{"id":2,"text":"bb"}\n')).toEqual({
      code: 0,
      rows: [
        { id: 1, length: 1 },
        { id: 2, length: 2 },
      ],
    });
  });

  it('needs no line feed at the end', async () => {
    expect((await run('{"id":1,"text":"a"}')).rows).toHaveLength(1);
  });

  it.each([
    ['is no JSON', '{', 'not valid JSON'],
    ['lacks a field', '{"id":1}', 'text'],
    ['is not an object', '7', 'object'],
  ])('reports a line that %s with its number, goes on, and ends with 1', async (_, bad, error) => {
    expect(await run(`{"id":1,"text":"a"}\n\n${bad}\n{"id":2,"text":"b"}\n`)).toEqual({
      code: 1,
      rows: [
        { id: 1, length: 1 },
        { id: null, line: 3, error: expect.stringContaining(error) },
        { id: 2, length: 1 },
      ],
    });
  });

  it('keeps other line separators and characters that are split between two reads', async () => {
    const bytes = new TextEncoder().encode('{"id":1,"text":"é\u2028"}\n');
    expect((await run([bytes.slice(0, 17), bytes.slice(17)])).rows).toEqual([{ id: 1, length: 2 }]);
  });

  it('writes nothing for no input', async () => {
    expect(await run('')).toEqual({ code: 0, rows: [] });
  });
});
