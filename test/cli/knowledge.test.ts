import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { knowledgeCommand } from '../../src/cli/knowledge.ts';
import { openSupport } from '../support/agent/open-support.ts';

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

  it('takes a draft in another folder for the article of its address, asks in its language, and names new contradictions', async () => {
    const original = await readFile(new URL('../../config/knowledge/refund-times.md', import.meta.url), 'utf8');
    const draft = path.join(folder, 'my draft.md');
    await writeFile(draft, original.replaceAll('5–10 business days', '7–12 business days'));
    const { out } = await run('preview', draft);
    expect(out).toMatch(/^\d+ answers would change[^]* {4}- Refunds take 5–10 business days\.\n/);
    expect(out).toMatch(/contradictions that it would bring: [1-9][^]*refund-status says 5–10 business days, refund-times says 7–12/);
    const spanish = await readFile(new URL('../../config/knowledge/es/refund-times.md', import.meta.url), 'utf8');
    await writeFile(draft, spanish.replaceAll('10 días', '12 días'));
    expect((await run('preview', draft)).out).toMatch(/^[1-9]\d* answers would change[^]*\+ .*12 días/);
  });

  describe('with a history', () => {
    beforeEach(async () => {
      const data = path.join(folder, 'data');
      const support = await openSupport((config) => ({ ...config, dataFolder: data }), {
        throwAway: false,
        learnedFolder: sharedCacheFolder(),
      });
      const asked = [
        'do you sell kayaks?',
        'are there kayaks in your shop',
        'how long do refunds take?',
        'where does my refund money end up, which card?',
      ];
      for (const [at, text] of asked.entries()) await support.customer(`c${at}@home.example`).says(text);
      await support.close();
    }, 60_000);

    it('lists what nobody could answer, alike questions together, and what no answer has quoted', async () => {
      const health = JSON.parse((await run('--days', '3650', '--json')).out) as { neverUsed: readonly string[] };
      expect(health).toMatchObject({ withoutArticle: [{ question: expect.stringContaining('kayaks'), times: 2 }] });
      expect(health.neverUsed).not.toContain('refund-times');
      expect(health.neverUsed).toContain('de/refund-times');
      expect((await run('--days', '3650')).out).toMatch(/ {2}2 × .*kayaks.*\n {6}.*kayaks[^]* {2}in de: .*de\/refund-times/);
    });

    it('previews an edit on the questions of customers, too', async () => {
      const draft = path.join(folder, 'kayaks.md');
      await writeFile(draft, '---\ntitle: Do you sell kayaks?\n---\nNo, we sell no kayaks.');
      const { changed } = previewed.parse(JSON.parse((await run('preview', draft, '--days', '3650', '--json')).out));
      expect(changed).toContainEqual({ question: 'do you sell kayaks?', after: 'No, we sell no kayaks.' });
    });
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
