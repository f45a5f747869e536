import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createArticleStore } from '../../../../src/agent/knowledge/article-store.ts';
import type { Article } from '../../../../src/agent/knowledge/article.ts';
import type { FetchLimits, KnowledgeSource } from '../../../../src/agent/knowledge/knowledge-settings.ts';
import { openMirror } from '../../../../src/agent/knowledge/sources/mirror.ts';
import type { RefreshReport } from '../../../../src/agent/knowledge/sources/refresh-report.ts';
import { refreshSource } from '../../../../src/agent/knowledge/sources/refresh-source.ts';
import { createMultilingualIndex } from '../../../../src/store/knowledge/multilingual-index.ts';
import { helpPage, openHelpSite, type HelpSite, type SitePage } from '../../../support/help-site.ts';
import { folderSource } from '../../../support/passages.ts';

const LIMITS: FetchLimits = { pages: 20, megabytes: 0.1, minutes: 1, depth: 2, privateAddresses: true };
const NOW = new Date('2026-11-22T12:00:00Z');

let folder: string;
let site: HelpSite;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  site = await openHelpSite({
    '/help/refunds': helpPage('Refunds', 'Refunds take ten days.'),
    '/help/returns': helpPage('Returns', 'You have thirty days.'),
  });
  site.pages.set('/sitemap.xml', site.urlset(['/help/refunds', '/help/returns']));
});
afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const sourceOf = (facts: Partial<KnowledgeSource>): KnowledgeSource => ({ ...folderSource(folder), fetch: LIMITS, ...facts });
const bySitemap = (facts: Partial<KnowledgeSource> = {}): KnowledgeSource => sourceOf({ sitemap: `${site.origin}/sitemap.xml`, ...facts });
const refresh = (source: KnowledgeSource): Promise<RefreshReport | undefined> =>
  refreshSource(source, { now: () => NOW, signal: new AbortController().signal });
const problemsOf = (report: RefreshReport | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    report?.kind === 'refreshed' ? report.problems.map(({ path: at, problem }) => [at.replace(site.origin, ''), problem]) : [],
  );
async function articles(source: KnowledgeSource): Promise<readonly Article[]> {
  const store = createArticleStore([source], '/', createMultilingualIndex());
  await store.sync();
  return store.articles();
}
const titles = async (source: KnowledgeSource): Promise<readonly string[]> => (await articles(source)).map(({ title }) => title).toSorted();

