import process from 'node:process';
import { median, quantile, type Bench, type Figure } from './bench.ts';
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
/** A third of the queries each; the ratio is that of the middle round, because other work on the machine comes and goes. */
const ROUNDS = 3;
const WARM_UP = 100;
/** Reading every chunk by the book is slow, so fewer queries are checked that way. */
const CHECKED = 30;
/** The index fuses the best chunks by words with their likeness by characters, so that many are compared as sets. */
const FUSED = 100;
const EVERYTHING = { audience: 'public', validAt: new Date(0) } as const;

/**
 * Speed beside two engines in the same run: each query goes to all of them in turn, so that they share what the machine
 * gives. The goal is about the time that a caller waits. The index and FTS5 have one thread; LanceDB has one for each
 * core and answers sooner than its work takes, so the ratio of processor times stands beside it.
 */
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
    const [ours = [], ofFts5 = [], ofLance = []] = await measure([own, fts5, lance], queries);
    await Promise.all([fts5.close(), lance.close()]);
    say(`comparing ${CHECKED} queries with a scan of every chunk`);
    const equal = await countEqual(index, corpus, queries.slice(0, CHECKED));
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
    const [rounds = []] = await measure([own], queries);
    const times = rounds.flatMap((round) => round.times);
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

/** What one engine took for all queries, in milliseconds. */
interface Round {
  readonly times: number[];
  /** Of all its threads together. */
  processor: number;
}

/** The rounds of every peer; the warm-up before is not counted. */
async function measure(peers: readonly Peer[], queries: readonly string[]): Promise<readonly Round[][]> {
  const rounds: Round[][] = peers.map(() => []);
  for (const query of queries.slice(0, WARM_UP)) for (const peer of peers) await peer.search(query, LIMIT);
  for (let round = 0; round < ROUNDS; round++) {
    const now = rounds.map((ofPeer) => ofPeer[ofPeer.push({ times: [], processor: 0 }) - 1]);
    for (const query of queries.filter((_, at) => at % ROUNDS === round)) {
      for (const [at, peer] of peers.entries()) {
        const before = process.cpuUsage();
        const taken = await peer.search(query, LIMIT);
        const { user, system } = process.cpuUsage(before);
        now[at]?.times.push(taken);
        if (now[at]) now[at].processor += (user + system) / 1000;
      }
    }
  }
  return rounds;
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

function ratio(name: string, peer: readonly Round[], own: readonly Round[], goal: number): Figure {
  const ratios = peer.map(({ times }, at) => quantile(times, 0.5) / quantile(own[at]?.times ?? [], 0.5));
  const processor = peer.map((round, at) => round.processor / (own[at]?.processor ?? Number.NaN));
  const all = (rounds: readonly Round[]): number[] => rounds.flatMap(({ times }) => times);
  return {
    name,
    value: median(ratios),
    unit: '×',
    goal,
    atLeast: true,
    detail: [
      `rounds ${ratios.map((one) => one.toFixed(2)).join(', ')}`,
      `${percentiles(all(peer))} against ${percentiles(all(own))}`,
      `${median(processor).toFixed(2)}× by processor time of all threads`,
    ].join('; '),
  };
}

const percentiles = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`;
