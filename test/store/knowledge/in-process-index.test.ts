import { describe, expect, it } from '@jest/globals';
import { stemsOf } from '../../../src/domain/text/words.ts';
import { createInProcessIndex } from '../../../src/store/knowledge/in-process-index.ts';
import { createMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';
import { describeKnowledgeIndex } from '../../contracts/knowledge-index.ts';
import { createRereadIndex } from '../../support/reread-index.ts';
import { passage, type PassageWithoutScore } from '../../support/passages.ts';

describeKnowledgeIndex('in process', async () => createMultilingualIndex());
describeKnowledgeIndex('in process, written to a file and read again before every question', () => createRereadIndex());

const NOW = new Date('2026-11-22T12:00:00Z');
const VOCABULARY = 'tent boot stove rope quilt lamp filter poles jacket socks refund label parcel window card'.split(' ');

/** The same small generator every time: tests must not depend on chance. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function makeCorpus(articles: number, seed: number): readonly PassageWithoutScore[] {
  const roll = createDice(seed);
  const words = (count: number): string => Array.from({ length: count }, () => VOCABULARY[roll(VOCABULARY.length)]).join(' ');
  return Array.from({ length: articles }, (_, number) =>
    passage({ article: `article-${String(number).padStart(5, '0')}`, title: words(3), heading: words(2), text: words(10 + roll(60)) }),
  );
}

/** BM25 by the book over every chunk, with the index's field weights. */
function naiveScores(corpus: readonly PassageWithoutScore[], query: string): ReadonlyMap<string, number> {
  const bags = corpus.map((chunk) => {
    const bag = new Map<string, number>();
    for (const [text, weight] of [
      [chunk.title, 2],
      [chunk.heading, 2],
      [chunk.text, 1],
    ] as const) {
      for (const stem of stemsOf(text)) bag.set(stem, (bag.get(stem) ?? 0) + weight);
    }
    return bag;
  });
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / corpus.length;
  const scores = new Map<string, number>();
  for (const stem of stemsOf(query)) {
    const having = bags.filter((bag) => bag.has(stem)).length;
    const idf = Math.log(1 + (corpus.length - having + 0.5) / (having + 0.5));
    bags.forEach((bag, at) => {
      const count = bag.get(stem) ?? 0;
      const length = lengths[at] ?? 0;
      const article = corpus[at]?.article ?? '';
      const share = (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
      if (count > 0) scores.set(article, (scores.get(article) ?? 0) + share);
    });
  }
  return scores;
}

describe('in-process index', () => {
  it.each(['tent', 'refund label', 'boot boot boot stove', 'quilt lamp filter poles jacket', 'socks card window parcel rope tent'])(
    'fuses exactly the best passages of a naive scan: %s',
    async (query) => {
      const corpus = makeCorpus(400, 7);
      const index = createInProcessIndex();
      await index.upsert(corpus);
      const naive = naiveScores(corpus, query);
      const best = [...naive]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 100)
        .map(([article]) => article);
      const found = (await index.search(query, { audience: 'public', validAt: NOW }, 100)).map(({ article }) => article);
      expect(found.toSorted()).toEqual(best.toSorted());
    },
  );

  it('reads only what can matter, and finds what a scan of everything finds, in any category and after removals', async () => {
    const roll = createDice(23);
    // Articles that grow longer, so that the mean length moves under the bounds that were noted before.
    const corpus = makeCorpus(500, 5).map((one, at) => ({
      ...one,
      category: `category-${roll(6)}`,
      text: `${one.text} ${Array.from({ length: at % 97 }, () => `rare${roll(900)}`).join(' ')}`,
    }));
    const index = createInProcessIndex();
    for (let from = 0; from < corpus.length; from += 100) await index.upsert(corpus.slice(from, from + 100));
    const gone = new Set(corpus.filter(() => roll(10) === 0).map(({ article }) => article));
    await index.remove([...gone]);
    const left = corpus.filter(({ article }) => !gone.has(article));
    for (let query = 0; query < 15; query++) {
      const words = [`rare${roll(900)}`, `rare${roll(900)}`, VOCABULARY[roll(15)], VOCABULARY[roll(15)], VOCABULARY[roll(15)]].join(' ');
      const categories = query % 3 === 0 ? [`category-${roll(6)}`] : undefined;
      const wanted = [...naiveScores(left, words)]
        .filter(([article]) => categories === undefined || categories.includes(left.find((one) => one.article === article)?.category ?? ''))
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 100)
        .map(([article]) => article);
      const found = await index.search(words, { audience: 'public', validAt: NOW, ...(categories && { categories }) }, 100);
      expect(found.map(({ article }) => article).toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('puts a word of the title above the same word in the text', async () => {
    const index = createInProcessIndex();
    await index.upsert([
      passage({ article: 'text', title: 'Camping at night', text: 'Bring a headlamp for the walk.' }),
      passage({ article: 'title', title: 'Headlamp batteries', text: 'Change them once a year, please.' }),
    ]);
    expect((await index.search('headlamp', { audience: 'public', validAt: NOW }, 1))[0]?.article).toBe('title');
  });

  it.each([
    ['a letter missing', 'refnd'],
    ['a letter twice', 'refundd'],
    ['two letters swapped', 'refudn'],
    ['a wrong letter', 'refumd'],
  ])('finds a misspelled word: %s', async (_, query) => {
    const index = createInProcessIndex();
    await index.upsert([
      passage({ article: 'a', text: 'Refunds take a week.' }),
      passage({ article: 'b', text: 'Parcels take two days.' }),
    ]);
    expect((await index.search(query, { audience: 'public', validAt: NOW }, 5)).map(({ article }) => article)).toEqual(['a']);
  });

  it('gives the same ranking after many articles came and went', async () => {
    const corpus = makeCorpus(300, 11);
    const worn = createInProcessIndex();
    for (let round = 0; round < 8; round++) await worn.upsert(makeCorpus(300, round));
    await worn.upsert(corpus);
    const fresh = createInProcessIndex();
    await fresh.upsert(corpus);
    const query = 'refund for the tent poles';
    const filter = { audience: 'public', validAt: NOW } as const;
    expect(await worn.search(query, filter, 20)).toEqual(await fresh.search(query, filter, 20));
  });

  it('lets other work go on while many articles are put in', async () => {
    const index = createInProcessIndex();
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    await index.upsert(makeCorpus(2_000, 3));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
    expect(index.size()).toEqual({ articles: 2_000, chunks: 2_000 });
  });

  it('carries out writes in the order they were asked for', async () => {
    const index = createInProcessIndex();
    await Promise.all([
      index.upsert([passage({ article: 'a', text: 'zebra' })]),
      index.remove(['a']),
      index.upsert([passage({ article: 'a', text: 'giraffe' })]),
    ]);
    expect(await index.search('zebra', { audience: 'public', validAt: NOW }, 5)).toEqual([]);
    expect(await index.search('giraffe', { audience: 'public', validAt: NOW }, 5)).toHaveLength(1);
  });
});
