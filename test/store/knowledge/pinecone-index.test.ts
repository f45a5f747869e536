import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnowledgeFilter } from '../../../src/store/knowledge/knowledge-index.ts';
import { createMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';
import { createPineconeIndex, type PineconeIndex } from '../../../src/store/knowledge/pinecone/pinecone-index.ts';
import { openPineconeNamespace, type PineconeSettings } from '../../../src/store/knowledge/pinecone/pinecone-namespace.ts';
import { describeKnowledgeIndex } from '../../contracts/knowledge-index.ts';
import { passage } from '../../support/passages.ts';
import { openFakePinecone, type FakePinecone, type Trouble } from '../../support/pinecone/fake-pinecone.ts';

const SETTINGS: PineconeSettings = {
  index: 'deskhand',
  namespace: 'articles',
  model: 'llama-text-embed-v2',
  cloud: 'aws',
  region: 'us-east-1',
  minScore: 0.01,
};
const CUSTOMER: KnowledgeFilter = { audience: 'public', validAt: new Date('2026-11-22T12:00:00Z') };
const LAG_MS = 60_000;

interface Bench {
  readonly fake: FakePinecone;
  readonly health: string[];
  advance(ms: number): void;
  /** Another process on the same namespace. */
  open(change?: Partial<PineconeSettings>): PineconeIndex;
  close(): Promise<void>;
}

async function openBench(lagMs = 0): Promise<Bench> {
  let at = Date.parse('2026-11-22T12:00:00Z');
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const opened: PineconeIndex[] = [];
  const health: string[] = [];
  const fake = await openFakePinecone({ now: () => at, lagMs });
  return {
    fake,
    health,
    advance(ms) {
      at += ms;
      const ready = due.filter((one) => one.at <= at);
      due = due.filter((one) => one.at > at);
      for (const { run } of ready) run();
    },
    open(change = {}) {
      const access = { apiKey: fake.apiKey, indexHost: fake.url, controlUrl: undefined };
      const index = createPineconeIndex({
        namespace: openPineconeNamespace(access, { ...SETTINGS, ...change }),
        local: createMultilingualIndex(),
        now: () => new Date(at),
        schedule(delayMs, run) {
          const one = { at: at + delayMs, run };
          due.push(one);
          return () => void (due = due.filter((other) => other !== one));
        },
        onHealth: (error) => void health.push(error === undefined ? 'answers' : error instanceof Error ? error.message : 'fails'),
      });
      opened.push(index);
      return index;
    },
    async close() {
      // What is under way must end: a server that never answers would keep it.
      fake.trouble = fake.trouble === 'hangs' ? 'drops' : fake.trouble;
      await Promise.all([fake.close(), ...opened.map((index) => index.close())]);
    },
  };
}

const refunds = passage({ article: 'refunds', text: 'Refunds go back to the card.' });
const boots = passage({ article: 'boots', text: 'Brush the leather and let the boots dry.' });

describe('the contract of knowledge indexes', () => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench()));
  afterAll(() => bench.close());
  let namespaces = 0;

  /** Everything that was written is visible before the next line of a test. */
  describeKnowledgeIndex('Pinecone', async () => {
    namespaces += 1;
    const index = bench.open({ namespace: `n${namespaces}` });
    return {
      ...index,
      upsert: (chunks) => index.upsert(chunks).then(() => index.settled()),
      remove: (articles) => index.remove(articles).then(() => index.settled()),
    };
  });

  let late: Bench;
  beforeAll(async () => void (late = await openBench(LAG_MS)));
  afterAll(() => late.close());
  describeKnowledgeIndex('Pinecone that shows nothing for a minute', async () => {
    namespaces += 1;
    const index = late.open({ namespace: `n${namespaces}` });
    return { ...index, upsert: (chunks) => index.upsert(chunks).then(() => index.settled()) };
  });

  it('asks nothing that Pinecone’s own description does not allow', () => {
    expect(bench.fake.requests.filter((request) => request.endsWith('/search')).length).toBeGreaterThan(10);
    expect([...bench.fake.problems, ...late.fake.problems]).toEqual([]);
  });
});

