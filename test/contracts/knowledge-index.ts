import { beforeEach, describe, expect, it } from '@jest/globals';
import type { KnowledgeFilter, KnowledgeIndex } from '../../src/store/knowledge/knowledge-index.ts';
import type { Passage } from '../../src/domain/classification.ts';
import { passage, type PassageWithoutScore } from '../support/passages.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const EVERYTHING: KnowledgeFilter = { audience: 'internal', validAt: NOW };
const CUSTOMER: KnowledgeFilter = { audience: 'public', validAt: NOW };

/** What every knowledge index does, whichever engine stands behind it. */
export function describeKnowledgeIndex(name: string, create: () => Promise<KnowledgeIndex>): void {
  describe(`knowledge index: ${name}`, () => {
    let index: KnowledgeIndex;
    const articlesFor = async (query: string, filter = CUSTOMER, limit = 10): Promise<readonly string[]> =>
      (await index.search(query, filter, limit)).map(({ article }) => article);

    beforeEach(async () => {
      index = await create();
      await index.upsert([
        passage({
          article: 'refunds',
          category: 'billing',
          title: 'How refunds work',
          text: 'Refunds go back to the card within ten business days.',
        }),
        passage({
          article: 'returns',
          category: 'returns',
          title: 'Send something back',
          text: 'You have thirty days to return a product.',
        }),
        passage({
          article: 'returns',
          chunk: 1,
          category: 'returns',
          title: 'Send something back',
          heading: 'Labels',
          text: 'Print the label and hand the parcel in.',
        }),
        passage({
          article: 'boots',
          category: 'products',
          title: 'Care for leather boots',
          text: 'Brush the leather and let the boots dry slowly.',
        }),
        passage({
          article: 'sop-refunds',
          category: 'billing',
          audience: 'internal',
          title: 'Refund exceptions',
          text: 'Staff may grant refunds beyond the window.',
        }),
        passage({
          article: 'spring-sale',
          category: 'billing',
          title: 'Spring sale',
          text: 'Every tent is discounted.',
          validUntil: new Date('2026-05-01T00:00:00Z'),
        }),
      ]);
    });

    it('finds the passage that the words of a question point to', async () => {
      expect((await articlesFor('when do I get my refund'))[0]).toBe('refunds');
    });

    it('finds other forms of a word', async () => {
      expect((await articlesFor('refunding'))[0]).toBe('refunds');
    });

    it('returns scores between 0 and 1 that never rise', async () => {
      const scores = (await index.search('return the leather boots and get a refund', EVERYTHING, 10)).map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(2);
      expect(scores.every((score, at) => score > 0 && score <= 1 && score <= (scores[at - 1] ?? 1))).toBe(true);
    });

    it('returns no more passages than asked for', async () => {
      expect(await index.search('refund return boots', EVERYTHING, 2)).toHaveLength(2);
    });

    it('returns nothing for words that no article has', async () => {
      expect(await articlesFor('xylophone')).toEqual([]);
    });

    it('returns nothing for a question without words', async () => {
      expect(await articlesFor('?!')).toEqual([]);
    });

    it('hides internal articles from customers and shows them to staff', async () => {
      expect(await articlesFor('refund window staff')).not.toContain('sop-refunds');
      expect(await articlesFor('refund window staff', EVERYTHING)).toContain('sop-refunds');
    });

    it.each([
      ['the categories named', ['returns'], ['returns', 'returns']],
      ['several categories', ['returns', 'products'], ['boots', 'returns', 'returns']],
      ['no category that exists', ['jobs'], []],
    ])('keeps to %s', async (_, categories, expected) => {
      expect((await articlesFor('label for refund return boots', { ...CUSTOMER, categories })).toSorted()).toEqual(expected);
    });

    it.each([
      ['before it expires', '2026-04-30T00:00:00Z', true],
      ['at the moment it expires', '2026-05-01T00:00:00Z', true],
      ['after it has expired', '2026-05-01T00:00:01Z', false],
    ])('shows a dated article %s: %s', async (_, at, shown) => {
      expect((await articlesFor('spring sale tents', { ...CUSTOMER, validAt: new Date(at) })).includes('spring-sale')).toBe(shown);
    });

    describe('in several languages', () => {
      const GERMAN: KnowledgeFilter = { ...CUSTOMER, language: 'de' };
      const german = passage({ article: 'rueckgabe', language: 'de', title: 'Rückgabe', text: 'Eine Jacke oder ein refund geht zurück.' });

      beforeEach(() => index.upsert([german]));

      it.each([
        ['articles without a language as English', 'refunds', {}, ['refunds']],
        ['English articles when English is named', 'refunds', { language: 'en' }, ['refunds']],
        ['articles in the language that is named', 'refund jacke', { language: 'de' }, ['rueckgabe']],
        ['nothing in a language without articles', 'refunds', { language: 'pt' }, []],
      ])('finds %s', async (_, query, language, expected) => {
        expect(await articlesFor(query, { ...CUSTOMER, categories: ['billing', 'general'], ...language })).toEqual(expected);
      });

      it.each(['rückgaben', 'rueckgabe', 'RÜCKGABE', 'jacken'])('finds other forms of a word of that language: %s', async (word) => {
        expect(await articlesFor(word, GERMAN)).toEqual(['rueckgabe']);
      });

      it('counts passages of one language or of all', async () => {
        expect([index.size('de').chunks, index.size('en').chunks, index.size('pt').chunks, index.size().chunks]).toEqual([1, 6, 0, 7]);
        expect(await index.countWith('refund', GERMAN, 10)).toBe(1);
      });

      it('moves an article to the language that it is written in now', async () => {
        await index.upsert([{ ...german, language: 'nl' }]);
        expect(await articlesFor('jacke', GERMAN)).toEqual([]);
        expect(await articlesFor('jacke', { ...CUSTOMER, language: 'nl' })).toEqual(['rueckgabe']);
      });

      it('forgets an article in any language', async () => {
        await index.remove(['rueckgabe', 'refunds']);
        expect(await articlesFor('jacke', GERMAN)).toEqual([]);
        expect(await articlesFor('refunds card')).not.toContain('refunds');
      });
    });

    it.each([
      ['before it begins', '2026-12-31T23:59:59Z', false],
      ['at the moment it begins', '2027-01-01T00:00:00Z', true],
    ])('shows an article that is for later %s: %s', async (_, at, shown) => {
      await index.upsert([passage({ article: 'winter', text: 'Winter tyres', validFrom: new Date('2027-01-01T00:00:00Z') })]);
      expect((await articlesFor('winter tyres', { ...CUSTOMER, validAt: new Date(at) })).includes('winter')).toBe(shown);
    });

    it('forgets an article at once', async () => {
      await index.remove(['refunds']);
      expect(await articlesFor('refunds go back to the card')).not.toContain('refunds');
      expect(index.size()).toEqual({ articles: 4, chunks: 5 });
    });

    it('ignores the removal of an article that it does not know', async () => {
      await index.remove(['nobody']);
      expect(index.size().articles).toBe(5);
    });

    it('replaces every chunk of an article that is put in again', async () => {
      await index.upsert([passage({ article: 'returns', category: 'returns', text: 'Use the locker at the station.' })]);
      expect(await articlesFor('label', { ...CUSTOMER, categories: ['returns'] })).toEqual([]);
      expect(await articlesFor('locker')).toEqual(['returns']);
      expect(index.size()).toEqual({ articles: 5, chunks: 5 });
    });

    it('ranks the same whether articles came at once or one after the other', async () => {
      const again = await create();
      for (const article of ['spring-sale', 'sop-refunds', 'boots', 'returns', 'refunds']) {
        const chunks = (
          await index.search(
            'refunds return label parcel boots tent staff card product leather',
            { ...EVERYTHING, validAt: new Date(0) },
            100,
          )
        )
          .filter((found) => found.article === article)
          .map(withoutScore);
        await again.upsert(chunks);
      }
      const query = 'return the refund label for boots';
      expect((await again.search(query, EVERYTHING, 10)).map(keyOf)).toEqual((await index.search(query, EVERYTHING, 10)).map(keyOf));
    });

    it('keeps every field of a passage', async () => {
      const whole = passage({
        article: 'whole',
        heading: 'A > B',
        category: 'c',
        url: 'https://example.com/whole',
        text: 'Zeppelin',
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validUntil: NOW,
        language: 'es',
      });
      await index.upsert([whole]);
      const [found] = await index.search('zeppelin', { ...CUSTOMER, language: 'es' }, 1);
      expect(found).toEqual({ ...whole, score: expect.any(Number) });
    });
  });
}

function withoutScore(found: Passage): PassageWithoutScore {
  const { article, chunk, title, heading, category, audience, updatedAt, validUntil, text } = found;
  return { article, chunk, title, heading, category, audience, updatedAt, text, ...(validUntil && { validUntil }) };
}

const keyOf = ({ article, chunk, score }: { article: string; chunk: number; score: number }): string =>
  `${article}#${chunk} ${score.toFixed(6)}`;
