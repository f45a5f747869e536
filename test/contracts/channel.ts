import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel } from '../../src/channels/channel.ts';
import { outboundId } from '../../src/domain/ids.ts';
import type { InboundMessage } from '../../src/domain/message.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';

/** What a channel brings to its own examination: started, with something behind it that speaks its protocol. */
export interface ChannelSubject {
  readonly channel: Channel;
  /** Everything that was handed over, repetitions too. */
  readonly received: readonly InboundMessage[];
  /** A customer writes; resolves once the channel has handed it over. */
  say(text: string): Promise<void>;
  /** The platform delivers the last message once more; undefined where it cannot happen. */
  readonly repeat?: () => Promise<void>;
  /** Texts that customers were shown, in order; undefined where the store shows them by itself. */
  readonly shown?: () => readonly string[];
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** What the core relies on, whichever platform a channel stands for. */
export function channelContract(name: string, open: () => Promise<ChannelSubject>): void {
  describe(`${name} as a channel`, () => {
    let subject: ChannelSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.stop());

    const heard = async (text: string): Promise<InboundMessage> => {
      await subject.say(text);
      const message = subject.received.at(-1);
      if (!message) throw new Error('nothing was received');
      return message;
    };
    const replyTo = ({ thread }: InboundMessage, over: Partial<OutboundMessage> = {}): OutboundMessage => ({
      id: outboundId('turn-contract/0'),
      to: thread,
      audience: { kind: 'thread' },
      body: { kind: 'text', markdown: 'It comes tomorrow.' },
      subject: undefined,
      secret: false,
      speaker: { kind: 'agent' },
      createdAt: new Date(Date.now() - HOUR_MS),
      ...over,
    });

    it('hands over the words, their thread and who wrote them, under names of its own', async () => {
      const message = await heard('Where is LF-10001?');
      const { thread, author } = message;
      expect(message).toMatchObject({ kind: 'new', text: 'Where is LF-10001?', automatic: 'none' });
      expect(message.id.startsWith(`${thread.channel}/${thread.account}/${thread.space}/`)).toBe(true);
      // A mail address is unique by itself.
      expect(author.key.startsWith(`${thread.channel}/`) || author.key === author.email).toBe(true);
      expect(author.role).toBe('customer');
      expect(author.trust).not.toBe('verified');
    });

    it('gives every message an id of its own and keeps the thread', async () => {
      const [one, two] = [await heard('one'), await heard('two')];
      expect(two.id).not.toBe(one.id);
      expect(two.thread.space).toBe(one.thread.space);
    });

    it('is well once it listens', async () => {
      await heard('hi');
      expect(subject.channel.health()).toEqual({ ok: true, lastHeardAt: expect.any(Date) });
    });

    it('sends a reply and does not call it absent afterwards', async () => {
      const reply = replyTo(await heard('hi'));
      expect(await subject.channel.send(reply)).toMatchObject({ kind: 'sent' });
      expect(await subject.channel.find(reply)).not.toBe('absent');
      if (subject.shown) expect(subject.shown()).toEqual([expect.stringContaining('It comes tomorrow.')]);
    });

    it('names a message that comes again as before', async () => {
      const message = await heard('hi');
      await subject.repeat?.();
      expect([...new Set(subject.received.map(({ id }) => id))]).toEqual([message.id]);
    });

    it('shows a long reply complete and in order, each part within its own limit', async () => {
      const words = Array.from({ length: 3_000 }, (_, n) => `word${n}`);
      const reply = replyTo(await heard('hi'), { body: { kind: 'text', markdown: words.join(' ') } });
      expect(await subject.channel.send(reply)).toMatchObject({ kind: 'sent' });
      if (!subject.shown) return;
      const shown = subject.shown();
      expect(Math.max(...shown.map((text) => text.length))).toBeLessThanOrEqual(subject.channel.capabilities.maxLength);
      expect(shown.join(' ').match(/\bword\d+\b/g)).toEqual(words);
    });

    it('does not send again what it was asked to send twice at once', async () => {
      const reply = replyTo(await heard('hi'));
      await Promise.all([subject.channel.send(reply), subject.channel.send(reply)]);
      const shown = subject.shown?.().filter((text) => text.includes('It comes tomorrow.')) ?? [];
      expect(new Set(shown).size).toBeLessThanOrEqual(1);
    });

    it('hands over nothing more once it has stopped, and stops twice without harm', async () => {
      await heard('hi');
      await subject.channel.stop();
      await Promise.race([subject.say('anybody there?').catch(() => undefined), wait(300)]);
      expect(subject.received.map(({ text }) => text)).toEqual(['hi']);
      await subject.channel.stop();
    });

    it('shows what is for one person alone to that person', async () => {
      const message = await heard('hi');
      const reply = replyTo(message, { audience: { kind: 'only', participant: message.author.key } });
      expect(await subject.channel.send(reply)).toMatchObject({ kind: 'sent' });
    });

    it.each([
      ['a question', { kind: 'question', markdown: 'Shall I?', choices: ['Yes', 'No'] }],
      ['a question for a code', { kind: 'question', markdown: 'The code?', choices: [], input: 'code' }],
      ['a rating', { kind: 'question', markdown: 'How was it?', choices: ['1', '2', '3', '4', '5'], input: 'rating' }],
      ['a sign of work', { kind: 'status', state: 'working' }],
      ['the end of work', { kind: 'status', state: 'done' }],
    ] as const)('takes %s', async (_, body) => {
      expect(await subject.channel.send(replyTo(await heard('hi'), { body }))).toMatchObject({ kind: 'sent' });
    });

    it('describes itself in numbers that make sense', () => {
      const { maxLength, silenceHours } = subject.channel.capabilities;
      expect(maxLength).toBeGreaterThanOrEqual(1_000);
      expect(silenceHours).toBeGreaterThan(0);
    });
  });
}
