import { describe, expect, it } from '@jest/globals';
import { assistanceFor, type Assistance } from '../../../src/agent/llm/assist.ts';
import { talk, told, type Move } from '../../../src/agent/move.ts';
import { intentName } from '../../../src/domain/ids.ts';
import { requestFor } from '../../support/agent/requests.ts';

const asked = requestFor('where is my order');
const article: Move = { kind: 'answer', text: 'x', basis: 'article', citations: ['a'], private: false, request: asked };
const handOver = (reason: Extract<Move, { kind: 'hand_over' }>['reason']): Move => ({ kind: 'hand_over', reason });
const unsure = handOver({ kind: 'low_confidence', intent: intentName('order_status'), confidence: 0.1, threshold: 0.3 });
const unknown = handOver({ kind: 'answer_not_grounded', claim: 'no article answers this' });

describe('the help of a model', () => {
  it.each<[string, Move, boolean, 'articles' | 'unanswered', Assistance]>([
    ['an answer from articles', article, true, 'articles', 'word_articles'],
    ['an answer from articles, where only gaps are filled', article, true, 'unanswered', 'none'],
    ['a fact of the shop', told(asked, 'It ships today.'), true, 'articles', 'none'],
    ['thanks and greetings', talk('You are welcome.'), false, 'articles', 'none'],
    ['a request for proof', { kind: 'prove', request: asked }, true, 'articles', 'none'],
    [
      'a question that a plan asks back',
      { kind: 'ask', text: 'Which?', private: true, question: { kind: 'slot', about: 'order_id', request: asked, timesAsked: 1 } },
      true,
      'articles',
      'none',
    ],
    ['a request that was not understood, about records', unsure, true, 'articles', 'look_up'],
    ['a request that was not understood, about anything else', unsure, false, 'articles', 'answer_from_articles'],
    ['a question that no article answers in its own words', unknown, false, 'unanswered', 'answer_from_articles'],
    ['a customer who wants a person', handOver({ kind: 'customer_asked', words: 'a human' }), true, 'articles', 'none'],
    ['a legal mention', handOver({ kind: 'legal_mention', words: 'lawyer' }), true, 'articles', 'none'],
    ['a complaint', handOver({ kind: 'complaint', words: 'awful' }), false, 'articles', 'none'],
    ['a refund that policy refuses', handOver({ kind: 'policy_exception', because: 'too late' }), true, 'articles', 'none'],
    [
      'an intent that is switched off',
      handOver({ kind: 'autonomy', intent: intentName('other'), level: 'off' }),
      false,
      'articles',
      'none',
    ],
  ])("for %s is decided by the plan's move (%#)", (_, move, readsRecords, words, assistance) => {
    expect(assistanceFor(move, asked, words, readsRecords)).toBe(assistance);
  });
});
