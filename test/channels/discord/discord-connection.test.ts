import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../../../src/channels/channel.ts';
import type { FakeDiscord } from '../../support/discord/fake-discord.ts';
import { nextId } from '../../support/discord/discord-objects.ts';
import { answerTo, FORUM, JONAS, MIA, openChannel, startDiscord, storeSide, SUPPORT, until } from './discord-world.ts';
import type { Running, StoreSide } from './discord-world.ts';

describe('the connection to Discord', () => {
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

  async function open(side: StoreSide = storeSide()): Promise<Running> {
    const opened = await openChannel(discord, side);
    running.push(opened.channel);
    return opened;
  }
  /** Five seconds lie between two IDENTIFYs: here they pass at once, on the channel's clock too. */
  const hurried = (): StoreSide => {
    const side = storeSide();
    const hurry = (ms: number, run: () => void) => (): void => {
      side.laterMs += ms;
      run();
    };
    return {
      ...side,
      schedule: (ms, run) =>
        ms > 2_500 && ms <= 5_000 ? side.schedule(20, hurry(ms, run)) : side.schedule(ms > 5_000 ? ms : ms / 20, run),
    };
  };
  const textsOf = ({ accepted }: Running): readonly string[] => accepted.map(({ text }) => text);

  it.each([
    ['a cut cable', (discord_: FakeDiscord) => discord_.gateway.drop()],
    ['close code 4000', (discord_: FakeDiscord) => discord_.gateway.drop(4_000)],
    ['a request to reconnect', (discord_: FakeDiscord) => discord_.gateway.askToReconnect()],
  ])('resumes after %s and takes what was said meanwhile, once', async (_, interrupt) => {
    const opened = await open();
    discord.say(MIA, SUPPORT, 'one');
    await opened.waitFor(1);
    interrupt(discord);
    for (const text of ['two', 'three', 'four']) discord.say(MIA, SUPPORT, text);
    await opened.waitFor(4);
    await until(() => discord.gateway.resumes === 1);
    expect(textsOf(opened)).toEqual(['one', 'two', 'three', 'four']);
    expect(opened.side.deliveries).toBe(4);
    expect(discord.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(opened.channel.health().ok).toBe(true);
  });

  it('reads thirty missed messages from the history when the session is gone, in order and once, before what comes now', async () => {
    const opened = await open(hurried());
    discord.sayDirectly(MIA, 'direct 0');
    const root = discord.say(JONAS, SUPPORT, 'ticket 0');
    await opened.waitFor(2);
    await opened.channel.send(answerTo(opened.accepted[1]!, 'Hello.'));

    discord.gateway.drop();
    for (let at = 1; at <= 10; at += 1) {
      discord.sayDirectly(MIA, `direct ${at}`);
      discord.say(JONAS, root.id, `ticket ${at}`);
    }
    const post = discord.addChannel({ id: nextId(), type: 11, parent: FORUM, name: 'New post', owner: MIA.id });
    for (let at = 0; at < 5; at += 1) discord.say(MIA, post, `post ${at}`);
    for (let at = 0; at < 5; at += 1) discord.say({ id: `41000000000000000${at}`, username: `user${at}` }, SUPPORT, `new ticket ${at}`);
    discord.gateway.forget();
    await until(() => discord.gateway.identifies === 2);
    discord.sayDirectly(MIA, 'direct 11');
    discord.say(MIA, post, 'post 5');

    await opened.waitFor(34);
    const of = (start: string): readonly string[] => textsOf(opened).filter((text) => text.startsWith(start));
    expect(of('direct')).toEqual(Array.from({ length: 12 }, (_, at) => `direct ${at}`));
    expect(of('ticket')).toEqual(Array.from({ length: 11 }, (_, at) => `ticket ${at}`));
    expect(of('post')).toEqual(Array.from({ length: 6 }, (_, at) => `post ${at}`));
    expect(of('new ticket')).toEqual(Array.from({ length: 5 }, (_, at) => `new ticket ${at}`));
    expect(opened.accepted.filter(({ thread }) => thread.key === root.id)).toHaveLength(11);
    expect(opened.accepted.filter(({ audience }) => audience === 'private')).toHaveLength(12);
  });

  it('reads more than a page of missed messages', async () => {
    const opened = await open(hurried());
    discord.say(MIA, SUPPORT, '0');
    await opened.waitFor(1);
    discord.gateway.drop();
    for (let at = 1; at <= 250; at += 1) discord.say(MIA, SUPPORT, String(at));
    discord.gateway.forget();
    await opened.waitFor(251);
    expect(textsOf(opened)).toEqual(Array.from({ length: 251 }, (_, at) => String(at)));
  });

  it('identifies again when the session is declared invalid', async () => {
    const opened = await open(hurried());
    discord.gateway.invalidate(false);
    await until(() => discord.gateway.identifies === 2);
    discord.say(MIA, SUPPORT, 'still there?');
    await opened.waitFor(1);
  });

  it('takes up after a restart where it stopped, and starts at now the first time', async () => {
    discord.say(MIA, SUPPORT, 'long ago');
    await wait(5);
    const side = hurried();
    const first = await open(side);
    discord.say(MIA, SUPPORT, 'one');
    await first.waitFor(1);
    await first.channel.stop();
    discord.say(MIA, SUPPORT, 'two');
    discord.say(MIA, SUPPORT, 'three');
    const second = await open(side);
    await second.waitFor(3);
    expect(textsOf(second)).toEqual(['one', 'two', 'three']);
    expect(side.deliveries).toBe(3);
  });

  it('takes again what could not be stored, and lets nothing overtake it', async () => {
    const opened = await open(hurried());
    discord.say(MIA, SUPPORT, 'zero');
    await opened.waitFor(1);
    opened.side.refuse = true;
    discord.say(MIA, SUPPORT, 'one');
    discord.sayDirectly(JONAS, 'first words');
    await until(() => opened.side.events.filter(({ kind }) => kind === 'behind').length === 2);
    opened.side.refuse = false;
    discord.say(MIA, SUPPORT, 'two');
    await opened.waitFor(4);
    expect(textsOf(opened).filter((text) => text !== 'first words')).toEqual(['zero', 'one', 'two']);
    expect(textsOf(opened)).toContain('first words');
  });

  it('is refused without the message content intent, and says where to switch it on', async () => {
    discord.hasMessageContent = false;
    await expect(open()).rejects.toMatchObject({
      code: 'channel_unauthorized',
      message: expect.stringContaining('message content intent is off'),
      hint: expect.stringContaining('Privileged Gateway Intents'),
    });
    expect(discord.gateway.identifies).toBe(1);
  });

  it('is refused with a wrong token, and says where to get one', async () => {
    discord.token = 'another';
    await expect(open()).rejects.toMatchObject({ code: 'channel_unauthorized', hint: expect.stringContaining('DISCORD_TOKEN') });
  });

  it('says so when the intent is switched off while it runs', async () => {
    const { channel } = await open(hurried());
    discord.hasMessageContent = false;
    discord.gateway.forget();
    discord.gateway.drop();
    await until(() => !channel.health().ok);
    expect(channel.health().problem).toContain('Message Content Intent');
  });

  it.each([
    [54, true],
    [56, false],
  ])('%d seconds after the last sign of life an open socket is well: %s', async (seconds, ok) => {
    const { channel, side } = await open();
    side.laterMs = seconds * 1_000;
    expect(channel.health().ok).toBe(ok);
  });

  it('is ill when it stays disconnected, and well once it is back', async () => {
    const { channel, side } = await open();
    discord.gateway.isDown = true;
    discord.gateway.drop();
    await wait(100);
    expect(channel.health().ok).toBe(true);
    side.laterMs = 21_000;
    expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringContaining('no connection') });
    side.laterMs = 0;
    discord.gateway.isDown = false;
    await until(() => discord.gateway.isConnected);
    await until(() => channel.health().ok);
  });

  it('identifies no more than fifty times an hour, also over restarts, and says why it rests', async () => {
    const side = storeSide();
    side.memoryOf.set(
      'discord/identifies',
      JSON.stringify(Array.from({ length: 50 }, (_, at) => Date.now() - (at + 1) * 1_000).toReversed()),
    );
    const patient = { ...side, schedule: (ms: number, run: () => void) => side.schedule(ms === 10_000 ? 300 : ms, run) };
    const { channel } = await open(patient);
    expect(discord.gateway.identifies).toBe(0);
    expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringContaining('50 times') });
  });

  it('starts without Discord, says so, and connects when it is there', async () => {
    discord.fail(...Array.from({ length: 3 }, () => ({ when: /gateway\/bot/, status: 503 })));
    const side = storeSide();
    const { channel, waitFor } = await open({ ...side, schedule: (ms, run) => side.schedule(ms === 10_000 ? 50 : ms / 20, run) });
    expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringContaining('no connection') });
    await until(() => channel.health().ok);
    discord.say(MIA, SUPPORT, 'hello');
    await waitFor(1);
  });

  it('stays closed when it is stopped while it connects again', async () => {
    const { channel } = await open();
    discord.gateway.drop(4_000);
    await wait(50);
    await channel.stop();
    await wait(700);
    expect(discord.gateway.isConnected).toBe(false);
  });

  it('stops at once, in the middle of anything', async () => {
    const { channel } = await open();
    discord.say(MIA, SUPPORT, 'one');
    const start = Date.now();
    await channel.stop();
    expect(Date.now() - start).toBeLessThan(2_500);
    discord.say(MIA, SUPPORT, 'two');
    expect(discord.gateway.isConnected).toBe(false);
  });
});
