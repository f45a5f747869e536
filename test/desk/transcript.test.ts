import { describe, expect, it } from '@jest/globals';
import type { Conversation, Turn } from '../../src/domain/conversation.ts';
import { channelName, configVersion, messageId, outboundId, participantKey, turnId } from '../../src/domain/ids.ts';
import { newConversation } from '../../src/domain/new-conversation.ts';
import type { InboundMessage } from '../../src/domain/message.ts';
import { microUsd } from '../../src/domain/money.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { transcriptOf, type DeliveredMessage } from '../../src/desk/transcript.ts';
import { NOW } from '../support/desk-tickets.ts';

const thread = { channel: channelName('console'), account: 'local', space: 'mia', key: '1' };
const mia = participantKey('console/mia');
const at = (minute: number): Date => new Date(NOW.getTime() + minute * 60_000);
const names = { agent: 'Robin', staff: (name: string) => (name === 'ana' ? 'Ana' : name) };

function inbound(text: string, minute: number): InboundMessage {
  return {
    id: messageId(`console/local/mia/${minute}`),
    kind: 'new',
    thread,
    author: { key: mia, displayName: 'Mia', trust: 'mutable', role: 'customer' },
    audience: 'private',
    text,
    fullText: text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt: at(minute),
  };
}

function turn(minute: number, heard: readonly InboundMessage[], said: Turn['said']): Turn {
  return {
    id: turnId(`turn-${minute}`),
    at: at(minute),
    inbound: heard,
    classifications: [],
    signals: new Set(),
    passages: [],
    actions: [],
    decision: { kind: 'stay_silent', because: 'nothing_to_add' },
    said,
    rules: [],
    cost: microUsd(0),
  };
}

function row(id: string, markdown: string, minute: number, change: Partial<OutboundMessage> = {}): DeliveredMessage {
  return {
    message: {
      id: outboundId(id),
      to: thread,
      audience: { kind: 'thread' },
      body: { kind: 'text', markdown },
      subject: undefined,
      secret: false,
      speaker: { kind: 'agent' },
      createdAt: at(minute),
      ...change,
    },
    state: 'sent',
    sentAt: at(minute),
  };
}

function conversation(turns: readonly Turn[]): Conversation {
  return { ...newConversation({ thread, subject: undefined, openedAt: NOW, configVersion: configVersion('v1') }), turns };
}

const agentSaid = (text: string, secret = false) => ({ by: 'agent' as const, text, private: secret });

describe('the transcript', () => {
  it('joins each line with the row that carries it', () => {
    const lines = transcriptOf(
      conversation([turn(1, [inbound('Where is it?', 1)], [agentSaid('It arrives tomorrow.')])]),
      [row('turn-1/0', 'It arrives tomorrow.\n\nRobin', 1)],
      names,
    );
    expect(lines.map(({ name, text, delivery }) => [name, text, delivery])).toEqual([
      ['Mia', 'Where is it?', undefined],
      ['Robin', 'It arrives tomorrow.', 'sent'],
    ]);
  });

  it('keeps a reply behind its question even when the customer’s clock is ahead', () => {
    const lines = transcriptOf(conversation([turn(1, [inbound('Hello?', 90)], [agentSaid('Hi.')])]), [], names);
    expect(lines.map(({ text }) => text)).toEqual(['Hello?', 'Hi.']);
  });

  it('names the person who wrote and marks what only one person saw', () => {
    const lines = transcriptOf(
      conversation([turn(1, [], [{ by: { staff: 'ana' }, text: 'I have it.', private: false }, agentSaid('Your order is …', true)])]),
      [],
      names,
    );
    expect(lines.map(({ from, name, private: hidden }) => [from, name, hidden])).toEqual([
      ['staff', 'Ana', false],
      ['agent', 'Robin', true],
    ]);
  });

  it('shows once that a message was deleted, and nothing of what it said', () => {
    const deleted = { ...inbound('', 1), kind: 'deleted' as const };
    const deletion = { ...inbound('', 2), kind: 'deleted' as const, replaces: deleted.id };
    const lines = transcriptOf(conversation([turn(1, [deleted], [agentSaid('Hi.')]), turn(2, [deletion], [])]), [], names);
    expect(lines.map(({ text }) => text)).toEqual(['(deleted)', 'Hi.']);
  });

  it('never shows a code', () => {
    const secret = row('turn-1/1', 'Your code is 123456', 1, { secret: true });
    const [line] = transcriptOf(conversation([]), [secret], names);
    expect(line?.text).toBe('A one-time code was sent.');
  });

  it('only mentions what was sent to another place', () => {
    const mail = row('turn-1/1', 'Private words', 1, { to: { ...thread, channel: channelName('email') }, subject: 'Your refund' });
    const [line] = transcriptOf(conversation([]), [mail], names);
    expect(line?.text).toBe('Also sent on email: Your refund');
  });

  it('puts a message that belongs to no turn at its own time', () => {
    const lines = transcriptOf(
      conversation([turn(1, [inbound('Thanks', 1)], []), turn(9, [inbound('Five', 9)], [])]),
      [row('timer/0', 'How did we do?', 5, { speaker: { kind: 'system' } })],
      names,
    );
    expect(lines.map(({ text }) => text)).toEqual(['Thanks', 'How did we do?', 'Five']);
  });

  it('shows two equal replies as two lines', () => {
    const turns = [turn(1, [], [agentSaid('Hi.')]), turn(2, [], [agentSaid('Hi.')])];
    const lines = transcriptOf(conversation(turns), [row('turn-1/0', 'Hi.', 1), row('turn-2/0', 'Hi.', 2)], names);
    expect(lines.map(({ delivery }) => delivery)).toEqual(['sent', 'sent']);
  });

  it('names the files that came with a message', () => {
    const files: InboundMessage['attachments'] = [
      { name: 'mug.jpg', mediaType: 'image/jpeg', bytes: 10, state: 'stored', path: 'x' },
      { name: 'film.mov', mediaType: 'video/quicktime', bytes: 10, state: 'too_large' },
    ];
    const [line] = transcriptOf(conversation([turn(1, [{ ...inbound('', 1), attachments: files }], [])]), [], names);
    expect(line?.text).toBe('[file: mug.jpg]\n[file: film.mov, too large]');
  });
});
