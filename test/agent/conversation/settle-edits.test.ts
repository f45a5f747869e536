import { describe, expect, it } from '@jest/globals';
import { settleEdits } from '../../../src/agent/conversation/settle-edits.ts';
import type { Turn } from '../../../src/domain/conversation.ts';
import { messageId, turnId } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { microUsd } from '../../../src/domain/money.ts';
import { messageOf, START } from '../../contracts/store-builders.ts';

const said = (n: number, text: string): InboundMessage => ({ ...messageOf('a', n), text, fullText: text });
const at = (second: number): Date => new Date(START.getTime() + second * 1_000);
const about = (n: number, kind: 'edited' | 'deleted', text = ''): InboundMessage => ({
  ...said(n, text),
  sentAt: at(60),
  id: messageId(`slack/a/b/change-${n}-${kind}`),
  kind,
  replaces: said(n, '').id,
});

const turnWith = (...inbound: readonly InboundMessage[]): Turn => ({
  id: turnId('t1'),
  at: START,
  inbound,
  classifications: [],
  signals: new Set(),
  passages: [],
  actions: [],
  decision: { kind: 'stay_silent', because: 'nothing_to_add' },
  said: [],
  rules: [],
  cost: microUsd(0),
});

describe('edits and deletions', () => {
  it.each([
    [
      'a message and its edit before the answer are answered in the new form',
      [said(1, 'LF-10001?'), about(1, 'edited', 'LF-10002?')],
      ['LF-10002?'],
      0,
    ],
    [
      'a message deleted before the answer is not answered',
      [said(1, 'oops'), said(2, 'where is it?'), about(1, 'deleted')],
      ['where is it?'],
      0,
    ],
    ['the last of several edits counts', [said(1, 'a'), about(1, 'edited', 'b'), about(1, 'edited', 'c')], ['c'], 0],
    ['an edit after the answer starts no turn', [about(1, 'edited', 'b')], [], 1],
    ['a deletion after the answer starts no turn', [about(1, 'deleted')], [], 1],
  ])('%s', (_, arrivals, words, late) => {
    const settled = settleEdits(arrivals);
    expect(settled.messages.map(({ text }) => text)).toEqual(words);
    expect(settled.late).toHaveLength(late);
  });

  it('messages are read in the order in which they were sent, whatever order they came in', () => {
    const late = { ...said(2, 'LF-10001'), sentAt: at(2) };
    const early = { ...said(1, 'Where is it?'), sentAt: at(1) };
    expect(settleEdits([about(1, 'edited', 'Where is my order?'), late, early]).messages.map(({ text }) => text)).toEqual([
      'Where is my order?',
      'LF-10001',
    ]);
  });

  it.each([
    ['an edit', about(1, 'edited', 'LF-10002?'), ['LF-10002?']],
    ['a deletion', about(1, 'deleted'), []],
  ])('%s that overtook its message by a whole turn counts when the message comes', (_, change, words) => {
    const settled = settleEdits([said(1, 'LF-10001?')], [turnWith(change)]);
    expect(settled.messages.map(({ text }) => text)).toEqual(words);
  });
});
