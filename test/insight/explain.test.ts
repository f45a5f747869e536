import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../src/domain/decision.ts';
import type { Turn } from '../../src/domain/conversation.ts';
import { intentName, participantKey, toolName, turnId } from '../../src/domain/ids.ts';
import { microUsd, usd } from '../../src/domain/money.ts';
import { explain } from '../../src/insight/explain.ts';

const NOW = new Date('2026-11-16T15:00:00Z');

function turn(decision: Decision, more: Partial<Turn> = {}): Turn {
  return {
    id: turnId('t1'),
    at: NOW,
    inbound: [],
    classifications: [{ intent: intentName('refund_request'), topic: 'refund_policy', confidence: 0.93, entities: [], words: 'how long' }],
    signals: new Set(['greeting']),
    passages: [],
    actions: [],
    decision,
    said: [{ by: 'agent', text: 'It takes 5–10 business days.', private: false }],
    rules: ['answer_from_article'],
    cost: microUsd(0),
    ...more,
  };
}
const question = { kind: 'code', about: 'mail', askedOf: participantKey('p'), request: undefined, timesAsked: 1 } as const;
const proposal = {
  id: 'p1',
  tool: toolName('process_refund'),
  input: {},
  rendered: '',
  argumentsHash: '',
  requestedBy: participantKey('p'),
  amount: usd(24_000),
};
const request = { proposal, because: 'above the limit', role: 'refund_approver', limit: usd(10_000), expiresAt: NOW };

describe('the explanation of a turn', () => {
  it('holds what was understood, which rules fired, and what was said', () => {
    expect(explain({ turns: [turn({ kind: 'reply', text: '', citations: [] })] })).toEqual([
      expect.objectContaining({
        turn: 't1',
        intents: [{ intent: 'refund_request', topic: 'refund_policy', confidence: 0.93, autonomy: '' }],
        held: [],
        signals: ['greeting'],
        rules: ['answer_from_article'],
        reply: ['It takes 5–10 business days.'],
      }),
    ]);
  });

  it.each<[Decision, string]>([
    [{ kind: 'reply', text: '', citations: [] }, 'answers refund_request/refund_policy'],
    [{ kind: 'ask', question, text: '', citations: [] }, 'needs code: mail'],
    [{ kind: 'request_approval', request, text: '' }, 'above the limit; refund_approver decides above $100.00'],
    [{ kind: 'escalate', reason: { kind: 'customer_asked', words: 'a human' }, text: '' }, 'customer_asked (words: "a human")'],
    [{ kind: 'escalate', reason: { kind: 'paused' }, text: '' }, 'paused'],
    [{ kind: 'stay_silent', because: 'human_is_handling' }, 'human_is_handling'],
  ])('gives the reason of %j', (decision, because) => {
    expect(explain({ turns: [turn(decision)] })[0]?.because).toBe(because);
  });

  it('names the part of the article that was read, and its date', () => {
    const passage = {
      article: 'refund-times',
      chunk: 0,
      title: 'How long refunds take',
      heading: 'Cards',
      category: 'returns',
      audience: 'public',
      updatedAt: NOW,
      text: '',
      score: 0.8,
    } as const;
    const [explained] = explain({
      turns: [turn({ kind: 'reply', text: '', citations: ['refund-times', 'gone'] }, { passages: [passage] })],
    });
    expect(explained?.sources).toEqual(['refund-times: How long refunds take › Cards (2026-11-16)', 'gone']);
  });
});
