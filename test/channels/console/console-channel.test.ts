import { describe, expect, it } from '@jest/globals';
import { consoleThread, createConsoleChannel } from '../../../src/channels/console/console-channel.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';

const NOW = new Date('2026-03-10T15:00:00Z');

function channelWithIds() {
  let count = 0;
  return createConsoleChannel({ now: () => NOW, newId: () => `m-${(count += 1)}` });
}

async function listening() {
  const channel = channelWithIds();
  const stored: InboundMessage[] = [];
  await channel.start(async (messages) => {
    stored.push(...messages);
  });
  return { channel, stored };
}

const words = { from: 'Mia.Keller@example.com', chat: '1', text: 'Where is LF-10001?' };

const reply: OutboundMessage = {
  id: outboundId('turn-1/0'),
  to: consoleThread(words),
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown: 'Tomorrow.' },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: NOW,
};

describe('the console channel', () => {
  it('resolves once the message is stored', async () => {
    const { channel, stored } = await listening();
    const message = await channel.write(words);
    expect(stored).toEqual([message]);
    expect(channel.health()).toEqual({ ok: true, lastHeardAt: NOW });
  });

  it('fails when the message could not be stored', async () => {
    const channel = channelWithIds();
    await channel.start(() => Promise.reject(new Error('disk full')));
    await expect(channel.write(words)).rejects.toThrow('disk full');
    expect(channel.health().lastHeardAt).toBeUndefined();
  });

  it('takes an address as a claim and not as proof', async () => {
    const { channel } = await listening();
    expect((await channel.write(words)).author).toEqual({
      key: 'console/mia.keller@example.com',
      displayName: 'Mia.Keller@example.com',
      email: 'mia.keller@example.com',
      trust: 'mutable',
      role: 'customer',
    });
  });

  it('claims no address for a name that is none', async () => {
    const { channel } = await listening();
    expect((await channel.write({ ...words, from: 'Mia' })).author).not.toHaveProperty('email');
  });

  it('keeps two chats of one person apart and one chat together', () => {
    expect(consoleThread(words)).toEqual(consoleThread({ from: ' mia.keller@EXAMPLE.com ', chat: '1' }));
    expect(consoleThread(words)).not.toEqual(consoleThread({ ...words, chat: '2' }));
  });

  it('gives every message an id of its own', async () => {
    const { channel, stored } = await listening();
    await channel.write(words);
    await channel.write(words);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(2);
  });

  it('delivers a row under its own id, however often it is sent', async () => {
    const { channel } = await listening();
    expect(await channel.send(reply)).toEqual({ kind: 'sent', externalId: 'turn-1/0' });
    expect(await channel.send(reply)).toEqual({ kind: 'sent', externalId: 'turn-1/0' });
  });

  it('finds every row that was written, also after a restart', async () => {
    expect(await channelWithIds().find(reply)).toBe('sent');
  });

  it('takes no message before it starts and after it stops', async () => {
    const { channel } = await listening();
    await channel.stop();
    await expect(channel.write(words)).rejects.toMatchObject({ code: 'channel_unavailable' });
    await expect(channelWithIds().write(words)).rejects.toMatchObject({ code: 'channel_unavailable' });
    expect(channel.health().ok).toBe(false);
  });
});
