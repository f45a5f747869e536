import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ingestCommand } from '../../src/cli/ingest.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { helpPage, openHelpSite, type HelpSite } from '../support/help-site.ts';

describe('deskhand ingest', () => {
  let folder: string;
  let site: HelpSite;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ingest-'));
    site = await openHelpSite({ '/refunds': helpPage('Refunds', 'A refund is paid to your card within 10 days.') });
    site.pages.set('/sitemap.xml', site.urlset(['/refunds', '/gone']));
  });
  afterEach(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const written = { out: '', err: '' };
    const code = await ingestCommand.run(args, {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => (written.out += text) },
      stderr: { write: (text: string) => (written.err += text) },
      env: { DESKHAND_CONFIG: folder, DESKHAND_DATA: path.join(folder, 'data') },
      signal: new AbortController().signal,
    });
    return { code, ...written };
  }
  async function configured(): Promise<void> {
    await mkdir(path.join(folder, 'help'));
    await writeFile(path.join(folder, 'help', 'card.md'), 'A refund is paid to your card within 14 days.');
    await writeFile(
      path.join(folder, 'knowledge.yaml'),
      `sources:\n  - {name: help, folder: help}\n  - {name: site, sitemap: "${site.origin}/sitemap.xml", refresh: "0 4 * * *", fetch: {privateAddresses: true}}\n`,
    );
  }

  it('fetches what lies elsewhere, and tells of every source what it holds, lacks and contradicts', async () => {
    await configured();
    const { code, out } = await run('--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      sources: [
        { source: 'help', articles: 1, chunks: 1, skipped: [] },
        {
          source: 'site',
          from: `${site.origin}/sitemap.xml`,
          articles: 1,
          skipped: [{ path: `${site.origin}/gone`, problem: expect.stringContaining('not there') }],
        },
      ],
      conflicts: [{ values: ['14 days', '10 days'] }],
    });
  });

  it('keeps what it fetched, for a run that asks for nothing', async () => {
    await configured();
    expect((await run('--offline')).out).toContain('skipped site: has not been fetched yet');
    await run();
    site.asked.length = 0;
    expect((await run('--offline')).out).toMatch(/site: 1 articles, 1 chunks, 1 skipped/);
    expect(site.asked).toEqual([]);
  });

  it('says so when a source cannot be fetched, and still has its articles', async () => {
    await configured();
    await run();
    site.pages.delete('/sitemap.xml');
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/site: 1 articles, 1 chunks, 1 skipped[^]*the sitemap is not there/);
  });

  it('reads addresses that are named instead of the sources, and keeps nothing of them', async () => {
    site.pages.set('/all.json', JSON.stringify([{ title: 'Shipping', body: 'Two days.' }]));
    const { out } = await run(`${site.origin}/sitemap.xml`, `${site.origin}/all.json`);
    expect(out).toMatch(/sitemap\.xml: 1 articles[^]*all\.json: 1 articles/);
  });

  it('refuses a path that is neither folder nor address', async () => {
    await expect(run('nowhere')).rejects.toMatchObject({ code: 'usage', message: 'nowhere is no folder and no address' });
  });

  it.each([
    [
      'two places',
      '{name: a, folder: help, sitemap: "https://a.example/s.xml"}',
      /exactly one of folder, sitemap, export and ticketsOfDays/,
    ],
    ['no place', '{name: a}', /exactly one of/],
    ['an address that is no web page', '{name: a, sitemap: "file:///etc/passwd"}', /https?:\/\//],
    ['a refresh that never comes', '{name: a, folder: help, refresh: "0 3 31 2 *"}', /cron expression/],
    ['a name twice', '{name: a, folder: help}\n  - {name: a, folder: other}', /one name/],
  ])('names a source in knowledge.yaml with %s', async (_, source, problem) => {
    await writeFile(path.join(folder, 'knowledge.yaml'), `sources:\n  - ${source}\n`);
    await expect(run()).rejects.toMatchObject({ code: 'config_invalid', message: expect.stringMatching(problem) });
  });
});

describe('progress', () => {
  const shown = (isTTY: boolean): readonly string[] => {
    const lines: string[] = [];
    const progress = createProgress({ isTTY, write: (text: string) => lines.push(text) });
    for (let done = 0; done < 100; done++) progress.show('fetching', done, 100, 'site');
    progress.end('fetching', 100, 'site');
    return lines;
  };

  it('is one line that is written over on a terminal', () => {
    expect(shown(true)).toHaveLength(101);
    expect(
      shown(true)
        .slice(0, -1)
        .every((text) => text.startsWith('\r') && !text.includes('\n')),
    ).toBe(true);
  });

  it('is a line for every tenth anywhere else', () => {
    expect(shown(false)).toHaveLength(11);
    expect(shown(false).at(-1)).toBe('fetching [####################] 100/100 site\n');
  });
});
