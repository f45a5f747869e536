import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArticleStore } from '../../src/agent/knowledge/article-store.ts';
import type { KnowledgeSource } from '../../src/agent/knowledge/knowledge-settings.ts';
import { refreshSource } from '../../src/agent/knowledge/sources/refresh-source.ts';
import { helpedConversations } from '../../src/app/helped-conversations.ts';
import { createMultilingualIndex } from '../../src/store/knowledge/multilingual-index.ts';
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
      events: support.app.store.events.bind(support.app.store),
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
