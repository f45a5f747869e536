import { describe, expect, it } from '@jest/globals';
import { readQuestion } from '../../../src/agent/knowledge/question.ts';
import { rerank } from '../../../src/agent/knowledge/rerank.ts';
import type { Passage } from '../../../src/domain/classification.ts';
import { passage } from '../../support/passages.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const found = (facts: Partial<Passage> & Pick<Passage, 'article' | 'text'>): Passage => ({ ...passage(facts), score: 1, ...facts });
const scores = (
  asked: string,
  passages: readonly Passage[],
  categories: readonly string[] = [],
): readonly (readonly [string, number])[] => {
  const question = readQuestion(asked);
  return rerank(question, passages, { categories, now: NOW, weights: question.terms.map(() => 1) }, 5).map(({ article, score }) => [
    article,
    score,
  ]);
};
const best = (asked: string, passages: readonly Passage[], categories: readonly string[] = []): string | undefined =>
  scores(asked, passages, categories)[0]?.[0];

describe('reranking', () => {
  it.each([
    [
      'more of what was asked',
      found({ article: 'good', text: 'The tent floor can be repaired.' }),
      found({ article: 'bad', text: 'The tent is green.' }),
    ],
    [
      'it in the heading',
      found({ article: 'good', heading: 'Repair a tent', text: 'Use the tape.' }),
      found({ article: 'bad', text: 'Use a tent; repair the tape.' }),
    ],
    [
      'the same question as a heading',
      found({ article: 'good', heading: 'Can I repair a tent?', text: 'Yes.' }),
      found({ article: 'bad', heading: 'Tent', text: 'We repair.' }),
    ],
  ])('prefers a passage that has %s', (_, good, bad) => {
    expect(best('Can I repair a tent?', [bad, good])).toBe('good');
  });

  it('prefers the kind of answer that is wanted', () => {
    const passages = [
      found({ article: 'bad', text: 'A repair of a tent is careful work.' }),
      found({ article: 'good', text: 'A repair of a tent takes 3 weeks.' }),
    ];
    expect(best('how long does a tent repair take', passages)).toBe('good');
  });

  it('prefers the intent’s category, then the fresher article', () => {
    const text = 'A repair of a tent takes 3 weeks.';
    const old = found({ article: 'old', text, updatedAt: new Date('2020-01-01') });
    expect(best('tent repair', [old, found({ article: 'new', text })])).toBe('new');
    expect(best('tent repair', [found({ article: 'other', text }), found({ article: 'own', category: 'care', text })], ['care'])).toBe(
      'own',
    );
  });

  it('keeps no more than asked for, with scores between 0 and 1 that never rise', () => {
    const passages = Array.from({ length: 9 }, (_, at) => found({ article: `a${at}`, text: at % 2 === 0 ? 'tent repair' : 'tent' }));
    const values = scores('tent repair', passages).map(([, score]) => score);
    expect(values).toHaveLength(5);
    expect(values.every((score, at) => score >= 0 && score <= 1 && score <= (values[at - 1] ?? 1))).toBe(true);
  });

  it('gives nothing to a passage that has none of the words', () => {
    expect(scores('tent repair', [found({ article: 'a', text: 'Socks.' })])[0]?.[1]).toBeLessThan(0.05);
  });
});
