import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArticleStore } from '../../src/agent/knowledge/article-store.ts';
import type { KnowledgeSource } from '../../src/agent/knowledge/knowledge-settings.ts';
import { refreshSource } from '../../src/agent/knowledge/sources/refresh-source.ts';
import { helpedConversations } from '../../src/app/helped-conversations.ts';
import { createMultilingualIndex } from '../../src/store/knowledge/multilingual-index.ts';
import { domainEvent } from '../../src/domain/event.ts';
import type { ConversationId } from '../../src/domain/ids.ts';
import { openSupport, type Customer, type Support } from '../support/agent/open-support.ts';
import { folderSource } from '../support/passages.ts';

const DAYS = 90;

describe('articles out of resolved tickets', () => {
  let support: Support;
  let mia: Customer;
  let folder: string;
  let forgotten: ConversationId | undefined;
  const source = (): KnowledgeSource => ({ ...folderSource(folder), audience: 'internal', ticketsOfDays: DAYS });

  /** As the agent does it, with a store that has forgotten one conversation. */
  const refresh = async () => {
    const store = {
      eventsFrom: support.app.store.eventsFrom.bind(support.app.store),
      eventsOf: support.app.store.eventsOf.bind(support.app.store),
      conversation: async (id: ConversationId) => (id === forgotten ? undefined : support.app.store.conversation(id)),
    };
    const own = {
      orderIdPattern: support.config.playbook.agent.orderIdPattern,
      helped: (days: number) => helpedConversations(store, support.now(), days),
    };
    return refreshSource(source(), { now: () => support.now(), signal: new AbortController().signal, own });
  };
  const files = async (): Promise<readonly string[]> => (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const texts = async (): Promise<string> =>
    (await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tickets-'));
    support = await openSupport();
    mia = support.customer('mia.keller@example.com');
    const asked = await mia.says(
      'Hi, this is Mia Keller, +1 206 555 0142. Can I talk to a human? The pump of my stove from order LF-10002 squeaks, my other mail is mia@home.example',
    );
    await support.act(asked.ticket, 'ana', { action: 'claim' });
    await support.act(asked.ticket, 'ana', {
      action: 'reply',
      text: 'Dear Mia Keller, put two drops of silicone oil on the pump of LF-10002. Regards, Ana',
    });
    await support.act(asked.ticket, 'ana', { action: 'resolve', outcome: 'solved' });
    // Nobody has answered this one.
    await support.customer('tom.becker@example.com').says('Can I talk to a human? My lantern flickers when it is cold.');
  }, 60_000);
  afterAll(async () => {
    await support.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('hold what was asked and what helped, of tickets that were resolved', async () => {
    expect(await refresh()).toEqual({ kind: 'refreshed', changed: 1, removed: 0, problems: [] });
    expect(await texts()).toMatch(/> .*pump of my stove[^]*two drops of silicone oil/);
    expect(await texts()).not.toContain('lantern');
  });

  it.each(['Mia', 'Keller', 'mia.keller', 'mia@home', '206', '555', 'LF-10002', 'LF-', 'Ana'])('do not hold "%s"', async (personal) => {
    expect(await texts()).not.toContain(personal);
  });

  it('are found without reading what happened before those days, and never many events at once', async () => {
    const { store } = support.app;
    const longAgo = new Date(support.now().getTime() - (DAYS + 1) * 86_400_000);
    const old = Array.from({ length: 1_000 }, () => domainEvent('agent.paused', longAgo, undefined, { by: 'dana' }));
    await store.appendEvents(old);
    const pages: number[] = [];
    const counting = {
      eventsFrom: async (...asked: Parameters<typeof store.eventsFrom>) => {
        const page = await store.eventsFrom(...asked);
        pages.push(page.length);
        return page;
      },
      eventsOf: store.eventsOf.bind(store),
      conversation: store.conversation.bind(store),
    };
    const helped: string[] = [];
    for await (const { id } of helpedConversations(counting, support.now(), DAYS)) helped.push(id);
    expect(helped).toHaveLength(1);
    const all = (await store.events(0, 10_000)).length;
    expect(pages.reduce((sum, length) => sum + length, 0)).toBe(all - old.length);

    const recent = Array.from({ length: 1_000 }, () => domainEvent('agent.paused', support.now(), undefined, { by: 'dana' }));
    await store.appendEvents(recent);
    pages.length = 0;
    for await (const { id } of helpedConversations(counting, support.now(), DAYS)) expect(helped).toContain(id);
    expect(Math.max(...pages)).toBeLessThanOrEqual(200);
  });

  it('are found by colleagues, and never by a customer', async () => {
    const index = createMultilingualIndex();
    await createArticleStore([source()], '/', index).sync();
    const filter = { validAt: support.now() };
    expect(await index.search('squeaking stove pump', { ...filter, audience: 'internal' }, 3)).toHaveLength(1);
    expect(await index.search('squeaking stove pump', { ...filter, audience: 'public' }, 3)).toEqual([]);
  });

  it('stay as they are while nothing new was resolved', async () => {
    expect(await refresh()).toEqual({ kind: 'refreshed', changed: 0, removed: 0, problems: [] });
  });

  it('go with the conversation when the store forgets it', async () => {
    const [row] = (await support.app.store.conversations(10)).filter(({ state }) => state.kind === 'resolved');
    forgotten = row?.id;
    expect(await refresh()).toMatchObject({ removed: 1 });
    expect(await files()).toEqual([]);
    forgotten = undefined;
    await refresh();
    expect(await files()).toHaveLength(1);
  });

  it('go when the customer returns with the same matter', async () => {
    await mia.says('It does not work, where is my order LF-10002? The pump of my stove still squeaks. I want a human.');
    expect(await refresh()).toMatchObject({ removed: 1 });
  });
});
