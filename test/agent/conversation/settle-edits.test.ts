import { describe, expect, it } from '@jest/globals';
import { settleEdits } from '../../../src/agent/conversation/settle-edits.ts';
import { messageId } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { messageOf } from '../../contracts/store-builders.ts';

const said = (n: number, text: string): InboundMessage => ({ ...messageOf('a', n), text, fullText: text });
const about = (n: number, kind: 'edited' | 'deleted', text = ''): InboundMessage => ({
  ...said(n, text),
  id: messageId(`slack/a/b/change-${n}-${kind}`),
  kind,
  replaces: said(n, '').id,
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
});