describe('a source that is a sitemap', () => {
  it('makes an article of each page, with its address and language', async () => {
    expect(await refresh(bySitemap())).toEqual({ kind: 'refreshed', changed: 2, removed: 0, problems: [] });
    expect(await articles(bySitemap())).toContainEqual(
      expect.objectContaining({ title: 'Refunds', url: `${site.origin}/help/refunds`, body: 'Refunds take ten days.' }),
    );
    expect((await openMirror(folder)).fetchedAt).toEqual(NOW);
  });

  it('follows its own host only, however it is led away', async () => {
    const other = await openHelpSite({ '/stolen': helpPage('Stolen', 'x') });
    site.pages.set('/away', (response) => void response.writeHead(302, { location: `${other.origin}/stolen` }).end());
    site.pages.set('/scheme', (response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    site.pages.set('/round', (response) => void response.writeHead(302, { location: '/round' }).end());
    site.pages.set('/moved', (response) => void response.writeHead(301, { location: '/help/refunds' }).end());
    site.pages.set('/sitemap.xml', site.urlset(['/away', '/scheme', '/round', '/moved', `${other.origin}/stolen`]));
    const report = await refresh(bySitemap());
    expect(problemsOf(report)).toEqual({
      '/away': expect.stringContaining('another host'),
      '/scheme': expect.stringContaining('file:'),
      '/round': expect.stringContaining('more than 5 times'),
      [`${other.origin}/stolen`]: 'is no address of the same host',
    });
    expect(other.asked).toEqual([]);
    expect(await titles(bySitemap())).toEqual(['Refunds']);
    await other.close();
  });

  it('reads every sitemap of an index once, packed ones too, in spite of loops', async () => {
    const index = (...names: string[]): string =>
      `<sitemapindex>${names.map((name) => `<sitemap><loc>${site.origin}${name}</loc></sitemap>`).join('')}</sitemapindex>`;
    site.pages.set('/sitemap.xml', index('/a.xml', '/sitemap.xml', '/b.xml.gz', '/a.xml'));
    site.pages.set('/a.xml', index('/sitemap.xml', '/c.xml'));
    site.pages.set('/c.xml', index('/too-deep.xml'));
    site.pages.set('/b.xml.gz', (response) => void response.end(gzipSync(site.urlset(['/help/refunds']))));
    const report = await refresh(bySitemap());
    expect(problemsOf(report)).toEqual({ '/too-deep.xml': expect.stringContaining('more than 2 deep') });
    expect(site.asked.filter((asked) => asked === '/a.xml')).toHaveLength(1);
    expect(await titles(bySitemap())).toEqual(['Refunds']);
  });

  const tooLarge: SitePage = (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(200_000));
  const broken: readonly (readonly [string, SitePage, RegExp])[] = [
    ['is larger than allowed', tooLarge, /larger than 0\.1 MB/],
    [
      'unpacks to more than allowed',
      (response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
          .end(brotliCompressSync('x'.repeat(9_000_000))),
      /larger than 0\.1 MB/,
    ],
    [
      'is not packed as it says',
      (response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('plain'),
      /not packed as it says/,
    ],
    ['drops the connection', (response) => void response.destroy(), /dropped the connection/],
    [
      'drops the connection in the middle',
      (response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '999' }).write('half', () => response.destroy()),
      /dropped the connection/,
    ],
    ['answers with an error', (response) => void response.writeHead(503).end(), /status 503/],
    ['is a picture', (response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'), /image\/png/],
  ];

  it.each(broken)('says of a page that it %s, and goes on with the others', async (_, page, problem) => {
    site.pages.set('/help/refunds', page);
    expect(problemsOf(await refresh(bySitemap()))).toEqual({ '/help/refunds': expect.stringMatching(problem) });
    expect(await titles(bySitemap())).toEqual(['Returns']);
  });

  it.each(broken)('keeps the last copy of a page that %s', async (_, page) => {
    await refresh(bySitemap());
    site.pages.set('/help/refunds', page);
    expect(await refresh(bySitemap())).toMatchObject({ removed: 0 });
    expect(await titles(bySitemap())).toEqual(['Refunds', 'Returns']);
  });

  it.each([
    ['is no longer listed', () => void site.pages.set('/sitemap.xml', site.urlset(['/help/returns']))],
    ['is not there any more', () => void site.pages.delete('/help/refunds')],
    ['does not want to be indexed', () => void site.pages.set('/help/refunds', '<meta name="robots" content="noindex"><p>Refunds</p>')],
    ['is closed by robots.txt', () => void site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /help/refunds')],
  ])('deletes a page at once that %s', async (_, change) => {
    await refresh(bySitemap());
    change();
    expect(await refresh(bySitemap())).toMatchObject({ removed: 1 });
    expect(await titles(bySitemap())).toEqual(['Returns']);
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toHaveLength(1);
  });

  it.each([
    ['its sitemap is broken', '/sitemap.xml', '<html>maintenance</html>', /no sitemap/],
    ['its sitemap is gone', '/sitemap.xml', undefined, /not there/],
    [
      'robots.txt cannot be asked',
      '/robots.txt',
      (response: ServerResponse) => void response.writeHead(500).end(),
      /robots\.txt .*status 500/,
    ],
  ])('deletes nothing when %s', async (_, at, page, because) => {
    await refresh(bySitemap());
    if (page === undefined) site.pages.delete(at);
    else site.pages.set(at, page);
    expect(await refresh(bySitemap())).toEqual({ kind: 'failed', because: expect.stringMatching(because) });
    expect(await titles(bySitemap())).toEqual(['Refunds', 'Returns']);
  });

  it('deletes nothing that only a sitemap names which cannot be read now', async () => {
    site.pages.set('/sitemap.xml', `<sitemapindex><sitemap><loc>${site.origin}/a.xml</loc></sitemap></sitemapindex>`);
    site.pages.set('/a.xml', site.urlset(['/help/refunds']));
    await refresh(bySitemap());
    site.pages.set('/a.xml', 'broken');
    expect(problemsOf(await refresh(bySitemap()))).toEqual({ '/a.xml': 'is no sitemap' });
    expect(await titles(bySitemap())).toEqual(['Refunds']);
  });

  it('asks for no page again whose date is the same, and sends what it knows of the others', async () => {
    site.pages.set('/help/returns', (response, headers) => {
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' }).end(helpPage('Returns', 'You have thirty days.'));
    });
    site.pages.set('/sitemap.xml', site.urlset([['/help/refunds', '2026-11-01'], '/help/returns']));
    await refresh(bySitemap());
    site.asked.length = 0;
    expect(await refresh(bySitemap())).toEqual({ kind: 'refreshed', changed: 0, removed: 0, problems: [] });
    expect(site.asked).toEqual(['/robots.txt', '/sitemap.xml', '/help/returns']);
    site.pages.set('/help/refunds', helpPage('Refunds', 'Refunds take five days.'));
    site.pages.set('/sitemap.xml', site.urlset([['/help/refunds', '2026-11-20'], '/help/returns']));
    expect(await refresh(bySitemap())).toMatchObject({ changed: 1 });
  });

  it('stops at the number of pages that is allowed, and keeps what it has', async () => {
    const few = bySitemap({ fetch: { ...LIMITS, pages: 1 } });
    expect(problemsOf(await refresh(few))).toEqual({ '/sitemap.xml': expect.stringContaining('more than 1 pages') });
    expect(await titles(few)).toEqual(['Refunds']);
  });

  it('stops when its time is used up, and keeps what it has', async () => {
    await refresh(bySitemap());
    site.pages.set('/help/refunds', () => undefined);
    const report = await refresh(bySitemap({ fetch: { ...LIMITS, minutes: 0.005 } }));
    expect(problemsOf(report)).toEqual({
      '/help/refunds': expect.stringContaining('time for the source'),
      '/sitemap.xml': expect.stringContaining('1 pages left'),
    });
    expect(await titles(bySitemap())).toEqual(['Refunds', 'Returns']);
  });

  it('takes only pages below the paths that are named', async () => {
    site.pages.set('/sitemap.xml', site.urlset(['/help/refunds', '/jobs/cook']));
    expect(await refresh(bySitemap({ paths: ['/help/'] }))).toMatchObject({ changed: 1, problems: [] });
  });

  it.each(['http://127.0.0.1', 'http://localhost', 'http://[::1]', 'http://169.254.169.254'])(
    'does not read %s unless private addresses are allowed',
    async (host) => {
      const { port } = new URL(site.origin);
      const source = sourceOf({ sitemap: `${host}:${port}/sitemap.xml`, fetch: { ...LIMITS, privateAddresses: false } });
      expect(await refresh(source)).toEqual({ kind: 'failed', because: expect.stringContaining('private network') });
      expect(site.asked).toEqual([]);
    },
  );

  it('fetches everything again when its record is damaged', async () => {
    await refresh(bySitemap());
    await writeFile(path.join(folder, '.fetched.json'), '{');
    expect(await refresh(bySitemap())).toEqual({ kind: 'refreshed', changed: 0, removed: 0, problems: [] });
  });
});

describe('a source that is a JSON export', () => {
  const byExport = (): KnowledgeSource => sourceOf({ export: `${site.origin}/articles.json` });
  beforeEach(() => {
    const part = (title: string, next: string | null): string =>
      JSON.stringify({ articles: [{ id: title.length, title, body: `<p>${title} it is.</p>` }], next_page: next });
    site.pages.set('/articles.json', part('One', `${site.origin}/2.json`));
    site.pages.set('/2.json', part('Three', null));
  });

  it('is fetched part by part', async () => {
    expect(await refresh(byExport())).toEqual({ kind: 'refreshed', changed: 2, removed: 0, problems: [] });
    expect(await titles(byExport())).toEqual(['One', 'Three']);
    expect(await refresh(byExport())).toMatchObject({ changed: 0 });
  });

  it.each([
    ['fails', () => void site.pages.delete('/2.json')],
    ['is no JSON', () => void site.pages.set('/2.json', '<html>')],
    [
      'leads back to the first',
      () => void site.pages.set('/2.json', JSON.stringify({ articles: [], next_page: `${site.origin}/articles.json` })),
    ],
    [
      'lies on another host',
      () =>
        void site.pages.set(
          '/articles.json',
          JSON.stringify({ articles: [{ title: 'One', body: 'x' }], next_page: 'http://other.example/' }),
        ),
    ],
  ])('keeps what it had when a later part %s', async (_, change) => {
    await refresh(byExport());
    change();
    expect(problemsOf(await refresh(byExport()))).toHaveProperty(['/articles.json']);
    expect(await titles(byExport())).toContain('One');
  });

  it('deletes nothing when it cannot be read', async () => {
    await refresh(byExport());
    site.pages.set('/articles.json', 'no');
    expect(await refresh(byExport())).toEqual({ kind: 'failed', because: expect.stringContaining('not valid JSON') });
    expect(await titles(byExport())).toEqual(['One', 'Three']);
  });

  it('drops the parts that it no longer has', async () => {
    await refresh(byExport());
    site.pages.set('/articles.json', JSON.stringify([{ title: 'One', body: 'Still.' }]));
    expect(await refresh(byExport())).toMatchObject({ removed: 1 });
    expect(await titles(byExport())).toEqual(['One']);
  });
});
