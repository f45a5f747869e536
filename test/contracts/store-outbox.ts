import { expect, it } from '@jest/globals';
import { domainEvent } from '../../src/domain/event.ts';
import { channelName, outboundId } from '../../src/domain/ids.ts';
import type { LeasedOutbound } from '../../src/store/store.ts';
import { messageOf, mustLease, outboundOf, resultOf, START, threadOf, type StoreUnderTest } from './store-builders.ts';

const FENCE_MS = 1_000;

export function outboxRules(subject: () => StoreUnderTest): void {
  const lease = (busy: readonly string[] = []) => subject().store.leaseOutbound(10, FENCE_MS, busy.map(channelName));
  const ids = (rows: readonly LeasedOutbound[]) => rows.map((row) => row.message.id);

  it('hands out one message of a thread at a time, in the order it was said', async () => {
    const { store } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1'), outboundOf('a', 'a2'), outboundOf('b', 'b1')]);
    expect(ids(await lease())).toEqual(['a1', 'b1']);
    expect(await lease()).toEqual([]);
    await store.settleOutbound(outboundId('a1'), { kind: 'sent', externalId: 'x1' }, undefined, []);
    expect(ids(await lease())).toEqual(['a2']);
  });

  it('lets a later message wait for an earlier one that is tried again, and pass one that is dead', async () => {
    const { store, clock } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1'), outboundOf('a', 'a2')]);
    await lease();
    const retryAt = new Date(clock.now().getTime() + 10_000);
    await store.settleOutbound(outboundId('a1'), { kind: 'retry_later', afterMs: 10_000, because: '429' }, retryAt, []);
    expect(await lease()).toEqual([]);
    clock.advance(10_000);
    const [again] = await lease();
    expect(again).toMatchObject({ tries: 2, resend: false });
    await store.settleOutbound(outboundId('a1'), { kind: 'undeliverable', because: 'no such channel' }, undefined, []);
    expect(ids(await lease())).toEqual(['a2']);
    expect(await store.deadLetters()).toMatchObject([{ kind: 'outbound', id: 'a1', because: 'no such channel' }]);
  });

  it.each([
    { passedMs: FENCE_MS - 1, again: 0 },
    { passedMs: FENCE_MS, again: 1 },
  ])('gives a message whose sender died again after the fence: $passedMs ms', async ({ passedMs, again }) => {
    const { store, clock } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    expect(await lease()).toMatchObject([{ resend: false, tries: 1 }]);
    clock.advance(passedMs);
    const rows = await lease();
    expect(rows).toHaveLength(again);
    expect(rows.every((row) => row.resend && row.tries === 2)).toBe(true);
  });

  it('gives a message with an unknown fate again as one to look up, and never before the fence', async () => {
    const { store, clock } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await lease();
    await store.settleOutbound(outboundId('a1'), { kind: 'unknown', because: 'timeout' }, clock.now(), []);
    expect(await lease()).toEqual([]);
    clock.advance(FENCE_MS);
    expect(await lease()).toMatchObject([{ resend: true }]);
  });

  it('ends in a dead letter when no further try is planned', async () => {
    const { store } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await lease();
    await store.settleOutbound(outboundId('a1'), { kind: 'retry_later', afterMs: 1, because: '503' }, undefined, []);
    expect(await store.outbound({})).toMatchObject([{ state: 'dead', problem: '503' }]);
  });

  it('passes over the channels that are busy', async () => {
    const { store } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1'), outboundOf('b', 'b1', { to: threadOf('b', 'slack') })]);
    expect(ids(await lease(['email']))).toEqual(['b1']);
  });

  it('settles once, with the events that tell about it', async () => {
    const { store } = subject();
    const event = domainEvent('agent.resumed', START, undefined, { by: 'dana' });
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await lease();
    const sent = { kind: 'sent', externalId: 'x1' } as const;
    await store.settleOutbound(outboundId('a1'), sent, undefined, [event]);
    await store.settleOutbound(outboundId('a1'), sent, undefined, [event]);
    expect(await store.events(0, 10)).toHaveLength(1);
    expect(await store.outbound({})).toMatchObject([{ state: 'sent', externalId: 'x1', tries: 1, problem: undefined }]);
  });

  it('queues a message once, whatever a retry writes', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const held = await mustLease(store);
    await store.commitTurn(held, resultOf(held, { outbound: [outboundOf('a', 't1/0')] }));
    await store.enqueueOutbound([outboundOf('a', 't1/0', { body: { kind: 'text', markdown: 'other words' } })]);
    expect(await store.outbound({})).toMatchObject([{ message: { body: { markdown: 'words of t1/0' } } }]);
  });

  it('keeps a one-time code only until it is delivered', async () => {
    const { store } = subject();
    const secret = outboundOf('a', 'a1', { secret: true, subject: 'Your code', body: { kind: 'text', markdown: 'the code is 493021' } });
    await store.enqueueOutbound([secret]);
    const [row] = await lease();
    expect(row?.message).toEqual(secret);
    await store.settleOutbound(secret.id, { kind: 'sent', externalId: 'x1' }, undefined, []);
    const [kept] = await store.outbound({});
    expect(kept?.message).toEqual({ ...secret, body: { kind: 'text', markdown: '' } });
  });

  it('finds the thread of a message that was sent', async () => {
    const { store } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1')]);
    await lease();
    await store.settleOutbound(outboundId('a1'), { kind: 'sent', externalId: '<out1@larkfield.example>' }, undefined, []);
    const found = await store.findThreads(channelName('email'), ['out1@larkfield.example']);
    expect(found).toEqual([{ thread: threadOf('a'), participants: [] }]);
  });

  it('lists by conversation and by channel', async () => {
    const { store } = subject();
    await store.enqueueOutbound([outboundOf('a', 'a1'), outboundOf('b', 'b1', { to: threadOf('b', 'slack') })]);
    expect(await store.outbound({ channel: channelName('slack') })).toHaveLength(1);
    expect(await store.outbound({})).toHaveLength(2);
  });
}
