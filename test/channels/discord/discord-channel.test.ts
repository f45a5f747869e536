import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../../../src/channels/channel.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { BOT, GUILD } from '../../support/discord/fake-discord.ts';
import type { FakeDiscord } from '../../support/discord/fake-discord.ts';
import { nextId } from '../../support/discord/discord-objects.ts';
import {
  answerTo,
  DANA,
  FORUM,
  inGuild,
  JONAS,
  LOUNGE,
  MIA,
  onlyTo,
  openChannel,
  startDiscord,
  storeSide,
  SUPPORT,
  until,
} from './discord-world.ts';
import type { Running } from './discord-world.ts';

const SECRET = 'Your order LF-10001 goes to 12 Elm Street.';

describe('the Discord channel', () => {
  let discord: FakeDiscord;
  let running: Channel[] = [];

  beforeEach(async () => {
    discord = await startDiscord();
  });
  afterEach(async () => {
    await Promise.all(running.map((channel) => channel.stop()));
    running = [];
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  async function open(...args: Parameters<typeof openChannel> extends [unknown, ...infer Rest] ? Rest : never): Promise<Running> {
    const opened = await openChannel(discord, ...args);
    running.push(opened.channel);
    return opened;
  }

  it('answers a direct message in the room that the two share', async () => {
    const { channel, waitFor } = await open();
    discord.sayDirectly(MIA, 'Where is LF-10001?');
    const [first] = await waitFor(1);
    expect(first).toMatchObject({
      text: 'Where is LF-10001?',
      audience: 'private',
      author: { key: `discord/${MIA.id}`, role: 'customer', trust: 'mutable' },
    });
    expect(await channel.send(answerTo(first!, 'Tomorrow.'))).toMatchObject({ kind: 'sent', externalId: expect.stringMatching(/^\d+$/) });
    expect(discord.answersIn(discord.directWith(MIA))).toEqual(['Tomorrow.']);
    discord.sayDirectly(MIA, 'Thanks!');
    const [, second] = await waitFor(2);
    expect(second?.thread).toEqual(first?.thread);
  });

  it('opens a thread for a ticket with its first answer, brings the customer in, and keeps the conversation', async () => {
    const { channel, waitFor } = await open();
    const root = discord.say(MIA, SUPPORT, 'My mugs are broken');
    const [first] = await waitFor(1);
    expect(first).toMatchObject({ thread: inGuild(root.id), audience: 'shared' });
    await channel.send(answerTo(first!, 'I am sorry.'));
    expect(discord.channels.get(root.id)).toMatchObject({ type: 11, parent: SUPPORT, name: 'Support: My mugs are broken' });
    expect(discord.callsTo(/thread-members/)).toHaveLength(1);
    expect(discord.answersIn(root.id)).toEqual(['I am sorry.']);
    expect(discord.answersIn(SUPPORT)).toEqual([]);
    discord.say(MIA, root.id, 'Refund please');
    const [, second] = await waitFor(2);
    expect(second?.thread).toEqual(first?.thread);
    await channel.send(answerTo(second!, 'Done.'));
    expect(discord.callsTo(/POST .*threads$/)).toHaveLength(1);
  });

  it('takes quick messages in a support channel for one ticket, and those of another person for another', async () => {
    const { waitFor } = await open();
    const root = discord.say(MIA, SUPPORT, 'Hi');
    discord.say(JONAS, SUPPORT, 'Hello');
    discord.say(MIA, SUPPORT, 'my mugs are broken');
    const messages = await waitFor(3);
    expect(messages.map(({ thread }) => thread.key === root.id)).toEqual([true, false, true]);
  });

  it('answers forum posts with their title, and never opens a thread there', async () => {
    const { channel, waitFor } = await open();
    const post = discord.addChannel({ id: nextId(), type: 11, parent: FORUM, name: 'Broken mugs', owner: MIA.id });
    discord.gateway.dispatch('THREAD_CREATE', {
      id: post,
      type: 11,
      guild_id: GUILD,
      parent_id: FORUM,
      name: 'Broken mugs',
      owner_id: MIA.id,
    });
    discord.say(MIA, post, 'They came broken');
    const [first] = await waitFor(1);
    expect(first).toMatchObject({ thread: inGuild(post, FORUM), subject: 'Broken mugs', audience: 'shared' });
    await channel.send(answerTo(first!, 'Sorry!'));
    expect(discord.answersIn(post)).toEqual(['Sorry!']);
  });

  it('marks a forum post as solved once it is resolved, keeps its other tags, and takes the mark off again', async () => {
    const { channel, waitFor, side } = await open();
    const [solved, other] = [nextId(), nextId()];
    discord.addChannel({
      id: FORUM,
      type: 15,
      name: 'help',
      availableTags: [
        { id: solved, name: 'solved' },
        { id: other, name: 'Mugs' },
      ],
    });
    const post = discord.addChannel({ id: nextId(), type: 11, parent: FORUM, name: 'Broken mugs', owner: MIA.id, appliedTags: [other] });
    discord.gateway.dispatch('THREAD_CREATE', {
      id: post,
      type: 11,
      guild_id: GUILD,
      parent_id: FORUM,
      name: 'Broken mugs',
      owner_id: MIA.id,
    });
    discord.say(MIA, post, 'They came broken');
    const [first] = await waitFor(1);
    const tell = (state: 'resolved' | 'reopened') => channel.send(answerTo(first!, { kind: 'status', state }));
    expect(await tell('resolved')).toMatchObject({ kind: 'sent' });
    expect(discord.channels.get(post)?.appliedTags).toEqual([solved, other]);
    await tell('reopened');
    expect(discord.channels.get(post)?.appliedTags).toEqual([other]);
    discord.noPosts.add(post);
    expect(await tell('resolved')).toMatchObject({ kind: 'sent' });
    expect(side.events).toContainEqual({ kind: 'not_tagged', because: 'forbidden' });
  });

  it('keeps files of customers, fetched from the hosts of Discord alone', async () => {
    const kept: string[] = [];
    const { waitFor } = await open({
      ...storeSide(),
      keepFile: async ({ name, mediaType, content }) => {
        kept.push(Buffer.from(content).toString('utf8'));
        return { name, mediaType, bytes: content.byteLength, state: 'stored', path: `hash/${name}` };
      },
    });
    const origin = new URL(discord.apiUrl).origin;
    discord.files.set('/files/good', { bytes: Buffer.from('mug') });
    discord.files.set('/files/moved', { bytes: Buffer.from(''), status: 302, headers: { location: `${origin}/files/good` } });
    const file = (url: string, size = 3) => ({ name: 'mug.png', type: 'image/png', size, url });
    discord.sayDirectly(MIA, 'look', {
      attachments: [
        file(`${origin}/files/good`),
        file(`${origin}/files/moved`),
        file('http://169.254.169.254/x'),
        file('https://cdn.discordapp.com.evil.example/x'),
        file(`${origin}/files/good`, 20_000_000),
      ],
    });
    const [message] = await waitFor(1);
    expect(message?.attachments.map(({ state }) => state)).toEqual(['stored', 'refused', 'refused', 'refused', 'too_large']);
    expect(kept).toEqual(['mug']);
  });

  it('speaks elsewhere only when mentioned, and goes on in the thread without', async () => {
    const { channel, waitFor } = await open();
    discord.say(MIA, LOUNGE, 'Nice weather');
    const asked = discord.say(MIA, LOUNGE, `<@${BOT.id}> how long does shipping take?`, { mentions: [BOT] });
    const [first] = await waitFor(1);
    expect(first).toMatchObject({ text: 'how long does shipping take?', thread: inGuild(asked.id, LOUNGE) });
    await channel.send(answerTo(first!, '3 to 5 days.'));
    discord.say(MIA, asked.id, 'And to Canada?');
    const [, second] = await waitFor(2);
    expect(second?.thread).toEqual(first?.thread);
  });

  it('answers in the channel as a reply where it may not open threads', async () => {
    const { channel, waitFor } = await open();
    discord.noThreads.add(SUPPORT);
    const root = discord.say(MIA, SUPPORT, 'My mugs are broken');
    const [first] = await waitFor(1);
    expect((await channel.send(answerTo(first!, 'Sorry!'))).kind).toBe('sent');
    expect(discord.messages.get(SUPPORT)?.at(-1)).toMatchObject({ content: 'Sorry!', reference: root.id });
  });

  it('takes each message once, however often the gateway brings it', async () => {
    const { waitFor, side } = await open();
    discord.say(MIA, SUPPORT, 'Hi');
    discord.gateway.repeatLast(4);
    discord.say(MIA, SUPPORT, 'there');
    await waitFor(2);
    expect(side.deliveries).toBe(2);
  });

  it('survives events that it does not know', async () => {
    const { waitFor } = await open();
    discord.gateway.dispatch('INTERACTION_CREATE', { type: 99 });
    discord.gateway.dispatch('MESSAGE_CREATE', { id: 'x' });
    discord.gateway.dispatch('CHANNEL_CREATE', null);
    discord.gateway.dispatch('SOMETHING_NEW', { a: 1 });
    discord.sayDirectly(MIA, 'Hi');
    await waitFor(1);
  });

  it('starts no turn for its own messages', async () => {
    const { channel, waitFor, accepted } = await open();
    discord.sayDirectly(MIA, 'Hi');
    const [first] = await waitFor(1);
    await channel.send(answerTo(first!, 'Hello.'));
    await wait(100);
    expect(accepted).toHaveLength(1);
  });

  it('shows that it is typing within a second, and not where a teammate answers', async () => {
    const { waitFor } = await open();
    const post = discord.addChannel({ id: nextId(), type: 11, parent: FORUM, name: 'Mugs', owner: MIA.id });
    const start = Date.now();
    discord.say(MIA, post, 'Broken');
    await until(() => discord.callsTo(/typing/).length === 1);
    expect(discord.callsTo(/typing/)[0]!.at - start).toBeLessThan(1_000);
    discord.say(DANA, post, 'I take this');
    discord.say(MIA, post, 'Thanks');
    const messages = await waitFor(3);
    expect(messages[1]?.author.role).toBe('staff');
    await wait(100);
    expect(discord.callsTo(/typing/)).toHaveLength(1);
  });

  describe('sending', () => {
    async function asked(): Promise<Running & { readonly first: InboundMessage; readonly room: string }> {
      const opened = await open();
      discord.sayDirectly(MIA, 'Hi');
      const [first] = await opened.waitFor(1);
      return { ...opened, first: first!, room: discord.directWith(MIA) };
    }

    it('delivers a long answer complete and in order', async () => {
      const { channel, first, room } = await asked();
      const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' ');
      await channel.send(answerTo(first, words));
      expect(discord.answersIn(room).join(' ')).toBe(words);
      expect(discord.answersIn(room).length).toBeGreaterThan(5);
    });

    it('writes no part twice when a long answer broke off, and leaves none out', async () => {
      const { channel, first, room } = await asked();
      const message = answerTo(first, 'word '.repeat(1_000));
      discord.fail({ when: /POST \/channels\/\d+\/messages$/, status: 200, after: true, hangUp: true });
      expect((await channel.send(message)).kind).toBe('unknown');
      expect(await channel.find(message)).toBe('absent');
      expect((await channel.send(message)).kind).toBe('sent');
      expect(discord.answersIn(room).join(' ').split(' ')).toHaveLength(1_000);
      expect(await channel.find(message)).toBe('sent');
    });

    it('joins a try that is still writing, so that nothing is written twice', async () => {
      const { channel, first, room } = await asked();
      const message = answerTo(first, 'word '.repeat(1_000));
      const results = await Promise.all([channel.send(message), channel.send(message), channel.send(message)]);
      expect(results.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
      expect(discord.callsTo(/POST \/channels\/\d+\/messages$/)).toHaveLength(discord.answersIn(room).length);
    });

    it('finds what went out although nobody said so, by what it heard itself say', async () => {
      const { channel, first, room } = await asked();
      discord.fail({ when: /POST \/channels\/\d+\/messages$/, status: 502, after: true });
      const message = answerTo(first, 'Hello.');
      expect((await channel.send(message)).kind).toBe('unknown');
      await until(() => discord.answersIn(room).length === 1);
      await wait(50);
      expect(await channel.find(message)).toBe('sent');
    });

    it('finds it in the history after a restart, and tells what never went out', async () => {
      const { channel, first } = await asked();
      const message = answerTo(first, 'Hello.');
      await channel.send(message);
      const { channel: second } = await open();
      expect(await second.find(message)).toBe('sent');
      expect(await second.find(answerTo(first, 'Something else.'))).toBe('absent');
    });

    it('is answered with the same message when a post is repeated', async () => {
      const { channel, first, room } = await asked();
      const message = answerTo(first, 'Hello.');
      await channel.send(message);
      const { channel: second } = await open();
      expect((await second.send(message)).kind).toBe('sent');
      expect(discord.answersIn(room)).toEqual(['Hello.']);
    });

    it('waits out a short limit, and gives a long one back to the outbox', async () => {
      const { channel, first, room } = await asked();
      discord.fail({ when: /POST \/channels\/\d+\/messages$/, status: 429, retryAfter: 0.2 });
      expect((await channel.send(answerTo(first, 'one'))).kind).toBe('sent');
      discord.fail({ when: /POST \/channels\/\d+\/messages$/, status: 429, retryAfter: 30, global: true });
      const limited = await channel.send(answerTo(first, 'two'));
      expect(limited).toMatchObject({ kind: 'retry_later' });
      expect(limited.kind === 'retry_later' && limited.afterMs).toBeGreaterThan(25_000);
      expect(discord.answersIn(room)).toEqual(['one']);
    });

    it('holds up nobody else while one channel waits', async () => {
      const { channel, first, waitFor } = await asked();
      discord.sayDirectly(JONAS, 'Hi');
      const [, other] = await waitFor(2);
      discord.fail({ when: /POST \/channels\/\d+\/messages$/, status: 429, retryAfter: 2 });
      const slow = channel.send(answerTo(first, 'slow'));
      await wait(50);
      const start = Date.now();
      await channel.send(answerTo(other!, 'fast'));
      expect(Date.now() - start).toBeLessThan(1_000);
      expect((await slow).kind).toBe('sent');
    });

    it('leaves a channel alone after three refusals, and says what to allow', async () => {
      const { channel } = await open();
      discord.noPosts.add(FORUM);
      const message = {
        thread: {
          ...answerTo({ thread: { channel: 'x' as InboundMessage['thread']['channel'], account: GUILD, space: FORUM, key: FORUM } }, '').to,
        },
      };
      for (let time = 0; time < 6; time += 1) expect((await channel.send(answerTo(message, 'Hi'))).kind).toBe('undeliverable');
      expect(discord.callsTo(new RegExp(`POST /channels/${FORUM}/messages$`))).toHaveLength(3);
      expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringContaining('Send Messages') });
      discord.noPosts.clear();
      discord.gateway.dispatch('CHANNEL_UPDATE', { id: FORUM, type: 15, guild_id: GUILD });
      await until(() => channel.health().ok);
      expect((await channel.send(answerTo(message, 'Hi'))).kind).toBe('sent');
    });

    it('mentions nobody, whatever stands in the text', async () => {
      const { channel, first } = await asked();
      await channel.send(answerTo(first, `@everyone <@${JONAS.id}> [x](<@&${GUILD}>)`));
      const [call] = discord.callsTo(/POST \/channels\/\d+\/messages$/);
      expect(call?.body).toMatchObject({
        allowed_mentions: { parse: [] },
        content: expect.not.stringMatching(/(?<!\\)<@|(?<!\\)@everyone/),
        enforce_nonce: true,
      });
    });
  });

  describe('what is for one person', () => {
    async function inThread(): Promise<Running & { readonly first: InboundMessage; readonly thread: string }> {
      const opened = await open();
      const root = discord.say(MIA, SUPPORT, 'Where is my order?');
      const [first] = await opened.waitFor(1);
      await opened.channel.send(answerTo(first!, 'Let me look.'));
      return { ...opened, first: first!, thread: root.id };
    }
    const everythingPublic = (): string =>
      [SUPPORT, ...discord.channels.keys()]
        .filter((id) => discord.channels.get(id)?.type !== 1)
        .flatMap((id) => discord.answersIn(id))
        .join('\n');

    it('goes by direct message', async () => {
      const { channel, first } = await inThread();
      expect((await channel.send(answerTo(first, SECRET, onlyTo(MIA)))).kind).toBe('sent');
      expect(discord.answersIn(discord.directWith(MIA))).toEqual([SECRET]);
      expect(everythingPublic()).not.toContain('Elm');
    });

    it('shows in the thread for their eyes only after they have pressed something there', async () => {
      const { channel, first, thread, waitFor } = await inThread();
      await channel.send(answerTo(first, { kind: 'question', markdown: 'Shall I look?', choices: ['Yes', 'No'] }));
      const { token } = press(thread, 'Yes', MIA);
      const [, yes] = await waitFor(2);
      expect(yes).toMatchObject({ text: 'yes', thread: first.thread, author: { key: `discord/${MIA.id}` } });
      await until(() => discord.callbacks.length === 1);
      expect((await channel.send(answerTo(first, SECRET, onlyTo(MIA)))).kind).toBe('sent');
      expect(discord.asides).toEqual([{ token, body: expect.objectContaining({ content: SECRET, flags: 68 }) }]);
      expect(discord.answersIn(discord.directWith(MIA))).toEqual([]);
    });

    it('goes by direct message when the interaction is too old', async () => {
      const { channel, first, thread, waitFor } = await inThread();
      await channel.send(answerTo(first, { kind: 'question', markdown: 'Shall I look?', choices: ['Yes', 'No'] }));
      const { token } = press(thread, 'Yes', MIA);
      await waitFor(2);
      discord.expireToken(token);
      expect((await channel.send(answerTo(first, SECRET, onlyTo(MIA)))).kind).toBe('sent');
      expect(discord.answersIn(discord.directWith(MIA))).toEqual([SECRET]);
    });

    it('takes a code that is typed under the direct message for the thread that asked', async () => {
      const { channel, first, waitFor } = await inThread();
      await channel.send(answerTo(first, { kind: 'question', markdown: 'The code?', choices: [], input: 'code' }, onlyTo(MIA)));
      discord.sayDirectly(JONAS, '654321');
      discord.sayDirectly(MIA, '123456');
      discord.sayDirectly(MIA, 'By the way, do you sell tents?');
      const [, other, code, aside] = await waitFor(4);
      expect(code).toMatchObject({ text: '123456', thread: first.thread, audience: 'shared' });
      expect([other, aside]).toMatchObject([{ audience: 'private' }, { audience: 'private' }]);
      expect(other?.thread).not.toEqual(first.thread);
      expect(aside?.thread).not.toEqual(first.thread);
    });

    it('is never shown to a second person who presses in the same thread', async () => {
      const { channel, first, thread, waitFor } = await inThread();
      await channel.send(answerTo(first, { kind: 'question', markdown: 'Shall I look?', choices: ['Yes', 'No'] }));
      press(thread, 'Yes', JONAS);
      const [, yes] = await waitFor(2);
      expect(yes?.author.key).toBe(`discord/${JONAS.id}`);
      await channel.send(answerTo(first, SECRET, onlyTo(MIA)));
      expect(discord.asides).toEqual([]);
      expect(discord.answersIn(discord.directWith(MIA))).toEqual([SECRET]);
      expect(discord.answersIn(discord.directWith(JONAS))).toEqual([]);
    });

    it('stays unsaid in public when direct messages are closed: a line says how to get it, once, and the button shows it', async () => {
      const { channel, first, thread } = await inThread();
      discord.closedDirects.add(MIA.id);
      const message = answerTo(first, SECRET, onlyTo(MIA));
      for (let time = 0; time < 3; time += 1) expect((await channel.send(message)).kind).toBe('retry_later');
      expect(discord.answersIn(thread).filter((text) => text.includes('direct messages'))).toHaveLength(1);
      expect(everythingPublic()).not.toContain('Elm');

      press(thread, 'Show it to me here', JONAS);
      await until(() => discord.callbacks.length === 1);
      await wait(50);
      expect(discord.asides).toEqual([]);

      const { token } = press(thread, 'Show it to me here', MIA);
      await until(() => discord.asides.length === 1);
      expect(discord.asides).toEqual([{ token, body: expect.objectContaining({ content: SECRET }) }]);
      expect(await channel.send(message)).toMatchObject({ kind: 'sent' });
      expect(discord.asides).toHaveLength(1);
      expect(everythingPublic()).not.toContain('Elm');
    });
  });

  describe('buttons, forms and /support', () => {
    it('asks for a code with a form, and what is typed is said', async () => {
      const { channel, waitFor } = await open();
      discord.sayDirectly(MIA, 'Refund please');
      const [first] = await waitFor(1);
      const room = discord.directWith(MIA);
      await channel.send(answerTo(first!, { kind: 'question', markdown: 'The code?', choices: [], input: 'code' }));
      press(room, 'Enter the code', MIA);
      await until(() => discord.callbacks.length === 1);
      const form = discord.callbacks[0]?.body as {
        readonly type: number;
        readonly data: {
          readonly custom_id: string;
          readonly components: readonly { readonly components: readonly { readonly custom_id: string }[] }[];
        };
      };
      expect(form.type).toBe(9);
      const field = form.data.components[0]?.components[0]?.custom_id;
      discord.interact(MIA, {
        type: 5,
        channel_id: room,
        data: { custom_id: form.data.custom_id, components: [{ type: 1, components: [{ type: 4, custom_id: field, value: '123456' }] }] },
      });
      const [, code] = await waitFor(2);
      expect(code).toMatchObject({ text: '123456', thread: first!.thread, audience: 'private' });
      await until(() => discord.callbacks.length === 2);
    });

    it('counts a press that the gateway brings five times as one, and acknowledges it within three seconds', async () => {
      const { channel, waitFor } = await open();
      discord.sayDirectly(MIA, 'Refund please');
      const [first] = await waitFor(1);
      await channel.send(answerTo(first!, { kind: 'question', markdown: 'Sure?', choices: ['Yes', 'No'] }));
      const start = Date.now();
      press(discord.directWith(MIA), 'Yes', MIA);
      discord.gateway.repeatLast(4);
      await waitFor(2);
      await until(() => discord.callbacks.length === 1);
      expect(discord.callbacks[0]).toMatchObject({ body: { type: 7, data: { components: [] } } });
      expect(discord.callbacks[0]!.at - start).toBeLessThan(3_000);
    });

    it('keeps /support in a server between the two, with a form to go on', async () => {
      const { channel, waitFor } = await open();
      const { token } = discord.interact(MIA, {
        type: 2,
        channel_id: LOUNGE,
        data: { id: nextId(), name: 'support', type: 1, options: [{ name: 'question', type: 3, value: 'Where is LF-10001?' }] },
      });
      const [first] = await waitFor(1);
      expect(first).toMatchObject({ text: 'Where is LF-10001?', audience: 'private', thread: { account: GUILD, space: LOUNGE } });
      await until(() => discord.callbacks.length === 1);
      expect(discord.callbacks[0]?.body).toMatchObject({ type: 4, data: { flags: 64 } });
      await channel.send(answerTo(first!, SECRET));
      expect(discord.asides).toMatchObject([
        { token, body: { content: SECRET, flags: 68, components: [{ components: [{ label: 'Reply' }] }] } },
      ]);
      expect(discord.answersIn(LOUNGE)).toEqual([]);
    });

    it('registers the command', async () => {
      await open();
      await until(() => discord.callsTo(/POST \/applications\/\d+\/commands/).length === 1);
      const { channel } = await open(undefined, { guildIds: [GUILD] });
      expect(channel.health().ok).toBe(true);
      await until(() => discord.callsTo(/POST \/applications\/\d+\/guilds\/\d+\/commands/).length === 1);
    });

    it('says so at once when a press could not be stored', async () => {
      const { channel, waitFor, side } = await open();
      discord.sayDirectly(MIA, 'Refund please');
      const [first] = await waitFor(1);
      await channel.send(answerTo(first!, { kind: 'question', markdown: 'Sure?', choices: ['Yes', 'No'] }));
      side.refuse = true;
      press(discord.directWith(MIA), 'Yes', MIA);
      await until(() => discord.callbacks.length === 1);
      expect(discord.callbacks[0]?.body).toMatchObject({ type: 4, data: { flags: 64, content: expect.stringContaining('try again') } });
    });
  });

  describe('edits and deletions, when they are wanted', () => {
    it('hands both on as such, and leaves them alone otherwise', async () => {
      const { waitFor } = await open(undefined, { edits: true });
      const message = discord.say(MIA, SUPPORT, 'Where is my mug?');
      await waitFor(1);
      discord.edit(message, 'Where is my tent?');
      await waitFor(2);
      discord.erase(message);
      const [first, edited, deleted] = await waitFor(3);
      expect(edited).toMatchObject({ kind: 'edited', text: 'Where is my tent?', thread: first?.thread });
      expect(deleted).toMatchObject({ kind: 'deleted', text: '', thread: first?.thread, author: first?.author });
    });

    it('are known after a restart by what the store remembers', async () => {
      const { waitFor, channel, side } = await open(undefined, { edits: true });
      const message = discord.say(MIA, SUPPORT, 'Where is my mug?');
      const [first] = await waitFor(1);
      await channel.stop();
      const originalThread = async (id: string) => side.accepted.find((one) => one.id.endsWith(`/${id}`))?.thread;
      const again = await open({ ...side, originalThread }, { edits: true });
      discord.erase(message);
      const [, deleted] = await again.waitFor(2);
      expect(deleted).toMatchObject({ kind: 'deleted', replaces: first?.id, thread: first?.thread, text: '' });
    });

    it('are no messages by default', async () => {
      const { waitFor, accepted } = await open();
      const message = discord.say(MIA, SUPPORT, 'Where is my mug?');
      await waitFor(1);
      discord.edit(message, 'Where is my tent?');
      discord.erase(message);
      await wait(100);
      expect(accepted).toHaveLength(1);
    });
  });

  /** Presses a button of the last message of ours that has it. */
  function press(channel: string, label: string, user: typeof MIA): { readonly id: string; readonly token: string } {
    interface Row {
      readonly components: readonly { readonly label: string; readonly custom_id: string }[];
    }
    const rows = (message: { readonly components: readonly unknown[] }): readonly Row[] => message.components as readonly Row[];
    const message = (discord.messages.get(channel) ?? []).findLast((one) =>
      rows(one).some(({ components }) => components.some((button) => button.label === label)),
    );
    const button =
      message === undefined
        ? undefined
        : rows(message)
            .flatMap(({ components }) => components)
            .find((one) => one.label === label);
    if (message === undefined || button === undefined) throw new Error(`no button "${label}"`);
    return discord.interact(user, {
      type: 3,
      channel_id: channel,
      data: { custom_id: button.custom_id, component_type: 2 },
      message: { id: message.id, flags: message.flags, components: message.components },
    });
  }
});
