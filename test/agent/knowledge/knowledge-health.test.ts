import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/agent/knowledge/article.ts';
import { findConflicts } from '../../../src/agent/knowledge/conflicts.ts';
import { previewEdit } from '../../../src/agent/knowledge/preview-edit.ts';
import { clusterQuestions } from '../../../src/agent/knowledge/question-clusters.ts';
import { createMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';

const now = new Date('2026-11-22T12:00:00Z');

function article(id: string, body: string, facts: Partial<Article> = {}): Article {
  return {
    id,
    title: id,
    category: 'general',
    audience: 'public',
    priority: 'high',
    updatedAt: new Date('2026-10-01T00:00:00Z'),
    validUntil: undefined,
    url: undefined,
    body,
    ...facts,
  };
}

describe('conflicts between articles', () => {
  const rule = 'Unworn boots can be returned within 30 days from delivery.';

  it.each([
    ['another number of days', 'Unworn boots can be returned within 45 days from delivery.', 1],
    ['the same in other words', 'You can return unworn boots within 30 days from delivery.', 0],
    ['another subject', 'Defective stoves can be exchanged within 45 days from delivery.', 0],
  ])('tells %s', (_, other, conflicts) => {
    expect(findConflicts([article('a', rule), article('b', other)], now)).toHaveLength(conflicts);
  });

  it('names both articles, sentences and values', () => {
    const [conflict] = findConflicts([article('a', rule), article('b', 'Unworn boots can be returned within 45 days from delivery.')], now);
    expect(conflict).toMatchObject({ articles: ['a', 'b'], values: ['30 days', '45 days'] });
  });

  it.each([
    ['internal', { audience: 'internal' }],
    ['in another language', { language: 'de' }],
    ['not valid yet', { validFrom: new Date('2027-01-01T00:00:00Z') }],
    ['expired', { validUntil: new Date('2026-01-01T00:00:00Z') }],
  ] as const)('leaves out an article that is %s', (_, facts) => {
    const other = article('b', 'Unworn boots can be returned within 45 days from delivery.', facts);
    expect(findConflicts([article('a', rule), other], now)).toEqual([]);
  });
});

describe('questions without an article', () => {
  it('puts alike questions together, the most frequent first', () => {
    const clusters = clusterQuestions(['do you sell kayaks', 'is the mug microwave safe', 'do you sell kayaks for two', 'sell kayaks?']);
    expect(clusters.map(({ question, times }) => [question, times])).toEqual([
      ['do you sell kayaks', 3],
      ['is the mug microwave safe', 1],
    ]);
  });

  it('puts together what shares a word that no article knows, rather than one that all have', () => {
    const questions = ['do you sell kayaks?', 'are there kayaks in your shop', 'do you sell saddles'];
    const articles = ['sell', 'shop'].flatMap((word) =>
      Array.from({ length: 9 }, (_, at) => article(`${word}-${at}`, `We ${word} tents.`)),
    );
    expect(clusterQuestions(questions, articles).map(({ times }) => times)).toEqual([2, 1]);
  });
});

describe('preview of an edit', () => {
  const before = article('points', 'Points expire 12 months after your last order.', { title: 'Do points expire?' });
  const settings = { candidates: 5, passages: 3, floor: 0.35 };

  it('lists the questions whose answer changes, and no others', async () => {
    const care = article('tent-care', 'Wipe the tent with a sponge and lukewarm water.', { title: 'How do I clean a tent?' });
    const after = { ...before, body: 'Points expire 24 months after your last order.' };
    const questions = ['do points expire', 'how do I clean a tent'].map((text) => ({ text }));
    const changed = await previewEdit(questions, [before, care], [after, care], settings, now, () => createMultilingualIndex());
    expect(changed).toEqual([{ question: 'do points expire', before: before.body, after: after.body }]);
  });

  it('asks in the language of the edited article', async () => {
    const spanish = article('es/puntos', 'Los puntos caducan a los 12 meses.', { title: '¿Caducan los puntos?', language: 'es' });
    const after = { ...spanish, body: 'Los puntos caducan a los 24 meses.' };
    const questions = [{ text: '¿Cuándo caducan mis puntos?', language: 'es' }, { text: 'do points expire' }];
    expect(await previewEdit(questions, [before, spanish], [before, after], settings, now, () => createMultilingualIndex())).toEqual([
      { question: '¿Cuándo caducan mis puntos?', before: spanish.body, after: after.body },
    ]);
  });

  it('tells that an answer would be lost', async () => {
    const [lost] = await previewEdit([{ text: 'do points expire' }], [before], [], settings, now, () => createMultilingualIndex());
    expect(lost).toEqual({ question: 'do points expire', before: before.body, after: undefined });
  });
});
