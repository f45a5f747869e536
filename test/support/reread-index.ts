import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIndexFile, writeIndexFile } from '../../src/store/knowledge/index-file.ts';
import type { KnowledgeIndex } from '../../src/store/knowledge/knowledge-index.ts';
import { createMultilingualIndex, restoreMultilingualIndex, type MultilingualIndex } from '../../src/store/knowledge/multilingual-index.ts';

/** What is left of an index after it went through a file. */
export async function reread(index: MultilingualIndex): Promise<MultilingualIndex> {
  const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
  try {
    const file = path.join(folder, 'knowledge.index');
    await writeIndexFile(file, { indexes: index.save(), about: null });
    const read = await readIndexFile(file);
    if (read.kind !== 'read') throw new Error(`the file is ${read.kind}`);
    return await restoreMultilingualIndex(read.indexes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An index that lives through a restart after each change. */
export async function createRereadIndex(): Promise<KnowledgeIndex> {
  let index = createMultilingualIndex();
  return {
    async upsert(chunks) {
      await index.upsert(chunks);
      index = await reread(index);
    },
    async remove(articles) {
      await index.remove(articles);
      index = await reread(index);
    },
    search: (...asked) => index.search(...asked),
    countWith: (...asked) => index.countWith(...asked),
    size: (language) => index.size(language),
  };
}
