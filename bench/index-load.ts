import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, spread, type Bench } from './bench.ts';
import { madeCorpus } from './retrieval/made-corpus.ts';
import { readIndexFile, writeIndexFile } from '../src/store/knowledge/index-file.ts';
import { createMultilingualIndex, restoreMultilingualIndex } from '../src/store/knowledge/multilingual-index.ts';

const SEED = 20_261_122;
/** Of 1,914 articles with 14.5 million characters. */
const CHUNKS = 33_000;
const ROUNDS = 5;

/** What a start does with the index that the last run left behind. */
export const indexLoadBench: Bench = {
  about: `${CHUNKS.toLocaleString('en')} made-up chunks, written to a file and read again`,
  async run(say) {
    const folder = await mkdtemp(path.join(tmpdir(), 'index-load-'));
    try {
      const file = path.join(folder, 'knowledge.index');
      say('filling the index');
      const index = createMultilingualIndex();
      const built = await timed(() => index.upsert(madeCorpus(SEED).chunks(0, CHUNKS)));
      const written = await timed(() => writeIndexFile(file, { indexes: index.save(), about: null }));
      const megabytes = Math.round((await stat(file)).size / 1e6);
      say('reading it');
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => load(file)));
      const detail = `${spread(times)}; built in ${Math.round(built)} ms, ${megabytes} MB written in ${Math.round(written)} ms`;
      return [{ name: 'loaded', value: median(times), unit: 'ms', goal: 1_000, detail }];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function load(file: string): Promise<void> {
  const read = await readIndexFile(file);
  if (read.kind !== 'read') throw new Error(`the file of the index is ${read.kind}`);
  await restoreMultilingualIndex(read.indexes);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
