import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ingestCommand } from '../../src/cli/ingest.ts';
import { redactCommand } from '../../src/cli/redact.ts';
import { retrieveCommand } from '../../src/cli/retrieve.ts';
import type { Command } from '../../src/cli/command.ts';

const row = z.object({
  id: z.unknown(),
  results: z.array(z.object({ doc: z.string(), chunk: z.number(), score: z.number(), text: z.string() })),
});

async function run(
  command: Command,
  args: readonly string[],
  input = '',
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdin: Readable.from([input]),
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    env: {},
    signal: new AbortController().signal,
  };
  const code = await command.run(args, io);
  return { code, out: out.join(''), err: err.join('') };
}

describe('knowledge commands', () => {
  let folder: string;
  const docsFor = async (args: readonly string[], question: object): Promise<readonly string[]> => {
    const { out } = await run(retrieveCommand, args, `${JSON.stringify(question)}\n`);
    return row.parse(JSON.parse(out)).results.map(({ doc }) => doc);
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docs-'));
    await mkdir(path.join(folder, 'care'));
    await writeFile(path.join(folder, 'care', 'tents.md'), '# Tents\n\nAir the tent.\n\n## Poles\n\nWipe the tent poles.');
    await writeFile(path.join(folder, 'stoves.html'), '<h1>Stoves</h1><p>Let the stove cool down.</p>');
    await writeFile(path.join(folder, 'boots.json'), '{"id":"doc_boots","title":"Boots","content":"Brush the boots."}');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('names an article by its id, else by its path without extension', async () => {
    expect(await docsFor(['--docs', folder, '--by', 'doc'], { id: 1, query: 'tent stove boots' })).toEqual(
      expect.arrayContaining(['care/tents', 'stoves', 'doc_boots']),
    );
  });

  it('gives a row for each chunk, or one for each article', async () => {
    expect(await docsFor(['--docs', folder], { id: 1, query: 'tent' })).toEqual(['care/tents', 'care/tents']);
    expect(await docsFor(['--docs', folder, '--by', 'doc'], { id: 1, query: 'tent' })).toEqual(['care/tents']);
  });

  it('searches JSON lines', async () => {
    const file = path.join(folder, 'all.jsonl');
    await writeFile(
      file,
      '{"id":"a","title":"Alpha","category":"x","body":"zebra"}\n{"id":"b","title":"Beta","category":"x","body":"giraffe"}\n',
    );
    expect(await docsFor(['--docs', file], { id: 1, query: 'giraffe' })).toEqual(['b']);
  });

  it('gives no more rows than the limit', async () => {
    expect(await docsFor(['--docs', folder, '--limit', '1'], { id: 1, query: 'tent stove boots' })).toHaveLength(1);
  });

  it('uses many resolved tickets as memory, but not the ticket that asks', async () => {
    const file = path.join(folder, 'resolved.jsonl');
    const rows = Array.from({ length: 50 }, (_, at) => ({
      id: `t${at}`,
      text: at === 7 ? 'flame sputters at altitude' : `other matter number${at}`,
      docs: [at === 7 ? 'stoves' : 'doc_boots'],
    }));
    await writeFile(file, rows.map((line) => JSON.stringify(line)).join('\n'));
    const args = ['--docs', folder, '--by', 'doc', '--resolved', file];
    expect(await docsFor(args, { id: 'new', query: 'flame sputters at altitude' })).toContain('stoves');
    expect(await docsFor(args, { id: 't7', query: 'flame sputters at altitude' })).not.toContain('stoves');
  });

  it('searches the demo shop’s articles by default and shows no procedure of the staff', async () => {
    const docs = await docsFor(['--limit', '100'], { id: 1, query: 'refund exceptions for VIP customers' });
    expect(docs.length).toBeGreaterThan(0);
    expect(docs.filter((doc) => doc.startsWith('sop'))).toEqual([]);
  });

  it.each([
    ['a folder that is missing', ['--docs', '/nowhere/at/all']],
    ['a limit that is no number', ['--limit', 'many']],
    ['an unknown grouping', ['--by', 'page']],
    ['a memory that is missing', ['--docs', '.', '--resolved', '/nowhere.jsonl']],
  ])('refuses %s', async (_, args) => {
    await expect(run(retrieveCommand, args)).rejects.toMatchObject({ code: 'usage' });
  });

  it('summarises what it indexed and what it skipped', async () => {
    await writeFile(path.join(folder, 'broken.md'), '---\ntitle: [\n---\nx');
    const { code, out } = await run(ingestCommand, [folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      sources: [{ articles: 3, chunks: 4, skipped: [{ problem: expect.stringContaining('YAML') }] }],
    });
  });

  it('redacts line by line', async () => {
    const { code, out } = await run(redactCommand, [], '{"id":"a","text":"mail kim@home.example"}\nx\n');
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { id: 'a', text: 'mail [EMAIL_ADDRESS]', spans: [{ start: 5, end: 21, type: 'EMAIL_ADDRESS' }] },
      { id: null, line: 2, error: 'not valid JSON' },
    ]);
  });
});
