import { expect, it } from '@jest/globals';
import { domainEvent } from '../../src/domain/event.ts';
import { toolName, turnId } from '../../src/domain/ids.ts';
import { commandOf, idOf, messageOf, mustLease, namesOf, outboundOf, resultOf, ticketOf, timerOf, turnOf } from './store-builders.ts';
import type { StoreUnderTest } from './store-builders.ts';

const refund = { tool: toolName('process_refund'), input: { orderId: 'LF-10002', amountCents: 4_000 } };

export function leaseRules(subject: () => StoreUnderTest): void {
  it('gives one conversation to one worker at a time', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1), messageOf('b', 2)]);
    expect(namesOf(await store.leaseConversation(4_000))).toEqual(['1']);
    await store.accept([messageOf('a', 3)]);
    expect(namesOf(await store.leaseConversation(4_000))).toEqual(['2']);
    expect(await store.leaseConversation(4_000)).toBeUndefined();
  });

  it('takes the conversation first whose oldest arrival has waited longest', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1), messageOf('b', 2), messageOf('a', 3)]);
    const first = await mustLease(store);
    expect(namesOf(first)).toEqual(['1', '3']);
    await store.commitTurn(first, resultOf(first, { handled: first.pending.slice(0, 1).map(({ position }) => position) }));
    expect(namesOf(await mustLease(store))).toEqual(['2']);
    expect(namesOf(await mustLease(store))).toEqual(['3']);
  });

  it('commits a turn whole: conversation, outbound, timers, events, tallies and tickets', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    const number = await store.reserveTicketNumber();
    const at = clock.now();
    const turn = turnOf(lease, 't1');
    const result = resultOf(lease, {
      turn,
      conversation: { ...lease.conversation, state: { kind: 'awaiting_customer' }, turns: [turn] },
      outbound: [outboundOf('a', 't1/0')],
      setTimers: [timerOf('a', 'silence:a', new Date(at.getTime() + 1_000))],
      tickets: [ticketOf('a', number)],
      tallies: [{ key: 'refunds', at, amount: 4_000 }],
      events: [domainEvent('agent.paused', at, idOf('a'), { by: 'dana' })],
    });
    expect(await store.commitTurn(lease, result)).toBe('committed');
    expect(await store.conversation(idOf('a'))).toEqual(result.conversation);
    expect((await store.outbound({ conversation: idOf('a') })).map((row) => row.state)).toEqual(['queued']);
    expect(await store.nextTimerAt()).toEqual(new Date(at.getTime() + 1_000));
    expect(await store.ticket(number)).toMatchObject({ number, version: 1 });
    expect(await store.sumTallies('refunds', at)).toEqual({ count: 1, amount: 4_000 });
    expect((await store.events(0, 10)).map(({ event }) => event.name)).toEqual(['agent.paused']);
    expect(await store.leaseConversation(4_000)).toBeUndefined();
  });

  it('keeps turns in order and takes a changed one in place of the old', async () => {
    const { store } = subject();
    for (const n of [1, 2]) {
      await store.accept([messageOf('a', n)]);
      const lease = await mustLease(store);
      await store.commitTurn(lease, resultOf(lease, { turn: turnOf(lease, `t${n}`) }));
    }
    await store.acceptCommand(commandOf('a', 'c1'));
    const lease = await mustLease(store);
    expect(lease.isNew).toBe(false);
    const [first, second] = lease.conversation.turns;
    expect([first?.id, second?.id]).toEqual(['t1', 't2']);
    if (!first || !second) throw new Error('two turns were committed');
    const changed = { ...first, rules: ['amended'] };
    await store.commitTurn(lease, resultOf(lease, { conversation: { ...lease.conversation, turns: [changed, second] } }));
    const turns = (await store.conversation(idOf('a')))?.turns;
    expect(turns?.map(({ id, rules }) => [id, rules])).toEqual([
      [turnId('t1'), ['amended']],
      [turnId('t2'), []],
    ]);
  });

  it('lets a worker that overslept write nothing', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const slow = await mustLease(store, 1_000);
    clock.advance(1_001);
    const fast = await mustLease(store, 1_000);
    expect(fast.epoch).toBeGreaterThan(slow.epoch);
    const late = resultOf(slow, { turn: turnOf(slow, 't1'), outbound: [outboundOf('a', 't1/0')] });
    expect(await store.commitTurn(slow, late)).toBe('lease_lost');
    await expect(store.claimCall(slow, 'k', refund)).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await store.renewLease(slow, 1_000)).toBe(false);
    await store.failTurn(slow, 'late', clock.now());
    expect(await store.outbound({})).toEqual([]);
    expect(await store.commitTurn(fast, resultOf(fast, { outbound: [outboundOf('a', 't1/0')] }))).toBe('committed');
    expect(await store.outbound({})).toHaveLength(1);
  });

  it('fences two processes on the same data as it fences two workers', async () => {
    const { store, clock, another } = subject();
    await store.accept([messageOf('a', 1)]);
    const old = await mustLease(store, 1_000);
    const other = await another();
    expect(await other.leaseConversation(1_000)).toBeUndefined();
    clock.advance(1_001);
    const taken = await mustLease(other);
    expect(await store.commitTurn(old, resultOf(old))).toBe('lease_lost');
    expect(await other.commitTurn(taken, resultOf(taken))).toBe('committed');
    await other.close();
  });

  it('commits under one lease once', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    expect(await store.commitTurn(lease, resultOf(lease))).toBe('committed');
    expect(await store.commitTurn(lease, resultOf(lease))).toBe('lease_lost');
  });

  it('keeps a conversation for a long turn whose lease is renewed', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store, 1_000);
    clock.advance(900);
    expect(await store.renewLease(lease, 1_000)).toBe(true);
    clock.advance(900);
    expect(await store.leaseConversation(1_000)).toBeUndefined();
    expect(await store.commitTurn(lease, resultOf(lease))).toBe('committed');
  });

  it('counts a failed try and waits before the next, while others go on', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1), messageOf('b', 2)]);
    const failed = await mustLease(store);
    await store.failTurn(failed, 'engine', new Date(clock.now().getTime() + 5_000));
    await store.accept([messageOf('a', 3)]);
    const other = await mustLease(store);
    expect(namesOf(other)).toEqual(['2']);
    await store.commitTurn(other, resultOf(other));
    expect(await store.leaseConversation(1_000)).toBeUndefined();
    clock.advance(5_000);
    const again = await mustLease(store);
    expect(namesOf(again)).toEqual(['1', '3']);
    expect(again.pending.map(({ attempts, problem }) => [attempts, problem])).toEqual([
      [1, 'engine'],
      [0, undefined],
    ]);
  });

  it('counts a holder that died without a word as a failed try', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    await mustLease(store, 1_000);
    await store.accept([messageOf('a', 2)]);
    clock.advance(1_000);
    expect((await mustLease(store)).pending.map(({ attempts }) => attempts)).toEqual([1, 0]);
  });

  it('buries arrivals that were given up and goes on behind them', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1), messageOf('a', 2)]);
    const lease = await mustLease(store);
    const handled = lease.pending.slice(0, 1).map(({ position }) => position);
    await store.commitTurn(lease, resultOf(lease, { handled, buried: 'engine' }));
    expect(await store.deadLetters()).toMatchObject([
      { kind: 'arrival', id: messageOf('a', 1).id, conversation: idOf('a'), because: 'engine' },
    ]);
    expect(namesOf(await mustLease(store))).toEqual(['2']);
    expect(await store.accept([messageOf('a', 1)])).toEqual(['duplicate']);
  });
}
