import { describe, expect, it } from '@jest/globals';
import { SURE_ENOUGH, answerConfidence } from '../../../src/agent/knowledge/answer-confidence.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { readerOf } from '../../../src/agent/knowledge/reading.ts';
import { passage } from '../../support/passages.ts';

describe('how sure a passage answers', () => {
  const signs = {
    likelihood: 1,
    evidence: 10,
    phrasings: 0.6,
    nearest: 0.8,
    contained: 0.8,
    letters: 0.5,
    covered: 0.9,
    unknown: 0,
    words: 3,
  };
  const ahead = { lead: 3, share: 0.9 };

  it.each([
    ['asked in nearly these words, ahead of the others, words found', signs, ahead, true],
    ['asked so, and so is another article', { ...signs, nearest: 0.5 }, { lead: 0, share: 0.3 }, false],
    ['few of its words found', { ...signs, nearest: 0.4, covered: 0.2, unknown: 0.6, evidence: 3 }, ahead, false],
    [
      'not asked so at all',
      { ...signs, likelihood: -0.5, evidence: 1, phrasings: 0, nearest: 0, contained: 0, letters: 0, covered: 0 },
      ahead,
      false,
    ],
  ])('%s', (_, found, standing, sure) => {
    expect(answerConfidence(found, standing) >= SURE_ENOUGH).toBe(sure);
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

describe('reading English', () => {
  it.each([
    ['my rucksack is wet', 'backpack'],
    ['can I pay in monthly bits', 'installment'],
    ['somebody nicked my bag', 'stolen'],
    ['put one aside for me', 'reserve'],
  ])('"%s" stands for %s too', async (said, group) => {
    expect([...(await readerOf('en')).read(said).signs]).toContain(`#${group}`);
  });

  it('lets people, times and courtesies tell nothing', async () => {
    const { units } = (await readerOf('en')).read('please tell my grandma about refunds');
    expect(units.filter(({ weight }) => weight > 0.3).map(({ stem }) => stem)).toEqual(['refund']);
  });
});
