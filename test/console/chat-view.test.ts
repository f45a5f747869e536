import { describe, expect, it } from '@jest/globals';
import { chatOf, explainLines } from '../../src/console/chat-view.ts';
import type { TranscriptLine, TurnExplanation } from '../../src/domain/deskhand.ts';
import { NOW } from '../support/desk-tickets.ts';

const line = (from: TranscriptLine['from'], text: string): TranscriptLine => ({
  at: NOW,
  from,
  name: from,
  text,
  private: false,
  delivery: undefined,
});
const explanation = (turn: string, ...reply: string[]): TurnExplanation => ({
  turn,
  at: NOW,
  said: [],
  intents: [],
  signals: [],
  language: undefined,
  decision: 'reply',
  because: '',
  rules: [],
  held: [],
  actions: [],
  sources: [],
  reply,
  costMicroUsd: 0,
  modelCalls: [],
});

describe('the explanation of a line', () => {
  it.each<[string, TranscriptLine[], TurnExplanation[], (string | undefined)[]]>([
    [
      'stands at the turn’s first line',
      [line('customer', 'Hi'), line('agent', 'A'), line('agent', 'B')],
      [explanation('1', 'A', 'B')],
      [undefined, '1', undefined],
    ],
    [
      'belongs to one turn when two say the same',
      [line('agent', 'A'), line('customer', 'x'), line('agent', 'C')],
      [explanation('1', 'A'), explanation('2', 'C')],
      ['1', undefined, '2'],
    ],
    ['passes over turns that said nothing', [line('agent', 'A')], [explanation('1'), explanation('2', 'A')], ['2']],
    ['finds the reply inside a signed message', [line('agent', 'A\n\nRobin')], [explanation('1', 'A')], ['1']],
    [
      'is missing on what customers and staff wrote',
      [line('customer', 'A'), line('staff', 'A')],
      [explanation('1', 'A')],
      [undefined, undefined],
    ],
    ['is missing where nothing matches', [line('agent', 'Z')], [explanation('1', 'A')], [undefined]],
  ])('%s', (_rule, lines, explanations, turns) => {
    expect(explainLines(lines, explanations).map(({ why }) => why?.turn)).toEqual(turns);
  });
});

describe('the chat of a conversation', () => {
  it.each([
    ['console/local/mia@example.com/1', { from: 'mia@example.com', chat: '1' }],
    ['console/local/a%2Fb%25/2/1', { from: 'a/b%', chat: '2' }],
    ['email/support@larkfield.example/mia@example.com/abc', undefined],
    ['console/local', undefined],
  ])('is read from %s', (id, chat) => {
    expect(chatOf(id)).toEqual(chat);
  });
});
