import { expect, it } from '@jest/globals';
import { domainEvent } from '../../src/domain/event.ts';
import { configVersion } from '../../src/domain/ids.ts';
import type { TurnResult } from '../../src/store/store.ts';
import { idOf, messageOf, mustLease, namesOf, resultOf, START, ticketOf, timerOf, type StoreUnderTest } from './store-builders.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(START.getTime() + hours * HOUR_MS);

export function recordRules(subject: () => StoreUnderTest): void {
  /** One message of the thread `a` is handled, leaving `change` behind. */
  async function step(n: number, change: Partial<TurnResult>): Promise<void> {
    const { store } = subject();
    await store.accept([messageOf('a', n)]);
    const lease = await mustLease(store);
    await store.commitTurn(lease, resultOf(lease, change));
  }

  it('moves a due timer into the inbox once', async () => {
    const { store } = subject();
    await step(1, { setTimers: [timerOf('a', 'silence:a', inHours(1)), timerOf('a', 'sla:a', inHours(2))] });
    expect(await store.fireTimers(inHours(0.5), 10)).toBe(0);
    expect(await store.fireTimers(inHours(1), 10)).toBe(1);
    expect(await store.fireTimers(inHours(1), 10)).toBe(0);
    expect(await store.nextTimerAt()).toEqual(inHours(2));
    const lease = await mustLease(store);
    expect(namesOf(lease)).toEqual(['timer silence:a']);
    expect(lease.pending[0]?.arrival).toEqual({ kind: 'timer', timer: timerOf('a', 'silence:a', inHours(1)) });
  });

  it('moves a timer that is set again', async () => {
    const { store } = subject();
    await step(1, { setTimers: [timerOf('a', 'silence:a', inHours(1))] });
    await step(2, { setTimers: [timerOf('a', 'silence:a', inHours(3))] });
    expect(await store.fireTimers(inHours(2), 10)).toBe(0);
    expect(await store.nextTimerAt()).toEqual(inHours(3));
  });

  it.each([
    { cancel: 'sla:a', left: 'silence:a:1' },
    { cancel: 'silence:*', left: 'sla:a' },
    { cancel: 'silence:?:1', left: 'silence:a:1' },
  ])('cancels the timers that $cancel means', async ({ cancel, left }) => {
    const { store } = subject();
    await step(1, { setTimers: [timerOf('a', 'silence:a:1', inHours(1)), timerOf('a', 'sla:a', inHours(1))] });
    await step(2, { cancelTimers: [cancel] });
    await store.fireTimers(inHours(1), 10);
    expect(namesOf(await mustLease(store))).toContain(`timer ${left}`);
  });

  it('leaves the timers of other conversations alone', async () => {
    const { store } = subject();
    await step(1, { setTimers: [timerOf('a', 'silence:a', inHours(1))] });
    await store.accept([messageOf('b', 2)]);
    const lease = await mustLease(store);
    await store.commitTurn(lease, resultOf(lease, { cancelTimers: ['silence:*'] }));
    expect(await store.nextTimerAt()).toEqual(inHours(1));
  });

  it('takes back a timer that fired while the message that cancels it was worked on', async () => {
    const { store } = subject();
    await step(1, { setTimers: [timerOf('a', 'silence:a', inHours(1))] });
    await store.accept([messageOf('a', 2)]);
    const lease = await mustLease(store);
    await store.fireTimers(inHours(1), 10);
    await store.commitTurn(lease, resultOf(lease, { cancelTimers: ['silence:*'] }));
    expect(await store.leaseConversation(1_000)).toBeUndefined();
  });

  it('numbers tickets in order, each number once', async () => {
    const { store } = subject();
    const numbers = await Promise.all([store.reserveTicketNumber(), store.reserveTicketNumber(), store.reserveTicketNumber()]);
    expect(numbers).toEqual(['T-1001', 'T-1002', 'T-1003']);
  });

  it('saves a ticket in its newest version and lists the open ones', async () => {
    const { store } = subject();
    await step(1, { tickets: [ticketOf('a', 'T-1001'), ticketOf('a', 'T-1002', { openedAt: inHours(1) })] });
    expect((await store.tickets({ open: true })).map(({ number }) => number)).toEqual(['T-1001', 'T-1002']);
    const resolved = { kind: 'resolved', by: 'dana', at: START, outcome: 'paid' } as const;
    await step(2, { tickets: [ticketOf('a', 'T-1001', { state: resolved, version: 2 })] });
    expect((await store.tickets({ open: true })).map(({ number }) => number)).toEqual(['T-1002']);
    expect(await store.tickets({ open: false })).toMatchObject([{ number: 'T-1001', state: resolved }]);
  });

  it('commits nothing of a step that writes an older version of a ticket', async () => {
    const { store } = subject();
    await step(1, { tickets: [ticketOf('a', 'T-1001', { version: 3 })] });
    const older = step(2, { tickets: [ticketOf('a', 'T-1001', { version: 2 })], tallies: [{ key: 'k', at: START, amount: 1 }] });
    await expect(older).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await store.sumTallies('k', START)).toEqual({ count: 0, amount: 0 });
  });

  it.each([
    { since: inHours(0), expected: { count: 3, amount: 600 } },
    { since: inHours(1), expected: { count: 2, amount: 500 } },
    { since: inHours(1.01), expected: { count: 1, amount: 300 } },
    { since: inHours(3), expected: { count: 0, amount: 0 } },
  ])('sums a sliding window from $since', async ({ since, expected }) => {
    const { store } = subject();
    const tallies = [100, 200, 300].map((amount, hour) => ({ key: 'refunds:C-1001', at: inHours(hour), amount }));
    await step(1, { tallies: [...tallies, { key: 'refunds:C-1002', at: inHours(1), amount: 7 }] });
    expect(await store.sumTallies('refunds:C-1001', since)).toEqual(expected);
  });

  it('only ever adds events, and reads them from where a reader stopped', async () => {
    const { store } = subject();
    const event = (by: string) => domainEvent('agent.paused', START, undefined, { by });
    await store.appendEvents([event('a'), event('b')]);
    const [first] = await store.events(0, 1);
    await store.appendEvents([event('c')]);
    const rest = await store.events(first?.position ?? 0, 10);
    expect([first, ...rest].map((row) => row?.event)).toEqual([event('a'), event('b'), event('c')]);
    expect(rest.every((row, index) => row.position > (rest[index - 1]?.position ?? first?.position ?? 0))).toBe(true);
  });

  it('reads events from a moment on in order of time, page by page, and those of one conversation', async () => {
    const { store } = subject();
    const later = (ms: number) => new Date(START.getTime() + ms);
    const paused = (ms: number, by: string, conversation = idOf('a')) => domainEvent('agent.paused', later(ms), conversation, { by });
    const one = idOf('one');
    await store.appendEvents([paused(3, 'd', one), paused(1, 'b'), paused(2, 'c', idOf('two')), paused(1, 'a'), paused(3, 'e', one)]);
    const read: string[] = [];
    for (let at = later(1), position = 0; ;) {
      const page = await store.eventsFrom(at, position, 2);
      const last = page.at(-1);
      if (!last) break;
      read.push(...page.map(({ event }) => (event.name === 'agent.paused' ? event.fields.by : '')));
      [at, position] = [last.event.at, last.position];
    }
    expect(read).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(await store.eventsFrom(later(4), 0, 9)).toEqual([]);
    expect((await store.eventsOf(one)).map(({ event }) => event)).toEqual([paused(3, 'd', one), paused(3, 'e', one)]);
  });

  it('keeps a mail that could not be read', async () => {
    const { store, clock } = subject();
    const letter = { id: 'uid-7', conversation: undefined, because: 'unreadable', at: clock.now() };
    await store.buryMail(letter, new Uint8Array([1, 2, 3]));
    await store.buryMail(letter, new Uint8Array([1, 2, 3]));
    expect(await store.deadLetters()).toEqual([{ ...letter, kind: 'mail' }]);
    expect(await store.waiting()).toEqual({ arrivals: 0, outbound: 0, deadLetters: 1 });
  });

  it('keeps settings and every playbook version', async () => {
    const { store } = subject();
    expect(await store.setting('cursor')).toBeUndefined();
    await store.saveSetting('cursor', '1');
    await store.saveSetting('cursor', '2');
    expect(await store.setting('cursor')).toBe('2');
    await store.savePlaybook(configVersion('v1'), '{"a":1}');
    await store.savePlaybook(configVersion('v2'), '{"a":2}');
    expect([await store.playbook(configVersion('v1')), await store.playbook(configVersion('v2'))]).toEqual(['{"a":1}', '{"a":2}']);
    expect(await store.playbook(configVersion('v3'))).toBeUndefined();
  });

  it('lists conversations by their latest activity', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    clock.advance(1_000);
    await store.accept([messageOf('b', 2)]);
    clock.advance(1_000);
    await store.accept([messageOf('a', 3)]);
    const rows = await store.conversations(10);
    expect(rows.map(({ id, lastActivityAt }) => [id, lastActivityAt.getTime() - START.getTime()])).toEqual([
      [idOf('a'), 2_000],
      [idOf('b'), 1_000],
    ]);
    expect(await store.conversations(1)).toHaveLength(1);
    expect(await store.conversation(idOf('none'))).toBeUndefined();
  });

  it('has everything again for the next process', async () => {
    const { store, another } = subject();
    await step(1, { tickets: [ticketOf('a', 'T-1001')] });
    await store.accept([messageOf('a', 2)]);
    const next = await another();
    expect(namesOf(await mustLease(next))).toEqual(['2']);
    expect(await next.tickets({ open: true })).toHaveLength(1);
    await next.close();
  });
}
