import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArticleStore } from '../../../src/agent/knowledge/article-store.ts';
import { folderSource } from '../../support/passages.ts';
import { createInProcessIndex } from '../../../src/store/knowledge/in-process-index.ts';

/** The smallest document with these words on one page; the reader finds its objects without a table of offsets. */
function pdfSaying(words: string): string {
  const page = `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj',
    `4 0 obj << /Length ${page.length} >> stream\n${page}\nendstream endobj`,
    '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n');
}

describe('files of a knowledge folder', () => {
  let folder: string;
  let problems: ReadonlyMap<string, string>;
  const index = createInProcessIndex();
  let articles: readonly string[];
  const put = (name: string, content: string | Buffer): Promise<void> => writeFile(path.join(folder, name), content);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'knowledge-files-'));
    await put('warranty.pdf', pdfSaying('Tents have a warranty of four years.'));
    await put('blank.pdf', pdfSaying(''));
    await put('cut-off.pdf', '%PDF-1.7\n1 0 obj <<');
    await put('no-pdf.pdf', 'This is plain text.');
    await put('picture.md', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 97) % 256)));
    await put('huge.txt', 'x');
    await truncate(path.join(folder, 'huge.txt'), 50 * 1024 * 1024);
    await put(
      'export.json',
      JSON.stringify([
        { id: 'a', title: 'Gift cards', body: '<p>They never expire.</p>' },
        { title: 7, body: [] },
      ]),
    );
    await put('half.json', '[{"id":');
    await put('plain.txt', 'Caf\u00e9 orders ship today.');
    const report = await createArticleStore([folderSource(folder)], '/', index).sync();
    articles = report.changed;
    problems = new Map(report.problems.map(({ path: file, problem }) => [path.basename(file), problem]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are articles where they can be read, whatever lies beside them', () => {
    expect(articles.toSorted()).toEqual(['a', 'plain', 'warranty']);
  });

  it('give the words of a PDF', async () => {
    const [found] = await index.search('warranty of tents', { audience: 'public', validAt: new Date('2026-11-22') }, 1);
    expect(found).toMatchObject({ article: 'warranty', text: expect.stringContaining('four years') });
  });

  it.each([
    ['blank.pdf', 'is a PDF without text, perhaps scanned pages'],
    ['cut-off.pdf', 'is not a PDF that can be read; it may be damaged or locked'],
    ['no-pdf.pdf', 'is not a PDF that can be read; it may be damaged or locked'],
    ['picture.md', 'is not text in UTF-8'],
    ['huge.txt', 'is larger than 16 MB'],
    ['half.json', 'is not valid JSON'],
    ['export.json', expect.stringContaining('article 2 content')],
  ])('are skipped with the reason: %s %s', (name, problem) => {
    expect(problems.get(name)).toEqual(problem);
  });
});
