import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { articlesOf, passagesOf } from '../../../src/agent/knowledge/article.ts';
import { readIndexFile, writeIndexFile } from '../../../src/store/knowledge/index-file.ts';
import { createMultilingualIndex, restoreMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';
import { madeCorpus } from '../../../bench/retrieval/made-corpus.ts';
import { passage } from '../../support/passages.ts';
import { reread } from '../../support/reread-index.ts';

/** Making its language takes longer than most of these tests. */
const corpus = madeCorpus(5);
const FILTER = { audience: 'public', validAt: new Date(0) } as const;

describe('the file of an index', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'index-file-'));
    file = path.join(folder, 'knowledge.index');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('brings back every answer to the last digit, and takes changes as before', async () => {
    const index = createMultilingualIndex();
    await index.upsert(corpus.chunks(0, 240));
    await index.upsert([passage({ article: 'es', language: 'es', text: 'Devoluciones en treinta días.', validUntil: new Date(99) })]);
    await index.remove(['article-0000007', 'article-0000011']);
    const again = await reread(index);
    const compare = async (): Promise<void> => {
      for (const query of corpus.queries(20, 240))
        expect(await again.search(query, FILTER, 20)).toEqual(await index.search(query, FILTER, 20));
      const spanish = { ...FILTER, language: 'es' };
      expect(await again.search('devolución', spanish, 5)).toEqual(await index.search('devolución', spanish, 5));
      expect(again.size()).toEqual(index.size());
    };
    await compare();
    for (const one of [index, again]) {
      await one.upsert(corpus.chunks(240, 280));
      await one.remove(['article-0000003', 'es']);
    }
    await compare();
  });

  it('is loaded in much less time than the index takes to build', async () => {
    const chunks = corpus.chunks(0, 1_000);
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const began = process.cpuUsage();
      await work();
      return process.cpuUsage(began).user;
    };
    const index = createMultilingualIndex();
    const built = await timed(() => index.upsert(chunks));
    await writeIndexFile(file, { indexes: index.save(), about: {} });
    const loaded = await timed(async () => {
      const read = await readIndexFile(file);
      if (read.kind === 'read') await restoreMultilingualIndex(read.indexes);
    });
    expect(loaded).toBeLessThan(built / 2);
  });

  it('keeps what its owner wants to know again, and an index without articles', async () => {
    await writeIndexFile(file, { indexes: createMultilingualIndex().save(), about: { files: { a: 1 } } });
    expect(await readIndexFile(file)).toEqual({ kind: 'read', about: { files: { a: 1 } }, indexes: [] });
  });

  it('replaces the one before and leaves nothing beside it', async () => {
    for (const about of ['old', 'new']) await writeIndexFile(file, { indexes: [], about });
    expect(await readIndexFile(file)).toMatchObject({ about: 'new' });
    expect(await readdir(folder)).toEqual(['knowledge.index']);
  });

  it('stays as it was when it cannot be written', async () => {
    await mkdir(path.join(folder, 'taken'));
    await expect(writeIndexFile(path.join(folder, 'taken'), { indexes: [], about: 1 })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('is missing where there is none', async () => {
    expect(await readIndexFile(file)).toEqual({ kind: 'missing' });
  });

  const flipped = (content: Buffer, at: number): Buffer => {
    const copy = Buffer.from(content);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  it.each([
    ['cut off at the end', (content: Buffer) => content.subarray(0, -1), /bytes instead of/],
    ['cut off in its first line', (content: Buffer) => content.subarray(0, 30), /another format/],
    ['empty', () => Buffer.alloc(0), /another format/],
    ['something else', () => Buffer.from('not an index\nat all'), /another format/],
    [
      'written by another version',
      (content: Buffer) => Buffer.from(content.toString('latin1').replace(/"format":\d+/, '"format":0'), 'latin1'),
      /another format/,
    ],
    ['changed in its middle', (content: Buffer) => flipped(content, content.length >> 1), /damaged/],
    ['changed in its last byte', (content: Buffer) => flipped(content, content.length - 1), /damaged/],
    ['longer than it was', (content: Buffer) => Buffer.concat([content, Buffer.from('x')]), /bytes instead of/],
  ])('is not used when it is %s', async (_, damage, because) => {
    const index = createMultilingualIndex();
    await index.upsert(corpus.chunks(0, 16));
    await writeIndexFile(file, { indexes: index.save(), about: {} });
    await writeFile(file, damage(await readFile(file)));
    expect(await readIndexFile(file)).toEqual({ kind: 'unusable', because: expect.stringMatching(because) });
  });

  it('is not used when it cannot be read', async () => {
    await mkdir(file);
    expect(await readIndexFile(file)).toEqual({ kind: 'unusable', because: expect.stringContaining('cannot be read') });
  });

  // Chunks, stems, stop words or weights have changed: raise FORMAT in index-file.ts, so that indexes of before are made anew.
  it('has another format number whenever the same articles give another index', async () => {
    const text =
      '---\ntitle: Returns & refunds\nasked:\n  - questions: [can I send it back]\n---\n# Boots\n\nThey’re worn. Refunds take 5–10 days.\n\n## Labels\n\nPrint the label.\n';
    const modifiedAt = new Date(0);
    const defaults = { category: 'general', audience: 'public', priority: 'high' } as const;
    const passages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl'].flatMap((language) =>
      articlesOf({ path: `${language}.md`, text, modifiedAt }, { ...defaults, language }).flatMap((one) =>
        one.kind === 'article' ? [...passagesOf(one.article)] : [],
      ),
    );
    const index = createMultilingualIndex();
    await index.upsert(passages);
    for (const { language } of passages) await index.search('refund', { ...FILTER, ...(language !== undefined && { language }) }, 1);
    await writeIndexFile(file, { indexes: index.save(), about: {} });
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
        .slice(0, 16),
    ).toBe('43442edb9b7b1aee');
  });
});
