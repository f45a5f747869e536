import { describe, expect, it } from '@jest/globals';
import { beginsAnew } from '../../../src/agent/conversation/begins-anew.ts';
import type { ConversationState } from '../../../src/domain/conversation.ts';
import { configVersion, participantKey, ticketNumber } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { newConversation } from '../../../src/domain/new-conversation.ts';
import { messageOf, START, threadOf } from '../../contracts/store-builders.ts';

const HOUR_MS = 3_600_000;
const RESOLVED: ConversationState = { kind: 'resolved', by: 'agent', how: 'confirmed', at: START };
const WAITING: ConversationState = { kind: 'awaiting_customer' };
const WITH_HUMAN: ConversationState = { kind: 'with_human', ticket: ticketNumber('T-1001') };

const fresh = newConversation({ thread: threadOf('dm'), subject: undefined, openedAt: START, configVersion: configVersion('v') });
const rated = { kind: 'rating', about: 'conversation', askedOf: participantKey('x'), request: undefined, timesAsked: 1 } as const;

describe('a message in a direct-message room', () => {
  it.each<
    [
      string,
      ConversationState,
      { text?: string; hours?: number; rating?: boolean; ticket?: boolean; kind?: InboundMessage['kind'] },
      boolean,
    ]
  >([
    ['goes on while we wait for an answer', WAITING, { hours: 23 }, false],
    ['opens a new conversation after a day of silence', WAITING, { hours: 24 }, true],
    ['goes on after a day in which a ticket was open', WAITING, { hours: 48, ticket: true }, false],
    ['goes on while a human has it, however long that takes', WITH_HUMAN, { hours: 300 }, false],
    ['opens a new conversation once the last one is resolved', RESOLVED, {}, true],
    ['closes the resolved one with thanks', RESOLVED, { text: 'Thanks a lot!' }, false],
    ['rates the resolved one when that was asked for', RESOLVED, { text: '5', rating: true }, false],
    ['opens a new conversation instead of a rating', RESOLVED, { text: 'Where is LF-10001?', rating: true }, true],
    ['never opens one with an edit', RESOLVED, { kind: 'edited' }, false],
  ])('%s', (_, state, { text = 'Where is LF-10001?', hours = 0, rating = false, ticket = false, kind = 'new' }, anew) => {
    const conversation = {
      ...fresh,
      state,
      pending: rating ? rated : undefined,
      memory: { ...fresh.memory, tickets: ticket ? [ticketNumber('T-1001')] : [] },
    };
    const now = new Date(START.getTime() + hours * HOUR_MS);
    expect(beginsAnew({ conversation, lastActivityAt: START }, messageOf('dm', 1, { text, kind }), now)).toBe(anew);
  });
});
