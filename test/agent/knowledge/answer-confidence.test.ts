import { describe, expect, it } from '@jest/globals';
import { SURE_ENOUGH, answerConfidence } from '../../../src/agent/knowledge/answer-confidence.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { inArticleWords } from '../../../src/agent/knowledge/everyday-words.ts';
import { passage } from '../../support/passages.ts';

describe('how sure a passage answers', () => {
  it.each([
    ['asked in these words, ahead of the others, words found', { likeness: 1, lead: 0.4, coverage: 1 }, true],
    ['asked in these words, and so is another article, few words found', { likeness: 0.9, lead: 0, coverage: 0.2 }, false],
    ['hardly asked so, no other article near', { likeness: 0.5, lead: 0.5, coverage: 0.2 }, false],
    ['not asked so at all', { likeness: 0, lead: 0, coverage: 1 }, false],
  ])('%s', (_, signs, sure) => {
    expect(answerConfidence(signs) >= SURE_ENOUGH).toBe(sure);
  });

  it('leaves a question unanswered when the likeliest passage is not sure to answer it', () => {
    const points = {
      ...passage({ article: 'rewards', title: 'Points', text: 'Points expire 12 months after your last order.' }),
      score: 0.9,
    };
    expect(composeAnswer('do points expire', [points])?.text).toContain('12 months');
    expect(composeAnswer('do points expire', [{ ...points, confidence: SURE_ENOUGH - 0.01 }])).toBeUndefined();
  });
});

describe('everyday words', () => {
  it.each([
    ['my kid threw the carton out', 'box'],
    ['pay in four parts', 'installments'],
    ['somebody nicked my bag', 'stolen'],
    ['put one aside for me', 'reserve'],
  ])('"%s" is told in the articles\' word %s', (said, word) => {
    expect(inArticleWords(said)).toContain(word);
  });

  it('leaves a text alone that holds none', () => {
    expect(inArticleWords('how long do refunds take')).toBeUndefined();
  });
});
