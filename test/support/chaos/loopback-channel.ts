import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Channel } from '../../../src/channels/channel.ts';
import { channelName, messageId, participantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { openJsonServer } from './json-server.ts';
import { delivery, type Delivery, type Protection } from './protocol.ts';

export const LOOPBACK = channelName('loopback');

/** A channel over real sockets: messages come in by POST and are acknowledged once stored, replies go to the world. */
export async function openLoopbackChannel({
  worldUrl,
  without,
  waiting,
}: {
  readonly worldUrl: string;
  readonly without: Protection | undefined;
  readonly waiting: () => Promise<unknown>;
}): Promise<Channel & { readonly port: number }> {
  let receive: ((messages: readonly InboundMessage[]) => Promise<void>) | undefined;
  const { server, port } = await openJsonServer(async ({ method, body }) => {
    if (method === 'GET') return waiting();
    await receive?.([toMessage(delivery.parse(body), without === 'dedupe')]);
    return { stored: true };
  });
  return {
    port,
    capabilities: { maxLength: 10_000, formatting: 'plain', privateReply: 'always', edits: false, buttons: false, silenceHours: 24 },
    health: () => ({ ok: true, lastHeardAt: undefined }),
    async start(take) {
      receive = take;
    },
    async send(message) {
      const response = await fetch(`${worldUrl}/posts`, {
        method: 'POST',
        body: JSON.stringify({ id: message.id, to: message.to.key, text: textOf(message) }),
      });
      if (!response.ok) return { kind: 'unknown', because: `status ${response.status}` };
      return { kind: 'sent', externalId: message.id };
    },
    async find(message) {
      if (without === 'look_up') return 'absent';
      const response = await fetch(`${worldUrl}/posts?id=${encodeURIComponent(message.id)}`);
      return z.object({ found: z.boolean() }).parse(await response.json()).found ? 'sent' : 'absent';
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function toMessage({ id, conversation, text, email }: Delivery, isForgetful: boolean): InboundMessage {
  return {
    id: messageId(`loopback/chaos/room/${isForgetful ? `${id}~${randomUUID()}` : id}`),
    kind: 'new',
    thread: { channel: LOOPBACK, account: 'chaos', space: 'room', key: conversation },
    author: {
      key: participantKey(`loopback:${conversation}`),
      displayName: conversation,
      trust: 'unverified',
      role: 'customer',
      ...(email === undefined ? {} : { email }),
    },
    audience: 'private',
    text,
    fullText: text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt: new Date(),
  };
}

function textOf({ body }: OutboundMessage): string {
  return 'markdown' in body ? body.markdown : '';
}
