import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
      env: {
        DESKHAND_DATA: path.join(folder, 'data'),
        ...(existsSync(path.join(folder, 'config')) && { DESKHAND_CONFIG: path.join(folder, 'config') }),
      },
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

  it('takes a draft in another folder for the article of its address, and asks in its language', async () => {
    const spanish = await readFile(new URL('../../config/knowledge/es/refund-times.md', import.meta.url), 'utf8');
    const draft = path.join(folder, 'my draft.md');
    await writeFile(draft, spanish.replaceAll('10 días', '12 días'));
    expect((await run('preview', draft)).out).toMatch(/^[1-9]\d* answers would change[^]* {4}- .*10 días[^]* {4}\+ .*12 días/);
  });

  describe('of a company', () => {
    const help = (name: string, text: string): Promise<void> => writeFile(path.join(folder, 'config', 'help', name), text);
    const drafted = async (text: string): Promise<string> => {
      await writeFile(path.join(folder, 'draft.md'), text);
      return (await run('preview', path.join(folder, 'draft.md'))).out;
    };
    beforeEach(async () => {
      await mkdir(path.join(folder, 'config', 'help'), { recursive: true });
      await writeFile(path.join(folder, 'config', 'knowledge.yaml'), 'sources: [{name: help, folder: help}]');
      await help('boots.md', '---\ntitle: Boots\n---\nUnworn boots can be returned within 30 days from delivery.');
      const asked = ['can I return shoes', 'how long can I return shoes', 'how many days to return shoes', 'return shoes until when'];
      const phrasings = asked.map((question) => `      - ${question}\n`).join('');
      await help(
        'shoes.md',
        `---\ntitle: Shoes\nasked:\n  - questions:\n${phrasings}---\nUnworn shoes can be returned within 30 days from delivery. Keep the box.`,
      );
    });

    it('shows a change once, with the sentences that differ and some of its questions, and the contradictions that it brings', async () => {
      const shoes = await readFile(path.join(folder, 'config', 'help', 'shoes.md'), 'utf8');
      const out = await drafted(
        shoes.replace('Unworn shoes can be returned within 30 days', 'Unworn boots can be returned within 60 days'),
      );
      expect(out).toMatch(
        /^4 answers would change\n {2}can I return shoes\n.*\n.*\n {2}… and 1 more questions\n {4}- Unworn shoes .*\n {4}\+ Unworn boots /,
      );
      expect(out).not.toContain('Keep the box');
      expect(out).toMatch(/contradictions that it would bring: 1\n {2}boots says 30 days, shoes says 60 days/);
    });
  });

  describe('with a history', () => {
    let data: string;
    beforeAll(async () => {
      data = await mkdtemp(path.join(tmpdir(), 'deskhand-history-'));
      const support = await openSupport((config) => ({ ...config, dataFolder: data }), {
        throwAway: false,
        learnedFolder: sharedCacheFolder(),
      });
      const asked = ['do you sell kayaks?', 'are there kayaks in your shop', 'how long do refunds take?'];
      for (const [at, text] of asked.entries()) await support.customer(`c${at}@home.example`).says(text);
      await support.close();
    }, 60_000);
    afterAll(() => rm(data, { recursive: true, force: true }));

    it('lists what nobody could answer, alike questions together, and what no answer has quoted', async () => {
      const { out } = await run('--data', data, '--days', '3650');
      expect(out).toMatch(/ {2}2 × .*kayaks.*\n {6}.*kayaks[^]* {2}in de: .*de\/refund-times/);
      expect(out).not.toMatch(/^ {2}refund-times$/m);
    });

    it('previews an edit on the questions of customers, too', async () => {
      const draft = path.join(folder, 'kayaks.md');
      await writeFile(draft, '---\ntitle: Do you sell kayaks?\n---\nNo, we sell no kayaks.');
      const { changed } = previewed.parse(JSON.parse((await run('preview', draft, '--data', data, '--days', '3650', '--json')).out));
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
