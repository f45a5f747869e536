import { describe, expect, it } from '@jest/globals';
import { ANEW, commandOf, idOf, messageOf, mustLease, namesOf, resultOf, threadOf, turnOf, type StoreUnderTest } from './store-builders.ts';
import { channelName, participantKey } from '../../src/domain/ids.ts';

export function inboxRules(subject: () => StoreUnderTest): void {
  it('tells a second delivery of the same message from the first', async () => {
    const { store } = subject();
    expect(await store.accept([messageOf('a', 1), messageOf('a', 2)])).toEqual(['new', 'new']);
    expect(await store.accept([messageOf('a', 2), messageOf('a', 3)])).toEqual(['duplicate', 'new']);
    expect(namesOf(await mustLease(store))).toEqual(['1', '2', '3']);
  });

  it('knows a duplicate within one batch', async () => {
    expect(await subject().store.accept([messageOf('a', 1), messageOf('a', 1)])).toEqual(['new', 'duplicate']);
  });

  it('still knows a message long after it was worked on', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    await store.commitTurn(lease, resultOf(lease, { turn: turnOf(lease, 't1') }));
    clock.advance(400 * 24 * 3_600_000);
    expect(await store.accept([messageOf('a', 1)])).toEqual(['duplicate']);
    expect(await store.leaseConversation(1_000)).toBeUndefined();
  });

  it('keeps the order in which messages came, also among concurrent callers', async () => {
    const { store } = subject();
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.accept([messageOf('a', n)])));
    expect(namesOf(await mustLease(store))).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
  });

  it('opens a conversation with the playbook in force, unproved and empty', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    expect(lease.isNew).toBe(true);
    expect(lease.conversation).toMatchObject({
      id: idOf('a'),
      thread: threadOf('a'),
      subject: 'My order',
      openedAt: clock.now(),
      state: { kind: 'open' },
      turns: [],
      configVersion: 'v1',
      customer: { language: 'en' },
    });
    expect(lease.conversation.identities.size).toBe(0);
  });

  it('keeps threads apart whose parts only look alike when joined', async () => {
    const { store } = subject();
    await store.accept([messageOf('x', 1, { thread: { ...threadOf('c'), space: 'a/b' } })]);
    await store.accept([messageOf('x', 2, { thread: { ...threadOf('b/c'), space: 'a' } })]);
    expect(namesOf(await mustLease(store))).toEqual(['1']);
    expect(namesOf(await mustLease(store))).toEqual(['2']);
  });

  it('carries every field of a message through, odd text included', async () => {
    const { store } = subject();
    const odd = messageOf('a', 1, {
      text: 'nul \u0000 pair \uD83D\uDE00 quote " {"$date":"2020-01-01"}',
      hold: 'too_old',
      attachments: [{ name: 'a.png', mediaType: 'image/png', bytes: 3, state: 'stored', path: 'x/a.png' }],
    });
    await store.accept([odd]);
    const [first] = (await mustLease(store)).pending;
    expect(first?.arrival).toEqual({ kind: 'message', message: odd });
  });

  it('takes a desk command once and keeps how it went', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    expect(await store.acceptCommand(commandOf('a', 'c1'))).toBe('new');
    expect(await store.acceptCommand(commandOf('a', 'c1'))).toBe('duplicate');
    expect(await store.commandResult('c1')).toBeUndefined();
    const lease = await mustLease(store);
    expect(namesOf(lease)).toEqual(['1', 'command c1']);
    const commandResults = [{ id: 'c1', result: { kind: 'done', text: 'claimed' } as const }];
    await store.commitTurn(lease, resultOf(lease, { commandResults }));
    expect(await store.commandResult('c1')).toEqual({ kind: 'done', text: 'claimed' });
    expect(await store.acceptCommand(commandOf('a', 'c1'))).toBe('duplicate');
  });

  it('refuses a command for a conversation that does not exist', async () => {
    await expect(subject().store.acceptCommand(commandOf('nowhere', 'c1'))).rejects.toMatchObject({ code: 'usage' });
  });

  it('finds a thread by the ids of its messages, with the people who wrote in it', async () => {
    const { store } = subject();
    const colleague = { key: participantKey('email:cc@example.com'), displayName: 'Cc', trust: 'unverified', role: 'customer' } as const;
    const robot = { key: participantKey('email:bot@example.com'), displayName: 'Bot', trust: 'unverified', role: 'bot' } as const;
    await store.accept([messageOf('a', '<m1@example.com>#00ff00ff'), messageOf('a', 'm2@example.com', { author: colleague })]);
    await store.accept([messageOf('a', 'm3@example.com', { author: robot }), messageOf('b', 'm4@example.com')]);
    const email = channelName('email');
    const people = ['email:cc@example.com', 'email:mia@example.com'];
    expect(await store.findThreads(email, ['m1@example.com'])).toEqual([{ thread: threadOf('a'), participants: people }]);
    expect(await store.findThreads(email, ['<m2@example.com>', 'x'])).toEqual([{ thread: threadOf('a'), participants: people }]);
    expect(await store.findThreads(email, ['m2@example.com', 'm4@example.com'])).toHaveLength(2);
    expect(await store.findThreads(email, ['unknown'])).toEqual([]);
    expect(await store.findThreads(channelName('slack'), ['m2@example.com'])).toEqual([]);
    expect(await store.participants(threadOf('a'))).toEqual(people);
  });

  describe('a thread that never ends', () => {
    const thread = { ...threadOf('dm'), lasting: true } as const;
    const said = (n: number, text: string) => messageOf('dm', n, { thread, text });

    it('holds one conversation after another, each opened by the message that begins anew', async () => {
      const { store, clock } = subject();
      for (const [n, text] of ['one', ANEW, 'three', ANEW].entries()) {
        await store.accept([said(n, text)]);
        clock.advance(1_000);
      }
      const rows = await store.conversations(10);
      expect(rows.map(({ id }) => id).toSorted()).toEqual([idOf('dm'), `${idOf('dm')}/2`, `${idOf('dm')}/3`]);
      expect(namesOf(await mustLease(store))).toEqual(['one']);
      expect(namesOf(await mustLease(store))).toEqual([ANEW, 'three']);
      expect(namesOf(await mustLease(store))).toEqual([ANEW]);
    });

    it('opens nothing for a second delivery', async () => {
      const { store } = subject();
      await store.accept([said(1, 'one'), said(2, ANEW)]);
      expect(await store.accept([said(2, ANEW), said(1, ANEW)])).toEqual(['duplicate', 'duplicate']);
      expect(await store.conversations(10)).toHaveLength(2);
    });

    it('keeps an edit or a deletion with its original', async () => {
      const { store } = subject();
      const original = said(1, 'one');
      await store.accept([original, said(2, ANEW)]);
      await store.accept([{ ...said(3, ''), kind: 'deleted', replaces: original.id }]);
      expect(namesOf(await mustLease(store))).toEqual(['one', '']);
    });
  });

  it('lets a thread that ends begin nothing anew', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1), messageOf('a', 2, { text: ANEW })]);
    expect(await store.conversations(10)).toHaveLength(1);
  });
}
