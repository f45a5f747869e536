import { describe, expect, it } from '@jest/globals';
import type { ConversationState } from '../../src/domain/conversation.ts';
import { channelName } from '../../src/domain/ids.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import { messageOf, START } from '../contracts/store-builders.ts';
import { createFakeChannel, openFlow, replyTo } from './flow-builders.ts';

const email = channelName('email');
const RESOLVED: ConversationState = { kind: 'resolved', by: 'agent', how: 'confirmed', at: START };

describe('whether a conversation is resolved', () => {
  /** The words of each message name the state that its step ends in. */
  async function marksFor(marksResolved: boolean, texts: readonly string[]) {
    const sent: OutboundMessage['body'][] = [];
    const fake = createFakeChannel(async ({ body }) => {
      sent.push(body);
      return { kind: 'sent', externalId: 'x' };
    });
    const channel = { ...fake, capabilities: { ...fake.capabilities, ...(marksResolved ? { marksResolved: true as const } : {}) } };
    const { flow, store, events } = await openFlow(new Map([[email, channel]]), {
      steps: {
        messages: async (lease, [message]) =>
          replyTo(lease, { conversation: { ...lease.conversation, state: message?.text === 'end' ? RESOLVED : { kind: 'open' } } }),
        command: async (lease) => replyTo(lease),
        timer: async (lease) => replyTo(lease),
        giveUp: async (lease) => replyTo(lease),
      },
    });
    for (const [n, text] of texts.entries()) {
      await store.accept([messageOf('a', n, { text })]);
      await flow.drain();
    }
    await store.close();
    const delivered = events.filter(({ name }) => name === 'message.delivered').length;
    return { marks: sent.flatMap((body) => (body.kind === 'status' ? [body.state] : [])), delivered };
  }

  it('is told to a channel that shows it, whenever it changes, and counts as no answer', async () => {
    const texts = ['hi', 'end', 'end', 'more', 'end'];
    expect(await marksFor(true, texts)).toEqual({ marks: ['resolved', 'reopened', 'resolved'], delivered: texts.length });
  });

  it('is told to no other channel', async () => {
    expect((await marksFor(false, ['hi', 'end'])).marks).toEqual([]);
  });
});
