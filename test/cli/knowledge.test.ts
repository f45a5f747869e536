import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { knowledgeCommand } from '../../src/cli/knowledge.ts';

const previewed = z.object({
  changed: z.array(z.object({ question: z.string(), before: z.string().optional(), after: z.string().optional() })),
});

describe('deskhand knowledge', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'deskhand-knowledge-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (...args: readonly string[]): Promise<{ readonly out: string; readonly err: string }> => {
    const out: string[] = [];
    const err: string[] = [];
    const io = {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => err.push(text) },
      env: { DESKHAND_DATA: path.join(folder, 'data') },
      signal: new AbortController().signal,
    };
    await knowledgeCommand.run(args, io);
    return { out: out.join(''), err: err.join('') };
  };

  it('finds no contradiction in the articles of the demo shop, and says that there is no history yet', async () => {
    const { out, err } = await run('--json');
    expect(JSON.parse(out)).toMatchObject({ conflicts: [], days: 7 });
    expect(err).toContain('no history');
  });

  it('shows before publishing which answers an edited article would change', async () => {
    const article = await readFile(new URL('../../config/knowledge/promo-codes.md', import.meta.url), 'utf8');
    const draft = path.join(folder, 'promo-codes.md');
    await writeFile(draft, article.replace('10 % off regular', '15 % off regular'));
    const { changed } = previewed.parse(JSON.parse((await run('preview', draft, '--json')).out));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ before, after }) => (before?.includes('10 %') ?? false) && (after?.includes('15 %') ?? false))).toBe(true);
  });

  it.each([
    [['preview'], 'preview and one file'],
    [['review', 'x.md'], 'preview and one file'],
    [['--days', '0'], 'whole number'],
    [['preview', '/nowhere/x.md'], 'cannot be read'],
  ])('refuses %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
