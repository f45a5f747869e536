import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMultilingualIndex } from '../../src/store/knowledge/multilingual-index.ts';
import { createPineconeIndex } from '../../src/store/knowledge/pinecone/pinecone-index.ts';
import { openPineconeNamespace } from '../../src/store/knowledge/pinecone/pinecone-namespace.ts';
import { half, judge, needlessAnswers, openArticles, readQuestionSet, SHOP_ARTICLES } from '../agent/knowledge/question-set.ts';
import { OPENED_AT, openSupport, type Support } from '../support/agent/open-support.ts';
import { openFakePinecone, type FakePinecone } from '../support/pinecone/fake-pinecone.ts';

const SETTINGS = {
  index: 'deskhand',
  namespace: 'articles',
  model: 'llama-text-embed-v2',
  cloud: 'aws',
  region: 'us-east-1',
  minScore: 0.2,
} as const;
const LAG_MS = 60_000;

/** The stages of a bad day; each must be answered like any other. */
const STAGES = [
  ['before Pinecone shows anything', LAG_MS, 'none'],
  ['once it shows everything', LAG_MS + 1_000, 'none'],
  ['while it is away', 10_000, 'drops'],
  ['when it is back', 10_000, 'none'],
] as const;

describe('questions of customers on Pinecone', () => {
  let fake: FakePinecone;
  let support: Support;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-pinecone-'));
    const clock: { now: () => number } = { now: () => OPENED_AT.getTime() };
    fake = await openFakePinecone({ lagMs: LAG_MS, now: () => clock.now() });
    support = await openSupport(
      (config) => ({
        ...config,
        dataFolder: folder,
        pinecone: { apiKey: fake.apiKey, indexHost: fake.url, controlUrl: undefined, settings: SETTINGS },
      }),
      { throwAway: false },
    );
    clock.now = () => support.now().getTime();
  });
  afterAll(async () => {
    await support?.close();
    await fake?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(STAGES)(
    'answers a question of policy with its source and hands over what no article answers, %s',
    async (stage, waitMs, trouble) => {
      fake.trouble = trouble;
      if (stage !== STAGES[0][0]) await support.advance(waitMs);
      const asked = fake.requests.length;
      const policy = await support.customer(`grace-${waitMs}-${trouble}@example.com`).says('How long do refunds take?');
      expect(policy.text).toMatch(/5–10 business days/);
      expect(policy.text).toContain('https://www.larkfield.example/help/refund-times');
      const unknown = await support.customer(`tom-${waitMs}-${trouble}@example.com`).says('Can I bring my dog to your office on Fridays?');
      expect(unknown.text).toMatch(/I don't know[^]*T-\d+/);
      expect(fake.requests.length).toBeGreaterThan(asked);
      expect(fake.problems).toEqual([]);
    },
  );
});

describe('the retrieval table on Pinecone', () => {
  // Every eighth question: each one asks Pinecone several times.
  const questions = half(
    half(half(readQuestionSet(new URL('../agent/knowledge/fixtures/questions.yaml', import.meta.url)), 'odd'), 'odd'),
    'odd',
  );

  it('is answered as well as in process, with a minute of lag and an outage midway', async () => {
    let at = OPENED_AT.getTime();
    const fake = await openFakePinecone({ now: () => at, lagMs: LAG_MS });
    const index = createPineconeIndex({
      namespace: openPineconeNamespace({ apiKey: fake.apiKey, indexHost: fake.url, controlUrl: undefined }, SETTINGS),
      local: createMultilingualIndex(),
      now: () => new Date(at),
      schedule: () => () => undefined,
      onHealth: () => undefined,
    });
    const retriever = await openArticles(SHOP_ARTICLES, index);
    await index.settled();
    const alone = await openArticles();
    const figures = { pinecone: { wrong: 0, said: 0 }, inProcess: { wrong: 0, said: 0 } };
    for (const [part, [, waitMs, trouble]] of STAGES.entries()) {
      if (part > 0) at += waitMs;
      fake.trouble = trouble;
      const ofPart = <T>(all: readonly T[]): T[] => all.filter((_, number) => number % STAGES.length === part);
      const set = { answerable: ofPart(questions.answerable), unanswerable: ofPart(questions.unanswerable) };
      for (const [figure, asked] of [
        [figures.pinecone, retriever],
        [figures.inProcess, alone],
      ] as const) {
        figure.wrong += (await judge(set, asked)).filter(({ outcome }) => outcome !== 'right').length;
        figure.said += (await needlessAnswers(set, asked)).length;
      }
    }
    await index.close();
    await fake.close();
    expect(figures.pinecone.wrong).toBeLessThanOrEqual(figures.inProcess.wrong);
    expect(figures.pinecone.said).toBeLessThanOrEqual(figures.inProcess.said);
    expect(fake.problems).toEqual([]);
  });
});
