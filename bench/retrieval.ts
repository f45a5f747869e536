import { quantile, type Bench, type Figure } from './bench.ts';
import { madeCorpus, type MadeChunk, type MadeCorpus } from './retrieval/made-corpus.ts';
import { naiveRanking } from './retrieval/naive-ranking.ts';
import { openFts5, openLanceDb, type Peer } from './retrieval/peers.ts';
import { createInProcessIndex } from '../src/store/knowledge/in-process-index.ts';
import type { KnowledgeIndex } from '../src/store/knowledge/knowledge-index.ts';

const SEED = 20_261_122;
const CHUNKS = 100_000;
const MILLION = 1_000_000;
const BATCH = 8_000;
const QUERIES = 300;
const LIMIT = 20;
/** Reading every chunk by the book is slow, so fewer queries are checked that way. */
const CHECKED = 30;
/** The index fuses the best chunks by words with their likeness by characters, so that many are compared as sets. */
const FUSED = 100;
const EVERYTHING = { audience: 'public', validAt: new Date(0) } as const;

/** Speed beside two engines in the same run: each query goes to all of them in turn, so that they share what the machine gives. */
export const retrievalBench: Bench = {
  about: `${CHUNKS.toLocaleString('en')} made-up chunks, ${QUERIES} queries of 7 to 9 words, the best ${LIMIT}`,
  async run(say) {
    const corpus = madeCorpus(SEED);
    const queries = corpus.queries(QUERIES, CHUNKS);
    say('filling the index');
    const index = await filled(corpus, CHUNKS);
    say('filling SQLite FTS5');
    const fts5 = openFts5(batches(corpus, CHUNKS));
    say('filling LanceDB');
    const lance = await openLanceDb(batches(corpus, CHUNKS));
    say('searching');
    const own: Peer = { name: 'index', search: (query, limit) => searchTime(index, query, limit), close: async () => undefined };
    const times = await measure([own, fts5, lance], queries);
    await Promise.all([fts5.close(), lance.close()]);
    say(`comparing ${CHECKED} queries with a scan of every chunk`);
    const equal = await countEqual(index, corpus, queries.slice(0, CHECKED));
    const [ours = [], ofFts5 = [], ofLance = []] = times;
    return [
      ratio('SQLite FTS5 / index, p50', ofFts5, ours, 20),
      ratio('LanceDB / index, p50', ofLance, ours, 3),
      {
        name: `best ${FUSED} equal to a naive scan`,
        value: equal,
        unit: 'queries',
        goal: CHECKED,
        atLeast: true,
        detail: `of ${CHECKED}`,
      },
    ];
  },
};

export const millionBench: Bench = {
  about: `${MILLION.toLocaleString('en')} made-up chunks, ${QUERIES} queries of 7 to 9 words, the best ${LIMIT}; needs about 5 GB of memory`,
  async run(say) {
    const corpus = madeCorpus(SEED);
    const queries = corpus.queries(QUERIES, MILLION);
    const index = await filled(corpus, MILLION, (done) => say(`${done.toLocaleString('en')} chunks`));
    const own: Peer = { name: 'index', search: (query, limit) => searchTime(index, query, limit), close: async () => undefined };
    const [times = []] = await measure([own], queries);
    return [{ name: 'a search, p50', value: quantile(times, 0.5), unit: 'ms', goal: 10, detail: percentiles(times) }];
  },
};

function* batches(corpus: MadeCorpus, count: number): Iterable<readonly MadeChunk[]> {
  for (let from = 0; from < count; from += BATCH) yield corpus.chunks(from, Math.min(count, from + BATCH));
}

async function filled(corpus: MadeCorpus, count: number, progress: (done: number) => void = () => undefined): Promise<KnowledgeIndex> {
  const index = createInProcessIndex();
  let done = 0;
  for (const chunks of batches(corpus, count)) {
    await index.upsert(chunks);
    done += chunks.length;
    if (done % 100_000 < BATCH) progress(done);
  }
  return index;
}

async function searchTime(index: KnowledgeIndex, query: string, limit: number): Promise<number> {
  const began = performance.now();
  await index.search(query, EVERYTHING, limit);
  return performance.now() - began;
}

/** Milliseconds of every query by peer; the first pass warms everything up and is not counted. */
async function measure(peers: readonly Peer[], queries: readonly string[]): Promise<readonly number[][]> {
  const times: number[][] = peers.map(() => []);
  for (const counted of [false, true]) {
    for (const query of counted ? queries : queries.slice(0, 100)) {
      for (const [at, peer] of peers.entries()) {
        const taken = await peer.search(query, LIMIT);
        if (counted) times[at]?.push(taken);
      }
    }
  }
  return times;
}

async function countEqual(index: KnowledgeIndex, corpus: MadeCorpus, queries: readonly string[]): Promise<number> {
  const naive = naiveRanking([...batches(corpus, CHUNKS)].flat());
  let equal = 0;
  for (const query of queries) {
    const found = (await index.search(query, EVERYTHING, FUSED)).map(({ article, chunk }) => `${article}#${chunk}`);
    if (found.toSorted().join() === naive(query, FUSED).toSorted().join()) equal++;
  }
  return equal;
}

function ratio(name: string, peer: readonly number[], own: readonly number[], goal: number): Figure {
  return {
    name,
    value: quantile(peer, 0.5) / quantile(own, 0.5),
    unit: '×',
    goal,
    atLeast: true,
    detail: `${percentiles(peer)} against ${percentiles(own)}`,
  };
}

const percentiles = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`;
