import { afterEach, describe, expect, it } from '@jest/globals';
import { channelName } from '../../src/domain/ids.ts';
import { AppError } from '../../src/domain/error.ts';
import type { Steps } from '../../src/flow/steps.ts';
import { commandOf, idOf, messageOf, namesOf, timerOf } from '../contracts/store-builders.ts';
import { createFakeChannel, openFlow, replyingSteps, replyTo, until, type FlowUnderTest } from './flow-builders.ts';

const email = channelName('email');

describe('worker', () => {
  let current: FlowUnderTest | undefined;
  afterEach(async () => {
    await current?.flow.stop();
    await current?.store.close();
  });
  async function open(steps: Partial<Steps> = {}, change: Parameters<typeof openFlow>[1] = {}) {
    const channel = createFakeChannel();
    current = await openFlow(new Map([[email, channel]]), { steps: { ...replyingSteps, ...steps }, ...change });
    return { ...current, channel };
  }

  it('answers quick messages in one turn, and a command and a timer in one each', async () => {
    const { flow, store, channel, clock } = await open({
      messages: async (lease) => replyTo(lease, { setTimers: [timerOf('a', 'silence:a', clock.now())] }),
    });
    await flow.inbox.receive([messageOf('a', 1), messageOf('a', 2)]);
    await flow.inbox.command(commandOf('a', 'c1'));
    await flow.inbox.receive([messageOf('a', 3)]);
    await flow.drain();
    expect(channel.posts).toEqual(['1+2', 'command c1', '3', 'timer silence:a']);
    expect((await store.conversation(idOf('a')))?.turns).toHaveLength(4);
  });

  it('tries a failed step again, and loses no message meanwhile', async () => {
    let failures = 2;
    const { flow, clock, channel, events } = await open({
      messages: async (lease) => {
        if (failures > 0) {
          failures -= 1;
          throw new AppError('model_unavailable', 'overloaded', { retryable: true });
        }
        return replyTo(lease);
      },
    });
    await flow.inbox.receive([messageOf('a', 1)]);
    await flow.drain();
    await flow.inbox.receive([messageOf('a', 2)]);
    for (const waitMs of [500, 2_000]) {
      expect(channel.posts).toEqual([]);
      clock.advance(waitMs);
      await flow.drain();
    }
    expect(channel.posts).toEqual(['1+2']);
    expect(events.filter(({ name }) => name === 'turn.failed').map(({ fields }) => fields)).toEqual([
      { because: 'model_unavailable', attempt: 1 },
      { because: 'model_unavailable', attempt: 2 },
    ]);
  });

  it('hands over after the fifth try, keeps the arrival as a dead letter and goes on behind it', async () => {
    let tries = 0;
    const { flow, store, clock, channel } = await open({
      messages: async (lease) => {
        if (!namesOf(lease).includes('poison')) return replyTo(lease);
        tries += 1;
        throw new TypeError('the text of this error is the customer’s secret');
      },
    });
    await flow.inbox.receive([messageOf('a', 'poison'), messageOf('b', 1)]);
    for (let round = 0; round < 6; round += 1) {
      await flow.drain();
      clock.advance(12_000);
    }
    await flow.inbox.receive([messageOf('a', 2)]);
    await flow.drain();
    expect(tries).toBe(5);
    expect(channel.posts).toEqual(['1', 'sorry: TypeError', '2']);
    expect(await store.deadLetters()).toMatchObject([{ kind: 'arrival', conversation: idOf('a'), because: 'TypeError' }]);
    expect(JSON.stringify(await store.events(0, 100))).not.toContain('secret');
  });

  it('frees the conversation even when the hand-over fails as well', async () => {
    const broken = () => Promise.reject(new TypeError('broken'));
    const { flow, store, clock, problems } = await open({ messages: broken, giveUp: broken });
    await flow.inbox.receive([messageOf('a', 1)]);
    for (let round = 0; round < 10; round += 1) {
      await flow.drain();
      clock.advance(12_000);
    }
    expect(await store.waiting()).toEqual({ arrivals: 0, outbound: 0, deadLetters: 1 });
    expect(problems).toHaveLength(8);
  });

  it('works on several conversations at a time, and on each one alone', async () => {
    let running = 0;
    let most = 0;
    const perConversation = new Map<string, number>();
    const { flow, channel } = await open({
      messages: async (lease) => {
        const { id } = lease.conversation;
        expect(perConversation.get(id) ?? 0).toBe(0);
        perConversation.set(id, 1);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        perConversation.set(id, 0);
        return replyTo(lease);
      },
    });
    flow.start();
    await flow.inbox.receive(['a', 'b', 'c', 'd', 'e', 'f'].map((thread, n) => messageOf(thread, n)));
    await flow.inbox.receive([messageOf('a', 10), messageOf('b', 11)]);
    await until(() => channel.posts.join('+').split('+').length === 8);
    expect(most).toBe(4);
  });

  it('keeps a conversation through a turn that is longer than its lease', async () => {
    let calls = 0;
    const { flow, store, channel } = await open(
      {
        messages: async (lease) => {
          calls += 1;
          await new Promise((resolve) => setTimeout(resolve, 400));
          return replyTo(lease);
        },
      },
      { now: () => new Date(), leaseMs: 90, pollMs: 20 },
    );
    flow.start();
    await flow.inbox.receive([messageOf('a', 1)]);
    await until(() => channel.posts.length > 0);
    expect(calls).toBe(1);
    expect(await store.waiting()).toMatchObject({ arrivals: 0 });
  });

  it('tells of events only once they are committed', async () => {
    const seen: string[] = [];
    const { flow, store } = await open(
      {},
      {
        emit: (event) => {
          void store.events(0, 100).then((rows) => seen.push(`${event.name} ${rows.some((row) => row.event.name === event.name)}`));
        },
      },
    );
    await flow.inbox.receive([messageOf('a', 1)]);
    await flow.drain();
    expect(seen).toEqual(['message.delivered true']);
  });

  it('finishes the running turn when it is stopped, and begins no other', async () => {
    const { flow, store } = await open(
      {
        messages: async (lease) => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          return replyTo(lease);
        },
      },
      { concurrency: 1 },
    );
    flow.start();
    await flow.inbox.receive([messageOf('a', 1), messageOf('b', 2)]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await flow.stop();
    expect((await store.conversation(idOf('a')))?.turns).toHaveLength(1);
    expect((await store.conversation(idOf('b')))?.turns).toHaveLength(0);
    expect(await store.waiting()).toMatchObject({ arrivals: 1 });
  });
});
