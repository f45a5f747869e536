import { afterEach, describe, expect, it } from '@jest/globals';
import { channelName } from '../../src/domain/ids.ts';
import { createInbox } from '../../src/flow/inbox.ts';
import { commandOf, messageOf } from '../contracts/store-builders.ts';
import { createFakeChannel, openFlow, type FlowUnderTest } from './flow-builders.ts';

describe('inbox', () => {
  let current: FlowUnderTest | undefined;
  afterEach(async () => {
    await current?.store.close().catch(() => {});
  });
  async function open() {
    current = await openFlow(new Map([[channelName('email'), createFakeChannel()]]));
    const { store } = current;
    let wakes = 0;
    const inbox = createInbox({
      store,
      wake: () => {
        wakes += 1;
      },
    });
    return { inbox, store, wakes: () => wakes };
  }

  it('has stored a message before it lets the channel acknowledge it', async () => {
    const { inbox, store } = await open();
    await inbox.receive([messageOf('a', 1)]);
    expect(await store.waiting()).toMatchObject({ arrivals: 1 });
  });

  it('wakes nobody for a message that came before', async () => {
    const { inbox, wakes } = await open();
    expect(await inbox.receive([messageOf('a', 1)])).toEqual(['new']);
    expect(await inbox.receive([messageOf('a', 1)])).toEqual(['duplicate']);
    expect(wakes()).toBe(1);
  });

  it('takes a desk command once', async () => {
    const { inbox } = await open();
    await inbox.receive([messageOf('a', 1)]);
    expect(await inbox.command(commandOf('a', 'c1'))).toBe('new');
    expect(await inbox.command(commandOf('a', 'c1'))).toBe('duplicate');
  });

  it('acknowledges nothing that could not be stored', async () => {
    const { inbox, store, wakes } = await open();
    await store.close();
    await expect(inbox.receive([messageOf('a', 1)])).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(wakes()).toBe(0);
  });
});
