import { afterEach, describe, expect, it } from '@jest/globals';
import { channelName } from '../../src/domain/ids.ts';
import type { OutboundMessage, SendResult } from '../../src/domain/outbound.ts';
import { outboundOf, threadOf } from '../contracts/store-builders.ts';
import { createFakeChannel, openFlow, until, type FakeChannel, type FlowUnderTest } from './flow-builders.ts';

const email = channelName('email');
const FENCE_MS = 15_000;

describe('outbox', () => {
  let current: FlowUnderTest | undefined;
  afterEach(async () => {
    await current?.flow.stop();
    await current?.store.close();
  });
  async function open(channel: FakeChannel, change: Parameters<typeof openFlow>[1] = {}) {
    current = await openFlow(new Map([[email, channel]]), change);
    return current;
  }
  /** Fails as told, one result a try, then sends. */
  function failing(...results: readonly (SendResult | 'throws' | 'lands_then_throws')[]) {
    let tries = 0;
    return async (_message: OutboundMessage, post: () => void): Promise<SendResult> => {
      const result = results[tries];
      tries += 1;
      if (result === 'lands_then_throws') post();
      if (typeof result === 'string') throw new Error('the socket hung up');
      if (result) return result;
      post();
      return { kind: 'sent', externalId: 'x' };
    };
  }

  it('delivers once and tells how long it took', async () => {
    const channel = createFakeChannel();
    const { flow, store, clock, events } = await open(channel);
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    clock.advance(1_500);
    await flow.drain();
    await flow.drain();
    expect(channel.posts).toEqual(['words of a1']);
    expect(events.map(({ name, fields }) => ({ name, fields }))).toEqual([
      { name: 'message.delivered', fields: { outbound: 'a1', channel: 'email', speaker: 'agent', tries: 1, ms: 1_500 } },
    ]);
  });

  it('sends again what surely did not go out, without a look-up', async () => {
    const channel = createFakeChannel(failing({ kind: 'retry_later', afterMs: 3_000, because: '429' }));
    const { flow, store, clock } = await open(channel);
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await flow.drain();
    clock.advance(2_999);
    await flow.drain();
    expect(channel.posts).toEqual([]);
    clock.advance(1);
    await flow.drain();
    expect([channel.posts, channel.lookedUp]).toEqual([['words of a1'], []]);
  });

  it.each([
    { failure: 'lands_then_throws', case: 'it had gone out' },
    { failure: 'throws', case: 'it had not' },
  ] as const)('looks a message up before it repeats it: $case', async ({ failure }) => {
    const channel = createFakeChannel(failing(failure));
    const { flow, store, clock } = await open(channel);
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await flow.drain();
    clock.advance(FENCE_MS - 1);
    await flow.drain();
    expect(channel.lookedUp).toEqual([]);
    clock.advance(1);
    await flow.drain();
    expect(channel.lookedUp).toEqual(['a1']);
    expect(channel.posts).toEqual(['words of a1']);
    expect(await store.outbound({})).toMatchObject([{ state: 'sent', tries: 2 }]);
  });

  it('counts a send that does not end as unknown', async () => {
    const channel = createFakeChannel(() => new Promise(() => {}));
    const { flow, store } = await open(channel, { sendTimeoutMs: 30 });
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await flow.drain();
    expect(await store.outbound({})).toMatchObject([{ state: 'unknown' }]);
  });

  it('gives up after the last try, with an event and a call for help', async () => {
    const channel = createFakeChannel(async () => ({ kind: 'retry_later', afterMs: 0, because: '503' }));
    const dead: string[] = [];
    const { flow, store, clock, events } = await open(channel, {
      onDead: async (row, because) => {
        dead.push(`${row.message.id} after ${row.tries}: ${because}`);
      },
    });
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    for (let round = 0; round < 12; round += 1) {
      await flow.drain();
      clock.advance(5 * 3_600_000);
    }
    expect(dead).toEqual(['a1 after 10: 503']);
    expect(events).toMatchObject([{ name: 'message.dead', fields: { outbound: 'a1', because: '503' } }]);
    expect(await store.deadLetters()).toMatchObject([{ kind: 'outbound', id: 'a1' }]);
  });

  it.each([
    { to: 'email', because: 'mailbox does not exist' },
    { to: 'fax', because: 'the channel fax is not connected' },
  ])('buries at once what cannot be delivered on $to', async ({ to, because }) => {
    const channel = createFakeChannel(failing({ kind: 'undeliverable', because: 'mailbox does not exist' }));
    const { flow, store } = await open(channel);
    await store.enqueueOutbound([outboundOf('a', 'a1', { to: threadOf('a', to) })]);
    await flow.drain();
    expect(await store.outbound({})).toMatchObject([{ state: 'dead', problem: because, tries: 1 }]);
  });

  it('still buries a message when the call for help fails', async () => {
    const channel = createFakeChannel(failing({ kind: 'undeliverable', because: 'gone' }));
    const { flow, store, problems } = await open(channel, { onDead: () => Promise.reject(new Error('no desk')) });
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await flow.drain();
    expect(await store.outbound({})).toMatchObject([{ state: 'dead' }]);
    expect(problems).toHaveLength(1);
  });

  it('keeps the order of a thread while one of its messages is tried again', async () => {
    const channel = createFakeChannel(failing({ kind: 'retry_later', afterMs: 1_000, because: '429' }));
    const { flow, store, clock } = await open(channel);
    await store.enqueueOutbound([outboundOf('a', 'a1'), outboundOf('a', 'a2'), outboundOf('b', 'b1')]);
    await flow.drain();
    expect(channel.posts).toEqual(['words of b1']);
    clock.advance(1_000);
    await flow.drain();
    expect(channel.posts).toEqual(['words of b1', 'words of a1', 'words of a2']);
  });

  it('lets one slow channel hold up nobody else', async () => {
    const slow = createFakeChannel(() => new Promise(() => {}));
    const quick = createFakeChannel();
    const slack = channelName('slack');
    current = await openFlow(
      new Map([
        [slack, slow],
        [email, quick],
      ]),
      { perChannel: 2, sendTimeoutMs: 2_000 },
    );
    const { flow, store } = current;
    const stuck = Array.from({ length: 20 }, (_, n) => outboundOf('s', `s${n}`, { to: threadOf(`s${n}`, 'slack') }));
    await store.enqueueOutbound([...stuck, outboundOf('a', 'a1'), outboundOf('b', 'b1')]);
    flow.start();
    await until(() => quick.posts.length === 2);
    expect((await store.outbound({ channel: slack })).filter((row) => row.state !== 'queued')).toHaveLength(2);
  });
});
