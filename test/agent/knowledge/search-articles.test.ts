import { describe, expect, it } from '@jest/globals';
import { createResolvedMemory } from '../../../src/agent/knowledge/resolved-memory.ts';
import { searchArticles } from '../../../src/agent/knowledge/search-articles.ts';
import { subjectQuery } from '../../../src/agent/knowledge/subject-query.ts';
import { createInProcessIndex } from '../../../src/store/knowledge/in-process-index.ts';
import { passage } from '../../support/passages.ts';

const filter = { audience: 'public', validAt: new Date('2026-11-22T12:00:00Z') } as const;

async function indexOf(articles: Readonly<Record<string, readonly string[]>>): Promise<ReturnType<typeof createInProcessIndex>> {
  const index = createInProcessIndex();
  await index.upsert(
    Object.entries(articles).flatMap(([article, texts]) => texts.map((text, chunk) => passage({ article, title: article, chunk, text }))),
  );
  return index;
}

describe('search by article', () => {
  it.each([
    ['a report', 60, 'several'],
    ['a question', 1, 'single'],
  ])('counts the other chunks of an article for %s of %i times the words: %s', async (_, times, wanted) => {
    const index = await indexOf({
      single: ['the stove burns isobutane', 'about tents', 'about boots'],
      several: ['a stove of another make needs isobutane cartridges', 'isobutane and which stove in our shop takes it or does not'],
    });
    const [first] = await searchArticles(index, undefined, { query: 'stove isobutane '.repeat(times), filter, by: 'doc', limit: 5 });
    expect(first?.doc).toBe(wanted);
  });

  it('gives one row an article, and scores that fall', async () => {
    const index = await indexOf({ a: ['tent poles', 'tent floor'], b: ['tent care'], c: ['boots'] });
    const rows = await searchArticles(index, undefined, { query: 'tent', filter, by: 'doc', limit: 5 });
    expect(rows.map(({ doc }) => doc).sort()).toEqual(['a', 'b']);
    expect(rows[0]?.score).toBeGreaterThanOrEqual(rows[1]?.score ?? 0);
  });

  it('brings up an article that shares no word with the question, when it helped with such a ticket', async () => {
    const index = await indexOf({ rain: ['a wet tent needs airing'], mildew: ['fungus on fabric'] });
    const memory = createResolvedMemory([
      { id: '1', text: 'black dots on my wet tent', docs: ['mildew'] },
      { id: '2', text: 'boots too small', docs: ['sizes'] },
    ]);
    const rows = await searchArticles(index, memory, { query: 'black dots on a wet tent', filter, by: 'doc', limit: 5 });
    expect(rows[0]?.doc).toBe('mildew');
  });

  it('leaves the ranking to the text when no resolved ticket is like the question', async () => {
    const index = await indexOf({ a: ['tent poles'], b: ['tent care and poles of tents'] });
    const memory = createResolvedMemory([{ text: 'gift card balance', docs: ['b'] }]);
    const request = { query: 'tent poles', filter, by: 'doc', limit: 5 } as const;
    const order = async (recalled: typeof memory | undefined): Promise<readonly string[]> =>
      (await searchArticles(index, recalled, request)).map(({ doc }) => doc);
    expect(await order(memory)).toEqual(await order(undefined));
  });
});

describe('what is searched for', () => {
  it('is a short question as it stands', () => {
    expect(subjectQuery('How do I change my email address?')).toBe('How do I change my email address?');
  });

  it('counts the subject of a long report three times against the words of any conversation', () => {
    const report = Array.from({ length: 30 }, () => 'the customer said the stove leaks').join('. ');
    const words = subjectQuery(report).split(' ');
    const count = (word: string): number => words.filter((one) => one === word).length;
    expect(count('stove')).toBe(3 * count('customer'));
  });
});