describe('the index on Pinecone', () => {
  let bench: Bench;
  let index: PineconeIndex;
  const articlesFor = async (query: string): Promise<readonly string[]> =>
    (await index.search(query, CUSTOMER, 5)).map(({ article }) => article);

  beforeEach(async () => {
    bench = await openBench(LAG_MS);
    index = bench.open();
  });
  afterEach(() => bench.close());

  it('finds by meaning what shares no word, once Pinecone shows it', async () => {
    await index.upsert([refunds, boots]);
    await index.settled();
    expect(await articlesFor('reimburse me')).toEqual([]);
    bench.advance(LAG_MS);
    expect(await articlesFor('reimburse me')).toEqual(['refunds']);
    expect(bench.fake.problems).toEqual([]);
  });

  it('never returns an article that was deleted, although Pinecone still shows it', async () => {
    await index.upsert([refunds, boots]);
    await index.settled();
    bench.advance(LAG_MS);
    await index.remove(['refunds']);
    await index.settled();
    expect(bench.fake.visible('articles')).toHaveLength(2);
    expect(await articlesFor('reimburse or refund the card')).toEqual([]);
    bench.advance(LAG_MS);
    expect(bench.fake.visible('articles')).toHaveLength(1);
  });

  it('returns the new words of a changed article, although Pinecone still shows the old ones', async () => {
    await index.upsert([refunds]);
    await index.settled();
    bench.advance(LAG_MS);
    await index.upsert([{ ...refunds, text: 'Refunds take ten days.' }]);
    await index.settled();
    expect((await index.search('refund card', CUSTOMER, 5)).map(({ text }) => text)).toEqual(['Refunds take ten days.']);
  });

  it.each([
    ['answers 503', 'unavailable'],
    ['drops connections', 'drops'],
    ['refuses the key', 'forbids'],
  ] as const)('answers from memory while Pinecone %s, says so once, and writes what was missed later', async (_, trouble: Trouble) => {
    await index.upsert([boots]);
    await index.settled();
    bench.advance(LAG_MS);
    bench.fake.trouble = trouble;
    expect(await articlesFor('wet boots')).toEqual(['boots']);
    expect(await articlesFor('leather')).toEqual(['boots']);
    await index.upsert([refunds]);
    await expect(index.settled()).rejects.toMatchObject({ code: 'knowledge_unavailable' });
    expect(await articlesFor('refund')).toEqual(['refunds']);
    expect(bench.health).toEqual([expect.stringContaining('Pinecone')]);

    bench.fake.trouble = 'none';
    bench.advance(5_000);
    await index.settled();
    bench.advance(LAG_MS);
    expect(bench.health).toEqual([expect.any(String), 'answers']);
    expect(await articlesFor('reimburse')).toEqual(['refunds']);
  });

  it('asks a silent Pinecone for 2 seconds once, and not again for 5', async () => {
    await index.upsert([boots]);
    await index.settled();
    bench.fake.trouble = 'hangs';
    expect(await articlesFor('boots')).toEqual(['boots']);
    const asked = bench.fake.requests.length;
    expect(await articlesFor('boots')).toEqual(['boots']);
    expect(bench.fake.requests).toHaveLength(asked);
    bench.fake.trouble = 'none';
    bench.advance(5_000);
    await articlesFor('boots');
    expect(bench.fake.requests.length).toBeGreaterThan(asked);
  });

  it('writes only what is missing when it starts again, and removes what is no longer an article', async () => {
    await index.upsert([refunds, boots]);
    await index.settled();
    await index.close();
    bench.advance(LAG_MS);
    bench.fake.requests.length = 0;
    index = bench.open();
    await index.upsert([refunds]);
    await index.settled();
    bench.advance(LAG_MS);
    expect(bench.fake.visible('articles')).toHaveLength(1);
    expect(bench.fake.requests.filter((request) => request.endsWith('/upsert'))).toEqual([]);
  });

  it('sends many chunks in batches that Pinecone takes', async () => {
    await index.upsert(Array.from({ length: 250 }, (_, at) => passage({ article: `a${at}`, text: `boots ${at}` })));
    await index.settled();
    expect(bench.fake.requests.filter((request) => request.endsWith('/upsert')).length).toBe(3);
    bench.advance(LAG_MS);
    expect(bench.fake.visible('articles')).toHaveLength(250);
    await index.remove(Array.from({ length: 250 }, (_, at) => `a${at}`));
    await index.settled();
    bench.advance(LAG_MS);
    expect(bench.fake.visible('articles')).toEqual([]);
  });

  it('lets a hosted model put the hits in order where one is named', async () => {
    index = bench.open({ rerank: 'bge-reranker-v2-m3' });
    await index.upsert([refunds, boots]);
    await index.settled();
    bench.advance(LAG_MS);
    expect(await articlesFor('reimburse')).toEqual(['refunds']);
    expect(bench.fake.problems).toEqual([]);
  });
});

describe('the index by its name', () => {
  it.each([
    ['is found', true, 0],
    ['is made at the first start', false, 1],
  ])('%s', async (_, indexExists, made) => {
    const fake = await openFakePinecone({ indexExists });
    const namespace = openPineconeNamespace({ apiKey: fake.apiKey, indexHost: undefined, controlUrl: `${fake.url}/` }, SETTINGS);
    expect(await namespace.ids()).toEqual([]);
    expect(fake.requests.filter((request) => request === 'POST /indexes/create-for-model')).toHaveLength(made);
    await fake.close();
  });
});
