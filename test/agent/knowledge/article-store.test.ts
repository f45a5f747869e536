import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createArticleStore } from '../../../src/agent/knowledge/article-store.ts';
import type { KnowledgeSource } from '../../../src/agent/knowledge/knowledge-settings.ts';
import { watchArticles } from '../../../src/agent/knowledge/watch-articles.ts';
import { createInProcessIndex } from '../../../src/store/knowledge/in-process-index.ts';
import { folderSource } from '../../support/passages.ts';

const sources = [folderSource('help'), { ...folderSource('sops'), audience: 'internal' as const }];

describe('article store', () => {
  let folder: string;
  let clock: number;
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(path.join(folder, name), text);
    clock += 10;
    await utimes(path.join(folder, name), clock, clock);
  };

  beforeEach(async () => {
    clock = 1_700_000_000;
    folder = await mkdtemp(path.join(tmpdir(), 'articles-'));
    await mkdir(path.join(folder, 'help'));
    await mkdir(path.join(folder, 'sops'));
    await write('help/returns.md', 'Thirty days.');
    await write('help/gifts.md', 'Gift cards never expire.');
    await write('sops/returns-desk.md', 'Ask a lead.');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('indexes every article of every source with what the source says about it', async () => {
    const index = createInProcessIndex();
    const store = createArticleStore(sources, folder, index);
    expect(await store.sync()).toEqual({ changed: ['gifts', 'returns', 'returns-desk'], removed: [], problems: [] });
    expect((await store.articles()).find(({ id }) => id === 'returns-desk')?.audience).toBe('internal');
    expect(index.size().articles).toBe(3);
  });

  it('indexes again only what changed, not what was merely saved anew', async () => {
    const store = createArticleStore(sources, folder, createInProcessIndex());
    await store.sync();
    await write('help/returns.md', 'Sixty days.');
    await write('help/gifts.md', 'Gift cards never expire.');
    expect((await store.sync()).changed).toEqual(['returns']);
  });

  it('removes the article of a deleted file', async () => {
    const index = createInProcessIndex();
    const store = createArticleStore(sources, folder, index);
    await store.sync();
    await rm(path.join(folder, 'help/returns.md'));
    expect((await store.sync()).removed).toEqual(['returns']);
    expect(index.size().articles).toBe(2);
  });

  it('reports a broken file and goes on with the others', async () => {
    await write('help/broken.md', '---\ntitle: [\n---\nx');
    const report = await createArticleStore(sources, folder, createInProcessIndex()).sync();
    expect(report.changed).toHaveLength(3);
    expect(report.problems).toEqual([{ path: 'help/broken.md', problem: expect.stringContaining('YAML') }]);
  });

  it('keeps the first of two files with one id and reports the second', async () => {
    await write('sops/copy.md', '---\nid: returns\n---\nOther words.');
    const report = await createArticleStore(sources, folder, createInProcessIndex()).sync();
    expect(report.problems).toEqual([{ path: 'sops/copy.md', problem: 'another file already has the id "returns"' }]);
  });

  it('reports a source folder that is missing', async () => {
    await rm(path.join(folder, 'sops'), { recursive: true });
    const report = await createArticleStore(sources, folder, createInProcessIndex()).sync();
    expect(report.problems).toEqual([{ path: 'sops', problem: 'there is no such folder' }]);
  });

  it('keeps what it had of a source folder that cannot be read any more', async () => {
    const index = createInProcessIndex();
    const store = createArticleStore(sources, folder, index);
    await store.sync();
    await rm(path.join(folder, 'help'), { recursive: true });
    const report = await store.sync();
    expect(report).toEqual({ changed: [], removed: [], problems: [{ path: 'help', problem: expect.stringContaining('cannot be read') }] });
    expect(index.size().articles).toBe(3);
  });

  describe('with the manifest of the last run', () => {
    const reopened = async (as: readonly KnowledgeSource[] = sources) => {
      const index = createInProcessIndex();
      const store = createArticleStore(sources, folder, index);
      await store.sync();
      return { index, next: () => createArticleStore(as, folder, index, JSON.parse(JSON.stringify(store.manifest()))) };
    };

    it('reads and indexes nothing while no file has changed', async () => {
      const { next } = await reopened();
      const store = next();
      expect(await store.sync()).toEqual({ changed: [], removed: [], problems: [] });
      expect((await store.articles()).map(({ id }) => id)).toEqual(['gifts', 'returns', 'returns-desk']);
    });

    it('brings in what came, changed and went meanwhile', async () => {
      const { next, index } = await reopened();
      await write('help/returns.md', 'Sixty days.');
      await write('help/new.md', 'New.');
      await rm(path.join(folder, 'help/gifts.md'));
      expect(await next().sync()).toMatchObject({ changed: ['new', 'returns'], removed: ['gifts'] });
      expect(index.size().articles).toBe(3);
    });

    it('indexes anew what its source says something else about now', async () => {
      const { next } = await reopened(sources.map((source) => (source.name === 'sops' ? { ...source, category: 'desk' } : source)));
      expect((await next().sync()).changed).toEqual(['returns-desk']);
    });

    it('remembers problems of files that are not read again', async () => {
      await write('help/broken.md', '---\ntitle: [\n---\nx');
      expect((await (await reopened()).next().sync()).problems).toHaveLength(1);
    });

    it('takes the second of two files with one id when the first goes', async () => {
      await write('sops/copy.md', '---\nid: returns\n---\nOther words.');
      const { next, index } = await reopened();
      await rm(path.join(folder, 'help/returns.md'));
      expect(await next().sync()).toEqual({ changed: ['returns'], removed: [], problems: [] });
      expect(await index.search('other words', { audience: 'internal', validAt: new Date() }, 1)).toMatchObject([{ article: 'returns' }]);
    });
  });

  it('notices changes by itself while watching', async () => {
    const index = createInProcessIndex();
    const store = createArticleStore(sources, folder, index);
    await store.sync();
    const heard = await new Promise((resolve) => {
      const watch = watchArticles(
        store,
        (outcome) => {
          void watch.stop();
          resolve(outcome);
        },
        20,
      );
      void write('help/returns.md', 'Forty days.');
    });
    expect(heard).toMatchObject({ kind: 'synced', report: { changed: ['returns'] } });
    expect((await index.search('forty', { audience: 'public', validAt: new Date() }, 1))[0]?.article).toBe('returns');
  });
});
